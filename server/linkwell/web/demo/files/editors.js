/** The three kinds of message box that CRMs are built with, behind one shape. */
import { controlledEditor } from "./controlled_editor.js";
import { plainEditor } from "./plain_editor.js";
import { richEditor } from "./rich_editor.js";

/**
 * @typedef {object} Editor
 * @property {HTMLElement} node
 * @property {() => string} text what would be sent now
 * @property {(text: string) => void} fill
 *
 * @typedef {(label: string, changed: () => void) => Editor} MakeEditor
 */

/** @type {Record<string, MakeEditor>} */
export const editors = { plain: plainEditor, rich: richEditor, controlled: controlledEditor };

/**
 * A text area ruled by state, as component frameworks do it: the state is what is sent, the box only shows it.
 *
 * An input event brings the box's text into the state. A text that was set through `value` is not an edit, even when an
 * input event follows: the box remembers what was set, sees nothing new, and the next render puts the state back.
 */
import { textArea } from "./plain_editor.js";

/** @type {import("./editors.js").MakeEditor} */
export function controlledEditor(label, changed) {
  const node = textArea(label);
  const box = watched(node);
  let state = "";

  const render = () => {
    if (node.value !== state) node.value = state;
  };
  node.addEventListener("input", () => {
    const text = node.value;
    if (text !== box.remembered()) {
      box.remember(text);
      state = text;
      changed();
    }
    render();
  });
  for (const occasion of ["focus", "blur", "keydown", "keyup", "click"]) node.addEventListener(occasion, render);

  return {
    node,
    text() {
      render();
      return state;
    },
    fill(text) {
      state = text;
      render();
    },
  };
}

/**
 * Notices every text that a script sets through `value`.
 * @param {HTMLTextAreaElement} node
 */
function watched(node) {
  const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
  let last = node.value;
  Object.defineProperty(node, "value", {
    configurable: true,
    get() {
      return native?.get?.call(node);
    },
    set(text) {
      last = String(text);
      native?.set?.call(node, text);
    },
  });
  return {
    remembered: () => last,
    /** @param {string} text */
    remember(text) {
      last = text;
    },
  };
}

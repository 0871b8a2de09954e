/** A text area that holds its own text. */
import { element } from "./element.js";

/** @type {import("./editors.js").MakeEditor} */
export function plainEditor(label, changed) {
  const node = textArea(label);
  node.addEventListener("input", changed);
  return {
    node,
    text: () => node.value,
    fill(text) {
      node.value = text;
    },
  };
}

/** @param {string} label */
export function textArea(label) {
  return element("textarea", { id: "message", "aria-label": label, placeholder: "Write a text message", rows: "3", autocomplete: "off" });
}

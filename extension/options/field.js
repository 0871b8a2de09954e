// @ts-check
// A field and what is wrong with it: the sentence stands below.
import "../shared/icons.js";
import "../shared/panel.js";

const { icons, panel } = globalThis.linkwell;

/**
 * @param {string} id
 * @param {string | null} sentence null: nothing is wrong
 */
export function complain(id, sentence) {
  const input = /** @type {HTMLInputElement} */ (panel.byId(id));
  const error = panel.byId(`${id}-error`);
  error.replaceChildren(...(sentence ? [icons.draw("block"), panel.element("span", {}, sentence)] : []));
  if (sentence) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

/**
 * The same after a press: the focus goes to the field. Who only left a field is not called back.
 * @param {string} id
 * @param {string | null} sentence
 */
export function sendBack(id, sentence) {
  complain(id, sentence);
  if (sentence) panel.byId(id).focus();
}

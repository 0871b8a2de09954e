// @ts-check
// A field and what is wrong with it: the sentence stands below, and the focus goes there.
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
  if (sentence) {
    input.setAttribute("aria-invalid", "true");
    input.focus();
  } else input.removeAttribute("aria-invalid");
}

// @ts-check
// A state in which the helper cannot be used: what happened, what still works, one button.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";

const { browser, icons, panel } = globalThis.linkwell;

/** @typedef {Record<"again" | "next" | "pair" | "allow", () => void>} Ways */
/** @typedef {{ title: string, text: (Node | string)[], button: string, way: keyof Ways }} Note */

/** How each state is drawn: the name of its colours and of its icon. @type {Record<Connection["state"], string>} */
export const kinds = { ready: "ok", down: "unknown", stranger: "block", unpaired: "info", version: "warn", blocked: "warn" };

/** @type {Record<Exclude<Connection["state"], "ready"> | "unproven", (host: string, version: string) => Note>} */
const notes = {
  down: (host) => ({
    title: "state_down",
    text: panel.sentence("options_down_text", mono(host), panel.element("code", {}, "linkwell serve")),
    button: "options_again",
    way: "again",
  }),
  stranger: (host) => ({ title: "state_stranger", text: panel.sentence("options_stranger_text", mono(host)), button: "options_next_ports", way: "next" }),
  unproven: (host) => ({ title: "state_stranger", text: panel.sentence("options_unproven_text", mono(host)), button: "options_pair_again", way: "pair" }),
  unpaired: (host) => ({ title: "state_unpaired", text: panel.sentence("options_unpaired_text", mono(host)), button: "options_type_code", way: "pair" }),
  version: (_, version) => ({
    title: "state_version",
    text: panel.sentence("options_version_text", version, browser.version()),
    button: "options_again",
    way: "again",
  }),
  blocked: (host) => ({ title: "state_blocked", text: panel.sentence("options_blocked_text", mono(host)), button: "options_allow", way: "allow" }),
};

/** @param {string} text */
const mono = (text) => panel.element("span", { class: "mono" }, text);

/**
 * @param {Connection} connection
 * @param {Ways} ways what each button does
 */
export function stateNote({ state, detail, address, version }, ways) {
  if (state === "ready") return panel.element("div");
  const make = notes[detail === "unproven" ? "unproven" : state];
  const kind = kinds[state];
  const { title, text, button, way } = make(new URL(address).host, version ?? "");
  const go = panel.element("button", { type: "button", class: "btn s" }, panel.word(button));
  go.addEventListener("click", ways[way]);
  const { element, word } = panel;
  const words = [element("p", { class: "strong" }, word(title)), element("p", { class: "muted" }, ...text)];
  return element("div", { class: `note ${kind}` }, icons.draw(kind), element("div", {}, ...words, go));
}

// @ts-check
// The last messages that were sent and what became of their links.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";

const { browser, icons, panel } = globalThis.linkwell;
const ROWS = 3;

/**
 * @param {Connection["state"] | null} state
 * @param {boolean} on whether Linkwell looks at this site
 */
export async function showChecks(state, on) {
  const answer = await browser.send({ type: "checks" });
  const checks = answer.ok ? answer.checks : [];
  const { byId, element, count, clock, word } = panel;
  byId("checks").hidden = !checks.length && (!on || state !== "ready");
  const checked = checks.findIndex(({ outcome }) => outcome !== "unchecked");
  const unchecked = checked < 0 ? checks : checks.slice(0, checked);
  const first = unchecked.at(-1);
  if (!checks.length) byId("checks-list").replaceChildren(element("p", { class: "muted" }, word("popup_no_checks")));
  else if (state !== "ready" && first && unchecked.length > 1) {
    byId("checks-list").replaceChildren(element("p", { class: "muted" }, count("popup_went_unchecked", unchecked.length, clock(first.at))));
  } else byId("checks-list").replaceChildren(element("ul", { class: "list", "aria-labelledby": "checks-h" }, ...checks.slice(0, ROWS).map(row)));
}

/** @param {Checked} check */
function row(check) {
  const { element, clock } = panel;
  const [kind, icon, what, more] = said(check);
  const under = more ? [element("div", { class: "more" }, more)] : [];
  return element("li", { class: kind }, icons.draw(icon), element("div", {}, element("div", { class: "what" }, what), ...under), element("span", { class: "when" }, clock(check.at)));
}

/**
 * @param {Checked} check
 * @returns {[kind: string, icon: string, what: string, more: string | Node | null]}
 */
function said({ outcome, links, title, contact }) {
  const { count, element, word } = panel;
  const [link] = links;
  const problem = title ?? word("popup_a_problem");
  if (outcome === "unchecked") return ["unknown", "unknown", sentTo("popup_check_unchecked", contact), word("popup_check_unchecked_why")];
  if (outcome === "fixed") return ["ok", "ok", problem, word("popup_check_fixed")];
  if (outcome === "anyway") return ["block", "block", problem, word("popup_check_anyway")];
  if (outcome === "warned") return ["warn", "warn", problem, word("popup_check_warned")];
  if (!link) return ["ok", "ok", sentTo("popup_check_clean", contact), null];
  const tracked = count(contact ? "popup_check_tracked_to" : "popup_check_tracked", links.length, contact ?? "");
  return ["tracked", "tracked", tracked, element("span", { class: "mono" }, link.replace(/^https?:\/\//, ""))];
}

/**
 * @param {string} key
 * @param {string | null} contact
 */
const sentTo = (key, contact) => (contact ? panel.word(`${key}_to`, contact) : panel.word(key));

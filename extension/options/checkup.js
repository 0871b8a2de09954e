// @ts-check
// What the checkup of a domain found, step by step.
import "../shared/icons.js";
import "../shared/panel.js";

const { icons, panel } = globalThis.linkwell;

/** @typedef {Checkup["steps"][number]["state"]} StepState */

/** @type {Record<StepState, string>} */
const kinds = { pass: "ok", warn: "warn", fail: "block", unknown: "unknown" };

/**
 * @param {Checkup} checkup
 * @param {StepState} state
 */
const those = ({ steps }, state) => steps.filter((step) => step.state === state).length;

/** @param {Checkup} checkup */
export function checkupSummary(checkup) {
  const states = /** @type {StepState[]} */ (["pass", "fail", "warn", "unknown"]);
  const parts = states.filter((state) => those(checkup, state)).map((state) => panel.word(`options_count_${state}`, those(checkup, state)));
  const list = new Intl.ListFormat(panel.word("manifest_language"), { type: "unit", style: "short" });
  return panel.word("options_checked", list.format(parts));
}

/** @param {Checkup} checkup */
export function checkupBadge(checkup) {
  const bad = those(checkup, "fail");
  const odd = those(checkup, "warn");
  if (bad) return badge("block", panel.count("options_badge_fail", bad));
  if (odd) return badge("warn", panel.count("options_badge_warn", odd));
  if (those(checkup, "unknown")) return badge("unknown", panel.word("options_badge_unknown"));
  return badge("ok", panel.word("options_badge_pass"));
}

/**
 * @param {string} kind
 * @param {string} text
 */
const badge = (kind, text) => panel.element("span", { class: `badge ${kind}` }, icons.draw(kind), text);

/** @param {Checkup} checkup */
export const checkupSteps = ({ steps }) =>
  steps.map(({ name, state, evidence, fix }) => {
    const { element, word, sentence } = panel;
    const kind = kinds[state];
    // A newer helper may know steps that we have no words for: its own name is better than silence.
    const title = word(`options_step_${name.replaceAll("-", "_")}`) || name;
    const remedy = state !== "pass" && fix ? [element("div", { class: "remedy" }, ...sentence("options_what_to_do", element("b", { class: "strong" }, word("options_what")), fix))] : [];
    return element(
      "li",
      { class: kind },
      icons.draw(kind),
      element("div", {}, title, element("div", { class: "evidence" }, evidence)),
      element("span", { class: "verdict" }, word(`options_step_${state}`)),
      ...remedy,
    );
  });

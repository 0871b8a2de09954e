// @ts-check
// The policy as it stands, to read.
import "../shared/icons.js";
import "../shared/panel.js";

const { icons, panel } = globalThis.linkwell;

/**
 * @param {Policy | null} policy
 * @param {Connection["scope"]} scope
 */
export function showPolicy(policy, scope) {
  const { byId, element, word } = panel;
  const lock = scope === "agent" ? [icons.draw("lock"), word("options_admin_sets")] : [];
  byId("policy-lock").replaceChildren(...lock);
  if (!policy) {
    byId("policy-body").replaceChildren(element("p", { class: "muted" }, word(scope ? "options_policy_agent" : "options_policy_later")));
    return;
  }
  const rows = [
    ["options_policy_tracking", word(policy.require_tracking ? "options_policy_required" : "options_policy_recommended")],
    ["options_policy_destinations", some(policy.approved_destinations, "options_policy_any")],
    ["options_policy_shorteners", some(policy.allowed_shorteners, "options_policy_held")],
    ["options_policy_owner", policy.owner.name || word("options_policy_unnamed")],
  ];
  const list = rows.map(([name = "", value = ""]) => element("div", {}, element("dt", {}, word(name)), element("dd", {}, value)));
  byId("policy-body").replaceChildren(element("dl", { class: "policy" }, ...list));
}

/**
 * @param {string[]} hosts
 * @param {string} none what it means that there is none
 */
function some([first, ...others], none) {
  if (!first) return panel.word(none);
  return others.length ? panel.word("options_policy_more", first, others.length) : first;
}

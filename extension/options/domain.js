// @ts-check
// The approved domain: saved when the field is left or checked, with what the server says of it; then its checkup.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";
import { checkupSteps, checkupSummary, checkupBadge } from "./checkup.js";
import { complain, sendBack } from "./field.js";

const { browser, icons, panel } = globalThis.linkwell;

/** @param {(policy: Policy | null, scope: Connection["scope"]) => void} onPolicy */
export function startDomain(onPolicy) {
  const input = /** @type {HTMLInputElement} */ (panel.byId("host"));
  const status = panel.byId("domain-status");
  /** @type {string | null} */
  let saved = null;
  /** What the last save said, until it is checked. */
  let news = "";
  /** @type {Promise<boolean>} */
  let saving = Promise.resolve(true);

  /** @param {string} sentence */
  const say = (sentence) => status.replaceChildren(sentence);

  const save = async () => {
    const host = input.value.trim();
    if (!touched()) {
      complain("host", null);
      return true;
    }
    clearCheckup();
    say(panel.word("options_saving"));
    const answer = await browser.send({ type: "domain", host: host || null });
    if (!answer.ok) {
      say("");
      complain("host", objection(answer));
      return false;
    }
    complain("host", null);
    saved = host;
    take(answer.policy);
    news = saved ? panel.word("options_saved", `https://${saved}/`) : panel.word("options_saved_none");
    say(news);
    return true;
  };
  const saveInTurn = () => {
    saving = saving.then(save, save);
    return saving;
  };

  const check = async () => {
    if (!input.readOnly && !(await saveInTurn())) {
      input.focus();
      return;
    }
    if (!saved) {
      if (!news) sendBack("host", panel.word("options_host_missing"));
      return;
    }
    say(panel.word("options_checking", saved));
    const answer = await browser.send({ type: "checkup", host: saved });
    if (!answer.ok) {
      say(reason(answer));
      return;
    }
    say(`${news} ${checkupSummary(answer.checkup)}`.trim());
    news = "";
    panel.byId("domain-badge").replaceChildren(checkupBadge(answer.checkup));
    panel.byId("domain-steps").replaceChildren(...checkupSteps(answer.checkup));
    panel.byId("domain-steps").hidden = false;
  };

  const clearCheckup = () => {
    panel.byId("domain-badge").replaceChildren();
    panel.byId("domain-steps").hidden = true;
  };

  /** @param {Policy} policy */
  const take = (policy) => {
    if (!touched()) input.value = policy.tracking_domain ?? "";
    saved = policy.tracking_domain;
    onPolicy(policy, "admin");
  };
  const touched = () => input.value.trim() !== (saved ?? "");

  /** @param {(string | Node)[]} why empty: it may be changed */
  const lock = (...why) => {
    input.readOnly = why.length > 0;
    input.placeholder = input.readOnly ? "" : "go.acme.com";
    panel.byId("domain-lock").replaceChildren(...why);
  };

  input.addEventListener("change", saveInTurn);
  panel.byId("domain-form").addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });

  /** @param {Connection["scope"]} scope null: not connected */
  const show = async (scope) => {
    panel.byId("check").hidden = scope !== "admin";
    if (scope === null) lock(panel.word("options_after_connecting"));
    if (scope === "agent") lock(icons.draw("lock"), panel.word("options_admin_sets"));
    if (scope !== "admin") {
      onPolicy(null, scope);
      return;
    }
    if (!touched()) input.readOnly = true; // what is saved would come in the middle of what is typed
    const answer = await browser.send({ type: "policy" });
    if (!answer.ok) {
      lock();
      say(reason(answer));
      return;
    }
    if (answer.policy.locked.includes("tracking_domain")) lock(icons.draw("lock"), panel.word("options_locked_at_start"));
    else lock();
    take(answer.policy);
  };
  return { show };
}

/** What speaks against the domain: itself, or another part of the policy. @param {Failure} failure */
function objection(failure) {
  const own = failure.errors?.find(({ field }) => field === "tracking_domain");
  const [part = ""] = failure.errors?.[0]?.field.split(/[.[]/) ?? [];
  if (own) return own.detail;
  return part ? panel.word("options_domain_clash", part) : reason(failure);
}

/** @param {Failure} failure */
const reason = ({ state, detail }) => (state === "refused" && detail ? detail : panel.word(`state_${state}`));

// @ts-check
// The connection: where the helper is, pairing, a pasted token; and for each state what happened and the way on.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";
import { complain, sendBack } from "./field.js";
import { kinds, stateNote } from "./state_note.js";

const { browser, icons, panel } = globalThis.linkwell;
const fields = /** @type {const} */ (["address", "code", "token"]);

/** @type {(id: "address" | "code" | "token") => HTMLInputElement} */
const input = (id) => panel.byId(id);

/** @param {(scope: Connection["scope"]) => void} onScope told whenever the connection was looked at */
export function startConnection(onScope) {
  let busy = false;
  let at = "";

  /** @param {Promise<Answer<Connection>>} asked */
  const show = async (asked) => {
    busy = true;
    showStatus(null);
    const answer = await asked;
    busy = false;
    if (!answer.ok) {
      await show(browser.send({ type: "status", fresh: false }));
      return answer;
    }
    if (input("address").value === at || answer.state === "ready") input("address").value = answer.address;
    at = answer.address;
    showStatus(answer);
    const ready = answer.state === "ready";
    panel.byId("connection-note").hidden = ready;
    panel.byId("connection-note").replaceChildren(...(ready ? [] : [stateNote(answer, ways)]));
    onScope(answer.scope);
    return answer;
  };

  const look = () => show(browser.send({ type: "status", fresh: true }));
  const ways = {
    again: look,
    next: () => {
      input("address").value = "";
      return show(browser.send({ type: "connect", address: "", code: null, token: null }));
    },
    pair: () => input("code").focus(),
    allow: async () => {
      await browser.askToReach(pattern(at));
      await look();
    },
  };

  const connect = async () => {
    if (busy) return;
    for (const id of fields) complain(id, null);
    const address = input("address").value.trim();
    const wish = { address, code: input("code").value.trim() || null, token: input("token").value.trim() || null };
    if (/^https:/i.test(address) && URL.canParse(address)) await browser.askToReach(pattern(address));
    const answer = await show(browser.send({ type: "connect", ...wish }));
    if (!answer.ok) blame(answer, wish);
    else if (answer.state === "ready") input("code").value = input("token").value = "";
  };

  panel.byId("connection-form").addEventListener("submit", (event) => {
    event.preventDefault();
    connect();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && !busy) look();
  });
  look();
}

/**
 * What went wrong belongs to the field it came from; of the helper itself the note speaks.
 * @param {Failure} failure
 * @param {{ code: string | null, token: string | null }} wish
 */
function blame({ state, detail }, { code, token }) {
  if (state === "refused" && detail === "address") sendBack("address", panel.word("options_address_wrong"));
  else if (state === "refused" && code) sendBack("code", detail);
  else if (state === "refused") sendBack("token", panel.word("options_token_wrong"));
  else if (state === "stranger" && detail === "unproven" && token) sendBack("token", panel.word("options_token_unknown"));
}

/** @param {string} address */
const pattern = (address) => `${new URL(address).protocol}//${new URL(address).hostname}/*`;

/** @param {Connection | null} connection null: still looking */
function showStatus(connection) {
  const status = panel.byId("connection-status");
  const kind = connection ? kinds[connection.state] : "unknown";
  status.className = `status ${kind}`;
  status.replaceChildren(icons.draw(connection ? kind : "checking"), panel.element("span", {}, said(connection)));
  panel.byId("connect").classList.toggle("primary", connection !== null && connection.state !== "ready");
}

/** @param {Connection | null} connection */
function said(connection) {
  if (!connection) return panel.word("options_looking");
  if (connection.state !== "ready") return panel.word(`state_${connection.state}`);
  const { hostname, host } = new URL(connection.address);
  const version = connection.version ?? "";
  return hostname === "127.0.0.1" ? panel.word("options_connected", version) : panel.word("options_connected_to", version, host);
}

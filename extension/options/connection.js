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
  let at = "";
  /** One look after the other: a press while the page still looks is not lost. @type {Promise<unknown>} */
  let last = Promise.resolve();

  /** @param {Connection} connection */
  const show = (connection) => {
    // What somebody is typing stays.
    if (input("address").value === at) input("address").value = connection.address;
    at = connection.address;
    showStatus(connection);
    const ready = connection.state === "ready";
    panel.byId("connection-note").hidden = ready;
    panel.byId("connection-note").replaceChildren(...(ready ? [] : [stateNote(connection, ways)]));
    onScope(connection.scope);
  };
  /** @param {() => Promise<void>} work */
  const inTurn = (work) => {
    last = last.then(work, work);
  };

  const look = async () => {
    const answer = await browser.send({ type: "status", fresh: true });
    if (answer.ok) show(answer);
  };
  const lookAloud = async () => {
    showStatus(null);
    await look();
  };

  const connect = async () => {
    for (const id of fields) complain(id, null);
    showStatus(null);
    const wish = { address: input("address").value.trim(), code: input("code").value.trim() || null, token: input("token").value.trim() || null };
    if (/^https:/i.test(wish.address) && URL.canParse(wish.address)) await browser.askToReach(pattern(wish.address));
    const answer = await browser.send({ type: "connect", ...wish });
    if (!answer.ok) {
      blame(answer, wish);
      await look();
      return;
    }
    at = input("address").value;
    show(answer);
    if (answer.state === "ready") input("code").value = input("token").value = "";
  };
  const ways = {
    again: () => inTurn(lookAloud),
    next: () => {
      input("address").value = "";
      inTurn(connect);
    },
    pair: () => input("code").focus(),
    allow: async () => {
      await browser.askToReach(pattern(at));
      inTurn(lookAloud);
    },
  };

  panel.byId("connection-form").addEventListener("submit", (event) => {
    event.preventDefault();
    inTurn(connect);
  });
  document.addEventListener("visibilitychange", () => {
    // Whoever comes back to this tab is not told that it looks, only what it finds.
    if (document.visibilityState === "visible") inTurn(look);
  });
  inTurn(lookAloud);
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

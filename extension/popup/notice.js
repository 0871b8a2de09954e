// @ts-check
// What stands between the person and checked links: pairing once, or a helper that cannot be used; each with its one way on.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";

const { browser, icons, panel } = globalThis.linkwell;
const COMMAND = "linkwell serve";

/** @typedef {(asked: Promise<Answer<Connection>>) => Promise<Answer<Connection>>} Look */

/**
 * @param {Connection} connection
 * @param {Look} look
 */
export function showNotice(connection, look) {
  const notice = panel.byId("notice");
  notice.hidden = connection.state === "ready";
  if (notice.hidden) notice.replaceChildren();
  else if (connection.state === "unpaired" || connection.detail === "unproven") notice.replaceChildren(...pairing(connection, look));
  else if (connection.state === "down") notice.replaceChildren(...starting(connection, look));
  else notice.replaceChildren(...trouble(connection, look));
}

/** @param {string} key */
const title = (key) => panel.element("h2", { id: "notice-h" }, panel.word(key));

/** @param {string} key @param {(string | Node)[]} parts */
const says = (key, ...parts) => panel.element("p", { class: "muted" }, ...panel.sentence(key, ...parts));

/**
 * @param {Connection} connection
 * @param {Look} look
 */
function pairing({ state, address }, look) {
  const { element, word } = panel;
  const known = state === "unpaired" ? [title("popup_pair"), says("popup_pair_text")] : [title("state_stranger"), says("popup_unproven_text", host(address))];
  const code = element("input", {
    class: "input code",
    id: "code",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    placeholder: "482 917",
    "aria-describedby": "code-error",
  });
  const error = element("p", { class: "error", id: "code-error", role: "alert" });
  const go = element("button", { class: "btn primary" }, word("popup_pair_go"));
  const form = element(
    "form",
    { class: "stack" },
    element("div", { class: "field" }, element("label", { for: "code" }, word("options_code")), code, error),
    element("div", { class: "row" }, go, element("span", { class: "small quiet" }, word("popup_pair_good_for"))),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!code.value.trim() || go.getAttribute("aria-disabled")) return;
    go.setAttribute("aria-disabled", "true");
    const answer = await look(browser.send({ type: "connect", address: null, code: code.value.trim(), token: null }));
    go.removeAttribute("aria-disabled");
    if (answer.ok) return;
    error.replaceChildren(icons.draw("block"), element("span", {}, answer.detail ?? word("state_down")));
    code.setAttribute("aria-invalid", "true");
    code.select();
    code.focus();
  });
  return [...known, form];
}

/**
 * @param {Connection} connection
 * @param {Look} look
 */
function starting({ address }, look) {
  const { element, word } = panel;
  const copy = element("button", { type: "button", class: "btn ghost square s", "aria-label": word("popup_copy") }, icons.draw("copy"));
  const copied = element("span", { class: "small quiet", role: "status" });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(COMMAND);
    copied.replaceChildren(word("popup_copied"));
  });
  const command = element("li", { class: "row" }, element("span", {}, ...panel.sentence("popup_type", element("code", {}, COMMAND))), copy, copied);
  return [
    title("popup_down"),
    says("popup_down_text"),
    element("ol", { class: "stack steps" }, element("li", {}, word("popup_open_terminal")), command),
    wayOn("options_again", () => look(browser.send({ type: "status", fresh: true })), element("span", { class: "small quiet" }, ...panel.sentence("popup_looked", host(address)))),
  ];
}

/**
 * @param {Connection} connection
 * @param {Look} look
 */
function trouble({ state, address, version }, look) {
  const again = () => look(browser.send({ type: "status", fresh: true }));
  if (state === "version") return [title("state_version"), says("options_version_text", version ?? "", browser.version()), wayOn("options_again", again)];
  if (state === "stranger") {
    const next = () => look(browser.send({ type: "connect", address: "", code: null, token: null }));
    return [title("state_stranger"), says("options_stranger_text", host(address)), wayOn("options_next_ports", next)];
  }
  const allow = async () => {
    const { protocol, hostname } = new URL(address);
    await browser.askToReach(`${protocol}//${hostname}/*`);
    await again();
  };
  return [title("state_blocked"), says("options_blocked_text", host(address)), wayOn("options_allow", allow)];
}

/** @param {string} address */
const host = (address) => panel.element("span", { class: "mono" }, new URL(address).host);

/**
 * @param {string} key
 * @param {() => Promise<unknown>} run
 * @param {Node[]} beside
 */
function wayOn(key, run, ...beside) {
  const button = panel.element("button", { type: "button", class: "btn primary" }, panel.word(key));
  button.addEventListener("click", run);
  return panel.element("div", { class: "row" }, button, ...beside);
}

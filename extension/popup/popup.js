// @ts-check
// The popup: how it stands, this site's switch, what was opened, what was checked.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";
import { showChecks } from "./checks.js";
import { showNotice } from "./notice.js";
import { showOpened } from "./opened.js";
import { showSite } from "./site.js";

const { browser, icons, panel } = globalThis.linkwell;
// Only while somebody looks at it.
const OPENED_EVERY = 4_000;

/** @type {Record<Connection["state"], [kind: string, icon: string, key: string]>} */
const badges = {
  ready: ["ok", "ok", "popup_ready"],
  unpaired: ["info", "plug", "popup_unpaired"],
  down: ["unknown", "unknown", "popup_unchecked"],
  stranger: ["unknown", "unknown", "popup_unchecked"],
  version: ["unknown", "unknown", "popup_unchecked"],
  blocked: ["unknown", "unknown", "popup_unchecked"],
};

/** @type {Connection | null} */
let connection = null;
let on = false;

panel.fill();
panel.byId("settings").addEventListener("click", async () => {
  await browser.send({ type: "open", page: "options" });
  window.close();
});
browser.onRemembered((keys) => {
  if (keys.includes("checks")) showLately();
});
setInterval(() => {
  if (connection?.state === "ready" && document.visibilityState === "visible") showOpened();
}, OPENED_EVERY);
look(browser.send({ type: "status", fresh: true }));
showSite((isOn) => {
  on = isOn;
  showLately();
});

/** @param {Promise<Answer<Connection>>} asked */
async function look(asked) {
  const answer = await asked;
  if (!answer.ok) return answer;
  connection = answer;
  const [kind, icon, key] = badges[answer.state];
  panel.byId("state").className = `badge ${kind}`;
  panel.byId("state").replaceChildren(icons.draw(icon), panel.word(key));
  showNotice(answer, look);
  await showLately();
  return answer;
}

async function showLately() {
  const state = connection?.state ?? null;
  if (state === "ready") await showOpened();
  else panel.byId("opened").hidden = true;
  await showChecks(state, on);
}

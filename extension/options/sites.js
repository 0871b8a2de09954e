// @ts-check
// The sites that Linkwell works on: a switch each, one added by its address, one taken off the list.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";
import { sendBack } from "./field.js";

const { browser, icons, panel } = globalThis.linkwell;

export function startSites() {
  const input = /** @type {HTMLInputElement} */ (panel.byId("site"));

  panel.byId("site-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const origin = originOf(input.value);
    sendBack("site", origin ? null : panel.word("options_site_wrong"));
    if (origin && (await turn(origin, true))) input.value = "";
  });
  browser.onKept((keys) => {
    if (keys.includes("sites")) read();
  });
  read();
}

async function read() {
  const answer = await browser.send({ type: "sites" });
  if (answer.ok) show(answer.sites);
}

/**
 * Chrome asks on the click, and only where it was not asked before.
 * @param {string} origin
 * @param {boolean} on
 */
async function turn(origin, on) {
  if (on) {
    const { protocol, hostname } = new URL(origin);
    browser.send({ type: "wanted", origin });
    await browser.askToReach(`${protocol}//${hostname}/*`);
  }
  const answer = await browser.send({ type: "site", origin, on });
  if (!answer.ok) {
    sendBack("site", panel.word(answer.state === "blocked" ? "options_site_refused" : "options_site_wrong"));
    await read();
    return false;
  }
  show(answer.sites);
  panel.byId("sites-status").replaceChildren(panel.word(on ? "options_site_on" : "options_site_off", origin));
  return true;
}

/** @param {Site[]} sites */
function show(sites) {
  const { byId, element, word } = panel;
  const focused = document.activeElement?.getAttribute("aria-label");
  if (!sites.length) {
    byId("sites-list").replaceChildren(element("p", { class: "empty" }, word("options_sites_none")));
    return;
  }
  const head = [
    element("th", { scope: "col" }, word("options_site_column")),
    element("th", { scope: "col" }, word("options_site_on_column")),
    element("th", { scope: "col" }, element("span", { class: "hidden-text" }, word("options_site_remove_column"))),
  ];
  const rows = sites.map(({ origin, on, silenced }) => {
    const toggle = element("input", { type: "checkbox", role: "switch", class: "switch", "aria-label": word("options_site_switch", origin) });
    toggle.checked = on;
    toggle.addEventListener("change", () => turn(origin, toggle.checked));
    const remove = element("button", { type: "button", class: "btn ghost square s", "aria-label": word("options_site_remove", origin) }, icons.draw("close"));
    remove.addEventListener("click", () => forget(origin));
    const name = element("th", { scope: "row" }, element("span", { class: "mono" }, origin));
    if (silenced?.length) name.append(silence(origin, silenced.length));
    return element("tr", {}, name, element("td", {}, toggle), element("td", {}, remove));
  });
  byId("sites-list").replaceChildren(element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)));
  // The rows are made anew: whoever is on a switch stays there.
  if (focused) /** @type {HTMLElement | null} */ (byId("sites-list").querySelector(`[aria-label="${CSS.escape(focused)}"]`))?.focus();
}

/**
 * What "Never for this site" left out, and the way back.
 * @param {string} origin
 * @param {number} count
 */
function silence(origin, count) {
  const { element, word } = panel;
  const again = element("button", { type: "button", class: "btn ghost s", "aria-label": word("options_site_hear_all", origin) }, word("options_site_hear"));
  again.addEventListener("click", async () => {
    const answer = await browser.send({ type: "hear", origin });
    if (answer.ok) show(answer.sites);
  });
  return element("div", { class: "silenced" }, panel.count("options_site_silenced", count), again);
}

/** @param {string} origin */
async function forget(origin) {
  const answer = await browser.send({ type: "forget", origin });
  if (!answer.ok) return;
  show(answer.sites);
  panel.byId("sites-status").replaceChildren(panel.word("options_site_gone", origin));
  panel.byId("site").focus();
}

/**
 * What a person writes for a site, as an origin: a bare name means https, and http on this computer.
 * @param {string} written
 */
function originOf(written) {
  const text = written.trim();
  const here = /^(localhost|127\.0\.0\.1)(:|\/|$)/.test(text);
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${here ? "http" : "https"}://${text}`;
  const url = text && URL.canParse(full) ? new URL(full) : null;
  return url && /^https?:$/.test(url.protocol) && (url.hostname.includes(".") || url.hostname === "localhost") ? url.origin : null;
}

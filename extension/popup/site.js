// @ts-check
// The switch for the site in the tab beside.
import "../shared/browser.js";
import "../shared/panel.js";

const { browser, panel } = globalThis.linkwell;

/** @param {(on: boolean) => void} onTurned */
export async function showSite(onTurned) {
  const { byId, element, word } = panel;
  const section = byId("site");
  const origin = await originHere();
  section.hidden = false;
  if (!origin) {
    section.replaceChildren(element("p", { class: "muted" }, word("popup_no_site")));
    onTurned(false);
    return;
  }
  const answer = await browser.send({ type: "sites" });
  const toggle = element("input", { type: "checkbox", role: "switch", class: "switch", id: "on" });
  const off = element("p", { class: "muted" });
  /** @param {Site[]} sites */
  const show = (sites) => {
    toggle.checked = sites.some((site) => site.origin === origin && site.on);
    off.replaceChildren(...(toggle.checked ? [] : [word("popup_off")]));
    off.hidden = toggle.checked;
    onTurned(toggle.checked);
  };
  toggle.addEventListener("change", async () => {
    const on = toggle.checked;
    if (on) {
      const { protocol, hostname } = new URL(origin);
      // Chrome closes the popup when it asks: the worker hears the answer for us.
      browser.send({ type: "wanted", origin });
      await browser.askToReach(`${protocol}//${hostname}/*`);
    }
    const turned = await browser.send({ type: "site", origin, on });
    const now = turned.ok ? turned : await browser.send({ type: "sites" });
    if (now.ok) show(now.sites);
  });
  const label = element(
    "label",
    { for: "on" },
    element("span", { class: "strong" }, word("popup_site")),
    element("span", { class: "small muted" }, new URL(origin).host),
  );
  section.replaceChildren(element("div", { class: "site" }, label, toggle), off);
  if (answer.ok) show(answer.sites);
}

/** The web page that the person came from; opened in a tab of its own, the popup speaks of the tab used before. */
async function originHere() {
  const [tabs, own] = await Promise.all([browser.tabsHere(), browser.thisTab()]);
  const active = own
    ? tabs.filter(({ id, url }) => id !== own.id && url?.startsWith("http")).sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]
    : tabs.find((tab) => tab.active);
  return active?.url && /^https?:/.test(active.url) ? new URL(active.url).origin : null;
}

// @ts-check
// Who opened a link lately. A preview is told, and told apart.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";

const { browser, icons, panel } = globalThis.linkwell;
const ROWS = 3;

export async function showOpened() {
  const answer = await browser.send({ type: "opened" });
  const rows = answer.ok ? answer.clicks.filter(({ clicks, previews }) => clicks + previews > 0).slice(0, ROWS) : [];
  panel.byId("opened-list").replaceChildren(...rows.map(row));
  panel.byId("opened").hidden = !rows.length;
}

/** @param {Opened} opened */
function row(opened) {
  const { element, ago } = panel;
  const time = element("span", { class: "when" }, ago(Date.parse((opened.clicks && opened.last_click_at) || opened.last_visit_at), Date.now()));
  const icon = opened.clicks ? "eye" : "phone";
  return element("li", { class: opened.clicks ? "tracked" : false }, icons.draw(icon), element("div", { class: opened.clicks ? "what" : "what muted" }, ...said(opened)), time);
}

/** @param {Opened} opened */
function said({ contact, short_url, clicks }) {
  const { element, sentence } = panel;
  const link = element("span", { class: "mono" }, short_url.replace(/^https?:\/\//, ""));
  const who = contact && element("span", { class: "strong" }, contact);
  if (!clicks) return contact ? sentence("popup_preview_of", contact) : sentence("popup_preview", link);
  const times = clicks === 1 ? "once" : clicks === 2 ? "twice" : "often";
  return who ? sentence(`popup_opened_${times}_by`, who, String(clicks)) : sentence(`popup_opened_${times}`, link, String(clicks));
}

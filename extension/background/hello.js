// @ts-check
// What a content script needs to begin: whether its site is on, and the style sheet for its shadow roots.
import "../shared/browser.js";
import "../shared/content_files.js";
import { isOn, silenced } from "./sites.js";

const { browser, contentFiles } = globalThis.linkwell;

/** @type {Promise<string> | null} */
let css = null;

const readCss = async () => {
  const parts = contentFiles.styles.map(async (path) => (await fetch(browser.url(path))).text());
  return (await Promise.all(parts)).join("\n");
};

/** @param {Source} source */
export async function hello({ origin }) {
  css ??= readCss();
  const domain = /** @type {string | null | undefined} */ (await browser.remembered("tracking_domain"));
  return { on: await isOn(origin), css: await css, silenced: await silenced(origin), tracking_domain: domain ?? null };
}

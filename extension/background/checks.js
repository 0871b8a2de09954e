// @ts-check
// The last messages that were sent, for the popup: what became of them, never what they said.
import "../shared/browser.js";
import { showNothing } from "./badge.js";

const { browser } = globalThis.linkwell;
const AT_MOST = 20;

/** @returns {Promise<Checked[]>} newest first */
export async function checks() {
  return /** @type {Checked[] | undefined} */ (await browser.remembered("checks")) ?? [];
}

/**
 * @param {Sent} sent
 * @param {Source} source
 */
export async function sent({ links, outcome, title, contact }, { origin, tab }) {
  await navigator.locks.request("checks", async () => {
    const check = { links, outcome, title, contact, at: Date.now(), host: new URL(origin).host };
    await browser.remember("checks", [check, ...(await checks())].slice(0, AT_MOST));
  });
  if (outcome !== "unchecked") await showNothing(tab);
  return {};
}

// @ts-check
// How the helper stood at the last request, so that everybody hears when it is back.
import "../shared/browser.js";
import { tellEverySite } from "./sites.js";

const { browser } = globalThis.linkwell;

/** @param {"ready" | State} state */
export async function stands(state) {
  const before = await browser.remembered("standing");
  if (before === state) return;
  await browser.remember("standing", state);
  if (state === "ready") await tellEverySite({ type: "helper", state });
}

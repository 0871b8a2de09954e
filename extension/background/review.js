// @ts-check
// A text on its way to the helper and back: what is wrong with it, or the same text with tracked links.
import { showProblems, showUnchecked } from "./badge.js";
import { Failure } from "./failure.js";
import { ask } from "./server.js";

// A Send waits less than that for its review, by its own clock; a late one still tells the bar.
const REVIEW_WITHIN = 4_000;
const REWRITE_WITHIN = 5_000;

/**
 * @param {Writing} writing
 * @param {Source} source
 */
export async function review(writing, { origin, tab }) {
  try {
    const { data } = await ask("POST", "/v1/reviews", { body: asked(writing, origin), within: REVIEW_WITHIN });
    await showProblems(tab, data);
    return { review: data };
  } catch (failure) {
    if (failure instanceof Failure) await showUnchecked(tab);
    throw failure;
  }
}

/**
 * @param {Writing} writing
 * @param {Source} source
 */
export async function rewrite(writing, { origin, tab }) {
  const { data } = await ask("POST", "/v1/rewrites", { body: asked(writing, origin), within: REWRITE_WITHIN });
  await showProblems(tab, data.review);
  return { rewrite: data };
}

/**
 * @param {Writing} writing
 * @param {string} site
 */
const asked = ({ text, contact, campaign, channel }, site) => ({ text: text.toWellFormed(), contact, campaign, channel, site });

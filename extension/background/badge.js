// @ts-check
// The sign on the toolbar icon of a tab: how many problems, or "?" where a message could not be checked.
import "../shared/browser.js";

const { browser } = globalThis.linkwell;
const plural = new Intl.PluralRules(browser.word("manifest_language"));

/** @param {Review} review */
export const problemsIn = (review) => review.findings.filter(({ severity }) => severity === "block" || severity === "warn").length;

/**
 * @param {number | undefined} tab
 * @param {Review} review
 */
export async function showProblems(tab, review) {
  const count = problemsIn(review);
  if (tab === undefined) return;
  if (!count) await browser.badge(null, tab);
  else await browser.badge({ text: String(count), title: browser.word(`state_badge_problem_${plural.select(count) === "one" ? "one" : "other"}`, [String(count)]) }, tab);
}

/** @param {number | undefined} tab */
export async function showUnchecked(tab) {
  if (tab !== undefined) await browser.badge({ text: "?", title: browser.word("state_badge_unchecked") }, tab);
}

/** @param {number | undefined} tab */
export async function showNothing(tab) {
  if (tab !== undefined) await browser.badge(null, tab);
}

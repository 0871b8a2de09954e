// @ts-check
// The content scripts in the order they run, and the style sheets that hang in their shadow roots.
{
  /** @type {Linkwell["contentFiles"]} */
  const contentFiles = {
    scripts: [
      "shared/protocol.js",
      "shared/browser.js",
      "shared/icons.js",
      "content/build.js",
      "content/words.js",
      "content/edits.js",
      "content/findings.js",
      "content/worker.js",
      "content/reviewer.js",
      "content/page.js",
      "content/editors/reading.js",
      "content/editors/field.js",
      "content/editors/rich.js",
      "content/adapters/generic.js",
      "content/composers.js",
      "content/watches.js",
      "content/host.js",
      "content/underlines.js",
      "content/dock.js",
      "content/bar.js",
      "content/card.js",
      "content/hold.js",
      "content/sending.js",
      "content/clipboard.js",
      "content/repairs.js",
      "content/holding.js",
      "content/watch.js",
      "content/guard.js",
      "content/start.js",
    ],
    styles: ["shared/tokens.css", "content/content.css"],
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { contentFiles });
}

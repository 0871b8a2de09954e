// @ts-check
// The content scripts in the order they run, and the style sheets that hang in their shadow roots.
{
  /** @type {Linkwell["contentFiles"]} */
  const contentFiles = {
    scripts: ["shared/protocol.js", "shared/browser.js", "shared/icons.js"],
    styles: ["shared/tokens.css"],
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { contentFiles });
}

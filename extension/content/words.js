// @ts-check
// The words of the in-page interface, out of the locale's messages.
{
  const { browser } = globalThis.linkwell;
  const plural = new Intl.PluralRules(browser.word("manifest_language") || "en");

  /** What was looked up once. @type {Map<string, string>} */
  const known = new Map();

  /** @type {Linkwell["words"]["say"]} */
  const say = (key, ...values) => {
    const asked = [key, ...values].join(" ");
    const text = known.get(asked) ?? browser.word(`page_${key}`, values.map(String));
    known.set(asked, text);
    return text;
  };
  // After an update of the extension there is nobody left to ask for these.
  for (const key of ["updated", "reload"]) say(key);

  /** @type {Linkwell["words"]["count"]} */
  const count = (key, n) => say(`${key}_${plural.select(n) === "one" ? "one" : "other"}`, n);

  /** @type {Linkwell["words"]} */
  const words = {
    say,
    count,
    state: ({ state }) => say(`state_${state}`),
    kind: (severity) => say(severity === "block" || severity === "warn" ? `kind_${severity}` : "kind_info"),
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { words });
}

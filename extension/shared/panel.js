// @ts-check
// What the extension's own documents share: their words, their parts, their times.
{
  const { browser, icons } = globalThis.linkwell;
  const language = browser.word("manifest_language");
  const plural = new Intl.PluralRules(language);

  /** @type {Linkwell["panel"]["word"]} */
  const word = (key, ...values) => browser.word(key, values.map(String));

  /** @type {Linkwell["panel"]["count"]} */
  const count = (key, n, ...values) => word(`${key}_${plural.select(n) === "one" ? "one" : "other"}`, n, ...values);

  /** @type {Linkwell["panel"]["sentence"]} */
  const sentence = (key, ...parts) => {
    // Private-use characters stand for the parts while the locale puts them in its own order.
    const marks = parts.map((_, index) => String.fromCharCode(0xe000 + index));
    return word(key, ...marks)
      .split(/([\ue000-\ue0ff])/)
      .filter((piece) => piece !== "")
      .map((piece) => parts[marks.indexOf(piece)] ?? piece);
  };

  /** @type {Linkwell["panel"]["element"]} */
  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) made.setAttribute(name, "");
      else if (value !== false && value !== null) made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  };

  /** @type {Linkwell["panel"]["ago"]} */
  const ago = (time, now) => {
    const minutes = Math.round((now - time) / 60_000);
    if (minutes < 1) return word("popup_just_now");
    if (minutes < 60) return count("popup_minutes_ago", minutes);
    const hours = Math.round(minutes / 60);
    return hours < 24 ? count("popup_hours_ago", hours) : count("popup_days_ago", Math.round(hours / 24));
  };

  /** @type {Linkwell["panel"]["clock"]} */
  const clock = (time) => new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(time);

  /** @type {Linkwell["panel"]["fill"]} */
  const fill = () => {
    document.documentElement.lang = language;
    document.documentElement.dir = /** @type {any} */ (new Intl.Locale(language)).getTextInfo?.().direction ?? "ltr";
    for (const target of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-word]"))) {
      target.append(word(/** @type {string} */ (target.dataset["word"])));
    }
    for (const name of ["placeholder", "aria-label"]) {
      for (const target of document.querySelectorAll(`[data-${name}]`)) target.setAttribute(name, word(target.getAttribute(`data-${name}`) ?? ""));
    }
    for (const target of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-icon]"))) {
      target.prepend(icons.draw(/** @type {string} */ (target.dataset["icon"])));
    }
  };

  /** @type {Linkwell["panel"]["byId"]} */
  const byId = (id) => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`The document has no #${id}.`);
    return /** @type {any} */ (found);
  };

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { panel: { word, count, sentence, element, ago, clock, fill, byId } });
}

// @ts-check
// What a person is told of findings: their order, their mark, and the link now beside the link fixed.
{
  const { build, words, edits } = globalThis.linkwell;
  /** @type {Severity[]} */
  const ORDER = ["block", "warn", "info", "hint"];
  const LINKS = /\b[a-z][a-z0-9+.-]*:\/+\S|\bwww[.,]\S|(?<![@\w.-])[a-z0-9][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}\b(?!@)/giu;

  const TRACK_MENDS = ["untracked-link", "overlong-link", "tracking-would-break"];
  // So much is shown of what no edit mends: enough to know it by.
  const MOST = 160;

  /** @param {Severity} severity */
  const rank = (severity) => ORDER.indexOf(severity);
  /** @type {Linkwell["findings"]["mark"]} */
  const mark = (severity) => (severity === "hint" ? "info" : severity);

  /** Characters that nobody sees, by their number, and spaces that could be overlooked. @param {string} text */
  const visible = (text) =>
    [...text.matchAll(/(?<space>[ \u00a0])|(?<hidden>[\p{Cf}\p{Cc}\u034f\u115f\u17b4\u180e\u2000-\u200f\u2800\u3000\u3164\ufeff])|(?<rest>[^ \u00a0\p{Cf}\p{Cc}\u034f\u115f\u17b4\u180e\u2000-\u200f\u2800\u3000\u3164\ufeff]+)/gu)].map(
      ({ 0: one, groups = {}, index }) => {
        if (groups.rest !== undefined) return groups.rest;
        if ((one === " " || one === "\n") && /[^\s\p{Cf}]{2}/u.test(`${text[index - 1] ?? " "}${text[index + 1] ?? " "}`)) return one;
        const shown = groups.space === undefined ? `U+${groups.hidden?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}` : "␣";
        const read = groups.space === undefined ? shown : words.say("space");
        const both = build("span", {}, build("span", { "aria-hidden": "true" }, shown), build("span", { class: "vh" }, read));
        return both;
      },
    );

  /** The start and the end that two texts share. @param {string} now @param {string} then */
  const shared = (now, then) => {
    const most = Math.min(now.length, then.length);
    let start = 0;
    while (start < most && now[start] === then[start]) start += 1;
    let end = 0;
    while (end < most - start && now.at(-1 - end) === then.at(-1 - end)) end += 1;
    return { start, end };
  };

  /** @param {string} text @param {string} changed @param {"del" | "ins"} tag */
  const line = (text, changed, tag) => {
    const { start, end } = shared(text, changed);
    const middle = text.slice(start, text.length - end);
    const marked = middle ? [build(tag, { class: /^[ \u00a0]+$/.test(middle) ? "sp" : null }, ...visible(middle))] : [];
    return build("dd", {}, text.slice(0, start), ...marked, text.slice(text.length - end));
  };

  /** @type {Linkwell["findings"]["diff"]} */
  const diff = (finding, text, review) => {
    const { edit, span } = finding;
    const link = finding.link === null ? span : (review.links[finding.link]?.span ?? span);
    const start = Math.min(link.start, span.start, edit?.span.start ?? link.start);
    const end = Math.max(link.end, span.end, edit?.span.end ?? link.end);
    const now = text.slice(start, end);
    if (!now) return null;
    const list = build("dl", { class: "lw-diff" }, build("dt", {}, words.say("now")));
    if (!edit) {
      const known = [...now];
      list.append(build("dd", {}, ...visible(known.length > MOST ? `${known.slice(0, MOST).join("").trimEnd()}…` : now)));
      return list;
    }
    const own = { span: { start: edit.span.start - start, end: edit.span.end - start }, text: edit.text };
    const then = edits.apply(now, [own]);
    list.append(line(now, then, "del"), build("dt", {}, words.say("fixed")), line(then, now, "ins"));
    return list;
  };

  /** Whether two addresses lead to the same page. @param {string} one @param {string | null} other */
  const same = (one, other) => one === other || (other !== null && URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href);

  /** @type {Linkwell["findings"]["android"]} */
  const android = (finding, review) => {
    const link = finding.link === null ? undefined : review.links[finding.link];
    if (!link?.phones) return null;
    const there = link.phones.android;
    if (!there) return build("p", { class: "phones" }, words.say("android_none"));
    if (there.url === link.written || same(there.url, link.url)) return null;
    return build("p", { class: "phones" }, words.say("android_opens"), " ", build("bdi", { dir: "ltr" }, ...visible(there.url)));
  };

  /** @type {Linkwell["findings"]} */
  const findings = {
    worstFirst: (found) => found.toSorted((a, b) => rank(a.severity) - rank(b.severity) || a.span.start - b.span.start),
    isProblem: ({ severity }) => severity === "block" || severity === "warn",
    key: ({ code, span }, text) => `${code} ${text.slice(span.start, span.end)}`,
    worst: (found) => mark(findings.worstFirst(found)[0]?.severity ?? "info"),
    mark,
    trackMends: ({ code }) => TRACK_MENDS.includes(code),
    diff,
    android,
    guess: (text) => text.match(LINKS)?.length ?? 0,
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { findings });
}

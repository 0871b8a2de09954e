/**
 * What a phone makes tappable in a message: a simple model of two phones, whatever the sender meant.
 *
 * Both find http and https addresses and bare domains with a suffix they know. Android takes the last `. ! ? : )` along
 * where a link with a path ends the message, shows no link for one that is stuck to the character before it or written
 * in capitals, and none at all in a message with a direction override.
 *
 * @typedef {{ start: number, end: number, href: string, written: string }} PhoneLink `written` without what was taken along
 * @typedef {"android" | "iphone"} PhoneKind
 */

/** A phone knows them all; these are enough here. */
const SUFFIXES = "com|org|net|info|biz|app|dev|shop|store|co|io|me|us|ca|uk|de|fr|nl|it|es|ie|au|ly|example";
const WITH_SCHEME = String.raw`https?:\/\/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?::\d+)?`;
const BARE = String.raw`(?<![@.\w-])(?:[a-z0-9-]+\.)+(?:${SUFFIXES})\b(?![.-]\w)`;
const ADDRESS = new RegExp(String.raw`(?:${WITH_SCHEME}|${BARE})(?:[/?#][^\s<>"“”]*)?`, "giu");
const TRAILING = /[.,;:!?'"*_~…)\]}]+$/u;
const SWALLOWED = /^[.!?:)]$/u;
const OVERRIDES = /[\u202a-\u202e]/u;

/**
 * @param {PhoneKind} phone
 * @param {string} text
 * @returns {PhoneLink[]}
 */
export function linksOn(phone, text) {
  if (phone === "android" && OVERRIDES.test(text)) return [];
  const links = [];
  for (const found of text.matchAll(ADDRESS)) {
    const start = found.index;
    const bare = withoutTail(found[0]);
    if (phone === "android" && (isStuck(text, start) || isShouted(bare))) continue;
    const whole = phone === "android" ? bare + swallowed(text, start + bare.length, bare) : bare;
    links.push({ start, end: start + whole.length, href: /^https?:/iu.test(whole) ? whole : `http://${whole}`, written: bare });
  }
  return links;
}

/** @param {string} written */
function withoutTail(written) {
  const tail = TRAILING.exec(written)?.[0] ?? "";
  const bare = written.slice(0, written.length - tail.length);
  return tail.startsWith(")") && bare.includes("(") ? `${bare})` : bare;
}

/**
 * @param {string} text
 * @param {number} end
 * @param {string} bare
 */
function swallowed(text, end, bare) {
  const rest = text.slice(end);
  const hasPath = /^(?:https?:\/\/)?[^/]+\//iu.test(bare);
  return hasPath && SWALLOWED.test(rest) ? rest : "";
}

/**
 * @param {string} text
 * @param {number} start
 */
const isStuck = (text, start) => start > 0 && /[\p{L}\p{N}_]/u.test(text.charAt(start - 1));

/** @param {string} written */
const isShouted = (written) => /^(?:HTTPS?:\/\/)?[A-Z0-9.-]*[A-Z][A-Z0-9.-]*(?:[/?#:]|$)/u.test(written);

/**
 * A short link of this very address: the phone can fetch its preview without leaving this computer.
 * @param {string} href
 */
export function isOurs(href) {
  const address = URL.canParse(href) ? new URL(href) : null;
  return address?.origin === location.origin && /^\/[2-9a-z]{8}[.!?:)]*$/iu.test(address.pathname);
}

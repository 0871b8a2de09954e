/** The made-up customers of a made-up shop, and what was said before the page was opened. Numbers are kept for fiction. */

/**
 * @typedef {object} Message
 * @property {"store" | "contact"} from
 * @property {string} text
 * @property {Date} at
 * @property {import("./links.js").PhoneLink[]} links what the phone found to tap when it arrived
 * @property {number} taps
 * @property {Date | null} tapped when it was tapped last
 * @property {{ host: string }[]} previews
 *
 * @typedef {{ icon: string, text: string, at: Date }} Entry one line below the phone
 *
 * @typedef {object} Person
 * @property {string} name
 * @property {string} number
 * @property {string} since
 * @property {string} store
 * @property {string} tint
 * @property {Message[]} messages
 * @property {string} draft
 * @property {Entry[]} log
 */

/**
 * @param {Message["from"]} from
 * @param {string} text
 * @param {Date} at
 * @returns {Message}
 */
export const message = (from, text, at) => ({ from, text, at, links: [], taps: 0, tapped: null, previews: [] });

/** @param {Person} person */
export const firstName = (person) => person.name.split(" ", 1)[0] ?? person.name;

/** @param {Person} person */
export const initials = (person) => person.name.replace(/(\p{L})\p{L}*\s*/gu, "$1");

/**
 * @param {string} name
 * @param {string} number
 * @param {string} since
 * @param {string} store
 * @param {string} tint
 * @param {[from: Message["from"], minutesAgo: number, text: string][]} talk
 * @returns {Person}
 */
function person(name, number, since, store, tint, talk) {
  const now = Date.now();
  const messages = talk.map(([from, ago, text]) => message(from, text, new Date(now - ago * 60_000)));
  return { name, number, since, store, tint, messages, draft: "", log: [] };
}

export const people = [
  person("Dana Whitlock", "+1 (415) 555-0142", "March 2024", "Harbour St", "sand", [
    ["contact", 5, "Hi, any news about my order? It was due on Friday."],
    ["store", 3, "Hi Dana, your order 4821 left us this morning. It should be with you tomorrow before noon."],
    ["contact", 1, "Great, thank you! Do you still have the sale on?"],
  ]),
  person("Ravi Prasad", "+1 (415) 555-0117", "June 2022", "Harbour St", "moss", [
    ["store", 41, "Hi Ravi, the boots you asked about are back in size 9."],
    ["contact", 18, "Could you send me the size guide first?"],
  ]),
  person("Mina Okafor", "+1 (628) 555-0163", "January 2025", "Mission", "iris", [
    ["contact", 64, "Is my jacket ready to collect?"],
    ["store", 31, "Nearly, Mina. The zip is being replaced today."],
  ]),
  person("Joel Lindqvist", "+1 (510) 555-0188", "October 2023", "Lakeside", "clay", [
    ["contact", 142, "Can I still change the delivery address?"],
    ["store", 94, "Yes, until tonight. Send me the new one and I will change it."],
  ]),
  person("Sofia Marchetti", "+1 (628) 555-0129", "May 2021", "Mission", "moss", [
    ["contact", 4400, "Loved the trail evening. When is the next one?"],
  ]),
];

/** Replies that this shop keeps at hand, broken ones among them: that is how they come in ordinary life. */
export const savedReplies = [
  ["Spring sale", "Sale: htps://acme.com/x?utm_source=a?b=c."],
  ["Order ready", "Your order is ready to collect: https://bit.ly/3xYz"],
  ["Size guide", "Here is our size guide: https://acme.com/size-guide"],
  ["Call back", "Thanks for waiting. We will call you back within the hour."],
];

/** What the shop knows of the customer, and the links sent from this page. */
import { clock } from "./clock.js";
import { element, icon, part } from "./element.js";
import { firstName } from "./people.js";

/** As many as a glance takes in. */
const NEWEST = 3;

/** @param {import("./people.js").Person} person */
export function showContact(person) {
  const facts = element(
    "dl",
    {},
    fact("Customer since", person.since),
    fact("Store", person.store),
    fact("Texts", element("span", { class: "badge agreed" }, icon("tick", "tiny"), "Agreed to texts")),
  );
  const sent = person.messages.filter((message) => message.links.length > 0).slice(-NEWEST).reverse();
  const links = sent.length
    ? element("ul", { class: "sent-links" }, ...sent.map(row))
    : element("p", { class: "faint" }, "None yet. Links that you send from here are listed with their taps.");
  part("contact", HTMLDivElement).replaceChildren(facts, element("h3", {}, `Links sent to ${firstName(person)}`), links);
}

/**
 * @param {string} name
 * @param {string | HTMLElement} value
 */
const fact = (name, value) => element("div", {}, element("dt", {}, name), element("dd", {}, value));

/** @param {import("./people.js").Message} message */
function row(message) {
  const address = message.links.map(({ written }) => written.replace(/^https?:\/\//iu, "")).join(", ");
  const taps = message.taps === 1 ? "tapped once" : `tapped ${message.taps} times`;
  return element(
    "li",
    {},
    icon(message.taps ? "eye" : "clock"),
    element(
      "div",
      {},
      element("p", { class: "address" }, address),
      element("p", { class: "faint" }, `Sent ${clock(message.at)}, ${message.taps ? taps : "not tapped"}`),
    ),
  );
}

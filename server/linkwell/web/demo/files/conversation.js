/** The list of conversations and the talk in the middle. */
import { clock, clockOrDay, dayName, sameDay } from "./clock.js";
import { element, icon, part } from "./element.js";
import { firstName, initials } from "./people.js";

/**
 * @typedef {import("./people.js").Person} Person
 * @typedef {import("./people.js").Message} Message
 */

/** @param {Person} person */
const face = (person) => element("span", { class: `face ${person.tint}`, "aria-hidden": "true" }, initials(person));

/**
 * @param {Person[]} people
 * @param {(person: Person) => void} chosen
 */
export function threadList(people, chosen) {
  const rows = people.map((person) => {
    const when = element("span", { class: "faint" });
    const last = element("span", { class: "last" });
    const row = element("button", { type: "button" }, face(person), element("span", { class: "name" }, person.name), when, last);
    row.addEventListener("click", () => chosen(person));
    return { person, row, when, last };
  });
  part("threads", HTMLUListElement).append(...rows.map(({ row }) => element("li", {}, row)));

  return {
    /** @param {Person} current */
    show(current) {
      for (const { person, row, when, last } of rows) {
        const message = person.messages.at(-1);
        when.textContent = message ? clockOrDay(message.at) : "";
        last.textContent = message?.text ?? "";
        if (person === current) row.setAttribute("aria-current", "true");
        else row.removeAttribute("aria-current");
      }
    },
  };
}

export function conversation() {
  const who = part("who", HTMLDivElement);
  let talk = part("talk", HTMLDivElement);
  let said = element("div");
  /** @type {Person | undefined} */
  let shown;
  /** @type {Map<Message, HTMLElement>} */
  let receipts = new Map();

  /** @param {Person} person */
  const open = (person) => {
    shown = person;
    receipts = new Map();
    const name = element("h2", { id: "who-name", tabindex: "-1" }, person.name);
    who.replaceChildren(face(person), element("div", {}, name, element("p", { class: "faint" }, `Text message · ${person.number}`)));
    // A new log for each person, so that a screen reader reads out what is added and not what was said long ago.
    const fresh = element("div", { class: "talk", id: "talk", role: "log", tabindex: "0" });
    fresh.setAttribute("aria-label", `Messages with ${firstName(person)}`);
    said = element("div", { class: "said" });
    fresh.append(said);
    talk.replaceWith(fresh);
    talk = fresh;
  };

  /**
   * @param {Person} person
   * @param {Message} message
   * @param {Message | undefined} before
   */
  const add = (person, message, before) => {
    if (!before || !sameDay(before.at, message.at)) said.append(element("p", { class: "day faint" }, dayName(message.at)));
    const mine = message.from === "store";
    const receipt = element("p", { class: mine ? "faint mine" : "faint" });
    said.append(element("p", { class: mine ? "bubble mine" : "bubble" }, message.text), receipt);
    receipts.set(message, receipt);
    if (!mine) receipt.append(`${firstName(person)}, ${clock(message.at)}`);
  };

  return {
    /** @param {Person} person */
    show(person) {
      if (shown !== person) open(person);
      const known = receipts.size;
      person.messages.slice(known).forEach((message, index) => add(person, message, person.messages[known + index - 1]));
      for (const [message, receipt] of receipts) if (message.from === "store") tell(person, message, receipt);
    },
  };
}

/**
 * @param {Person} person
 * @param {Message} message
 * @param {HTMLElement} receipt
 */
function tell(person, message, receipt) {
  const words = message.tapped ? `${firstName(person)} tapped the link, ${clock(message.tapped)}` : `Delivered, ${clock(message.at)}`;
  if (receipt.textContent === words) return;
  receipt.replaceChildren(...(message.tapped ? [icon("eye", "small")] : []), words);
  receipt.classList.toggle("tapped", Boolean(message.tapped));
}

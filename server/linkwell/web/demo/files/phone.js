/** The recipient's phone: shows what arrived, lets links be tapped, and fetches previews as phones do. */
import { clock, clockWithSeconds } from "./clock.js";
import { element, icon, part } from "./element.js";
import { isOurs, linksOn } from "./links.js";
import { firstName } from "./people.js";

/**
 * @typedef {import("./people.js").Person} Person
 * @typedef {import("./people.js").Message} Message
 * @typedef {import("./links.js").PhoneKind} PhoneKind
 */

/** As many as fit below the phone. */
const NEWEST = 6;

/** @param {() => void} changed */
export function phone(changed) {
  const frame = part("phone", HTMLDivElement);
  const screen = part("screen", HTMLDivElement);
  /** @type {Person | undefined} */
  let shown;
  /** @type {PhoneKind} */
  let kind = "android";
  let talk = element("div");
  /** @type {Map<Message, HTMLElement>} where the previews of a message go */
  let rows = new Map();

  /** @param {Person} person */
  const open = (person) => {
    shown = person;
    rows = new Map();
    talk = element("div", { class: "arrivals" });
    screen.replaceChildren(talk);
    screen.setAttribute("aria-label", `Messages on ${firstName(person)}’s phone`);
    part("phone-title", HTMLHeadingElement).textContent = `${firstName(person)}’s phone`;
    for (const message of person.messages) message.links = find(message);
  };

  /** @param {Person} person */
  const show = (person) => {
    if (shown !== person) open(person);
    part("phone-clock", HTMLSpanElement).textContent = clock(new Date());
    for (const message of person.messages.slice(rows.size)) {
      const below = element("div", { class: "previews" });
      talk.append(element("div", { class: message.from === "store" ? "arrived" : "arrived own" }, text(message, tapped), below));
      rows.set(message, below);
    }
    for (const [message, below] of rows) {
      if (message.previews.length > below.children.length) below.replaceChildren(...previews(message));
    }
    showLog(person);
  };

  /** @param {Message} message */
  const find = (message) => (message.from === "store" ? linksOn(kind, message.text) : []);

  /** @param {Message} message */
  const tapped = (message) => {
    if (!shown) return;
    message.taps += 1;
    message.tapped = new Date();
    note(shown, "eye", `${firstName(shown)} tapped it`);
    changed();
  };

  for (const choice of document.querySelectorAll("[data-phone]")) {
    choice.addEventListener("click", () => {
      kind = choice.getAttribute("data-phone") === "iphone" ? "iphone" : "android";
      frame.dataset.kind = kind;
      shown = undefined;
      for (const other of document.querySelectorAll("[data-phone]")) other.setAttribute("aria-pressed", String(other === choice));
      changed();
    });
  }

  return {
    show,
    /**
     * The message reaches the phone, which looks for links in it and fetches a preview of those it can reach from here.
     * @param {Person} person
     * @param {Message} message
     */
    async deliver(person, message) {
      message.links = find(message);
      note(person, "tick", "Delivered");
      changed();
      for (const { href } of message.links.filter((link) => isOurs(link.href))) {
        const answer = await preview(href);
        if (answer === "shown") message.previews.push({ host: new URL(href).host });
        note(person, answer === "shown" ? "phone" : "none", answer === "shown" ? "Preview, not counted" : "Preview found nothing");
        changed();
      }
    },
  };
}

/**
 * Phones ask for the link itself and say that it is for a preview. Where it leads to is not followed: that may be off this computer.
 * @param {string} href
 */
async function preview(href) {
  try {
    const answer = await fetch(href, { headers: { "X-Purpose": "preview" }, redirect: "manual", cache: "no-store", credentials: "omit" });
    return answer.type === "opaqueredirect" || answer.ok ? "shown" : "nothing";
  } catch {
    return "nothing";
  }
}

/**
 * @param {Person} person
 * @param {string} name of the icon
 * @param {string} words
 */
const note = (person, name, words) => person.log.push({ icon: name, text: words, at: new Date() });

/** @param {Person} person */
function showLog(person) {
  const entries = person.log.slice(-NEWEST).map(({ icon: name, text: words, at }) =>
    element("li", { "data-what": name }, icon(name, "small"), element("span", {}, words), element("time", {}, clockWithSeconds(at))),
  );
  part("log", HTMLOListElement).replaceChildren(...entries);
}

/**
 * @param {Message} message
 * @param {(message: Message) => void} tapped
 */
function text(message, tapped) {
  const bubble = element("p", { class: "sms" });
  let at = 0;
  for (const { start, end, href } of message.links) {
    const link = element("a", { href, target: "_blank", rel: "noopener" }, message.text.slice(start, end));
    link.addEventListener("click", () => tapped(message));
    link.addEventListener("auxclick", (event) => {
      if (event.button === 1) tapped(message);
    });
    bubble.append(message.text.slice(at, start), link);
    at = end;
  }
  bubble.append(message.text.slice(at));
  return bubble;
}

/** @param {string} host */
function card(host) {
  const name = element("p", { class: "name" }, "Link preview");
  return element("div", { class: "preview" }, landscape(), name, element("p", { class: "faint" }, host));
}

function landscape() {
  const picture = icon("landscape");
  picture.setAttribute("class", "picture");
  picture.setAttribute("viewBox", "0 0 220 64");
  picture.setAttribute("preserveAspectRatio", "xMidYMid slice");
  return picture;
}

/** @param {Message} message */
function previews(message) {
  return message.previews.map(({ host }) =>
    element(
      "figure",
      {},
      card(host),
      element("figcaption", { class: "faint" }, "Preview fetched by the phone: not a click"),
    ),
  );
}

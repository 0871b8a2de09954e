/** Puts the demo inbox together. Everything stays in this page: a reload starts it afresh. */
import { composer } from "./composer.js";
import { showContact } from "./contact.js";
import { conversation, threadList } from "./conversation.js";
import { part } from "./element.js";
import { message, people } from "./people.js";
import { phone } from "./phone.js";

const [first] = people;
if (!first) throw new Error("the demo has nobody to write to");
let current = first;

const threads = threadList(people, choose);
const talk = conversation();
const recipient = phone(show);
const box = composer((text) => {
  const sent = message("store", text, new Date());
  current.messages.push(sent);
  void recipient.deliver(current, sent);
});

function show() {
  threads.show(current);
  talk.show(current);
  showContact(current);
  recipient.show(current);
}

/** @param {import("./people.js").Person} person */
function choose(person) {
  current = person;
  box.show(person);
  show();
  if (look("message")) part("who-name", HTMLHeadingElement).focus();
}

/**
 * On a narrow screen one view shows at a time.
 * @param {string} view
 * @returns {boolean} whether that is another one than before
 */
function look(view) {
  const frame = document.querySelector(".inbox");
  if (!(frame instanceof HTMLElement) || frame.dataset.view === view) return false;
  frame.dataset.view = view;
  for (const button of document.querySelectorAll("[data-show]")) {
    if (button.getAttribute("data-show") === view) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  return true;
}

for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => look(button.getAttribute("data-show") ?? "message"));
}
box.show(current);
show();

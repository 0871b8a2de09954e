/** The message box with its tools: which keys send, and how long the text is. */
import { editors } from "./editors.js";
import { element, part } from "./element.js";
import { savedReplies } from "./people.js";

/** One text message, in the alphabet that phones agree on. */
const ONE_TEXT = 160;

/**
 * @typedef {import("./people.js").Person} Person
 * @param {(text: string) => void} sent
 */
export function composer(sent) {
  const place = part("editor", HTMLDivElement);
  const count = part("count", HTMLSpanElement);
  const entersSends = part("enter-sends", HTMLInputElement);
  const replies = part("replies", HTMLSelectElement);
  /** @type {Person | undefined} */
  let person;
  /** @type {import("./editors.js").Editor | undefined} */
  let editor;

  const changed = () => {
    if (!person || !editor) return;
    person.draft = editor.text();
    const length = person.draft.length;
    count.textContent = length > ONE_TEXT ? `${length} characters` : `${length} of ${ONE_TEXT}`;
  };

  const send = () => {
    if (!editor) return;
    const text = editor.text();
    if (text.trim()) {
      editor.fill("");
      changed();
      sent(text);
    }
    editor.node.focus();
  };

  /** @param {string} text */
  const insert = (text) => {
    editor?.node.focus();
    document.execCommand("insertText", false, text);
  };

  /** @param {Person} next */
  const show = (next) => {
    const kind = document.querySelector('input[name="editor"]:checked');
    const make = kind instanceof HTMLInputElement ? editors[kind.value] : undefined;
    if (!make) return;
    person = next;
    editor = make(`Message to ${person.name}`, changed);
    editor.fill(person.draft);
    editor.node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.altKey) return;
      if (!event.ctrlKey && !event.metaKey && !entersSends.checked) return;
      event.preventDefault();
      send();
    });
    place.replaceChildren(editor.node);
    changed();
  };

  for (const choice of document.querySelectorAll('input[name="editor"]')) {
    choice.addEventListener("change", () => person && show(person));
  }
  replies.append(element("option", { value: "" }, "Saved replies"), ...savedReplies.map(([name, text]) => new Option(name, text)));
  replies.addEventListener("change", () => {
    insert(replies.value);
    replies.value = "";
  });
  part("smile", HTMLButtonElement).addEventListener("click", () => insert("🙂"));
  part("send", HTMLButtonElement).addEventListener("click", send);
  return { show };
}

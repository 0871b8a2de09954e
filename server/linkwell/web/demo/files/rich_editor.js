/** An editable region: every line is a block of its own, as the browser makes them. */
import { element } from "./element.js";

const BLOCKS = new Set(["DIV", "P", "LI", "UL", "OL", "BLOCKQUOTE", "PRE", "H1", "H2", "H3"]);

/** @type {import("./editors.js").MakeEditor} */
export function richEditor(label, changed) {
  const node = element("div", {
    id: "message",
    class: "rich",
    contenteditable: "true",
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": label,
    "aria-placeholder": "Write a text message",
  });
  const mark = () => node.classList.toggle("empty", textOf(node) === "");
  node.addEventListener("input", () => {
    mark();
    changed();
  });
  mark();
  return {
    node,
    text: () => textOf(node),
    fill(text) {
      const [first = "", ...rest] = text.split("\n");
      node.replaceChildren(first, ...rest.map((line) => element("div", {}, line || element("br"))));
      mark();
    },
  };
}

/**
 * The text with one line break between blocks. A no-break space is how an editable region keeps a space at an edge.
 * @param {HTMLElement} root
 */
function textOf(root) {
  let text = "";
  let begun = false;
  let afterBlock = false;

  /** @param {Node} node */
  const read = (node) => {
    for (const child of node.childNodes) {
      if (BLOCKS.has(child.nodeName)) {
        if (begun) text += "\n";
        begun = true;
        afterBlock = false;
        read(child);
        afterBlock = true;
        continue;
      }
      const isLastBreak = child.nodeName === "BR" && !child.nextSibling;
      if (afterBlock && (child.textContent || child.nodeName === "BR")) {
        text += "\n";
        afterBlock = false;
      }
      if (child.nodeName === "BR") text += isLastBreak ? "" : "\n";
      else if (child instanceof Text) text += child.data;
      else read(child);
      begun ||= Boolean(child.textContent) || child.nodeName === "BR";
    }
  };
  read(root);
  return text.replaceAll("\u00a0", " ");
}

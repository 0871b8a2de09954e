// @ts-check
// Reads rich text as a person sees it, and remembers which character of the document each one came from.
{
  const BLOCKS = new Set(
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL".split(" "),
  );
  const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "LINKWELL-UI"]);

  /** @type {Linkwell["read"]} */
  const read = (root) => {
    /** @type {string[]} */
    const text = [];
    /** @type {Place[]} */
    const places = [];
    let fresh = true; // a space that folds would not show here: at the start of a line, or behind another

    /** @type {(character: string, place: Place) => void} */
    const put = (character, place) => {
      text.push(character);
      places.push(place);
      fresh = character === "\n";
    };
    /** @type {(node: Node) => void} */
    const breakLine = (node) => put("\n", { node, start: 0, end: 0 });

    /** @type {(node: Text, folds: boolean) => void} */
    const readText = (node, folds) => {
      const { data } = node;
      for (let i = 0; i < data.length; i += 1) {
        const character = data.charAt(i);
        if (folds && /[ \t\r\n]/.test(character)) {
          const start = i;
          while (i + 1 < data.length && /[ \t\r\n]/.test(data.charAt(i + 1))) i += 1;
          if (!fresh) put(" ", { node, start, end: i + 1 });
          fresh = true;
          continue;
        }
        // Where spaces collapse, an editor writes U+00A0 for one that must show: the person typed a space.
        put(folds && character === "\u00a0" ? " " : character, { node, start: i, end: i + 1 });
      }
    };

    /** @type {(node: Node, folds: boolean) => void} */
    const walk = (node, folds) => {
      if (node.nodeType === Node.TEXT_NODE) readText(/** @type {Text} */ (node), folds);
      if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.nodeName)) return;
      if (node.nodeName === "BR") {
        breakLine(node);
        return;
      }
      const block = BLOCKS.has(node.nodeName) && node !== root;
      if (block && !atStart()) breakLine(node);
      const style = /** @type {HTMLElement} */ (node).style;
      const inside = style?.whiteSpace || node.nodeName === "PRE" ? collapses(/** @type {Element} */ (node)) : folds;
      for (const child of node.childNodes) walk(child, inside);
      if (block && !atStart()) breakLine(node);
    };
    const atStart = () => !text.length || text.at(-1) === "\n";
    walk(root, collapses(root));
    // The line break that ends the last block is none that a person typed.
    if (text.at(-1) === "\n") {
      text.pop();
      places.pop();
    }
    return { text: text.join(""), places };
  };

  /** @type {Linkwell["collapses"]} */
  const collapses = (element) => {
    const style = getComputedStyle(element);
    return !/pre|break-spaces/.test(style.whiteSpace) && !/preserve|break-spaces/.test(style.whiteSpaceCollapse);
  };

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { read, collapses });
}

// @ts-check
// Underlines links in rich text with the browser's own highlights: the document's text and markup stay as they are.
{
  const { findings: rules } = globalThis.linkwell;
  const LINES = { block: "solid 2px", warn: "wavy 1.5px", info: "dotted 2px", tracked: "solid 1px" };
  // A highlight cannot read our tokens: it is painted in the page's own tree. These are their values.
  const COLOURS = {
    light: { block: "#b3221a", warn: "#855000", info: "#3a4db5", tracked: "#0b6275", tint: "#fdeceb" },
    dark: { block: "#ff948a", warn: "#f0b64c", info: "#a9b6ff", tracked: "#5cc4d9", tint: "#3a1b19" },
  };
  /** @typedef {keyof typeof LINES} Line */

  /** The ranges of each composer, by the name of their highlight. @type {WeakMap<Element, [string, Range][]>} */
  const painted = new WeakMap();
  /** @type {WeakSet<Document>} */
  const dressed = new WeakSet();

  const rulesOf = () =>
    Object.entries(COLOURS).flatMap(([theme, colours]) =>
      /** @type {Line[]} */ (Object.keys(LINES)).map((line) => {
        const extra = line === "block" ? `background-color: ${colours.tint};` : line === "tracked" ? `color: ${colours.tracked};` : "";
        return `::highlight(linkwell-${theme}-${line}) { text-decoration: underline ${LINES[line]} ${colours[line]}; ${extra} }`;
      }),
    );

  /** @param {Document} where */
  const dress = (where) => {
    if (dressed.has(where)) return;
    dressed.add(where);
    const sheet = new CSSStyleSheet();
    const forced = "@media (forced-colors: active) { ::highlight(linkwell-light-block), ::highlight(linkwell-dark-block) { background-color: Canvas; } }";
    sheet.replaceSync([...rulesOf(), forced].join("\n"));
    where.adoptedStyleSheets = [...where.adoptedStyleSheets, sheet];
  };

  /** @param {string} name */
  const highlight = (name) => {
    const known = CSS.highlights.get(name);
    if (known) return known;
    const made = new Highlight();
    CSS.highlights.set(name, made);
    return made;
  };

  /** @type {Linkwell["underlines"]["clear"]} */
  const clear = (element) => {
    for (const [name, range] of painted.get(element) ?? []) CSS.highlights.get(name)?.delete(range);
    painted.delete(element);
  };

  /** @type {Linkwell["underlines"]["paint"]} */
  const paint = ({ element, editor }, text, review, findings, theme) => {
    clear(element);
    if (!review || editor.read(element) !== text) return;
    /** @type {{ span: Span, line: Line }[]} */
    const lines = [];
    for (const [at, { span, kind }] of review.links.entries()) {
      const own = rules.worstFirst(findings.filter(({ link, code }) => link === at && code !== "untracked-link"))[0];
      if (own) lines.push({ span, line: /** @type {Line} */ (rules.mark(own.severity)) });
      else if (kind === "tracked") lines.push({ span, line: "tracked" });
    }
    for (const { link, span, severity } of findings) {
      if (link === null && span.end > span.start) lines.push({ span, line: /** @type {Line} */ (rules.mark(severity)) });
    }
    const ranges = editor.ranges(element, lines.map(({ span }) => span));
    /** @type {[string, Range][]} */
    const kept = lines.flatMap(({ line }, at) => (ranges[at] ? [[`linkwell-${theme}-${line}`, ranges[at]]] : []));
    if (!kept.length) return;
    dress(element.ownerDocument);
    for (const [name, range] of kept) highlight(name).add(range);
    painted.set(element, kept);
  };

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { underlines: { paint, clear } });
}

// @ts-check
// Reads and replaces text in contenteditables: bare ones, and editors that take part in beforeinput or execCommand.
{
  const { collapses, page, read, edits: arithmetic } = globalThis.linkwell;

  /** The editing host: the outermost element that is edited. @param {HTMLElement} element */
  const isHost = (element) => element.isContentEditable && !page.parent(element)?.isContentEditable;

  /** @param {Document} from */
  const selectionOf = (from) => from.getSelection();

  /** The range of a span. A span of no length stands before the character that follows. @param {Reading} reading @param {Span} span */
  const rangeOf = ({ places }, { start, end }) => {
    const first = places[start];
    const last = places[Math.max(start, end - 1)] ?? places.at(-1);
    if (!last) return null;
    const range = last.node.ownerDocument?.createRange();
    if (!range) return null;
    if (first) range.setStart(first.node, first.start);
    else range.setStart(last.node, last.end);
    if (end > start) range.setEnd(last.node, last.end);
    else range.collapse(true);
    return range;
  };

  /** Where a point of the document stands in the text. @param {Reading} reading @param {Node} node @param {number} offset */
  const positionOf = ({ places }, node, offset) => {
    const point = node.ownerDocument?.createRange();
    if (!point) return places.length;
    point.setStart(node, offset);
    point.collapse(true);
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = places[middle];
      if (place && point.comparePoint(place.node, place.start) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /**
   * What is typed over in one step: edits in the same text node are one replacement, and an insertion takes its neighbour along,
   * so that it lands inside the link that this one belongs to.
   * @param {Reading} reading
   * @param {Edit[]} edits
   */
  const steps = ({ text, places }, edits) => {
    /** @type {Edit[]} */
    const merged = [];
    for (const { span, text: put } of edits) {
      const last = merged.at(-1);
      const nodes = new Set([last?.span.start ?? -1, span.start, Math.max(span.start, span.end - 1)].map((at) => places[at]?.node));
      if (last && nodes.size === 1 && places[span.start]?.node instanceof Text) {
        last.text += text.slice(last.span.end, span.start) + put;
        last.span.end = span.end;
      } else merged.push({ span: { ...span }, text: put });
    }
    return merged.map(({ span, text: put }) => {
      const alone = span.start === span.end && places[span.start]?.node instanceof Text;
      return alone ? { span: { start: span.start, end: span.end + 1 }, text: put + text.charAt(span.start) } : { span, text: put };
    });
  };

  /** @param {HTMLElement} element @param {Range} range */
  const select = (element, range) => {
    const selection = selectionOf(element.ownerDocument);
    selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  };

  /** @param {HTMLElement} element @param {Range} range @param {string} text */
  const typeOver = async (element, range, text) => {
    const around = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
    // Where spaces fold, all but the last of a row have to be hard ones to show, as if they had been typed.
    const put = around && collapses(around) ? text.replace(/ (?= )/g, "\u00a0") : text;
    select(element, range);
    await page.after(0); // editors take over a selection a moment later
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", put);
    const asked = new InputEvent("beforeinput", {
      inputType: "insertReplacementText",
      data: put,
      dataTransfer,
      targetRanges: [new StaticRange(range)],
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    if (element.dispatchEvent(asked)) element.ownerDocument.execCommand(put ? "insertText" : "delete", false, put);
  };

  /** The link around a node of the message. @param {HTMLElement} element @param {Node | undefined} node */
  const linkAround = (element, node) => {
    const link = (node instanceof Element ? node : node?.parentElement)?.closest("a[href]");
    return link && element.contains(link) ? /** @type {HTMLAnchorElement} */ (link) : null;
  };

  /** Whether a link's address is the text that it shows. @param {HTMLAnchorElement} link */
  const shows = (link) => {
    const bare = (/** @type {string} */ text) => text.trim().replace(/^[a-z][a-z0-9+.-]*:\/*/i, "").replace(/\/$/, "");
    const shown = bare(link.textContent ?? "");
    return shown !== "" && [link.getAttribute("href") ?? "", link.href].some((href) => bare(href) === shown);
  };

  /** @param {string} text */
  const addressOf = (text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);

  /** @type {Editor} */
  const rich = {
    id: "rich",
    fits: isHost,
    read: (element) => read(element).text,

    selection: (element) => {
      const selection = selectionOf(element.ownerDocument);
      if (!selection?.anchorNode || !selection.focusNode || !element.contains(selection.anchorNode)) return null;
      const reading = read(element);
      const ends = [positionOf(reading, selection.anchorNode, selection.anchorOffset), positionOf(reading, selection.focusNode, selection.focusOffset)];
      return { start: Math.min(...ends), end: Math.max(...ends) };
    },
    select: (element, span) => {
      const range = rangeOf(read(element), span);
      if (range) select(element, range);
    },

    replace: async (element, edits) => {
      const before = read(element);
      const caret = rich.selection(element);
      element.focus({ preventScroll: true });
      /** @type {Span[]} */
      const addresses = [];
      for (const { span, text } of steps(before, edits).toReversed()) {
        const now = read(element);
        const range = rangeOf(now, span);
        if (!range) continue;
        const shift = text.length - (span.end - span.start);
        for (const place of addresses) [place.start, place.end] = [place.start + shift, place.end + shift];
        const link = linkAround(element, now.places[span.start]?.node);
        if (link && shows(link)) {
          const own = now.places.flatMap(({ node }, at) => (link.contains(node) ? at : []));
          addresses.push({ start: Math.min(own[0] ?? span.start, span.start), end: Math.max((own.at(-1) ?? 0) + 1, span.end) + shift });
        }
        await typeOver(element, range, text);
      }
      await page.frames();
      for (const place of addresses) changeAddress(element, place);
      if (caret) rich.select(element, { start: arithmetic.moved(caret.start, edits), end: arithmetic.moved(caret.end, edits) });
      await page.frames();
    },

    ranges: (element, spans) => {
      const reading = read(element);
      return spans.map((span) => rangeOf(reading, span));
    },
  };

  /** Let a link lead to the text that it shows now. @param {HTMLElement} element @param {Span} span */
  const changeAddress = (element, span) => {
    const reading = read(element);
    const range = rangeOf(reading, span);
    const address = addressOf(reading.text.slice(span.start, span.end));
    if (!range || linkAround(element, reading.places[span.start]?.node)?.getAttribute("href") === address) return;
    select(element, range);
    element.ownerDocument.execCommand("createLink", false, address);
  };

  (globalThis.linkwell.editors ??= []).push(rich);
}

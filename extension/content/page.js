// @ts-check
// What has to be known of the page around a composer: what holds what, under which name, where, and on which ground.
{
  /** @type {Linkwell["page"]["parent"]} */
  const parent = (node) => {
    const above = node.parentNode;
    if (above instanceof ShadowRoot) return /** @type {HTMLElement} */ (above.host);
    return /** @type {HTMLElement | null} */ (node.parentElement);
  };

  /** @type {Linkwell["page"]["form"]} */
  const form = (element) => {
    if ("form" in element && element.form instanceof HTMLFormElement) return element.form;
    for (let node = parent(element); node; node = parent(node)) {
      if (node instanceof HTMLFormElement) return node;
    }
    return null;
  };

  /** The frame that a document is shown in, where its origin lets us see it. @param {Document} from */
  const frame = (from) => {
    try {
      return from.defaultView?.frameElement ?? null;
    } catch {
      return null;
    }
  };

  /** @type {Linkwell["page"]["top"]} */
  const top = (from) => {
    const outer = frame(from)?.ownerDocument;
    return outer ? top(outer) : from;
  };

  /** @type {Linkwell["page"]["outward"]} */
  const outward = (rect, from) => {
    const outer = frame(from);
    if (!outer) return rect;
    const box = outer.getBoundingClientRect();
    const moved = new DOMRect(rect.x + box.x + outer.clientLeft, rect.y + box.y + outer.clientTop, rect.width, rect.height);
    return outward(moved, outer.ownerDocument);
  };

  /** @type {Linkwell["page"]["box"]} */
  const box = (element) => outward(element.getBoundingClientRect(), element.ownerDocument);

  /** The words inside an element that assistive technology reads out. @param {Element} element @returns {string} */
  const words = (element) =>
    [...element.childNodes]
      .map((node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
        if (!(node instanceof Element) || node.getAttribute("aria-hidden") === "true") return "";
        return node.getAttribute("aria-label") ?? node.getAttribute("alt") ?? words(node);
      })
      .join(" ");

  /** @type {Linkwell["page"]["name"]} */
  const name = (element) => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const tree = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const labels = "labels" in element ? [.../** @type {HTMLInputElement} */ (element).labels ?? []] : [];
    const candidates = [
      ids.map((id) => tree.getElementById?.(id)?.textContent ?? "").join(" "),
      element.getAttribute("aria-label"),
      labels.map(words).join(" "),
      element instanceof HTMLInputElement && element.type !== "text" ? element.value || element.alt : "",
      element.matches("input, textarea, [contenteditable]") ? "" : words(element),
      element.getAttribute("title"),
      element.getAttribute("placeholder") ?? element.getAttribute("aria-placeholder"),
      element instanceof HTMLInputElement && element.type === "submit" ? "Submit" : "",
    ];
    return candidates.map((text) => text?.replace(/\s+/g, " ").trim()).find(Boolean) ?? "";
  };

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  /** Paint colours over each other, back to front, and measure what a person sees. @param {string[]} layers */
  const luminance = (layers) => {
    if (!canvas) return 1;
    canvas.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 255, green = 255, blue = 255] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };

  /** @type {Linkwell["page"]["theme"]} */
  const theme = (element) => {
    const layers = [];
    for (let node = /** @type {HTMLElement | null} */ (element); node; node = parent(node)) layers.unshift(getComputedStyle(node).backgroundColor);
    const scheme = getComputedStyle(element.ownerDocument.documentElement).colorScheme;
    const night = matchMedia("(prefers-color-scheme: dark)").matches;
    const dark = scheme.includes("dark") && (night || !scheme.includes("light"));
    return luminance([dark ? "#121212" : "#ffffff", ...layers]) < 0.4 ? "dark" : "light";
  };

  /** @type {Linkwell["page"]["after"]} */
  const after = (ms) => new Promise((done) => setTimeout(done, ms));

  // A page in the background draws no frames.
  const frames = () =>
    Promise.race([/** @type {Promise<void>} */ (new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))), after(150)]);

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { page: { parent, form, top, box, outward, name, theme, frames, after } });
}

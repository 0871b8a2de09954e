// @ts-check
// Finds message boxes and what sends them, by the rules that an adapter names.
{
  const { page } = globalThis.linkwell;
  const NEAR = 4; // how many elements around a composer may speak of its keys

  /** The fewest lines that a composer was seen with: many grow with their text. @type {WeakMap<Element, number>} */
  const lowest = new WeakMap();

  /** @param {string} pattern @param {string} text */
  const says = (pattern, text) => new RegExp(pattern, "iu").test(text);

  const adapterHere = () => {
    const { adapters } = globalThis.linkwell;
    return adapters.find(({ hosts }) => hosts.includes(location.hostname)) ?? adapters.find(({ hosts }) => hosts.includes("*"));
  };

  /** @param {HTMLElement} element */
  const isShown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width >= 60 && height >= 12 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  /** What is edited when this element has the focus. @param {Element} element */
  const edited = (element) => {
    let host = /** @type {HTMLElement} */ (element);
    for (let above = page.parent(host); host.isContentEditable && above?.isContentEditable; above = page.parent(host)) host = above;
    return host;
  };

  /** @type {Linkwell["composers"]["of"]} */
  const of = (element) => {
    const adapter = adapterHere();
    if (!adapter || !element?.matches) return null;
    const host = edited(element);
    const editor = globalThis.linkwell.editors.find(({ fits }) => fits(host));
    if (!editor || !host.matches(adapter.composer.fits) || host.matches(adapter.composer.never) || host.matches(":disabled") || !isShown(host)) return null;
    const composer = { element: host, editor, adapter };
    lowest.set(host, Math.min(lines(host), lowest.get(host) ?? Infinity));
    return host instanceof HTMLInputElement && !holdsMessage(composer) ? null : composer;
  };

  /** Whether a field of one line is for a message: its name says so, or it stands alone beside a Send. @param {Composer} composer */
  const holdsMessage = (composer) => {
    const { element, adapter } = composer;
    const name = page.name(element);
    const form = page.form(element);
    if (form && [...form.querySelectorAll("textarea, [contenteditable]")].some((other) => other.matches(adapter.composer.fits))) return false;
    if (says(adapter.composer.named, name) && !says("\\bsearch\\b", name)) return true;
    if (says(adapter.composer.otherwise, name)) return false;
    return sends(composer).some((button) => says(adapter.send.named, page.name(button)));
  };

  /** @type {Linkwell["composers"]["near"]} */
  const near = (element) => {
    const fits = adapterHere()?.composer.fits;
    for (let node = page.parent(element); fits && node; node = page.parent(node)) {
      const found = [...node.querySelectorAll(fits)].map(of).filter((composer) => composer !== null);
      if (found.length) return found;
    }
    return [];
  };

  /** @type {Linkwell["composers"]["sends"]} */
  const sends = ({ element, adapter: { send } }) => {
    /** @type {(within: Iterable<Element>, counts: (button: Element) => boolean) => HTMLElement[]} */
    const pick = (within, counts) =>
      /** @type {HTMLElement[]} */ ([...within].filter((button) => button.matches(send.fits) && !says(send.never, page.name(button)) && counts(button)));
    /** @param {Element} button */
    const isNamed = (button) => says(send.named, page.name(button));

    const form = page.form(element);
    if (form) {
      const inside = new Set([...form.querySelectorAll(send.fits), ...form.elements]);
      const found = pick(inside, (button) => ("type" in button && /^(submit|image)$/.test(String(button.type))) || isNamed(button));
      if (found.length) return found;
    }
    for (let node = page.parent(element); node; node = page.parent(node)) {
      const found = pick(node.querySelectorAll(send.fits), isNamed);
      if (found.length) return found;
    }
    return [];
  };

  /** @param {Element} element */
  const hasEdge = (element) => {
    const style = getComputedStyle(element);
    const bordered = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0;
    return bordered || parseFloat(style.borderTopLeftRadius) > 0 || style.boxShadow !== "none" || style.outlineStyle !== "none";
  };

  /** @type {Linkwell["composers"]["outline"]} */
  const outline = ({ element }) => {
    const own = element.getBoundingClientRect();
    /** @type {Element} */
    let best = element;
    for (let node = page.parent(element), steps = 0; node && steps < NEAR; node = page.parent(node), steps += 1) {
      const box = node.getBoundingClientRect();
      if (box.height > own.height + 120 || box.width > own.width + 160) break;
      if (hasEdge(node)) best = node;
    }
    return best;
  };

  /** @param {HTMLElement} element */
  const lines = (element) => {
    const style = getComputedStyle(element);
    const line = parseFloat(style.lineHeight) || parseFloat(style.fontSize) * 1.2;
    return (element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)) / line;
  };

  /** What the page itself says about Enter, in words or in attributes. @param {Composer} composer @returns {boolean | null} */
  const saysEnter = (composer) => {
    const { element, adapter: { sendKeys } } = composer;
    const buttons = sends(composer);
    if ([element, ...buttons].some((node) => node.matches(sendKeys.says))) return true;
    const spoken = [element, ...buttons].flatMap((node) => ["placeholder", "aria-placeholder", "aria-label", "title", "aria-description"].map((name) => node.getAttribute(name) ?? ""));
    for (let node = page.parent(element), steps = 0; node && node !== document.body && steps < NEAR; node = page.parent(node), steps += 1) {
      if (node.getBoundingClientRect().height > element.getBoundingClientRect().height + 160) break;
      spoken.push((node.innerText ?? "").replace(element.innerText ?? "", ""));
    }
    const text = spoken.join("\n").slice(0, 2000);
    if (says(sendKeys.enter, text)) return true;
    return says(sendKeys.notEnter, text) ? false : null;
  };

  /** Some pages let people choose. @param {Composer} composer @returns {boolean | null} */
  const switched = ({ adapter: { sendKeys } }) => {
    const choice = [...document.querySelectorAll(sendKeys.switches)].find((node) => says(sendKeys.enter, page.name(node)));
    return choice ? choice.matches(":checked, [aria-checked='true']") : null;
  };

  /** @type {Linkwell["composers"]["enterSends"]} */
  const enterSends = (composer, learned) => {
    const { element, adapter } = composer;
    if (element.matches("input, textarea[rows='1'], [aria-multiline='false']")) return { sends: true, guessed: false };
    const said = switched(composer) ?? (learned === "unknown" ? saysEnter(composer) : learned === "sends");
    if (said !== null) return { sends: said, guessed: false };
    return { sends: (lowest.get(element) ?? lines(element)) <= adapter.sendKeys.lines, guessed: true };
  };

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { composers: { of, near, sends, outline, enterSends } });
}

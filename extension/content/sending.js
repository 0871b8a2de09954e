// @ts-check
// Tells which events are a try to send, and does one over again on the person's behalf.
{
  const { composers, page, watches } = globalThis.linkwell;
  let isOurs = false;

  /** @param {Element} element */
  const watchBy = (element) => {
    const among = [...watches.all().map(({ composer }) => composer), ...composers.near(element)];
    const composer = among.find((one) => one.element.isConnected && composers.sends(one).includes(/** @type {HTMLElement} */ (element)));
    return composer ? watches.over(composer) : null;
  };

  /** @param {Event} event @returns {HTMLElement | null} */
  const buttonOf = (event) => {
    for (const target of event.composedPath()) {
      if (!(target instanceof Element)) continue;
      if (watches.all().some(({ composer }) => composer.element === target)) return null;
      const fits = globalThis.linkwell.adapters.some(({ send }) => target.matches(send.fits));
      if (fits) return /** @type {HTMLElement} */ (target);
    }
    return null;
  };

  /** @param {KeyboardEvent} event @returns {Attempt | null} */
  const byKey = (event) => {
    if (event.isComposing || event.keyCode === 229 || (event.key !== "Enter" && event.key !== " ")) return null;
    const [target] = event.composedPath();
    const watch = target instanceof Element ? watches.at(target) : null;
    if (!watch) return byPress(event);
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return null;
    const { ctrlKey, metaKey } = event;
    const { sends, guessed } = ctrlKey || metaKey ? { sends: true, guessed: false } : composers.enterSends(watch.composer, watch.enter);
    if (!sends) return null;
    const key = { key: "Enter", code: "Enter", keyCode: 13, which: 13, ctrlKey, metaKey };
    return { watch, element: watch.composer.element, kind: "key", key, guessed };
  };

  /** @param {Event} event @returns {Attempt | null} */
  const byPress = (event) => {
    if (event instanceof MouseEvent && event.button > 0) return null;
    const element = buttonOf(event);
    const watch = element && watchBy(element);
    return watch ? { watch, element, kind: "button", key: null, guessed: false } : null;
  };

  /** @param {Event} event @returns {Attempt | null} */
  const bySubmit = (event) => {
    const [form] = event.composedPath();
    if (!(form instanceof HTMLFormElement)) return null;
    const inside = [...form.querySelectorAll("*"), ...form.elements].map((element) => watches.at(element) ?? null).find((watch) => watch);
    const found = inside ?? composersIn(form);
    return found ? { watch: found, element: form, kind: "submit", key: null, guessed: false } : null;
  };
  /** @param {HTMLFormElement} form */
  const composersIn = (form) => {
    for (const element of form.querySelectorAll("textarea, input, [contenteditable]")) {
      const composer = composers.of(element);
      if (composer) return watches.over(composer);
    }
    return null;
  };

  /** @type {Linkwell["sending"]["of"]} */
  const of = (event) => {
    if (event.type === "submit") return bySubmit(event);
    return event instanceof KeyboardEvent ? byKey(event) : byPress(event);
  };

  /** A press, in every event that a finger or a mouse makes of one. @param {HTMLElement} button */
  const press = (button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    const at = { bubbles: true, cancelable: true, composed: true, view: window, clientX: x + width / 2, clientY: y + height / 2, button: 0, detail: 1 };
    const pointer = { ...at, pointerId: 1, pointerType: "mouse", isPrimary: true };
    button.dispatchEvent(new PointerEvent("pointerdown", { ...pointer, buttons: 1 }));
    button.dispatchEvent(new MouseEvent("mousedown", { ...at, buttons: 1 }));
    button.dispatchEvent(new PointerEvent("pointerup", pointer));
    button.dispatchEvent(new MouseEvent("mouseup", at));
    button.dispatchEvent(new PointerEvent("click", pointer));
  };

  /** @param {HTMLElement} element @param {KeyboardEventInit} init */
  const strike = (element, init) => {
    const all = { ...init, bubbles: true, cancelable: true, composed: true, view: window };
    const left = element.dispatchEvent(new KeyboardEvent("keydown", all)) && element.dispatchEvent(new KeyboardEvent("keypress", { ...all, charCode: 13 }));
    element.dispatchEvent(new KeyboardEvent("keyup", all));
    return left;
  };

  /** @param {Attempt} attempt */
  const repeat = ({ element, kind, key, guessed, watch }) => {
    if (kind === "submit" && element instanceof HTMLFormElement) element.requestSubmit();
    else if (kind === "button") press(element);
    else if (key && strike(element, key)) {
      // The page left the key alone: what the browser would have done with it is ours to do.
      const form = page.form(element);
      if (element instanceof HTMLInputElement && form) form.requestSubmit();
      else if (guessed) {
        watch.enter = "breaks";
        element.ownerDocument.execCommand(element.isContentEditable ? "insertParagraph" : "insertText", false, "\n");
      }
    }
  };

  /** @type {Linkwell["sending"]["again"]} */
  const again = async (attempt, text) => {
    const { watch, element } = attempt;
    let reacted = false;
    const notice = () => {
      reacted = true;
    };
    const changes = new MutationObserver(notice);
    changes.observe(element.ownerDocument, { subtree: true, childList: true, attributes: true, characterData: true });
    window.addEventListener("submit", notice, { capture: true, once: true });
    isOurs = true;
    try {
      repeat(attempt);
    } finally {
      isOurs = false;
    }
    reacted ||= changes.takeRecords().some(({ target }) => !watch.composer.element.contains(target));
    await page.after(0); // frameworks draw what a press did a moment later
    changes.disconnect();
    for (const wait of [50, 150, 300, 500]) {
      if (reacted || watch.read() !== text || !watch.composer.element.isConnected) return true;
      await page.after(wait);
    }
    return watch.read() !== text;
  };

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), {
    sending: {
      of,
      again,
      get isOurs() {
        return isOurs;
      },
    },
  });
}

// @ts-check
// Begins: listens before the page does, asks the worker whether this site is on, and watches the composers that get the focus.
{
  const { browser, composers, guard, watches, worker } = globalThis.linkwell;

  /** @param {EventTarget | undefined} target */
  const watchAt = (target) => {
    if (!(target instanceof Element)) return null;
    const watch = watches.at(target);
    if (watch) return watch;
    const composer = composers.of(target);
    return composer && watches.over(composer);
  };

  /** @param {Event} event */
  const onFocus = (event) => {
    if (guard.on) watchAt(event.composedPath()[0])?.wake();
  };
  /** @param {Event} event */
  const onInput = (event) => {
    if (guard.on && !(event instanceof InputEvent && event.isComposing)) watchAt(event.composedPath()[0])?.input();
  };

  /** A page that keeps the focus in a dialog of its own must not take it out of ours. @param {FocusEvent} event */
  const onOurFocus = (event) => {
    const ours = [event.target, event.relatedTarget].some((node) => node instanceof Element && node.localName === "linkwell-ui");
    if (ours) event.stopImmediatePropagation();
  };

  const turnOn = async () => {
    const answer = await worker.ask({ type: "hello" });
    if (!answer.ok || !answer.on) return;
    watches.css = answer.css;
    watches.silenced = new Set(answer.silenced);
    for (const watch of watches.all()) watch.wake();
    guard.on = true;
    const { activeElement } = document;
    if (activeElement) watchAt(activeElement);
  };
  const turnOff = () => {
    guard.on = false;
    watches.stop();
  };

  /** @param {ToContent} message */
  const onMessage = (message) => {
    if (message.type === "switched") {
      if (message.on) void turnOn();
      else turnOff();
    } else if (message.type === "helper") {
      for (const watch of watches.all()) watch.wake();
    } else {
      watches.all().find((watch) => watch.inUse())?.toBar();
    }
    return Promise.resolve(true);
  };

  // The scripts may come twice into a page that was open before: by hand and by a reload of the extension.
  if (!globalThis.linkwell.started) {
    Object.assign(globalThis.linkwell, { started: true });
    guard.listen(window);
    window.addEventListener("focusin", onFocus, { capture: true });
    for (const type of /** @type {const} */ (["focusin", "focusout"])) window.addEventListener(type, onOurFocus, { capture: true });
    window.addEventListener("input", onInput, { capture: true });
    window.addEventListener("compositionend", onInput, { capture: true });
    browser.onMessage((message) => onMessage(/** @type {ToContent} */ (message)));
    void turnOn();
  }
}

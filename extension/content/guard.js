// @ts-check
// Stands before the page at every event that can send a message. What is known to be sound passes untouched.
{
  const { findings, page, sending } = globalThis.linkwell;
  const STARTS = ["pointerdown", "mousedown", "touchstart", "click", "keydown", "submit"];
  const FOLLOWS = ["pointerup", "mouseup", "touchend", "keypress", "keyup", "pointercancel", "dragend"];
  const FRESH = 1000;

  /** The press that is going on, from its first event to its last. @type {{ watch: Watch, held: boolean, at: number } | null} */
  let gesture = null;
  /** What goes on once the finger has left the button. @type {(() => void)[]} */
  let waiting = [];

  /** @param {Event} event */
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** @param {Attempt} attempt */
  const maySend = ({ watch, guessed }) => {
    const judged = watch.judge();
    return { judged, passes: judged === "clean" || judged === "unchecked" || (judged === "pending" && guessed && !findings.guess(watch.read())) };
  };

  /** See what Enter did where nothing said so before. @param {Watch} watch @param {string} before */
  const learn = async (watch, before) => {
    await page.after(60);
    const now = watch.read();
    if (before.trim() && !now.trim()) watch.enter = "sends";
    else if (now.split("\n").length > before.split("\n").length) watch.enter = "breaks";
  };

  /** A press lasts until the finger is up: a dialog that opened under it would take its end for its own. @param {string} type @returns {Promise<void>} */
  const released = (type) => (/down$|start$/.test(type) && type !== "keydown" ? new Promise((done) => waiting.push(done)) : Promise.resolve());
  const release = () => {
    for (const done of waiting) done();
    waiting = [];
  };

  /** @param {Attempt} attempt @param {Event} event */
  const begin = (attempt, { type, timeStamp: at }) => {
    const { watch } = attempt;
    const text = watch.read();
    const { judged, passes } = maySend(attempt);
    if (!passes) watch.hold(attempt, released(type));
    else if (text.trim() && !attempt.guessed) watch.passed(text, judged);
    return { watch, held: !passes, at };
  };

  /** @param {Event} event */
  const onStart = (event) => {
    const attempt = sending.of(event);
    if (event.type === "keydown" && /** @type {KeyboardEvent} */ (event).key === "Enter" && !(/** @type {KeyboardEvent} */ (event).shiftKey)) {
      const [target] = event.composedPath();
      const watch = target instanceof Element ? globalThis.linkwell.watches.at(target) : null;
      if (watch?.enter === "unknown") void learn(watch, watch.read());
    }
    if (!attempt) {
      if (event.type === "keydown" || event.type === "pointerdown") gesture = null;
      return;
    }
    if (attempt.watch.held) {
      if (!attempt.guessed || !attempt.watch.typedOn()) stop(event);
      return;
    }
    const anew = event.type === "pointerdown" || event.type === "keydown" || gesture?.watch !== attempt.watch;
    if (!gesture || anew || (!gesture.held && event.timeStamp - gesture.at > FRESH)) gesture = begin(attempt, event);
    gesture.at = event.timeStamp;
    if (gesture.held) stop(event);
  };

  /** @param {Event} event */
  const onEvent = (event) => {
    if (!guard.on || sending.isOurs) return;
    if (waiting.length && /^(click|mouseup|pointerup|pointercancel|touchend|dragend)$/.test(event.type)) setTimeout(release);
    if (event.composedPath().some((target) => target instanceof Element && target.localName === "linkwell-ui")) return;
    if (STARTS.includes(event.type)) onStart(event);
    else if (gesture?.held && (!(event instanceof KeyboardEvent) || event.key === "Enter" || event.key === " ")) stop(event);
    // A click ends its press, after the submit that it may bring about.
    if (event.type === "click") setTimeout(() => (gesture = null));
  };

  /** @type {Linkwell["guard"]} */
  const guard = {
    on: false,
    listen: (target) => {
      for (const type of [...STARTS, ...FOLLOWS]) target.addEventListener(type, onEvent, { capture: true, passive: false });
    },
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { guard });
}

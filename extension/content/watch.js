// @ts-check
// Watches over one composer: reviews what is typed in pauses, and shows what was found.
{
  const { browser, findings: rules, page, reviewer, underlines, worker } = globalThis.linkwell;
  const PAUSE = 150;
  const SLOW = 300;
  const LASTS = 4500;

  /** @param {Composer} composer @returns {Watch} */
  const watch = (composer) => {
    const { element, editor } = composer;
    const reviews = reviewer(composer);
    const host = globalThis.linkwell.host(composer);
    /** @type {Set<string>} */
    const ignored = new Set();
    /** @type {View | null} */
    let lasting = null;
    let pause = 0;
    let slow = 0;
    let fading = 0;

    const read = () => editor.read(element);
    const hasFocus = () => /** @type {Document | ShadowRoot} */ (element.getRootNode()).activeElement === element;
    const inside = () => /** @type {ShadowRoot} */ (host.layer.getRootNode()).activeElement;

    /** @type {View} */
    const HIDDEN = { kind: "hidden" };
    /** @returns {View} */
    const view = () => {
      if (!browser.alive()) return scene.text.trim() ? { kind: "updated" } : HIDDEN;
      if (lasting) return lasting;
      if (scene.failure) return scene.text.trim() || hasFocus() || inside() ? { kind: "unchecked", failure: scene.failure } : HIDDEN;
      const review = reviews.known(scene.text);
      const findings = scene.heard(scene.text);
      if (!review || (!review.links.length && !findings.length)) return HIDDEN;
      const ours = scene.tracked?.text === scene.text ? scene.tracked : null;
      return { kind: "reviewed", review, findings, undo: ours !== null, notice: ours?.notice ?? null };
    };

    const show = () => {
      const next = view();
      host.attach();
      const theme = page.theme(element);
      host.setTheme(theme);
      bar.show(next);
      if (next.kind === "reviewed") underlines.paint(composer, scene.text, next.review, next.findings, theme);
      else underlines.clear(element);
      follow(next);
      dock.place();
    };

    /** A card stays open over the same finding and closes when that is gone. @param {View} next */
    const follow = (next) => {
      if (!card.finding) return;
      const same = next.kind === "reviewed" ? card.follow(scene.text, next.review, next.findings) : null;
      if (same) bar.mark(same);
      else card.close();
    };

    const fade = () => {
      fading = 0;
      lasting = null;
      show();
    };

    const showChecking = () => {
      const links = rules.guess(read());
      if (scene.failure || (!links && bar.element.hidden)) return;
      bar.show({ kind: "checking", links });
      dock.place();
    };

    const changed = () => {
      if (scene.busy) return;
      clearTimeout(pause);
      pause = window.setTimeout(() => void scene.check(), PAUSE);
      slow ||= window.setTimeout(showChecking, SLOW);
    };

    /** @type {Scene} */
    const scene = {
      composer,
      reviews,
      text: "",
      failure: null,
      pass: null,
      caret: null,
      tracked: null,
      outcome: "clean",
      busy: false,
      enter: "unknown",
      read,
      heard: (text) =>
        reviews.known(text)?.findings.filter((finding) => (finding.locked || !globalThis.linkwell.watches.silenced.has(finding.code)) && !ignored.has(rules.key(finding, text))) ?? [],
      problems: () => scene.heard(scene.text).filter(rules.isProblem),
      remember: () => {
        if (hasFocus()) scene.caret = editor.selection(element);
      },
      giveBack: () => {
        card.close();
        bar.mark(null);
        element.focus({ preventScroll: true });
        if (scene.caret) editor.select(element, scene.caret);
      },
      show,
      last: (next, fades = false) => {
        lasting = next;
        clearTimeout(fading);
        fading = fades ? window.setTimeout(fade, LASTS) : 0;
        show();
      },
      check: async (woken = false) => {
        clearTimeout(pause);
        const now = read();
        if (woken && reviews.known(now)) scene.failure = null;
        // An empty text is asked of too, when somebody comes to it: whether anybody will look at what is typed.
        if ((now.trim() ? !reviews.known(now) : woken) && browser.alive()) {
          const answer = await reviews.ask(now);
          // Typed on meanwhile: this answer is to a text that stands there no more.
          if (read() !== now) {
            changed();
            return;
          }
          scene.failure = "ok" in answer ? answer : null;
        }
        clearTimeout(slow);
        slow = 0;
        scene.text = now;
        show();
      },
      sent: () => {
        ignored.clear();
        Object.assign(scene, { pass: null, tracked: null, outcome: "clean" });
        // What has to be read stays, also where the page has emptied the composer; what asked for a press has had it.
        if (!fading) lasting = null;
        void scene.check();
      },
    };

    const repairs = globalThis.linkwell.repairs(scene);
    /** @type {Acts} */
    const acts = {
      ...repairs,
      retry: () => {
        lasting = null;
        api.wake();
      },
      ignore: (finding) => {
        ignored.add(rules.key(finding, scene.text));
        scene.giveBack();
        show();
      },
      never: (finding) => {
        globalThis.linkwell.watches.silenced.add(finding.code);
        void worker.ask({ type: "never", code: finding.code });
        scene.giveBack();
        show();
      },
      openOptions: () => void worker.ask({ type: "open", page: "options" }),
      reload: () => location.reload(),
      giveBack: scene.giveBack,
      open: (finding) => {
        const review = reviews.known(scene.text);
        if (!review) return;
        scene.remember();
        card.open(finding, scene.text, review);
        bar.mark(finding);
      },
    };
    const bar = globalThis.linkwell.bar(acts);
    host.layer.append(bar.element);
    const dock = globalThis.linkwell.dock(composer, host, bar.element);
    const card = globalThis.linkwell.card(host, dock, acts);
    const hold = globalThis.linkwell.hold(host, dock);
    const holding = globalThis.linkwell.holding(scene, hold);

    // Text that comes by other ways than typing: templates, a thread that is switched.
    const changes = new MutationObserver(changed);
    if (element.isContentEditable) changes.observe(element, { childList: true, characterData: true, subtree: true });

    /** @type {Watch} */
    const api = {
      composer,
      ...holding,
      get enter() {
        return scene.enter;
      },
      set enter(known) {
        scene.enter = known;
      },
      get held() {
        return scene.busy || hold.isOpen;
      },
      read,
      input: () => {
        lasting = null;
        changed();
      },
      wake: () => {
        void scene.check(true);
      },
      toBar: () => {
        scene.remember();
        if (inside()) scene.giveBack();
        else bar.focus();
      },
      inUse: () => hasFocus() || inside() !== null,
      stop: () => {
        for (const timer of [pause, slow, fading]) clearTimeout(timer);
        changes.disconnect();
        dock.stop();
        underlines.clear(element);
        host.remove();
      },
    };
    void scene.check();
    return api;
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { watch });
}

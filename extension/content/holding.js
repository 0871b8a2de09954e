// @ts-check
// Decides what may be sent: judges a text, holds a bad one, and sends once the person has decided.
{
  const { apply, browser, clipboard, edits, findings: rules, page, protocol, sending, words, worker } = globalThis.linkwell;
  const WAIT = 800; // a verdict that is not there yet holds a message so long at most
  const RECHECK = 300;
  const EMPTIED = [30, 100, 400, 1000, 1500]; // no event tells that a page has taken a text away

  /** @type {Linkwell["holding"]} */
  const holding = (scene, hold) => {
    const { element, editor } = scene.composer;
    const { reviews } = scene;
    let held = "";

    /** @returns {Judgement} */
    const judge = () => {
      const now = scene.read();
      if (!now.trim() || scene.pass?.text === now) return "clean";
      if (reviews.known(now)) return scene.heard(now).some(({ severity }) => severity === "block") ? "bad" : "clean";
      return scene.failure || !browser.alive() ? "unchecked" : "pending";
    };

    /** Ask anew and wait so long at most. @param {number} most @returns {Promise<Judgement>} */
    const judgeBy = async (most) => {
      const now = scene.read();
      const answer = await Promise.race([reviews.ask(now), page.after(most)]);
      if (answer) scene.failure = "ok" in answer ? answer : null;
      scene.text = now;
      scene.show();
      return scene.failure ? "unchecked" : judge();
    };

    const notChecked = () => {
      if (!browser.alive()) scene.show();
      else if (scene.failure) scene.last({ kind: "unchecked", failure: scene.failure }, true);
      else scene.last({ kind: "note", text: words.say("too_slow"), icon: "unknown", action: null }, true);
    };

    /** @returns {Outcome} */
    const how = () => scene.pass?.outcome ?? (scene.heard(scene.read()).some(rules.isProblem) ? "warned" : scene.outcome);

    /** Once the composer is empty, the message has gone. @param {string} sent @param {Outcome} outcome */
    const went = async (sent, outcome) => {
      const links = (reviews.known(sent)?.links ?? []).filter(({ kind }) => kind === "tracked").map(({ written }) => written);
      const worst = rules.worstFirst(scene.heard(sent).filter(rules.isProblem))[0];
      for (const wait of EMPTIED) {
        await page.after(wait);
        if (scene.read() !== sent || !element.isConnected) break;
      }
      if (scene.read() === sent && element.isConnected) return;
      const title = worst?.title.slice(0, protocol.limits.title) ?? null;
      void worker.ask({ type: "sent", links: links.slice(0, protocol.limits.links), outcome, title, contact: reviews.writing("").contact });
      scene.sent();
    };

    /** Send for the person; where the page ignores that, let their own next press through. @param {Attempt} attempt @param {Outcome} outcome */
    const go = async (attempt, outcome) => {
      const now = scene.read();
      scene.pass = { text: now, outcome };
      if (await sending.again(attempt, now)) void went(now, outcome);
      else if (scene.pass) scene.last({ kind: "note", text: words.say("press_again"), icon: "info", action: null });
    };

    /** It was a new line after all: what Enter would have done, where the caret was. @param {Attempt} attempt @param {Span} at @param {string} typed */
    const breakLine = ({ watch }, at, typed) => {
      watch.enter = "breaks";
      const now = editor.selection(element);
      editor.select(element, at);
      element.ownerDocument.execCommand(element.isContentEditable ? "insertParagraph" : "insertText", false, "\n");
      if (now && now.start > at.end) editor.select(element, { start: now.start + 1, end: now.end + 1 });
      if (typed) element.ownerDocument.execCommand("insertText", false, typed);
    };

    /** @param {Attempt} attempt @param {string | null} [trouble] @param {string | null} [copy] */
    const ask = (attempt, trouble = null, copy = null) => {
      const review = reviews.known(scene.text);
      if (!review) return;
      scene.remember();
      const at = scene.caret;
      const back = () => {
        hold.close();
        scene.giveBack();
      };
      hold.open({
        text: scene.text,
        review,
        findings: scene.problems(),
        trouble,
        copy: copy === null ? null : () => void clipboard.put(copy),
        back,
        sendAnyway: () => {
          back();
          void go(attempt, "anyway");
        },
        fixAndSend: () => void fixAndSend(attempt, 1),
        newLine:
          attempt.guessed && at
            ? (typed) => {
                back();
                breakLine(attempt, at, typed);
              }
            : null,
      });
    };

    /** @param {Attempt} attempt @param {number} round */
    const fixAndSend = async (attempt, round) => {
      if (scene.busy) return;
      scene.busy = true;
      const { took, expected } = await apply(scene, edits.of(scene.problems()));
      const judged = took ? await judgeBy(WAIT) : "bad";
      scene.busy = false;
      if (!took) {
        await scene.check();
        ask(attempt, words.say("not_fixed"), expected);
      } else if (judged === "bad" && round < 2 && scene.problems().some(({ edit }) => edit)) await fixAndSend(attempt, round + 1);
      else if (judged === "bad") ask(attempt, words.say("hold_left"));
      else {
        hold.close();
        scene.giveBack();
        await go(attempt, "fixed");
      }
    };

    const typedOn = () => scene.read() !== held;

    /** @param {Attempt} attempt @param {Promise<void>} released */
    const holdBack = async (attempt, released) => {
      if (scene.busy || hold.isOpen) return;
      scene.busy = true;
      scene.remember();
      const { caret } = scene;
      held = scene.read();
      const judged = await judgeBy(judge() === "bad" ? RECHECK : WAIT);
      await released;
      scene.busy = false;
      // Typed on meanwhile: nobody who sends does that.
      if (attempt.guessed && caret && typedOn()) breakLine(attempt, caret, "");
      else if (judged === "bad") ask(attempt);
      else {
        await go(attempt, judged === "clean" ? how() : "unchecked");
        if (judged !== "clean") notChecked();
      }
    };

    return {
      judge,
      hold: (attempt, released) => void holdBack(attempt, released),
      typedOn,
      passed: (sent, judged) => {
        if (judged === "unchecked") notChecked();
        void went(sent, judged === "unchecked" ? "unchecked" : how());
      },
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { holding });
}

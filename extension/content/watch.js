// @ts-check
// Watches over one composer: reviews what is typed in pauses, shows it, applies fixes, and knows what may be sent.
{
  const { browser, bar: newBar, card: newCard, dock: newDock, edits, findings: rules, hold: newHold, host: newHost, page, protocol, reviewer, sending, underlines, words, worker } =
    globalThis.linkwell;
  const PAUSE = 150;
  const SLOW = 300;
  const LASTS = 4500;
  const WAIT = 800;
  const RECHECK = 300;

  /** What this page's person never wants to hear of, by the code of the check. @type {Set<string>} */
  const unwanted = new Set();

  /** @param {Composer} composer @returns {Watch} */
  const watch = (composer) => {
    const { element, editor } = composer;
    const reviews = reviewer(composer);
    const host = newHost(composer);
    /** @type {Set<string>} */
    const ignored = new Set();
    /** @type {Failure | null} */
    let failure = null;
    /** @type {{ text: string, outcome: Outcome } | null} */
    let pass = null;
    /** @type {Span | null} */
    let caret = null;
    /** @type {{ text: string, notice: string | null } | null} */
    let tracked = null;
    /** @type {View | null} */
    let lasting = null;
    /** @type {Outcome} */
    let outcome = "clean";
    let text = "";
    let busy = false;
    let pause = 0;
    let slow = 0;
    let fading = 0;

    const read = () => editor.read(element);
    const hasFocus = () => /** @type {Document | ShadowRoot} */ (element.getRootNode()).activeElement === element;
    const review = () => reviews.known(text);
    /** @param {Review} found @param {string} of */
    const heard = (found, of) => found.findings.filter((finding) => !unwanted.has(finding.code) && !ignored.has(rules.key(finding, of)));
    const problems = () => {
      const found = review();
      return found ? heard(found, text).filter(rules.isProblem) : [];
    };
    const remember = () => {
      if (hasFocus()) caret = editor.selection(element);
    };

    const giveBack = () => {
      card.close();
      bar.mark(null);
      element.focus({ preventScroll: true });
      if (caret) editor.select(element, caret);
    };

    /** @returns {View} */
    const view = () => {
      if (!browser.alive()) return { kind: "updated" };
      if (lasting) return lasting;
      if (failure) return text.trim() || hasFocus() ? { kind: "unchecked", failure } : { kind: "hidden" };
      const found = review();
      const findings = found ? heard(found, text) : [];
      if (!found || (!found.links.length && !findings.length)) return { kind: "hidden" };
      const ours = tracked?.text === text;
      return { kind: "reviewed", review: found, findings, undo: ours, notice: ours ? (tracked?.notice ?? null) : null };
    };

    const show = () => {
      const next = view();
      host.attach();
      const theme = page.theme(element);
      host.setTheme(theme);
      bar.show(next);
      if (next.kind === "reviewed") underlines.paint(composer, text, next.review, next.findings, theme);
      else underlines.clear(element);
      follow(next);
      dock.place();
    };

    /** A card stays open over the same finding and closes when that is gone. @param {View} next */
    const follow = (next) => {
      const { finding } = card;
      if (!finding) return;
      const same = next.kind === "reviewed" ? next.findings.find(({ code, link }) => code === finding.code && link === finding.link) : undefined;
      if (same) bar.mark(same);
      else card.close();
    };

    /** @param {View} next */
    const last = (next) => {
      lasting = next;
      clearTimeout(fading);
      fading = window.setTimeout(() => {
        lasting = null;
        show();
      }, LASTS);
      show();
    };

    const quiet = () => {
      clearTimeout(slow);
      slow = 0;
    };

    const input = () => {
      lasting = null;
      clearTimeout(pause);
      pause = window.setTimeout(check, PAUSE);
      slow ||= window.setTimeout(() => {
        const links = rules.guess(read());
        if (!failure && (links || !bar.element.hidden)) bar.show({ kind: "checking", links });
        if (!failure) dock.place();
      }, SLOW);
    };

    const check = async () => {
      clearTimeout(pause);
      const now = read();
      if (now.trim() && !reviews.known(now) && browser.alive()) {
        const answer = await reviews.ask(now);
        if (read() !== now) {
          input();
          return;
        }
        failure = "ok" in answer ? answer : null;
      }
      quiet();
      text = now;
      show();
    };

    /** @param {Edit[]} list */
    const apply = async (list) => {
      const expected = edits.apply(read(), list);
      await editor.replace(element, list);
      caret = editor.selection(element) ?? caret;
      return { took: read() === expected, expected };
    };

    /** @param {string} copy @returns {NoteAction} */
    const copying = (copy) => ({ words: words.say("copy"), run: () => void hold.copy(copy) });

    /** @param {Finding[]} findings */
    const fix = async (findings) => {
      if (read() !== text) {
        await check();
        return;
      }
      remember();
      card.close();
      const list = edits.of(findings);
      const { took, expected } = await apply(list);
      outcome = "fixed";
      if (took) await check();
      else last({ kind: "note", text: words.say("not_taken"), icon: "block", action: copying(expected) });
      // Two edits in the same place are made one after the other.
      const left = problems().filter(({ edit }) => edit);
      if (took && findings.length > list.length && left.length && left.length < findings.length) await fix(left);
    };

    const track = async () => {
      remember();
      card.close();
      const before = read();
      const answer = await worker.ask({ type: "rewrite", ...reviews.writing(before) });
      /** @type {View} */
      const failed = { kind: "note", text: words.say("not_tracked"), icon: "unknown", action: { words: words.say("try_again"), run: () => void track() } };
      if (!answer.ok) last(failed);
      if (!answer.ok || read() !== before) return;
      const { rewrite } = answer;
      const { took } = await apply(edits.inOrder(rewrite.edits));
      if (!took) {
        last(failed);
        return;
      }
      reviews.keep(read(), rewrite.review);
      if (rewrite.edits.length) tracked = { text: read(), notice: rewrite.notice };
      await check();
    };

    /** @type {Acts} */
    const acts = {
      fix: (findings) => void fix(findings),
      track: () => void track(),
      undo: () => {
        giveBack();
        element.ownerDocument.execCommand("undo");
        void check();
      },
      retry: () => {
        failure = null;
        lasting = null;
        void check();
      },
      ignore: (finding) => {
        ignored.add(rules.key(finding, text));
        giveBack();
        show();
      },
      never: (finding) => {
        unwanted.add(finding.code);
        giveBack();
        show();
      },
      openOptions: () => void worker.ask({ type: "open", page: "options" }),
      reload: () => location.reload(),
      giveBack,
      open: (finding) => {
        const found = review();
        if (!found) return;
        remember();
        card.open(finding, text, found);
        bar.mark(finding);
      },
    };
    const bar = newBar(acts);
    host.layer.append(bar.element);
    const dock = newDock(composer, host, bar.element);
    const card = newCard(host, () => dock, acts);
    const hold = newHold(host, () => dock);

    /** @returns {Judgement} */
    const judge = () => {
      const now = read();
      if (!now.trim() || pass?.text === now) return "clean";
      const known = reviews.known(now);
      if (known) return heard(known, now).some(({ severity }) => severity === "block") ? "bad" : "clean";
      return failure || !browser.alive() ? "unchecked" : "pending";
    };

    /** @param {number} most @returns {Promise<Judgement>} */
    const judgeBy = async (most) => {
      const now = read();
      const answer = await Promise.race([reviews.ask(now), page.after(most)]);
      if (answer) failure = "ok" in answer ? answer : null;
      text = now;
      show();
      return failure ? "unchecked" : judge();
    };

    const notChecked = () => last(failure ? { kind: "unchecked", failure } : { kind: "note", text: words.say("too_slow"), icon: "unknown", action: null });

    /** @param {string} sent @param {Outcome} how */
    const went = async (sent, how) => {
      const links = (reviews.known(sent)?.links ?? []).filter(({ kind }) => kind === "tracked").map(({ written }) => written);
      const worst = reviews.known(sent) ? rules.worstFirst(reviews.known(sent)?.findings ?? [])[0] : undefined;
      for (const wait of [30, 100, 400, 1000, 1500]) {
        await page.after(wait);
        if (read() !== sent || !element.isConnected) break;
      }
      if (read() === sent && element.isConnected) return;
      const title = worst && rules.isProblem(worst) ? worst.title.slice(0, protocol.limits.title) : null;
      void worker.ask({ type: "sent", links: links.slice(0, protocol.limits.links), outcome: how, title, contact: reviews.writing("").contact });
      ignored.clear();
      pass = null;
      tracked = null;
      outcome = "clean";
      const kept = lasting;
      await check();
      if (kept) last(kept);
    };

    /** Send for the person; where the page ignores that, let their own next press through. @param {Attempt} attempt @param {Outcome} how */
    const go = async (attempt, how) => {
      const now = read();
      pass = { text: now, outcome: how };
      if (await sending.again(attempt, now)) void went(now, how);
      else if (pass) last({ kind: "note", text: words.say("press_again"), icon: "info", action: null });
    };

    /** @param {Attempt} attempt @param {string | null} [trouble] @param {string | null} [copy] */
    const ask = (attempt, trouble = null, copy = null) => {
      const found = review();
      if (!found) return;
      remember();
      card.close();
      hold.open({
        text,
        review: found,
        findings: problems(),
        trouble,
        copy,
        back: () => {
          hold.close();
          giveBack();
        },
        sendAnyway: () => {
          hold.close();
          giveBack();
          void go(attempt, "anyway");
        },
        fixAndSend: () => void fixAndSend(attempt, 1),
      });
    };

    /** @param {Attempt} attempt @param {number} round */
    const fixAndSend = async (attempt, round) => {
      if (busy) return;
      busy = true;
      const { took, expected } = await apply(edits.of(problems()));
      const judged = took ? await judgeBy(WAIT) : "bad";
      busy = false;
      if (!took) {
        await check();
        ask(attempt, words.say("not_fixed"), expected);
      } else if (judged === "bad" && round < 2 && problems().some(({ edit }) => edit)) await fixAndSend(attempt, round + 1);
      else if (judged === "bad") ask(attempt, words.say("hold_left"));
      else {
        hold.close();
        giveBack();
        await go(attempt, "fixed");
      }
    };

    /** @type {Watch["hold"]} */
    const holdBack = async (attempt) => {
      if (busy || hold.isOpen) return;
      busy = true;
      remember();
      const judged = await judgeBy(judge() === "bad" ? RECHECK : WAIT);
      busy = false;
      if (judged === "bad") {
        ask(attempt);
        return;
      }
      const safe = judged === "clean";
      await go(attempt, safe ? how() : "unchecked");
      if (!safe) notChecked();
    };

    /** @returns {Outcome} */
    const how = () => pass?.outcome ?? (problems().length ? "warned" : outcome);

    const changes = new MutationObserver(input);
    if (element.isContentEditable) changes.observe(element, { childList: true, characterData: true, subtree: true });

    void check();
    return {
      composer,
      enter: "unknown",
      read,
      judge,
      input,
      hold: (attempt) => void holdBack(attempt),
      get held() {
        return busy || hold.isOpen;
      },
      passed: (sent, judged) => {
        if (judged === "unchecked") notChecked();
        void went(sent, judged === "unchecked" ? "unchecked" : how());
      },
      wake: () => {
        failure = null;
        void check();
      },
      toBar: () => {
        remember();
        const { activeElement } = /** @type {ShadowRoot} */ (host.layer.getRootNode());
        if (activeElement) giveBack();
        else bar.focus();
      },
      inUse: () => hasFocus() || /** @type {ShadowRoot} */ (host.layer.getRootNode()).activeElement !== null,
      stop: () => {
        for (const timer of [pause, slow, fading]) clearTimeout(timer);
        changes.disconnect();
        dock.stop();
        underlines.clear(element);
        host.remove();
      },
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { watch });
}

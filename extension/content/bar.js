// @ts-check
// The bar under a composer: one line that says what was found, and a chip for each finding.
{
  const { build, button, words, icons, findings: rules } = globalThis.linkwell;
  const SHOWN = 3;

  /** @type {Linkwell["bar"]} */
  const bar = (acts) => {
    const icon = build("span", { class: "mark" });
    const status = build("div", { class: "text", role: "status" });
    const what = build("div", { class: "what" }, icon, status);
    const actions = build("div", { class: "do" });
    const line = build("div", { class: "line" }, what, actions);
    const notice = build("p", { class: "notice" });
    const list = build("ul", { class: "lw-findings", role: "list" });
    const element = build("section", { class: "lw-bar", "aria-label": "Linkwell" }, line, notice, list);
    element.hidden = true;

    let unfolded = false; // all chips, not only the first
    let listed = false; // chips of a message that has no problem
    let drawn = "";
    /** @type {View} */
    let view = { kind: "hidden" };
    /** @type {[Finding, HTMLElement][]} */
    let chips = [];
    /** @type {Finding | null} */
    let marked = null;

    // In a window too small for the bar it shrinks to its icon, and this press unfolds it.
    const unfold = button("", () => {
      element.classList.toggle("open");
      unfold.setAttribute("aria-expanded", String(element.classList.contains("open")));
    }, "fold");
    unfold.setAttribute("aria-expanded", "false");
    line.prepend(unfold);

    /** @param {(Node | string)[]} parts */
    const say = (parts) => {
      const next = build("div", {}, ...parts.flatMap((part, at) => (at ? [build("span", { class: "dot" }, " · "), part] : [part])));
      // The same words are not said again.
      if (next.textContent !== status.textContent) status.replaceChildren(...next.childNodes);
    };
    /** @param {string} text */
    const strong = (text) => build("b", {}, text);

    /** @param {string} text @param {string} read */
    const segments = (text, read) => {
      if (text === read) return build("span", { class: "sg num" }, text);
      const shown = build("span", { "aria-hidden": "true", class: "num" }, text);
      return build("span", { class: "sg" }, shown, build("span", { class: "vh" }, read));
    };

    /** @param {Review} review */
    const lengths = ({ links, segments: now, after_tracking: after }) => {
      const counted = words.count("segments", now.segments);
      // Without a link there is nothing to track, so nothing to compare.
      if (!links.length) return segments(counted, counted);
      return segments(words.say("segments_both", now.segments, after.segments), words.say("segments_read", counted, after.segments));
    };

    /** @param {Extract<View, { kind: "reviewed" }>} shown */
    const reviewed = ({ review, findings, undo, notice: said }) => {
      notice.textContent = said;
      notice.hidden = !said;
      const problems = findings.filter(rules.isProblem);
      const tracked = review.links.filter(({ kind }) => kind === "tracked");
      const rest = findings.filter(({ code }) => code !== "untracked-link");
      const fixes = problems.some(({ edit }) => edit);
      const trackable = review.links.some(
        ({ kind }, at) => kind === "plain" && !findings.some((one) => one.link === at && one.severity === "block" && !rules.trackMends(one)),
      );
      if (!problems.length && tracked.length && tracked.length === review.links.length) {
        const domains = [...new Set(tracked.map(({ host }) => host ?? ""))].join(", ");
        say([strong(words.count("tracked", tracked.length)), domains, segments(words.count("segments", review.segments.segments), words.count("segments", review.segments.segments))]);
        dress("tracked", "tracked");
        act(undo ? [button(withIcon("undo", words.say("undo")), acts.undo, "btn s ghost")] : []);
      } else {
        const worst = rules.worst(problems);
        say([words.count("links", review.links.length), strong(problems.length ? words.count("problems", problems.length) : words.say("no_problems")), lengths(review)]);
        dress(problems.length ? worst : "ok", problems.length ? worst : "ok");
        act([
          ...(!problems.length && !rest.length && findings.length ? [noted(findings.length)] : []),
          ...(trackable ? [button(words.say("track"), acts.track, fixes ? "btn s" : "btn s primary")] : []),
          ...(fixes ? [button(words.say("fix_all"), () => acts.fix(problems), "btn s primary")] : []),
        ]);
      }
      chip(problems.length || rest.length || listed ? rules.worstFirst(findings) : []);
    };

    /** What is good to know of a message without a problem, one press away. @param {number} n */
    const noted = (n) => {
      const toggle = button(icons.draw("info"), () => {
        listed = !listed;
        redraw();
      }, "btn s ghost icon");
      toggle.setAttribute("aria-label", words.count("notes", n));
      toggle.setAttribute("aria-expanded", String(listed));
      return toggle;
    };

    /** @param {string} name @param {string} text */
    const withIcon = (name, text) => {
      const both = document.createDocumentFragment();
      both.append(icons.draw(name, "i s"), text);
      return both;
    };

    /** @param {Mark} mark @param {string} state */
    const dress = (mark, state) => {
      icon.replaceChildren(icons.draw(mark, mark === "checking" ? "i spin" : "i"));
      for (const name of ["block", "warn", "info", "ok", "tracked", "unknown", "checking"]) element.classList.toggle(name, name === state);
    };

    /** Put buttons in place of those that were there; the one that had the focus keeps it. @param {HTMLElement[]} buttons */
    const act = (buttons) => {
      const root = /** @type {ShadowRoot} */ (element.getRootNode());
      const had = actions.contains(root.activeElement) ? root.activeElement : null;
      const same = had && buttons.find((next) => name(next) === name(had));
      actions.replaceChildren(...buttons);
      if (same) same.focus({ preventScroll: true });
      else if (had) acts.giveBack();
    };
    /** @param {Element} of */
    const name = (of) => of.getAttribute("aria-label") ?? of.textContent;

    /** @param {Finding[]} findings */
    const chip = (findings) => {
      const root = /** @type {ShadowRoot} */ (element.getRootNode());
      const had = chips.findIndex(([, button]) => button === root.activeElement);
      chips = findings.map((finding) => {
        const mark = rules.mark(finding.severity);
        const made = button(icons.draw(mark), () => acts.open(finding, made), `lw-finding ${mark}`);
        made.append(finding.title);
        made.setAttribute("aria-haspopup", "dialog");
        made.setAttribute("aria-expanded", String(finding === marked));
        made.tabIndex = -1;
        return [finding, made];
      });
      const shown = unfolded ? chips : chips.slice(0, SHOWN);
      const items = shown.map(([, made]) => build("li", {}, made));
      if (chips.length > shown.length) {
        const more = button(words.say("more", chips.length - shown.length), () => {
          unfolded = true;
          redraw();
          chips[SHOWN]?.[1].focus({ preventScroll: true });
        }, "btn s ghost");
        more.setAttribute("aria-label", words.say("more_name", chips.length - shown.length));
        more.tabIndex = -1;
        items.push(build("li", {}, more));
      }
      list.replaceChildren(...items);
      list.hidden = !items.length;
      const stops = stopsOf();
      if (stops[0]) stops[0].tabIndex = 0;
      if (had >= 0) (stops[Math.min(had, stops.length - 1)] ?? null)?.focus({ preventScroll: true });
      if (had >= 0 && !stops.length) acts.giveBack();
    };

    const stopsOf = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button")]);
    list.addEventListener("keydown", (event) => {
      const stops = stopsOf();
      const at = stops.indexOf(/** @type {HTMLElement} */ (event.target));
      const rightwards = getComputedStyle(list).direction === "rtl" ? -1 : 1;
      const to = { ArrowRight: at + rightwards, ArrowLeft: at - rightwards, Home: 0, End: -1 }[event.key];
      const next = to === undefined ? undefined : stops.at(to % stops.length);
      if (!next) return;
      event.preventDefault();
      for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
      next.focus({ preventScroll: true });
    });
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      acts.giveBack();
    });

    /** @param {Failure} failure */
    const unchecked = (failure) => {
      say([strong(words.say("not_checked")), words.state(failure)]);
      dress("unknown", "unknown");
      const remedy = button(words.say(failure.state === "down" ? "how_to_start" : "open_options"), acts.openOptions, "btn s ghost");
      act([...(failure.state === "refused" ? [] : [remedy]), button(words.say("try_again"), acts.retry, "btn s")]);
      chip([]);
    };

    const redraw = () => {
      notice.hidden = true;
      if (view.kind === "reviewed") reviewed(view);
      else if (view.kind === "unchecked") unchecked(view.failure);
      else if (view.kind === "checking") {
        say([view.links ? words.count("checking", view.links) : words.say("checking_none")]);
        dress("checking", "checking");
        const waiting = button(words.say("track"), () => undefined, "btn s");
        waiting.setAttribute("aria-disabled", "true");
        act(view.links ? [waiting] : []);
      } else if (view.kind === "updated") {
        say([words.say("updated")]);
        dress("unknown", "unknown");
        act([button(words.say("reload"), acts.reload, "btn s")]);
        chip([]);
      } else if (view.kind === "note") {
        const { text, icon: mark, action } = view;
        say([text]);
        dress(mark, mark);
        act(action ? [button(action.words, action.run, "btn s")] : []);
        chip([]);
      }
      unfold.setAttribute("aria-label", `Linkwell: ${status.textContent}`);
      unfold.replaceChildren(...[...icon.childNodes].map((node) => node.cloneNode(true)));
    };

    return {
      element,
      show: (next) => {
        view = next;
        const signature = JSON.stringify(next);
        if (signature === drawn && next.kind !== "note") return;
        drawn = signature;
        if (next.kind === "hidden") {
          unfolded = false;
          listed = false;
          element.hidden = true;
          status.replaceChildren();
          return;
        }
        element.hidden = false;
        redraw();
      },
      mark: (finding) => {
        marked = finding;
        for (const [one, made] of chips) made.setAttribute("aria-expanded", String(one === finding));
      },
      focus: () => {
        const first = stopsOf().find((stop) => stop.tabIndex === 0) ?? /** @type {HTMLElement | null} */ (actions.querySelector("button"));
        if (element.hidden || !first) return false;
        if (element.classList.contains("pill") && !element.classList.contains("open")) unfold.click();
        first.focus({ preventScroll: true });
        return true;
      },
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { bar });
}

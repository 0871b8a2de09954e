// @ts-check
// The card of one finding: what it is, why it matters, the link now and fixed, and what can be done.
{
  const { build, button, words, icons, findings: rules } = globalThis.linkwell;
  // What a tracked link in its place mends.
  const trackMends = new Set(["untracked-link", "overlong-link", "tracking-would-break"]);

  /** @type {Linkwell["card"]} */
  const card = (host, dock, acts) => {
    /** @type {HTMLElement | null} */
    let element = null;
    /** @type {Finding | null} */
    let shown = null;

    const close = () => {
      element?.remove();
      element = null;
      shown = null;
    };

    /** @param {Finding} finding */
    const buttons = (finding) => {
      const tracks = trackMends.has(finding.code);
      const first = tracks ? button(words.say("track"), acts.track, "btn primary") : button(words.say("fix"), () => acts.fix([finding]), "btn primary");
      const ignore = button(words.say("ignore"), () => acts.ignore(finding));
      const never = button(words.say("never"), () => acts.never(finding), "btn ghost last");
      return [...(tracks || finding.edit ? [first] : []), ignore, ...(finding.locked ? [] : [never])];
    };

    /** @type {Card["open"]} */
    const open = (finding, text, review) => {
      close();
      const mark = rules.mark(finding.severity);
      const shut = button(icons.draw("close", "i s"), acts.giveBack, "btn ghost icon s");
      shut.setAttribute("aria-label", words.say("close"));
      const made = build("div", { class: `lw-card ${mark}`, role: "dialog", "aria-labelledby": "card-title", "aria-describedby": "card-why" });
      const diff = rules.diff(finding, text, review);
      const phones = rules.android(finding, review);
      // With an edit, now and fixed say it all; without one the person needs to be told what it is about and what to do.
      const tracks = trackMends.has(finding.code);
      const told = finding.edit ? [] : [finding.detail, tracks ? "" : finding.fix].filter(Boolean).map((text) => build("p", { class: "why" }, text));
      const inner = build(
        "div",
        { class: "in" },
        build("div", { class: "head" }, icons.draw(mark, "i sev"), build("h2", { id: "card-title" }, finding.title), shut),
        build("p", { class: "kind" }, words.kind(finding.severity)),
        build("p", { class: "why", id: "card-why" }, finding.why),
        ...told,
        ...(phones ? [phones] : []),
        ...(diff ? [diff] : []),
      );
      made.append(inner, build("div", { class: "foot" }, ...buttons(finding)));
      made.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        acts.giveBack();
      });
      element = made;
      shown = finding;
      host.layer.append(made);
      host.raise();
      dock.placeCard(made, finding.span);
      const [first] = made.querySelectorAll(".foot button");
      /** @type {HTMLElement} */ (first ?? shut).focus({ preventScroll: true });
    };

    return {
      get finding() {
        return shown;
      },
      open,
      close,
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { card });
}

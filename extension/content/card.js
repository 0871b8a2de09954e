// @ts-check
// The card of one finding: what it is, why it matters, the link now and fixed, and what can be done.
{
  const { build, button, words, icons, findings: rules } = globalThis.linkwell;
  /** @type {Linkwell["card"]} */
  const card = (host, dock, acts) => {
    /** @type {HTMLElement | null} */
    let element = null;
    /** @type {Shown | null} */
    let shown = null;

    const close = () => {
      element?.remove();
      element = null;
      shown = null;
    };
    const focused = () => /** @type {ShadowRoot} */ (host.layer.getRootNode()).activeElement;

    /** @param {Finding} finding */
    const buttons = (finding) => {
      const tracks = rules.trackMends(finding);
      const first = tracks ? button(words.say("track"), acts.track, "btn primary") : button(words.say("fix"), () => acts.fix([finding]), "btn primary");
      const ignore = button(words.say("ignore"), () => acts.ignore(finding));
      const never = button(words.say("never"), () => acts.never(finding), "btn ghost last");
      return [...(tracks || finding.edit ? [first] : []), ignore, ...(finding.locked ? [] : [never])];
    };

    /** What it says, and what can be done. @param {Shown} what */
    const parts = ({ finding, text, review }) => {
      const mark = rules.mark(finding.severity);
      const shut = button(icons.draw("close", "i s"), acts.giveBack, "btn ghost icon s");
      shut.setAttribute("aria-label", words.say("close"));
      const diff = rules.diff(finding, text, review);
      const phones = rules.android(finding, review);
      // With an edit, now and fixed say it all; without one the person needs to be told what it is about and what to do.
      const tracks = rules.trackMends(finding);
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
      return [inner, build("div", { class: "foot" }, ...buttons(finding))];
    };

    /** @type {Card["open"]} */
    const open = (finding, text, review) => {
      close();
      shown = { finding, text, review };
      const made = build("div", { class: `lw-card ${rules.mark(finding.severity)}`, role: "dialog", "aria-labelledby": "card-title", "aria-describedby": "card-why" });
      made.append(...parts(shown));
      made.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        acts.giveBack();
      });
      element = made;
      host.layer.append(made);
      host.raise();
      dock.placeCard(made, finding.span);
      made.querySelector(/** @type {"button"} */ (".foot button"))?.focus({ preventScroll: true });
    };

    /** @type {Card["follow"]} */
    const follow = (text, review, findings) => {
      if (!shown || !element) return null;
      const { finding: old, text: before } = shown;
      /** Whether it only moved: as far from the beginning or from the end as it was. @param {Finding} one */
      const moved = ({ span }) => span.start === old.span.start || text.length - span.start === before.length - old.span.start;
      const alike = findings.filter(({ code }) => code === old.code);
      const same = alike.find(moved) ?? alike.find(({ link }) => link === old.link) ?? null;
      if (!same || (same === old && text === before)) return same;
      shown = { finding: same, text, review };
      const had = [...element.querySelectorAll("button")].findIndex((one) => one === focused());
      element.replaceChildren(...parts(shown));
      element.className = `lw-card ${rules.mark(same.severity)}`;
      if (had >= 0) [...element.querySelectorAll("button")].at(had)?.focus({ preventScroll: true });
      dock.placeCard(element, same.span);
      return same;
    };

    return {
      get finding() {
        return shown?.finding ?? null;
      },
      open,
      follow,
      close,
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { card });
}

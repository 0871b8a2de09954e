// @ts-check
// The dialog that holds a message back: what is wrong with it, and three ways on.
{
  const { build, button, words, icons, findings: rules } = globalThis.linkwell;

  const SETTLES = 250;

  /** @type {Linkwell["hold"]} */
  const hold = (host, dock) => {
    /** @type {HTMLElement | null} */
    let element = null;

    const close = () => {
      element?.remove();
      element = null;
      host.raise();
    };

    /** @param {Held} held */
    const items = ({ findings, text, review }) =>
      rules.worstFirst(findings).map((finding) => {
        const mark = rules.mark(finding.severity);
        const diff = rules.diff(finding, text, review);
        const told = build("div", {}, build("div", { class: "strong" }, finding.title), ...(diff ? [diff] : []));
        if (!finding.edit) told.append(build("p", { class: "why" }, `${finding.detail} ${rules.trackMends(finding) ? words.say("hold_track") : finding.fix}`.trim()));
        return build("li", { class: mark }, icons.draw(mark), told);
      });

    /** @type {Hold["open"]} */
    const open = (held) => {
      close();
      const blocking = held.findings.filter(({ severity }) => severity === "block");
      const links = new Set(blocking.flatMap(({ link }) => link ?? [])).size;
      const lead = held.trouble ?? (links ? words.count("hold_lead", links) : words.say("hold_lead_none"));
      const fixable = held.findings.some(({ edit }) => edit);

      const back = button(words.say("back"), held.back, "btn ghost first");
      const anyway = button(words.say("send_anyway"), held.sendAnyway);
      const fix = button(words.say("fix_and_send"), held.fixAndSend, "btn primary");
      if (!fixable) fix.setAttribute("aria-disabled", "true");
      const { copy } = held;
      const copying = copy ? [button(words.say("copy"), copy)] : [];
      // Where nothing says what Enter does on this page, a new line is a way on as well.
      const line = held.newLine ? [button(words.say("new_line"), () => held.newLine?.(""), "btn ghost")] : [];

      const dialog = build("div", { class: "lw-hold", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "hold-title", "aria-describedby": "hold-lead" });
      dialog.append(
        build(
          "div",
          { class: "in" },
          build("h2", { id: "hold-title" }, words.say("hold_title")),
          build("p", { class: held.trouble ? "lead trouble" : "lead", id: "hold-lead", role: held.trouble ? "alert" : null }, lead),
          ...(held.findings.length ? [build("ul", { class: "items", role: "list" }, ...items(held))] : []),
        ),
        build("div", { class: "foot" }, back, ...line, ...copying, anyway, fix),
      );
      const scrim = build("div", { class: "scrim" });
      // A press beside the dialog neither closes it nor takes the focus out of it.
      scrim.addEventListener("mousedown", (event) => event.preventDefault());
      dialog.addEventListener("mousedown", (event) => event.preventDefault());
      const made = build("div", { class: "stage" }, scrim, dialog);
      const opened = performance.now();
      made.addEventListener("keydown", (event) => keep(event, dialog, held, performance.now() - opened < SETTLES));
      element = made;
      host.attach();
      host.layer.append(made);
      host.raise();
      dock.placeHold(dialog);
      (fixable ? fix : back).focus({ preventScroll: true });
    };

    return {
      get isOpen() {
        return element !== null;
      },
      open,
      close,
    };
  };

  /**
   * Keep the focus inside; Escape is Back. Where Enter may have meant a new line, whoever types on meant just that; and a key that is
   * still down, or was struck twice, presses nothing.
   * @param {KeyboardEvent} event @param {HTMLElement} dialog @param {Held} held @param {boolean} soon
   */
  const keep = (event, dialog, held, soon) => {
    const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const presses = event.key === "Enter" || event.key === " ";
    if (event.key === "Escape") {
      event.preventDefault();
      held.back();
    } else if (held.newLine && types && (soon || !presses)) {
      event.preventDefault();
      held.newLine(event.key);
    } else if (presses && (event.repeat || (soon && held.newLine))) event.preventDefault();
    if (event.key !== "Tab") return;
    event.preventDefault();
    const stops = [...dialog.querySelectorAll("button")];
    const at = stops.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    stops.at((at + (event.shiftKey ? -1 : 1)) % stops.length)?.focus({ preventScroll: true });
  };

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { hold });
}

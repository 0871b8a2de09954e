// @ts-check
// Places the bar, the card and the hold around a composer, and follows it when it moves. The page is never moved.
{
  const { page, composers } = globalThis.linkwell;
  const GAP = 6;
  const EDGE = 4;
  const FREE = 40;
  const SOME = 104; // the bar with a row of findings: with less room it does not scroll, it shrinks to its icon

  /** @type {(a: DOMRect, b: DOMRect) => boolean} */
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  /**
   * Tells of every move of an element that no resize and no scroll announces: the margins of an observer are drawn around
   * the place where it stands, and it reports as soon as the element leaves it.
   * @param {Element} element
   * @param {() => void} moved
   */
  const followMoves = (element, moved) => {
    /** @type {IntersectionObserver | null} */
    let observer = null;
    const draw = () => {
      observer?.disconnect();
      const { top, left, width, height } = element.getBoundingClientRect();
      if (!width || !height) return;
      const root = element.ownerDocument.documentElement;
      const margin = [top, root.clientWidth - left - width, root.clientHeight - top - height, left].map((side) => `${-Math.floor(side)}px`).join(" ");
      observer = new IntersectionObserver(
        ([entry]) => {
          if (entry && (entry.boundingClientRect.top !== top || entry.boundingClientRect.left !== left)) moved();
        },
        { rootMargin: margin, threshold: [0.99, 1] },
      );
      observer.observe(element);
    };
    return { draw, stop: () => observer?.disconnect() };
  };

  /** @type {Linkwell["dock"]} */
  const dock = (composer, host, bar) => {
    const view = page.top(composer.element.ownerDocument).defaultView ?? window;
    const signs = new AbortController();
    let waiting = false;
    /** @type {"below" | "above" | "pill" | null} */
    let chosen = null;
    /** @type {(() => void) | null} */
    let placeOpen = null;

    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        place();
      });
    };
    const moves = followMoves(composer.element, soon);
    const sizes = new ResizeObserver(soon);
    for (const element of [composer.element, composers.outline(composer), bar]) sizes.observe(element);
    for (const target of new Set([view, window])) {
      target.addEventListener("scroll", soon, { capture: true, passive: true, signal: signs.signal });
      target.addEventListener("resize", soon, { passive: true, signal: signs.signal });
    }

    /** The height of the window, less what a phone's keyboard takes. */
    const bottom = () => view.visualViewport?.height ?? view.innerHeight;
    const width = () => view.document.documentElement.clientWidth;

    /** Whether something that can be pressed lies under a place. @param {DOMRect} spot */
    const covers = (spot) =>
      [0.04, 0.25, 0.5, 0.75, 0.96].some((part) => {
        const under = view.document.elementsFromPoint(spot.left + spot.width * part, spot.top + Math.min(spot.height, 36) / 2);
        const first = under.find((element) => element !== host.element);
        return Boolean(first?.closest("button, a[href], input, select, textarea, [role='button'], [contenteditable]"));
      });

    /** Where the composer ends, with a Send that stands under it. @param {DOMRect} box @param {DOMRect[]} sends */
    const footOf = (box, sends) => {
      const under = sends.filter((send) => send.top >= box.bottom - 2 && send.top < box.bottom + 64 && send.left < box.right && send.right > box.left);
      return Math.max(box.bottom, ...under.map((send) => send.bottom));
    };

    /** How high the bar may be; in less its findings scroll. @param {DOMRect} box @param {DOMRect[]} sends */
    const room = (box, sends) => {
      const most = Math.max(box.top - GAP - EDGE, bottom() - footOf(box, sends) - GAP - EDGE);
      return most >= SOME ? most : null;
    };

    /** @param {DOMRect} box @param {DOMRect[]} sends @param {number} height @param {number} wide */
    const candidates = (box, sends, height, wide) => {
      const foot = footOf(box, sends);
      /** @type {["below" | "above", DOMRect][]} */
      const spots = [
        ["below", new DOMRect(box.left, foot + GAP, wide, height)],
        ["above", new DOMRect(box.left, box.top - GAP - height, wide, height)],
      ];
      return spots.filter(([name, spot]) => {
        const room = name === "below" ? bottom() - spot.top >= Math.max(height, FREE - GAP) : spot.top >= 0;
        return room && !sends.some((send) => overlap(spot, send));
      });
    };

    const place = () => {
      if (!host.element.isConnected || bar.hidden) return;
      const box = page.box(composers.outline(composer));
      const shown = box.width > 0 && box.bottom > 0 && box.top < bottom() && composer.element.isConnected;
      bar.style.visibility = shown ? "visible" : "hidden";
      if (!shown) {
        chosen = null;
        return;
      }
      const left = Math.max(EDGE, box.left);
      const wide = Math.max(Math.min(box.right, width() - EDGE) - left, Math.min(240, width() - 2 * EDGE));
      bar.style.width = `${wide}px`;
      bar.classList.remove("pill");
      const sends = composers.sends(composer).map(page.box).filter((rect) => rect.width > 0);
      const most = room(box, sends);
      bar.style.maxHeight = most === null ? "" : `${Math.floor(most)}px`;
      const { height } = bar.getBoundingClientRect();
      const fits = candidates(new DOMRect(left, box.top, wide, box.height), sends, height, wide);
      const free = fits.filter(([, spot]) => !covers(spot));
      const [name, spot] = free.find(([one]) => one === chosen) ?? free[0] ?? fits[0] ?? ["pill", pill(box, sends)];
      chosen = name;
      bar.classList.toggle("pill", name === "pill");
      if (name === "pill") bar.style.width = bar.classList.contains("open") ? `${Math.min(wide, box.width)}px` : "";
      const unfolded = name === "pill" && bar.classList.contains("open") ? unfoldedAt(box, sends) : spot;
      bar.style.left = `${Math.round(unfolded.left)}px`;
      bar.style.top = `${Math.round(unfolded.top)}px`;
      moves.draw();
      placeOpen?.();
    };

    /** The corner away from Send, inside the composer. @param {DOMRect} box @param {DOMRect[]} sends */
    const pill = (box, sends) => {
      const sendsRight = !sends.some((send) => send.left + send.width / 2 < box.left + box.width / 2);
      return new DOMRect(sendsRight ? box.left + EDGE : box.right - 28 - EDGE, Math.min(box.bottom, bottom()) - 28 - EDGE, 28, 28);
    };

    /** Where the pill unfolds: inside the window, and not over Send where it can be helped. @param {DOMRect} box @param {DOMRect[]} sends */
    const unfoldedAt = (box, sends) => {
      bar.style.maxHeight = `${bottom() - 2 * EDGE}px`;
      const { width: wide, height } = bar.getBoundingClientRect();
      const foot = Math.min(bottom() - EDGE, ...sends.map((send) => send.top - EDGE));
      return new DOMRect(Math.max(EDGE, Math.min(box.left, width() - EDGE - wide)), Math.max(EDGE, foot - height), wide, height);
    };

    /** @type {Dock["placeCard"]} */
    const placeCard = (card, span) => {
      placeOpen = () => {
        if (!card.isConnected) return;
        const outer = page.box(composers.outline(composer));
        const [range] = composer.editor.ranges(composer.element, [span]);
        const mark = range?.getClientRects()[0];
        const at = mark ? page.outward(mark, composer.element.ownerDocument) : new DOMRect(outer.left + 12, outer.top, 96, 0);
        const wide = Math.min(368, Math.max(outer.width - 24, 240), width() - 2 * EDGE);
        card.style.width = `${wide}px`;
        const { height } = card.getBoundingClientRect();
        const barBox = bar.getBoundingClientRect();
        const above = Math.min(outer.top, chosen === "above" ? barBox.top : outer.top) - 8 - height;
        const below = Math.max(outer.bottom, chosen === "below" ? barBox.bottom : outer.bottom) + 8;
        const fitsAbove = above >= EDGE;
        const fitsBelow = below + height <= bottom() - EDGE;
        const side = fitsAbove || !fitsBelow ? "above" : "below";
        const left = Math.max(EDGE, Math.min(Math.max(outer.left, at.left - 48), width() - EDGE - wide));
        card.style.left = `${Math.round(left)}px`;
        card.style.top = `${Math.round(side === "above" ? Math.max(EDGE, above) : below)}px`;
        card.style.setProperty("--tip", `${Math.round(Math.max(16, Math.min(at.left + Math.min(at.width, 60) / 2 - left, wide - 24)))}px`);
        // The tip points at the message; where the bar stands between the two, it would point at the bar.
        card.dataset.tip = side === chosen || (!fitsAbove && !fitsBelow) ? "none" : side;
      };
      placeOpen();
    };

    /** @type {Dock["placeHold"]} */
    const placeHold = (hold) => {
      const box = page.box(composers.outline(composer));
      const wide = Math.min(440, width() - 2 * 12);
      hold.style.width = `${wide}px`;
      const { height } = hold.getBoundingClientRect();
      hold.style.left = `${Math.round(Math.max(12, Math.min(box.left + (box.width - wide) / 2, width() - 12 - wide)))}px`;
      hold.style.top = `${Math.round(Math.max(12, Math.min(box.top + (box.height - height) / 2, bottom() - 12 - height)))}px`;
    };

    return {
      place,
      placeCard,
      placeHold,
      stop: () => {
        signs.abort();
        sizes.disconnect();
        moves.stop();
      },
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { dock });
}

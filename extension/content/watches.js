// @ts-check
// The composers under watch: one watch each, from the first focus until the page takes the composer away.
{
  const { page } = globalThis.linkwell;
  /** @type {Map<HTMLElement, Watch>} */
  const known = new Map();

  /** @type {Linkwell["watches"]} */
  const watches = {
    css: "",
    silenced: new Set(),
    all: () => [...known.values()],
    over: (composer) => {
      for (const [element, watch] of known) {
        if (element.isConnected) continue;
        watch.stop();
        known.delete(element);
      }
      const found = known.get(composer.element) ?? globalThis.linkwell.watch(composer);
      known.set(composer.element, found);
      return found;
    },
    at: (element) => {
      for (let node = /** @type {HTMLElement | null} */ (element); node; node = page.parent(node)) {
        const watch = known.get(node);
        if (watch) return watch;
      }
      return null;
    },
    stop: () => {
      for (const watch of known.values()) watch.stop();
      known.clear();
    },
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { watches });
}

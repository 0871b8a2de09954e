// @ts-check
// Asks the service worker, and turns every way of not getting an answer into one.
{
  const { browser } = globalThis.linkwell;

  /** @type {Linkwell["worker"]["ask"]} */
  const ask = async (message) => {
    try {
      return (await browser.send(message)) ?? { ok: false, state: "down", detail: null };
    } catch {
      // The worker is gone: with the extension's own update, or while the browser restarts it.
      return { ok: false, state: "down", detail: null };
    }
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { worker: { ask } });
}

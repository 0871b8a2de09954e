// @ts-check
// Keeps the reviews of one composer's texts, and asks for those that are missing, each text once at a time.
{
  const { worker, protocol } = globalThis.linkwell;
  const KEPT = 24;

  /** @type {Linkwell["reviewer"]} */
  const reviewer = ({ adapter }) => {
    /** @type {Map<string, Review>} */
    const reviews = new Map();
    /** @type {Map<string, Promise<Review | Failure>>} */
    const asked = new Map();

    /** @type {(selector: string | null) => string | null} */
    const reference = (selector) => {
      const found = selector === null ? null : document.querySelector(selector);
      return found?.textContent?.trim().slice(0, protocol.limits.reference) || null;
    };
    /** @type {ReturnType<Linkwell["reviewer"]>["writing"]} */
    const writing = (text) => ({
      text: text.toWellFormed(),
      contact: reference(adapter.contact),
      campaign: reference(adapter.campaign),
      channel: adapter.channel,
    });
    /** The same words to somebody else are another message. @param {string} text */
    const key = (text) => JSON.stringify(writing(text));
    /** @param {string} known @param {Review} review */
    const store = (known, review) => {
      reviews.delete(known);
      reviews.set(known, review);
      const oldest = reviews.keys().next().value;
      if (reviews.size > KEPT && oldest !== undefined) reviews.delete(oldest);
    };

    /** @param {string} text @param {string} known */
    const fetchReview = async (text, known) => {
      /** @type {Failure} */
      const tooLong = { ok: false, state: "refused", detail: null };
      const answer = text.length > protocol.limits.text ? tooLong : await worker.ask({ type: "review", ...writing(text) });
      if (!answer.ok) return answer;
      store(known, answer.review);
      return answer.review;
    };

    return {
      known: (text) => reviews.get(key(text)) ?? null,
      ask: (text) => {
        const known = key(text);
        const running = asked.get(known);
        if (running) return running;
        const answer = fetchReview(text, known).finally(() => asked.delete(known));
        asked.set(known, answer);
        return answer;
      },
      writing,
      keep: (text, review) => store(key(text), review),
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { reviewer });
}

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
    /** @type {ReturnType<Linkwell["reviewer"]>["keep"]} */
    const keep = (text, review) => {
      reviews.delete(text);
      reviews.set(text, review);
      const oldest = reviews.keys().next().value;
      if (reviews.size > KEPT && oldest !== undefined) reviews.delete(oldest);
    };

    /** @param {string} text */
    const fetchReview = async (text) => {
      /** @type {Failure} */
      const tooLong = { ok: false, state: "refused", detail: null };
      const answer = text.length > protocol.limits.text ? tooLong : await worker.ask({ type: "review", ...writing(text) });
      if (!answer.ok) return answer;
      keep(text, answer.review);
      return answer.review;
    };

    return {
      known: (text) => reviews.get(text) ?? null,
      ask: (text) => {
        const running = asked.get(text);
        if (running) return running;
        const answer = fetchReview(text).finally(() => asked.delete(text));
        asked.set(text, answer);
        return answer;
      },
      writing,
      keep,
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { reviewer });
}

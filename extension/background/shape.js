// @ts-check
// Whether a message has the shape that the protocol names: exactly its fields, each of its type and within its limit.
import "../shared/protocol.js";

const { limits, outcomes, channels } = globalThis.linkwell.protocol;

/** @type {(value: unknown, most: number) => boolean} */
const text = (value, most) => typeof value === "string" && value.length <= most;

/** @type {Record<string, (value: unknown) => boolean>} */
const fits = {
  text: (value) => text(value, limits.text),
  reference: (value) => text(value, limits.reference),
  title: (value) => text(value, limits.title),
  host: (value) => text(value, limits.host),
  address: (value) => text(value, limits.address),
  secret: (value) => text(value, limits.secret),
  urls: (value) => Array.isArray(value) && value.length <= limits.links && value.every((url) => text(url, limits.url)),
  outcome: (value) => outcomes.some((outcome) => outcome === value),
  channel: (value) => channels.some((channel) => channel === value),
  code: (value) => typeof value === "string" && /^[a-z][a-z-]{2,40}$/.test(value),
  page: (value) => value === "options",
  boolean: (value) => typeof value === "boolean",
};

/**
 * The message, if it is one of these kinds and well formed.
 * @param {unknown} message
 * @param {Record<string, Record<string, string>>} kinds
 * @returns {ToWorker | null}
 */
export function wellFormed(message, kinds) {
  if (typeof message !== "object" || message === null || !("type" in message) || typeof message.type !== "string") return null;
  const fields = Object.hasOwn(kinds, message.type) ? kinds[message.type] : undefined;
  if (!fields || Object.keys(message).some((name) => name !== "type" && !Object.hasOwn(fields, name))) return null;
  for (const [name, type] of Object.entries(fields)) {
    const value = /** @type {Record<string, unknown>} */ (message)[name];
    const optional = type.endsWith("?");
    if (optional && value === null) continue;
    if (!fits[optional ? type.slice(0, -1) : type]?.(value)) return null;
  }
  return /** @type {ToWorker} */ (message);
}

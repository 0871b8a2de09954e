// @ts-check
// Requests to the helper: proven first, within a time, every failure as one of the states.
import { Failure } from "./failure.js";
import { doubt, helper } from "./finder.js";
import { stands } from "./standing.js";

const USUALLY_WITHIN = 3_000;

/**
 * @typedef {object} Request
 * @property {unknown} [body]
 * @property {Record<string, string>} [headers]
 * @property {number} [within] milliseconds, finding the helper included
 */

/**
 * @param {string} method
 * @param {string} path
 * @param {Request} [request]
 * @returns {Promise<{ data: any, headers: Headers }>}
 */
export async function ask(method, path, { body, headers = {}, within = USUALLY_WITHIN } = {}) {
  const signal = AbortSignal.timeout(within);
  const { address, token } = await before(signal, helper());
  return exchange(`${address}${path}`, signal, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...headers },
    body,
  });
}

/**
 * One request to an address that is known to be a helper.
 * @param {string} url
 * @param {AbortSignal} signal
 * @param {{ method: string, headers?: Record<string, string>, body?: unknown }} request
 */
export async function exchange(url, signal, { method, headers = {}, body }) {
  /** @type {Response} */
  let response;
  /** @type {any} */
  let data;
  try {
    response = await fetch(url, {
      method,
      headers: body === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal,
    });
    data = await response.json();
  } catch {
    doubt();
    await stands("down");
    throw new Failure("down", signal.aborted ? "slow" : null);
  }
  if (response.ok) return { data, headers: response.headers };
  if (response.status === 401) {
    doubt();
    await stands("unpaired");
    throw new Failure("unpaired");
  }
  throw new Failure("refused", String(data.detail ?? data.title ?? response.status), { errors: problems(data.errors) });
}

/**
 * @template T
 * @param {AbortSignal} signal
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function before(signal, promise) {
  const late = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Failure("down", "slow")), { once: true });
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]);
}

/** @param {unknown} errors */
function problems(errors) {
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => ({ field: String(error?.field ?? ""), detail: String(error?.detail ?? "") }));
}

// @ts-check
// Finds the helper and makes it prove that it is ours, before anything of worth is sent to it.
import "../shared/browser.js";
import { chosenAddress, storedAccess, usualAddresses } from "./access.js";
import { Failure } from "./failure.js";
import { newNonce, proves, tokenId } from "./proof.js";
import { stands } from "./standing.js";

const { browser } = globalThis.linkwell;
const LOOK_WITHIN = 600;
// A program that takes the port over when the helper ends finds at most this long that nobody asks for its proof.
const PROOF_LASTS = 5_000;
const HEALTH_AT_MOST = 4_096;
const API = "v1";

/** @typedef {{ kind: "ours" | "unproven" | "foreign" | "silent" | "blocked" | "version", address: string, version: string }} Sight */

/** @type {{ address: string, version: string, token: string | null, at: number } | null} */
let proven = null;
/** One search at a time for each token. @type {Map<string | null, Promise<Sight>>} */
const searches = new Map();

/** The helper has to prove itself again before the next request. */
export function doubt() {
  proven = null;
}

/**
 * The helper that holds our token. Without a token any helper will do: there is nothing to give away.
 * @param {string | null} token
 * @returns {Promise<{ address: string, version: string }>}
 */
export async function find(token) {
  if (proven && proven.token === token && Date.now() - proven.at < PROOF_LASTS) return proven;
  const search = searches.get(token) ?? lookEverywhere(token).finally(() => searches.delete(token));
  searches.set(token, search);
  const sight = await search;
  if (sight.kind !== "ours") {
    proven = null;
    throw failureOf(sight);
  }
  proven = { address: sight.address, version: sight.version, token, at: Date.now() };
  await browser.remember("found", sight.address);
  return proven;
}

/** The address that is used now, or would be tried first. */
export async function likelyAddress() {
  const found = /** @type {string | undefined} */ (await browser.remembered("found"));
  return (await chosenAddress()) ?? found ?? /** @type {string} */ (usualAddresses[0]);
}

/**
 * @param {string | null} token
 * @returns {Promise<Sight>}
 */
async function lookEverywhere(token) {
  const first = await likelyAddress();
  const sight = await look(first, token);
  if (sight.kind === "ours" || (await chosenAddress())) return sight;
  const others = await Promise.all(usualAddresses.filter((address) => address !== first).map((address) => look(address, token)));
  const all = [sight, ...others];
  /** @type {Sight["kind"][]} */
  const telling = ["ours", "version", "unproven", "foreign", "blocked"];
  for (const kind of telling) {
    const best = (kind === "foreign" ? [sight] : all).find((one) => one.kind === kind);
    if (best) return best;
  }
  return sight;
}

/**
 * What stands at an address. Only a token's public id goes there.
 * @param {string} address
 * @param {string | null} token
 * @returns {Promise<Sight>}
 */
export async function look(address, token) {
  const { protocol, hostname } = new URL(address);
  if (!(await browser.mayReach(`${protocol}//${hostname}/*`))) return { kind: "blocked", address, version: "" };
  const nonce = newNonce();
  const id = token && tokenId(token);
  const signal = AbortSignal.timeout(LOOK_WITHIN);
  /** @type {Response} */
  let response;
  /** @type {string} */
  let body;
  try {
    response = await fetch(`${address}/v1/health`, {
      headers: id ? { "Linkwell-Token-Id": id, "Linkwell-Nonce": nonce } : {},
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal,
    });
    body = await start(response);
  } catch {
    // fetch tells refused, reset and timed out connections apart by nothing but words.
    return { kind: "silent", address, version: "" };
  }
  const health = parsed(body);
  if (!response.ok || health?.name !== "linkwell" || typeof health.version !== "string") return { kind: "foreign", address, version: "" };
  const sight = { address, version: health.version };
  if (token && !(await proves(response.headers.get("Linkwell-Proof") ?? "", token, nonce, address))) return { kind: "unproven", ...sight };
  return { kind: health.api === API ? "ours" : "version", ...sight };
}

/**
 * The first part of a body: a stranger may send without end.
 * @param {Response} response
 */
async function start(response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (reader && text.length <= HEALTH_AT_MOST) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
  }
  await reader?.cancel();
  return "";
}

/**
 * @param {string} text
 * @returns {{ name?: unknown, version?: unknown, api?: unknown } | null}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {Sight} sight */
function failureOf({ kind, address, version }) {
  const where = { address, version };
  if (kind === "version") return new Failure("version", version, where);
  if (kind === "unproven") return new Failure("stranger", "unproven", where);
  if (kind === "foreign") return new Failure("stranger", null, where);
  return new Failure(kind === "blocked" ? "blocked" : "down", null, where);
}

/** The helper and the token for it; whether a token is stored at all decides between "unpaired" and asking for a proof. */
export async function helper() {
  const access = await storedAccess();
  try {
    const found = await find(access?.token ?? null);
    if (!access) throw new Failure("unpaired", null, found);
    await stands("ready");
    return { ...found, ...access };
  } catch (failure) {
    if (failure instanceof Failure) await stands(failure.state);
    throw failure;
  }
}

// @ts-check
// Who we are connected to: pairing, a pasted token, the helper's address, and how it stands now.
import "../shared/browser.js";
import { chooseAddress, keepAccess, normalAddress, storedAccess } from "./access.js";
import { Failure } from "./failure.js";
import { doubt, find, helper, likelyAddress } from "./finder.js";
import { tokenId } from "./proof.js";
import { ask, exchange } from "./server.js";

const { browser } = globalThis.linkwell;
const PAIR_WITHIN = 5_000;

/**
 * How it stands. With `fresh` the helper is looked for and has to prove itself anew.
 * @param {boolean} fresh
 * @returns {Promise<Connection>}
 */
export async function status(fresh) {
  if (fresh) doubt();
  try {
    const { address, version, scope } = await helper();
    return { state: "ready", detail: null, address, version, scope };
  } catch (error) {
    if (!(error instanceof Failure) || error.state === "refused") throw error;
    return { state: error.state, detail: error.detail, address: error.address ?? (await likelyAddress()), version: error.version, scope: null };
  }
}

/**
 * @param {{ address: string | null, code: string | null, token: string | null }} wish
 */
export async function connect({ address, code, token }) {
  if (address !== null) await moveTo(address);
  doubt();
  if (code) await pair(code);
  else if (token) await adopt(token.trim());
  return status(false);
}

/** @param {string} written empty: Linkwell looks for it by itself */
async function moveTo(written) {
  const address = written.trim() ? normalAddress(written) : null;
  if (written.trim() && !address) throw new Failure("refused", "address");
  if (address === (await likelyAddress())) return;
  await chooseAddress(address);
}

/**
 * Nothing of worth is sent before the answer: a code is good once, for two minutes.
 * @param {string} code
 */
async function pair(code) {
  const { address } = await find(null);
  const { data } = await exchange(`${address}/v1/pairings`, AbortSignal.timeout(PAIR_WITHIN), {
    method: "POST",
    body: { code: code.replace(/[\s-]/g, ""), name: `Chrome, ${await browser.platform()}` },
  });
  await keepAccess(data.token, data.scope);
}

/**
 * A token that somebody was given: kept once a helper has proven that it knows it.
 * @param {string} token
 */
async function adopt(token) {
  if (!tokenId(token)) throw new Failure("refused", "token");
  await find(token);
  const before = await storedAccess();
  await keepAccess(token, "agent");
  try {
    await ask("GET", "/v1/policy");
    await keepAccess(token, "admin");
  } catch (failure) {
    if (failure instanceof Failure && failure.state === "refused") return;
    if (before) await keepAccess(before.token, before.scope);
    throw failure;
  }
}

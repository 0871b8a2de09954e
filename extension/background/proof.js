// @ts-check
// Whether the program at an address knows our token, found out without telling it the token.

const encoder = new TextEncoder();

/** @type {(bytes: Uint8Array | ArrayBuffer) => string} */
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const newNonce = () => hex(crypto.getRandomValues(new Uint8Array(32)));

/**
 * The public part of a token, or null if this is no token.
 * @param {string} token
 */
export const tokenId = (token) => /^lw_([0-9a-f]{12})_[\w-]{43}$/.exec(token)?.[1] ?? null;

/**
 * @param {URL} address
 */
const portOf = (address) => address.port || (address.protocol === "https:" ? "443" : "80");

/**
 * @param {string} proof what the program answered
 * @param {string} token
 * @param {string} nonce
 * @param {string} address
 */
export async function proves(proof, token, nonce, address) {
  if (!/^[0-9a-f]{64}$/.test(proof)) return false;
  const secret = await crypto.subtle.digest("SHA-256", encoder.encode(token));
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  const bytes = Uint8Array.from(proof.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify("HMAC", key, bytes, encoder.encode(`${nonce}|${portOf(new URL(address))}`));
}

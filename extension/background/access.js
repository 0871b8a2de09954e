// @ts-check
// Where the helper is and the token for it, kept out of reach of web pages.
import "../shared/browser.js";

const { browser } = globalThis.linkwell;

const FIRST_PORT = 18473;
const PORTS = 11;

/** The addresses at which a helper on this computer may stand, the usual one first. */
export const usualAddresses = Array.from({ length: PORTS }, (_, index) => `http://127.0.0.1:${FIRST_PORT + index}`);

/** @returns {Promise<{ token: string, scope: "admin" | "agent" } | null>} */
export async function storedAccess() {
  const access = await browser.kept("access");
  return /** @type {{ token: string, scope: "admin" | "agent" } | undefined} */ (access) ?? null;
}

/**
 * @param {string} token
 * @param {"admin" | "agent"} scope
 */
export const keepAccess = (token, scope) => browser.keep("access", { token, scope });

/**
 * The address that the person set, or null where Linkwell looks for it by itself.
 * @returns {Promise<string | null>}
 */
export async function chosenAddress() {
  return /** @type {string | undefined} */ (await browser.kept("address")) ?? null;
}

/** @param {string | null} address */
export const chooseAddress = (address) => (address ? browser.keep("address", address) : browser.drop("address"));

/**
 * An address as the server's paths can be put behind it, or null: plain http only to this computer.
 * @param {string} written
 */
export function normalAddress(written) {
  const text = written.trim();
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.hostname === "localhost") url.hostname = "127.0.0.1";
  const here = url.hostname === "127.0.0.1";
  if (url.username || url.password || url.search || url.hash || url.pathname !== "/") return null;
  return url.protocol === "https:" || (url.protocol === "http:" && here) ? url.origin : null;
}

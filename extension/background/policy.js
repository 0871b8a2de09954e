// @ts-check
// What this team allows, above all the approved domain; only the admin's token may read and change it.
import "../shared/browser.js";
import { ask } from "./server.js";

const { browser } = globalThis.linkwell;
const CHECKUP_WITHIN = 30_000;

/** @returns {Promise<{ policy: Policy, tag: string }>} */
async function read() {
  const { data, headers } = await ask("GET", "/v1/policy");
  return { policy: await remembered(data), tag: headers.get("ETag") ?? "" };
}

export const policy = async () => ({ policy: (await read()).policy });

/** @param {{ host: string | null }} wish null or empty: no domain of our own */
export async function approve({ host }) {
  const { policy: now, tag } = await read();
  const { data } = await ask("PUT", "/v1/policy", {
    body: { ...now, locked: undefined, tracking_domain: host?.trim() || null },
    headers: { "If-Match": tag },
  });
  return { policy: await remembered(data) };
}

/** @param {{ host: string }} wish */
export async function checkup({ host }) {
  const { data } = await ask("POST", `/v1/domains/${encodeURIComponent(host)}/checkups`, { within: CHECKUP_WITHIN });
  return { checkup: data };
}

/** @param {Policy} policy */
async function remembered(policy) {
  await browser.remember("tracking_domain", policy.tracking_domain);
  return policy;
}

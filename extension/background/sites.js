// @ts-check
// The sites that Linkwell works on: an origin each, switched on by the person, with Chrome's permission.
import "../shared/browser.js";
import "../shared/content_files.js";
import { Failure } from "./failure.js";

const { browser, contentFiles } = globalThis.linkwell;

/** Changes are made one after the other. @type {<T>(change: () => Promise<T>) => Promise<T>} */
const inTurn = (change) => /** @type {Promise<any>} */ (navigator.locks.request("sites", change));

/** @returns {Promise<Site[]>} */
export async function sites() {
  return /** @type {Site[] | undefined} */ (await browser.kept("sites")) ?? [];
}

/** @param {string | undefined} origin */
export async function isOn(origin) {
  return (await sites()).some((site) => site.on && site.origin === origin);
}

/** @param {string} origin */
export async function silenced(origin) {
  return (await sites()).find((site) => site.origin === origin)?.silenced ?? [];
}

/**
 * @param {string} origin
 * @param {string[]} codes
 */
async function silenceOnly(origin, codes) {
  await inTurn(async () => browser.keep("sites", (await sites()).map((site) => (site.origin === origin ? { ...site, silenced: codes } : site))));
  return sites();
}

/**
 * Never report this check on that site again.
 * @param {string} origin
 * @param {string} code
 */
export const silence = async (origin, code) => silenceOnly(origin, [...new Set([...(await silenced(origin)), code])]);

/**
 * Report every check on that site again; open tabs hear of it too.
 * @param {string} origin
 */
export async function hear(origin) {
  const list = await silenceOnly(origin, []);
  if (await isOn(origin)) await tellTabs(origin, true);
  return list;
}

/**
 * Chrome's permissions know no ports.
 * @param {string} origin
 */
const permission = (origin) => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`;

/** @param {string} written */
function asOrigin(written) {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Failure("refused", "address");
  return url.origin;
}

/**
 * @param {string} written
 * @param {boolean} on
 */
export async function turn(written, on) {
  const origin = asOrigin(written);
  if (on && !(await browser.mayReach(permission(origin)))) throw new Failure("blocked", "permission");
  await inTurn(async () => {
    const list = await sites();
    const known = list.some((site) => site.origin === origin);
    await save(known ? list.map((site) => (site.origin === origin ? { ...site, on } : site)) : [...list, { origin, on }]);
  });
  await tellTabs(origin, on);
  return sites();
}

/** @param {string} origin */
export async function forget(origin) {
  await inTurn(async () => save((await sites()).filter((site) => site.origin !== origin)));
  await tellTabs(origin, false);
  return sites();
}

/**
 * The person was asked for this site's permission. Chrome may close the popup before it hears the answer.
 * @param {string} origin
 */
export const want = (origin) => browser.remember("wanted", asOrigin(origin));

/** Permissions were given or taken away: follow. */
export async function followPermissions() {
  const wanted = /** @type {string | null | undefined} */ (await browser.remembered("wanted"));
  if (wanted && (await browser.mayReach(permission(wanted)))) {
    await browser.remember("wanted", null);
    await turn(wanted, true);
  }
  for (const { origin, on } of await sites()) {
    if (on && !(await browser.mayReach(permission(origin)))) await turn(origin, false);
  }
}

/** An update of the extension drops what was registered. */
export const registerAll = () => inTurn(async () => save(await sites()));

/** @param {Site[]} list */
async function save(list) {
  await browser.keep("sites", list);
  await browser.registerScripts({
    id: "linkwell",
    matches: list.filter((site) => site.on).map((site) => `${site.origin}/*`),
    js: contentFiles.scripts,
    runAt: "document_start",
    allFrames: true,
    matchOriginAsFallback: true,
  });
}

/**
 * Open tabs need no reload: the scripts that are there are told, where there are none they are brought in.
 * @param {string} origin
 * @param {boolean} on
 */
async function tellTabs(origin, on) {
  for (const { id } of await browser.tabsAt([`${origin}/*`])) {
    if (id === undefined) continue;
    const heard = await browser.tell(id, { type: "switched", on });
    if (on && !heard) await browser.inject(id, contentFiles.scripts);
    if (!on) await browser.badge(null, id);
  }
}

/** @param {ToContent} message */
export async function tellEverySite(message) {
  const patterns = (await sites()).filter((site) => site.on).map((site) => `${site.origin}/*`);
  for (const { id } of await browser.tabsAt(patterns)) {
    if (id !== undefined) await browser.tell(id, message);
  }
}

// @ts-check
// Who may ask for what: content scripts of sites that are on, and our own pages; each message in its own shape.
import "../shared/browser.js";
import "../shared/protocol.js";
import { checks, sent } from "./checks.js";
import { connect, status } from "./connection.js";
import { Failure } from "./failure.js";
import { hello } from "./hello.js";
import { opened } from "./opened.js";
import { approve, checkup, policy } from "./policy.js";
import { review, rewrite } from "./review.js";
import { wellFormed } from "./shape.js";
import { forget, hear, isOn, silence, sites, turn, want } from "./sites.js";

const { browser, protocol } = globalThis.linkwell;

/**
 * @param {unknown} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<Answer> | undefined}
 */
export function answer(message, sender) {
  const ours = new URL(browser.url("")).origin;
  const { origin, tab } = sender;
  if (`chrome-extension://${sender.id}` !== ours || !origin) return undefined;
  if (origin === ours) return settled(() => forPage(wellFormed(message, { ...protocol.page, open: { page: "page" } })));
  return settled(() => forContent(wellFormed(message, protocol.content), { origin, tab: tab?.id }));
}

/**
 * @param {() => Promise<object>} work
 * @returns {Promise<Answer>}
 */
async function settled(work) {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    if (!(error instanceof Failure)) reportError(error);
    const { state, detail, errors } = error instanceof Failure ? error : new Failure("refused", "unexpected");
    return { ok: false, state, detail, ...(errors && { errors }) };
  }
}

/**
 * @param {ToWorker | null} message
 * @param {Source} source
 */
async function forContent(message, source) {
  if (message?.type === "hello") return hello(source);
  if (!(await isOn(source.origin))) throw new Failure("refused", "off");
  switch (message?.type) {
    case "review":
      return review(message, source);
    case "rewrite":
      return rewrite(message, source);
    case "sent":
      return sent(message, source);
    case "never":
      await silence(source.origin, message.code);
      return {};
    case "open":
      return open();
    default:
      throw new Failure("refused", "shape");
  }
}

/** @param {ToWorker | null} message */
async function forPage(message) {
  switch (message?.type) {
    case "status":
      return status(message.fresh);
    case "connect":
      return connect(message);
    case "policy":
      return policy();
    case "domain":
      return approve(message);
    case "checkup":
      return checkup(message);
    case "sites":
      return { sites: await sites() };
    case "site":
      return { sites: await turn(message.origin, message.on) };
    case "hear":
      return { sites: await hear(message.origin) };
    case "forget":
      return { sites: await forget(message.origin) };
    case "wanted":
      return want(message.origin).then(() => ({}));
    case "opened":
      return opened();
    case "checks":
      return { checks: await checks() };
    case "open":
      return open();
    default:
      throw new Failure("refused", "shape");
  }
}

async function open() {
  await browser.openOptions();
  return {};
}

// @ts-check
// Every message between content scripts, pages of the extension and the service worker: names, shapes, limits.
//
// Content script or page -> worker: chrome.runtime.sendMessage({type, ...}). Every answer is {ok: true, ...} or {ok: false, state, detail}.
//   hello    {}                                   -> {on, css, silenced, tracking_domain}
//   review   {text, contact, campaign, channel}   -> {review}    body of the answer of POST /v1/reviews
//   rewrite  {text, contact, campaign, channel}   -> {rewrite}   body of the answer of POST /v1/rewrites
//   sent     {links, outcome, title, contact}     -> {}          kept for the popup; never the message text
//   never    {code}                               -> {}          this site's person wants to hear of that check no more
//   open     {page}                               -> {}
// Worker -> content script: chrome.tabs.sendMessage
//   switched {on}       this site was switched on or off
//   helper   {state}    the helper came back
//   bar      {}         the person pressed the key that leads to the bar and back
// The types are written down in linkwell.d.ts. Messages of our own pages (options, popup) are listed below under `page`.
{
  /** @type {Linkwell["protocol"]} */
  const protocol = {
    limits: { text: 64_000, reference: 200, title: 300, links: 50, url: 2_048, host: 260, address: 300, secret: 200 },
    states: ["down", "stranger", "unpaired", "version", "blocked", "refused"],
    outcomes: ["clean", "fixed", "anyway", "unchecked", "warned"],
    channels: ["sms", "mms", "rcs", "whatsapp", "email"],
    content: {
      hello: {},
      review: { text: "text", contact: "reference?", campaign: "reference?", channel: "channel" },
      rewrite: { text: "text", contact: "reference?", campaign: "reference?", channel: "channel" },
      sent: { links: "urls", outcome: "outcome", title: "title?", contact: "reference?" },
      never: { code: "code" },
      open: { page: "page" },
    },
    page: {
      status: { fresh: "boolean" },
      connect: { address: "address?", code: "secret?", token: "secret?" },
      policy: {},
      domain: { host: "host?" },
      checkup: { host: "host" },
      sites: {},
      site: { origin: "address", on: "boolean" },
      hear: { origin: "address" },
      forget: { origin: "address" },
      wanted: { origin: "address" },
      opened: {},
      checks: {},
    },
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { protocol });
}

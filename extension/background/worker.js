// @ts-check
// The service worker: wires the browser's events to what answers them. It may die at any moment and keeps nothing that matters.
import "../shared/browser.js";
import { answer } from "./answers.js";
import { followPermissions, registerAll } from "./sites.js";

const { browser } = globalThis.linkwell;

const ready = browser.keepStorageFromPages();

browser.onMessage((message, sender) => answer(message, sender));
browser.onStart(async () => {
  await ready;
  await registerAll();
});
browser.onReachChanged(() => followPermissions());
browser.onCommand((command, tab) => {
  if (command === "bar" && tab !== undefined) browser.tell(tab, { type: "bar" });
});
browser.badgeColours("#0b6275", "#ffffff");

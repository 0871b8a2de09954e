// @ts-check
// The settings page: fills in the words and starts its panels.
import "../shared/browser.js";
import "../shared/icons.js";
import "../shared/panel.js";
import { startConnection } from "./connection.js";
import { startDomain } from "./domain.js";
import { showPolicy } from "./policy.js";
import { startSites } from "./sites.js";

const { browser, panel } = globalThis.linkwell;

panel.fill();
panel.byId("version").append(panel.word("options_version", browser.version()));

const domain = startDomain(showPolicy);
startConnection(async (scope) => {
  await domain.show(scope);
});
startSites();
followReading();

/** The navigation marks the panel that is read. */
function followReading() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("nav a"));
  /** @param {string} id */
  const mark = (id) => {
    for (const link of links) {
      if (link.hash === `#${id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) mark(target.id);
    },
    { rootMargin: "-10% 0px -80% 0px" },
  );
  for (const panel of document.querySelectorAll(".panel")) seen.observe(panel);
  window.addEventListener("hashchange", () => mark(location.hash.slice(1)));
}

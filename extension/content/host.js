// @ts-check
// Hangs the interface of one composer into the page: one element out of flow, its own root, the page's styles kept out.
{
  const { page, watches } = globalThis.linkwell;
  // Ours alone: what is pressed and typed in here is no shortcut of the page's, and no focus that its own dialogs should catch.
  const OURS =
    "keydown keypress keyup beforeinput input pointerdown pointerup mousedown mouseup click dblclick contextmenu touchstart touchend wheel focusin focusout".split(" ");

  // Other composers of the page have bars too: what is open stands above them.
  const [RESTING, RAISED] = ["2147483646", "2147483647"];

  /** @type {Linkwell["host"]} */
  const host = ({ element: composer }) => {
    const home = page.top(composer.ownerDocument);
    const element = home.createElement("linkwell-ui");
    const root = element.attachShadow({ mode: "open" });
    const Sheet = /** @type {typeof globalThis} */ (/** @type {unknown} */ (home.defaultView ?? globalThis)).CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(watches.css);
    root.adoptedStyleSheets = [sheet];
    const layer = home.createElement("div");
    layer.className = "layer";
    root.append(layer);
    // Inline and important: whatever the page says of every element, this one stays out of its way.
    for (const rule of ["all: initial", "display: block", "position: fixed", "inset: 0 auto auto 0", "width: 0", "height: 0", `z-index: ${RESTING}`]) {
      const [name = "", value = ""] = rule.split(": ");
      element.style.setProperty(name, value, "important");
    }
    for (const type of OURS) element.addEventListener(type, (event) => event.stopPropagation(), { passive: type === "wheel" || type.startsWith("touch") });

    /** A modal dialog stands above everything that is not inside of it, and leaves nothing else to be pressed. */
    const place = () => {
      for (let node = /** @type {HTMLElement | null} */ (composer); node; node = page.parent(node)) {
        if (node.matches("dialog:modal") && node.getRootNode() === home) return node;
      }
      return home.documentElement;
    };
    const raise = () => element.style.setProperty("z-index", layer.querySelector("[role='dialog'], [role='alertdialog']") ? RAISED : RESTING, "important");

    return {
      element,
      layer,
      raise,
      attach: () => {
        const here = place();
        if (element.parentNode !== here) here.append(element);
      },
      setTheme: (theme) => layer.setAttribute("data-theme", theme),
      remove: () => element.remove(),
    };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { host });
}

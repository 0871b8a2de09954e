// @ts-check
// The icons as shapes: drawn into the bar, the popup and the options, always beside a word. Severity icons are filled, the rest are strokes.
{
  const space = "http://www.w3.org/2000/svg";
  const line = { fill: "none", stroke: "currentColor", "stroke-width": "1.5", "stroke-linecap": "round", "stroke-linejoin": "round" };
  const solid = { fill: "currentColor", "fill-rule": "evenodd" };

  /** @type {(d: string) => IconShape} */
  const stroke = (d) => ["path", { ...line, d }];
  /** @type {(d: string) => IconShape} */
  const fill = (d) => ["path", { ...solid, d }];
  /** @type {(r: string) => IconShape} */
  const ring = (r) => ["circle", { ...line, cx: "8", cy: "8", r }];

  /** @type {Record<string, IconShape[]>} */
  const shapes = {
    block: [fill("M5.3 1.25h5.4l4.05 4.05v5.4l-4.05 4.05H5.3L1.25 10.7V5.3zM4.6 7.1v1.8h6.8V7.1z")],
    warn: [
      fill(
        "M8 1.4c.5 0 1 .3 1.3.7l5.7 9.9c.5 1-.2 2.2-1.3 2.2H2.3c-1.1 0-1.8-1.2-1.3-2.2l5.7-9.9c.3-.4.8-.7 1.3-.7z" +
          "M7.15 5.4l.2 4.1h1.3l.2-4.1zM8 10.5a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9z",
      ),
    ],
    info: [fill("M8 1.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5zM8 3.9a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM7.2 7v5h1.6V7z")],
    ok: [["path", { ...line, "stroke-width": "2.2", d: "M2.8 8.6L6.2 12l7-7.4" }]],
    unknown: [
      ["circle", { ...line, "stroke-linecap": "butt", "stroke-dasharray": "2.5 2.408", cx: "8", cy: "8", r: "6.25" }],
      stroke("M6.3 6.5a1.75 1.75 0 1 1 2.5 1.6c-.5.2-.8.5-.8 1"),
      ["circle", { fill: "currentColor", cx: "8", cy: "11.1", r: ".9" }],
    ],
    // A tick whose long arm turns back and becomes a link of a chain: only ever for tracked links.
    tracked: [["path", { ...line, "stroke-width": "1.9", d: "M2 8.3l3.5 3.5a1.6 1.6 0 0 0 2.25 0l4.6-4.6A2.45 2.45 0 0 0 8.9 3.75L5.2 7.45" }]],
    checking: [["path", { ...line, d: "M14 8a6 6 0 1 1-3-5.2" }]],
    close: [stroke("M4 4l8 8M12 4l-8 8")],
    copy: [stroke("M6 5.5h6.5a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1z"), stroke("M3 10.5a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1h6.5a1 1 0 0 1 1 1")],
    eye: [stroke("M1.5 8S3.8 3.5 8 3.5 14.5 8 14.5 8 12.2 12.5 8 12.5 1.5 8 1.5 8z"), ring("2")],
    gear: [ring("2.1"), stroke("M8 1.7v1.8M8 12.5v1.8M1.7 8h1.8M12.5 8h1.8M3.55 3.55l1.27 1.27M11.18 11.18l1.27 1.27M12.45 3.55l-1.27 1.27M4.82 11.18l-1.27 1.27")],
    globe: [ring("5.75"), stroke("M2.3 8h11.4M8 2.25c1.7 1.7 2.4 3.7 2.4 5.75S9.7 12 8 13.75C6.3 12 5.6 10 5.6 8S6.3 4 8 2.25z")],
    list: [stroke("M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1")],
    lock: [stroke("M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z"), stroke("M5.5 7V5a2.5 2.5 0 0 1 5 0v2")],
    phone: [stroke("M5.5 1.75h5a1 1 0 0 1 1 1v10.5a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1V2.75a1 1 0 0 1 1-1z"), stroke("M7.25 12h1.5")],
    plug: [stroke("M6 2v3M10 2v3M4.2 5h7.6v2.5a3.8 3.8 0 0 1-7.6 0zM8 11.3V14")],
    plus: [stroke("M8 3v10M3 8h10")],
    undo: [stroke("M3 6h6.5a3.75 3.75 0 0 1 0 7.5H6"), stroke("M6 3L3 6l3 3")],
    shield: [stroke("M8 1.8l5 1.7v4c0 3.1-2 5.5-5 6.7-3-1.2-5-3.6-5-6.7v-4z")],
  };

  /** @type {Linkwell["icons"]["draw"]} */
  const draw = (name, className = "i") => {
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", className);
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("focusable", "false");
    for (const [tag, attributes] of shapes[name] ?? []) {
      const part = document.createElementNS(space, tag);
      for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
      svg.append(part);
    }
    return svg;
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { icons: { shapes, draw } });
}

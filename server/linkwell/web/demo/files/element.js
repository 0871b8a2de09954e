/** Builds nodes: text stays text, whatever a message holds. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * @param {string} name one of the symbols of page.html
 * @param {string} [size] a further class
 */
export function icon(name, size = "") {
  const drawing = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(drawing, "svg");
  picture.setAttribute("class", `icon ${size}`.trim());
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(drawing, "use");
  use.setAttribute("href", `#icon-${name}`);
  picture.append(use);
  return picture;
}

/**
 * The node that page.html has under this id.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function part(id, kind) {
  const node = document.getElementById(id);
  if (!(node instanceof kind)) throw new TypeError(`page.html has no #${id} of the kind ${kind.name}`);
  return node;
}

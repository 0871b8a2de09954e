// @ts-check
// Builds elements. Text always arrives as text: nothing that a page or a server wrote becomes markup.
{
  /** @type {Linkwell["build"]} */
  const build = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  /** @type {Linkwell["button"]} */
  const button = (words, run, className = "btn") => {
    const element = /** @type {HTMLButtonElement} */ (build("button", { type: "button", class: className }, words));
    // A press with the mouse leaves focus, caret and selection in the message.
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("click", (event) => {
      if (element.getAttribute("aria-disabled") !== "true") run(event);
    });
    return element;
  };

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { build, button });
}

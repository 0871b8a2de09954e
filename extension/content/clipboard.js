// @ts-check
// Puts a text on the clipboard, on any page.
{
  const { build } = globalThis.linkwell;

  /** @type {Linkwell["clipboard"]["put"]} */
  const put = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages that are not secure have no clipboard to write to; the command copies what is selected.
      const field = /** @type {HTMLTextAreaElement} */ (build("textarea", { "aria-hidden": "true", style: "position: fixed; opacity: 0" }));
      const had = /** @type {HTMLElement | null} */ (document.activeElement);
      field.value = text;
      document.documentElement.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      had?.focus({ preventScroll: true });
    }
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { clipboard: { put } });
}

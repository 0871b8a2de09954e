// @ts-check
// Reads and replaces text in textareas and text inputs, plain or held by a framework.
{
  const { page, edits: arithmetic } = globalThis.linkwell;
  /** @typedef {HTMLTextAreaElement | HTMLInputElement} Field */

  /** @type {Editor} */
  const field = {
    id: "field",
    fits: (element) => element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement,
    read: (element) => /** @type {Field} */ (element).value,

    selection: (element) => {
      const { selectionStart, selectionEnd } = /** @type {Field} */ (element);
      return selectionStart === null || selectionEnd === null ? null : { start: selectionStart, end: selectionEnd };
    },
    select: (element, { start, end }) => /** @type {Field} */ (element).setSelectionRange(start, end),

    // From the first edit to the last in one go: one step for the field's own undo. A value set by script would lose
    // that undo, and a framework would put its own value back.
    replace: async (element, edits) => {
      const target = /** @type {Field} */ (element);
      const first = edits[0]?.span.start ?? 0;
      const last = edits.at(-1)?.span.end ?? first;
      const here = edits.map(({ span, text }) => ({ span: { start: span.start - first, end: span.end - first }, text }));
      const put = arithmetic.apply(target.value.slice(first, last), here);
      const caret = field.selection(target);
      const scrolled = target.scrollTop;
      target.focus({ preventScroll: true });
      target.setSelectionRange(first, last);
      target.ownerDocument.execCommand(put ? "insertText" : "delete", false, put);
      if (caret) target.setSelectionRange(arithmetic.moved(caret.start, edits), arithmetic.moved(caret.end, edits));
      target.scrollTop = scrolled;
      await page.frames();
    },
    ranges: (_, spans) => spans.map(() => null),
  };
  (globalThis.linkwell.editors ??= []).push(field);
}

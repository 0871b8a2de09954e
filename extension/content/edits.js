// @ts-check
// Edits as arithmetic: put them in order, apply them to a text, follow a position through them.
{
  /** @type {Linkwell["edits"]["inOrder"]} */
  const inOrder = (edits) => {
    /** @type {Edit[]} */
    const kept = [];
    for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
      const last = kept.at(-1);
      const same = last && last.span.start === edit.span.start && last.span.end === edit.span.end;
      if (!last || (edit.span.start >= last.span.end && !same)) kept.push(edit);
    }
    return kept;
  };

  /** @type {Linkwell["edits"]["apply"]} */
  const apply = (text, edits) =>
    edits.reduceRight((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);

  /** @type {Linkwell["edits"]["moved"]} */
  const moved = (position, edits) => {
    let shift = 0;
    for (const { span, text } of edits) {
      if (position >= span.end) shift += text.length - (span.end - span.start);
      else if (position > span.start) return span.start + shift + text.length;
    }
    return position + shift;
  };

  /** @type {Linkwell["edits"]["of"]} */
  const of = (findings) => inOrder(findings.flatMap(({ edit }) => edit ?? []));

  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { edits: { inOrder, apply, moved, of } });
}

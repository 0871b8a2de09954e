// @ts-check
// Changes a message on a person's word: fixes, tracked links, undo. What was changed is read again before anything is said of it.
{
  const { clipboard, edits, words, worker } = globalThis.linkwell;

  /** @type {Linkwell["repairs"]} */
  const repairs = (scene) => {
    const { element, editor } = scene.composer;

    /** @param {Finding[]} findings */
    const fix = async (findings) => {
      if (scene.read() !== scene.text) {
        await scene.check();
        return;
      }
      scene.remember();
      const list = edits.of(findings);
      const { took, expected } = await apply(scene, list);
      scene.outcome = "fixed";
      await scene.check();
      if (!took) scene.last({ kind: "note", text: words.say("not_taken"), icon: "block", action: { words: words.say("copy"), run: () => void clipboard.put(expected) } });
      // Two edits in the same place are made one after the other.
      const left = scene.problems().filter(({ edit }) => edit);
      if (took && findings.length > list.length && left.length && left.length < findings.length) await fix(left);
    };

    const track = async () => {
      scene.remember();
      const before = scene.read();
      const answer = await worker.ask({ type: "rewrite", ...scene.reviews.writing(before) });
      if (scene.read() !== before) return;
      const took = answer.ok && (await apply(scene, edits.inOrder(answer.rewrite.edits))).took;
      if (took) {
        scene.reviews.keep(scene.read(), answer.rewrite.review);
        if (answer.rewrite.edits.length) scene.tracked = { text: scene.read(), notice: answer.rewrite.notice };
      }
      scene.giveBack();
      await scene.check();
      if (!took) scene.last({ kind: "note", text: words.say("not_tracked"), icon: "unknown", action: { words: words.say("try_again"), run: () => void track() } });
    };

    return {
      fix: (findings) => {
        void fix(findings).then(scene.giveBack);
      },
      track: () => void track(),
      undo: () => {
        scene.giveBack();
        element.ownerDocument.execCommand("undo");
        scene.caret = editor.selection(element);
        void scene.check();
      },
    };
  };

  /** @type {Linkwell["apply"]} */
  const apply = async (scene, list) => {
    const { element, editor } = scene.composer;
    const before = scene.read();
    const expected = edits.apply(before, list);
    if (list.length) await editor.replace(element, list);
    const took = scene.read() === expected;
    // What came of it instead is nobody's message: the typed text comes back where the editor's undo brings it.
    if (!took && scene.read() !== before) element.ownerDocument.execCommand("undo");
    scene.caret = editor.selection(element) ?? scene.caret;
    return { took, expected };
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { repairs, apply });
}

#!/usr/bin/env python3
"""Whole reviews of 160-character texts against linkify-it-py's bare link finding on the same texts; --json PATH keeps the figures."""

import math
import subprocess
import sys
import textwrap
from functools import partial

from measure import ROOT, best, in_turn, keep, ordinary_texts, reviewer

ONE_SHOT = (
    "from linkwell.actions.review import review; from linkwell.model.message import Message; from linkwell.model.context import Context; "
    "review(Message('https://acme.com/x'), Context())"
)


def main(arguments: list[str]) -> None:
    """Measure, print one line a figure, and keep them where asked."""
    from linkify_it import LinkifyIt

    linkify = LinkifyIt()
    check = reviewer()
    texts = textwrap.wrap(" ".join(ordinary_texts()), 160)
    for text in texts:
        check(text)
        linkify.match(text)
    ours, theirs = in_turn(lambda: [check(text) for text in texts], lambda: [linkify.match(text) for text in texts])
    figures: dict[str, float] = {
        "reviews_per_second": len(texts) / ours,
        "linkify_per_second": len(texts) / theirs,
        "ratio": theirs / ours,
    }
    print(f"review {len(texts) / ours:,.0f}/s, linkify-it-py {len(texts) / theirs:,.0f}/s: {theirs / ours:.2f} x (goal 1)")
    usual = sorted(texts, key=lambda text: best(partial(check, text), 5))[len(texts) // 2] + " "
    took = [best(partial(check, usual * times), 9) for times in (1, 10, 100)]
    figures["exponent"] = math.log10(took[2] / took[0]) / 2
    print(f"growth over n, 10 n and 100 n characters: exponent {figures['exponent']:.2f}")
    start, flask = in_turn(partial(python, ONE_SHOT), partial(python, "import flask"), rounds=5)
    figures["start_ratio"] = start / flask
    print(f"one review in a new process: {start:.2f} s, import flask {flask:.2f} s: {start / flask:.2f} x (goal 2)")
    keep(figures, arguments)


def python(code: str) -> None:
    """Run code in a new process."""
    subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT / 'server')!r}); {code}"], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])

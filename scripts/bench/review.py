#!/usr/bin/env python3
"""Whole reviews of 160-character texts against linkify-it-py's bare link finding on the same texts; --json PATH keeps the figures."""

import json
import math
import statistics
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "server" / "corpus_ordinary.txt"
HOSTILE = ("a.", "https://a.com/(", "htps://a", "https://a.com/?a=1?", "{{a}}", "acme.con ", "’a", "%A", "&", "http:", "\u200ba.com")
ONE_SHOT = (
    "from linkwell.actions.review import review; from linkwell.model.message import Message; from linkwell.model.context import Context; "
    "review(Message('https://acme.com/x'), Context())"
)


def main(arguments: list[str]) -> None:
    """Measure, print one line a figure, and keep them where asked."""
    sys.path.insert(0, str(ROOT / "server"))
    from linkify_it import LinkifyIt

    linkify = LinkifyIt()
    check = reviewer()
    lines = CORPUS.read_text("utf-8").splitlines()[4:]
    texts = textwrap.wrap(" ".join(lines), 160)
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
    ordinary = statistics.median(best(partial(check, text), 20) / len(text) for text in texts)
    worst, piece = max((best(partial(check, (piece * 1600)[:1600]), 3), piece) for piece in HOSTILE)
    figures["hostile_ms"] = worst * 1000
    figures["hostile_ratio"] = worst / 1600 / ordinary
    print(
        f"worst hostile 1,600 characters, {piece!r}: {worst * 1000:.1f} ms, "
        f"{figures['hostile_ratio']:.1f} x an ordinary text per character (goal 3)"
    )
    start, flask = in_turn(partial(python, ONE_SHOT), partial(python, "import flask"), rounds=5)
    figures["start_ratio"] = start / flask
    print(f"one review in a new process: {start:.2f} s, import flask {flask:.2f} s: {start / flask:.2f} x (goal 2)")
    if arguments[:1] == ["--json"]:
        Path(arguments[1]).write_text(json.dumps(figures, indent=1), "utf-8")


def reviewer() -> Callable[[str], object]:
    """Return what reviews one text, as the server does."""
    from linkwell.actions.review import review
    from linkwell.model.context import Context
    from linkwell.model.message import Message
    from linkwell.model.policy import Policy

    context = Context(Policy(tracking_domain="go.acme.com"), frozenset({"go.acme.com"}))
    return lambda text: review(Message(text), context)


def python(code: str) -> None:
    """Run code in a new process."""
    subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT / 'server')!r}); {code}"], check=True)


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the seconds of the fastest of some rounds."""
    return min(timed(work) for _ in range(rounds))


def in_turn(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 15) -> tuple[float, float]:
    """Return the median seconds of both, measured in turn so that a busy machine slows both."""
    pairs = [(timed(ours), timed(theirs)) for _ in range(rounds)]
    return statistics.median(one for one, _ in pairs), statistics.median(other for _, other in pairs)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])

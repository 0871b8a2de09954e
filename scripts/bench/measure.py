"""Timing for the benchmarks: ratios within one run, and the reviewer that they measure."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def reviewer() -> Callable[[str], object]:
    """Return what reviews one text in process, as the server does."""
    sys.path.insert(0, str(ROOT / "server"))
    from linkwell.actions.review import review
    from linkwell.model.context import Context
    from linkwell.model.message import Message
    from linkwell.model.policy import Policy

    context = Context(Policy(tracking_domain="go.acme.com"), frozenset({"go.acme.com"}))
    return lambda text: review(Message(text), context)


def ordinary_texts() -> list[str]:
    """Return the lines of the corpus of ordinary business texts."""
    corpus = next((ROOT / "tests" / "server").glob("**/corpus_ordinary.txt"))
    lines = [line for line in corpus.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [line.replace("\\n", "\n") for line in lines]


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


def keep(figures: dict[str, float], arguments: list[str]) -> None:
    """Write the figures to the file behind ``--json``, where it is there."""
    if arguments[:1] == ["--json"]:
        Path(arguments[1]).write_text(json.dumps(figures, indent=1), "utf-8")

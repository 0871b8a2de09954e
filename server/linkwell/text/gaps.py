"""Gaps: spaces and line breaks that cut a link in two where it is evident that one was meant."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from linkwell.model.message import Fault, FaultKind
from linkwell.model.span import Span
from linkwell.text.cut_hosts import CUT_NAME, DOT, WWW_NAME, cut_dots, cut_names, cut_www
from linkwell.text.cut_paths import MARK, cut_paths, cut_schemes, has_cut_query

_MOST: Final = 24  # spaces of one kind that are mended in a message
_PASSES: Final[tuple[Callable[[str], Iterator[tuple[int, int, str]]], ...]] = (
    cut_dots,
    cut_dots,
    cut_www,
    cut_names,
    cut_schemes,
    cut_paths,
    cut_paths,
)


class Joined(NamedTuple):
    """A text without the gaps in its links, the place of each of its characters (and of its end) in the text, and the gaps there."""

    text: str
    places: list[int]
    gaps: list[Span]


def may_have_gaps(text: str) -> bool:
    """Tell at a glance whether a text may hold a link that is cut in two; most hold none."""
    if DOT.search(text) is not None or "ww " in text or "ww. " in text or "WW " in text:
        return True
    if "/" not in text:
        return "tp:" in text or "ps:" in text or ("www." in text and (" com" in text or WWW_NAME.search(text) is not None))
    if MARK.search(text) is not None or "p s" in text or "h t" in text or " :" in text or ": /" in text or "//\n" in text or " com" in text:
        return True
    if (
        "ps: " in text
        or "tp: " in text
        or " ps:/" in text
        or "-\n" in text
        or "-\r\n" in text
        or ("://" in text and CUT_NAME.search(text) is not None)
    ):
        return True
    return has_cut_query(text)


def without_gaps(text: str) -> Joined:
    """Return ``text`` with every link in one piece."""
    places = list(range(len(text) + 1))
    gaps: list[Span] = []
    for cuts in _PASSES:
        pieces: list[str] = []
        kept: list[int] = []
        at = 0
        for start, end, instead in sorted(islice(cuts(text), _MOST)):
            if start < at:
                continue
            pieces += text[at:start], instead
            kept += places[at:start]
            kept += [places[start]] * len(instead)
            gaps.append(Span(places[start], places[end - 1] + 1))
            at = end
        if at:
            text, places = "".join((*pieces, text[at:])), kept + places[at:]
    return Joined(text, places, sorted(gaps))


def fault_in(span: Span, joined: Joined) -> Fault | None:
    """Return the fault of a link whose ``span`` in the text as it is written holds gaps, ``None`` where it holds none."""
    inside = [gap for gap in joined.gaps if span.start < gap.start and gap.end < span.end]
    if not inside:
        return None
    start, end = inside[0].start, max(gap.end for gap in inside)
    instead = joined.text[bisect_left(joined.places, start) : bisect_left(joined.places, end)]
    return Fault(FaultKind.SPACE, Span(start, end), instead, "A space cuts this link in two")

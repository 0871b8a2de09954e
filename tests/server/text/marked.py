"""Texts with marked links, and how exactly a finder of links finds them."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

Spans = list[tuple[int, int]]
_MARK = re.compile("[⟦⟧]")


class Marked(NamedTuple):
    """A text, and the half-open spans of the links in it."""

    text: str
    links: Spans


class Score(NamedTuple):
    """How exact a finder is: ``f1`` over whole spans, and the texts that it gets wrong with what it found."""

    f1: float
    wrong: list[tuple[str, list[str]]]


def marked_texts() -> list[Marked]:
    """Return the texts of spans.txt."""
    lines = Path(__file__).with_name("spans.txt").read_text("utf-8").splitlines()
    return [read(line.replace("\\n", "\n")) for line in lines if line and not line.startswith("# ")]


def read(line: str) -> Marked:
    """Take the marks out of a line."""
    places = [mark.start() - index for index, mark in enumerate(_MARK.finditer(line))]
    return Marked(_MARK.sub("", line), list(zip(places[::2], places[1::2], strict=True)))


def score(texts: Iterable[Marked], find: Callable[[str], Spans]) -> Score:
    """Compare what ``find`` finds with what is marked; a span counts only where both its ends are right."""
    right = found = marked = 0
    wrong = []
    for text, links in texts:
        spans = find(text)
        right += len(set(spans) & set(links))
        found += len(spans)
        marked += len(links)
        if spans != links:
            wrong.append((text, [text[start:end] for start, end in spans]))
    return Score(2 * right / (found + marked), wrong)

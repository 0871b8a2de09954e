"""Lists as files; each says at its top what it is, its source, licence and date. ``scripts/data.py`` updates them."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def entries(name: str) -> frozenset[str]:
    """Return the lines of a list, without its header."""
    return frozenset(_lines(name))


@cache
def table(name: str) -> dict[str, str]:
    """Return a list of two columns, ``key<tab>value``, as a mapping."""
    pairs = (line.partition("\t") for line in _lines(name))
    return {key: value for key, _, value in pairs}


def _lines(name: str) -> list[str]:
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

"""Parts: where in a link as it is written its query and fragment stand; nothing is decoded, nothing put together anew."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

_LINK: Final = re.compile(
    r"(?:[a-zA-Z][a-zA-Z0-9+\-]*:[/\\]*)?(?P<authority>[^/?#\\]*)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?", re.DOTALL
)


class Parameter(NamedTuple):
    """One piece of a query between two ``&``, from ``start`` to ``end`` of the written link; ``value`` is ``None`` without ``=``."""

    name: str
    value: str | None
    start: int
    end: int


class Parts(NamedTuple):
    """The parts of a written link; ``query`` and ``fragment`` are ``None`` where their mark is missing."""

    authority: str
    path: str
    query: str | None
    fragment: str | None
    query_start: int
    fragment_start: int

    def parameters(self) -> tuple[Parameter, ...]:
        """Return the query's parameters in order, as they are written; empty pieces are left out."""
        if not self.query:
            return ()
        found, start = [], self.query_start
        for piece in self.query.split("&"):
            if piece:
                name, equals, value = piece.partition("=")
                found.append(Parameter(name, value if equals else None, start, start + len(piece)))
            start += len(piece) + 1
        return tuple(found)


@lru_cache(maxsize=1024)
def parts(written: str) -> Parts:
    """Take a written link apart, byte for byte."""
    found = _LINK.fullmatch(written)
    assert found is not None, "the pattern fits every text"
    return Parts(
        found["authority"], found["path"], found["query"], found["fragment"], max(found.start("query"), 0), max(found.start("fragment"), 0)
    )

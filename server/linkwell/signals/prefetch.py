"""Headers by which browsers say that they load a page before anybody asked for it."""

from typing import Final

from linkwell.model.visit import Category, Visit
from linkwell.signals.clue import Clue

HEADERS: Final = ("sec-purpose", "purpose", "x-purpose", "x-moz")
WORDS: Final = ("prefetch", "prerender", "preview")


def read(visit: Visit) -> Clue | None:
    """Decide ``prefetch`` where one of the headers names it."""
    for name in HEADERS:
        value = visit.headers.get(name, "").lower()
        if any(word in value for word in WORDS):
            return Clue(f"{name}: {value}", Category.PREFETCH)
    return None

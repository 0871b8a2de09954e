"""Slugs: eight characters without look-alikes, the last of which vouches for the other seven.

The check character is a weighted sum modulo 31, the size of the alphabet. 31 is prime and all eight weights (9 to 15, and -1 for the
check character itself) differ and are not 0, so every wrong character and every swap of two different ones changes the sum.
"""

import re
from collections.abc import Callable
from typing import Literal
from urllib.parse import unquote

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 8

Rung = Literal["exact", "trimmed", "lowered", "none"]

_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = range(9, 9 + LENGTH - 1)
_RUN = re.compile(r"[A-Za-z0-9]*")


def check_character(seven: str) -> str:
    """Return the character that belongs behind ``seven`` of the alphabet."""
    if len(seven) != LENGTH - 1:
        raise ValueError(f"a slug has {LENGTH - 1} characters before its check character, not {len(seven)}")
    return ALPHABET[sum(weight * _VALUES[character] for weight, character in zip(_WEIGHTS, seven, strict=True)) % len(ALPHABET)]


def is_sound(slug: str) -> bool:
    """Tell whether ``slug`` has the right length, only our characters, and the check character that fits them."""
    return len(slug) == LENGTH and all(character in _VALUES for character in slug) and check_character(slug[:-1]) == slug[-1]


def make(draw: Callable[[int], int]) -> str:
    """Make a slug from seven draws; ``draw(n)`` answers a number from 0 to n - 1, as ``secrets.randbelow`` does."""
    seven = "".join(ALPHABET[draw(len(ALPHABET))] for _ in range(LENGTH - 1))
    return seven + check_character(seven)


def recover(path: str) -> tuple[str | None, Rung]:
    """Find the slug that a recipient was sent in the path that arrived, and say on which rung of the ladder.

    ``exact`` as it was minted, ``trimmed`` of what texting apps swallow behind a link (a full stop, an emoji, ``’s``), ``lowered``
    also to lower case. A path whose
    check character does not fit is never guessed into another link: the answer is ``(None, "none")``.
    """
    written = path.removeprefix("/")
    if is_sound(written):
        return written, "exact"
    trimmed = trim(written)
    if is_sound(trimmed):
        return trimmed, "trimmed"
    lowered = trimmed.lower()
    return (lowered, "lowered") if is_sound(lowered) else (None, "none")


def trim(written: str) -> str:
    """Cut off what is no part of a slug: everything from the first character on that slugs never have, but for a further path."""
    if "%" in written:
        written = unquote(written)
    run = _RUN.match(written)
    slug = run.group() if run else ""
    rest = written[len(slug) :]
    return written if rest.startswith("/") and rest.strip("/") else slug


def neighbours(written: str) -> frozenset[str]:
    """Return the sound slugs that one wrong, missing or added character, or one swap of neighbours, makes ``written`` of."""
    if not LENGTH - 1 <= len(written) <= LENGTH + 1:
        return frozenset()
    places = range(len(written) + 1)
    added = [written[:i] + written[i + 1 :] for i in places]
    missing = [written[:i] + letter + written[i:] for i in places for letter in ALPHABET]
    wrong = [written[:i] + letter + written[i + 1 :] for i in places[:-1] for letter in ALPHABET]
    swapped = [written[:i] + written[i + 1] + written[i] + written[i + 2 :] for i in places[:-2]]
    return frozenset(slug for slug in (*added, *missing, *wrong, *swapped) if slug != written and is_sound(slug))

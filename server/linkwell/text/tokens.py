"""Tokens: the words of a text as the wording checks look them up."""

from functools import lru_cache
from typing import Final

_LETTERS: Final = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[bytes, ...]:
    """Return the runs of ASCII letters and digits in a text, in lower case; other letters part them as spaces do."""
    return tuple(pieces(text))


def pieces(text: str) -> list[bytes]:
    """Return the same of a text that is not asked for again."""
    return text.lower().encode(errors="ignore").translate(_LETTERS).split()

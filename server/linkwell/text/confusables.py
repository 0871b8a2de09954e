"""Confusables: what a label of a host looks like at a glance, and whether it mixes alphabets."""

import unicodedata
from functools import cache, lru_cache
from typing import Final

from linkwell.data import table

# What a glance takes for one letter; both sides of a comparison are read this way.
_DIGITS: Final = str.maketrans({"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g"})
_PAIRS: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_WITH_LATIN: Final = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "GEORGIAN", "LISU", "TIFINAGH"})


@lru_cache(maxsize=4096)
def decoded(host: str) -> str:
    """Return a host in its own letters: ``xn--bcher-kva.de`` is ``bücher.de``; what cannot be decoded stays as it is."""
    if "xn--" not in host:
        return host
    return ".".join(_decoded(label) for label in host.split("."))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def in_latin(label: str) -> str:
    """Return a decoded label with every letter that looks like a Latin one in its place, without accents."""
    if label.isascii():
        return label
    looks = _looks()
    plain = (character for character in unicodedata.normalize("NFKD", label.translate(looks)) if not unicodedata.combining(character))
    return "".join(plain).translate(looks)


def skeleton(label: str) -> str:
    """Return what a decoded label looks like at a glance: two that give the same are easily taken for each other."""
    seen = in_latin(label).translate(_DIGITS)
    for pair, letter in _PAIRS:
        seen = seen.replace(pair, letter)
    return seen


def mixes_alphabets(label: str) -> bool:
    """Tell whether a decoded label has letters of two alphabets that share shapes, as no honest name has."""
    if label.isascii():
        return False
    scripts = {unicodedata.name(character, "?").partition(" ")[0] for character in label if character.isalpha()}
    lookalikes = scripts & _WITH_LATIN
    return bool(lookalikes) and ("LATIN" in scripts or len(lookalikes) > 1)


@cache
def _looks() -> dict[int, str]:
    return {ord(letter): latin for letter, latin in table("confusables").items()}

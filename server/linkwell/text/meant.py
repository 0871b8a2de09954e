"""Meant: whether words with dots between them are a host, or only look like one."""

from collections.abc import Sequence
from typing import Final

from linkwell.text.suffix import is_known, nearest
from linkwell.text.words import BEGINNINGS, is_ending, is_everyday, joins_sentences

EVERYDAY: Final = frozenset({"com", "net", "org"})
# Suffixes that nobody writes in capitals but in a host that is all capitals.
_SHOUTED: Final = EVERYDAY | set("edu gov info uk de fr nl au nz ca io eu ch es pl se biz shop store".split())
# Slips that no word and no file name looks like.
_SLIPS: Final = frozenset({"con", "cmo", "ocm", "comm", "vom", "xom", "coom", "c0m", "ogr", "orgg", "nte", "nett"})
# Slips that may be something else behind an everyday word.
_LIKELY_SLIPS: Final = frozenset("cim ckm clm cok comn conm copm cpm cpom ccom orgn prg irg ney nrt nwt neet".split())
FILES: Final = frozenset({"zip", "mov", "md", "py", "sh", "ps", "rs", "pl", "cab", "java"})
# File names that end like hosts under well-known suffixes.
_FILE_NAMES: Final = frozenset("readme index main setup script install report photo video image doc file".split())
_PRODUCTS: Final = frozenset({"asp", "vb", "ado", "ml"})  # of .NET
# What stands before a country's suffix: "acme.co.in" is no sentence.
_SECOND: Final = frozenset("co com org net gov ac edu".split())
# The countries whose suffix it stands before, where the two are read as one.
COUNTRIES: Final = {
    "co": frozenset("uk nz za jp kr il ke th".split()),
    "com": frozenset("au br mx sg hk tr cn tw ar".split()),
    "org": frozenset({"uk", "au"}),
}


def is_suffix(label: str) -> bool:
    """Tell whether a host may end in ``label``, or in what it is a slip of."""
    return is_known(label) or label in _SLIPS


def is_meant(labels: Sequence[str], *, odd: bool, goes_on: bool) -> bool:
    """Tell whether ``labels`` are a host, and not the end of one sentence and the beginning of the next.

    ``odd`` tells that they hold an underscore or a dot that only looks like one, ``goes_on`` that a port, path or query follows.
    """
    last, low, before = labels[-1], labels[-1].lower(), labels[-2].lower()
    if len(labels[0]) >= 3 and not labels[0].lower().strip("w"):
        return is_suffix(low) or (len(labels) > 2 and len(low) > 1 and low.isascii() and low.isalpha())
    if not is_known(low):
        shouted = low in _SLIPS and all(label.isupper() for label in labels) and not is_everyday(before)
        return len(before) > 1 and not is_ending(before) and (last in _SLIPS or shouted or _is_slip(before, last, goes_on=goes_on))
    if odd:
        return "".join(labels).isascii() and (goes_on or low in EVERYDAY)
    if not last.islower() and not _shouts(labels, goes_on=goes_on):
        return False
    if low in EVERYDAY:
        return low != "net" or goes_on or (before not in _PRODUCTS and (last != "Net" or not is_everyday(before)))
    if goes_on or (len(labels) > 2 and all(len(label) == 1 for label in labels[:-1])):
        return goes_on  # "p.o.box"
    if low in FILES or (len(labels) > 2 and (before in _SECOND or low not in BEGINNINGS)):
        return low not in FILES
    return before not in _FILE_NAMES and not joins_sentences(before, low)


def _shouts(labels: Sequence[str], *, goes_on: bool) -> bool:
    """Tell whether a suffix with capitals is still one: ``ACME.COM``, ``Acme.Com``, ``ACME.IS/X``, but not ``John.It``."""
    last = labels[-1]
    if last.lower() in EVERYDAY:
        return True
    if not last.isupper() or not last.isascii():  # scripts without capitals are neither upper nor lower
        return not any(letter.isupper() for letter in last)
    if len(labels[-2]) < 2 or not (last.lower() in _SHOUTED or goes_on):
        return False
    return (len(labels) > 2 and labels[-2].lower() in _SECOND) or not joins_sentences(labels[-2].lower(), last.lower())


def _is_slip(before: str, last: str, *, goes_on: bool) -> bool:
    """Tell whether a suffix that does not exist is one that was misspelt: ``glowspa.cpm``, and with a path ``glowspa.coj/book``."""
    if not last.islower() or is_everyday(before) or is_everyday(last):
        return False
    return last in _LIKELY_SLIPS or (goes_on and nearest(last) in EVERYDAY)

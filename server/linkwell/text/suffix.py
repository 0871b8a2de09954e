"""Suffixes: which last labels exist, what a misspelt one was meant to be, and where a host's own name begins."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from linkwell.data import entries

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# RFC 2606, 6761, 6762, 7686, 9476 and ICANN's "internal": they are no typing errors.
RESERVED = frozenset({"alt", "example", "home", "internal", "invalid", "lan", "local", "localdomain", "localhost", "onion", "test"})

_COMMON = ("com", "net", "org", "info", "biz", "edu", "gov", "shop", "store", "online", "app")
_SLIPS = {"ocm": "com", "cmo": "com", "con": "com", "cm0": "com", "c0m": "com", "comn": "com", "ogr": "org", "nte": "net", "ner": "net"}


def is_known(label: str) -> bool:
    """Tell whether ``label`` is a top-level domain, or one that is reserved."""
    label = label.lower()
    return label in entries("suffixes") or label in RESERVED


@lru_cache(maxsize=1024)
def nearest(label: str) -> str | None:
    """Return the common top-level domain that ``label`` is one slip away from, where there is exactly one."""
    label = label.lower()
    if label in _SLIPS:
        return _SLIPS[label]
    if not 3 <= len(label) <= 7:
        return None
    near = [suffix for suffix in _COMMON if one_slip(label, suffix)]
    return near[0] if len(near) == 1 else None


def one_slip(written: str, meant: str) -> bool:
    """Tell whether at most one letter too many, too few or wrong, or two swapped, make ``written`` of ``meant``."""
    if written == meant:
        return True
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    one, other = written[start:], meant[start:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """Return the domain that somebody registered and that ``host`` lies in, or ``""`` where it lies in none."""
    if host[-1:].isdigit() or host[:1] == "[" or "." not in host:
        return ""
    return _suffix_list().privatesuffix(host) or ""


@cache
def _suffix_list() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # takes a twentieth of a second to read: only texts with a link pay for it

    return PublicSuffixList()

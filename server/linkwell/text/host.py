"""Hosts: what a link's host is, what is wrong with it, and what it was meant to be."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from linkwell.text.meant import COUNTRIES, EVERYDAY, FILES, is_meant, is_suffix
from linkwell.text.suffix import is_known, nearest

DOTS = "․。．｡"  # full stops that only look like the one in a host

_SOUND = re.compile(r"(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+([a-z]{2,63})", re.IGNORECASE)
_LOOKALIKE = re.compile(f"[{DOTS}]")
_MANY_DOTS = re.compile(r"\.{2,}")
_MANY_W = re.compile(r"w{4,}\.", re.IGNORECASE)
_SLIPPED_W = re.compile(r"(?P<again>(?:www\.){2,})|(?P<few>ww\.)(?=[\w-]+\.[a-z])", re.IGNORECASE)  # "wwwacme.com" imitates a name
_W_NOTES = {"again": "It has www twice", "few": "It has a w too few", "many": "It has a w too many"}
SLIPS_OF_WWW = frozenset(_W_NOTES.values())  # the notes of hosts that may exist, but are not what was meant
_SYMBOL = re.compile(r"[^\w.,\-․。．｡･·]")
_IP4 = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_NUMBER = re.compile(r"(?:(?:0x[0-9a-f]*|\d+)\.){0,3}0x[0-9a-f]+", re.IGNORECASE)  # browsers take hexadecimal for an address too
_GLUED = re.compile(r"[⺀-\U0003ffff]")
_GLUED_BEFORE = re.compile(r"[⺀-\U0003ffff]+(?=[a-zA-Z0-9])")
_PIECE = re.compile(rf"[\w-]+(?:(?:[.{DOTS}]{{1,2}}|,)[\w-]+)*")


@dataclass(frozen=True, slots=True)
class Host:
    """A host from ``start`` to ``end`` of the piece that was read.

    ``meant`` is the host once it is repaired, ``None`` where no repair is clear; ``note`` says what is wrong, ``""`` for nothing;
    ``suffix`` and ``suffix_meant`` tell of an unknown last label.
    """

    start: int
    end: int
    meant: str | None
    note: str = ""
    suffix: str = ""
    suffix_meant: str | None = None


@lru_cache(maxsize=2048)
def read_host(piece: str, *, goes_on: bool) -> Host | None:
    """Read the host behind a scheme; ``goes_on`` tells that a port, path or query follows ``piece``."""
    sound = _SOUND.fullmatch(piece)
    if sound is not None and _is_sound(piece, sound.group(1)):
        return Host(0, len(piece), piece)
    if not goes_on:
        piece = _trimmed(piece)
    if _NUMBER.fullmatch(piece) is not None:
        return Host(0, len(piece), piece)
    piece, goes_on = _cut(piece, goes_on=goes_on)
    return _judged(piece, 0) if piece else None


def _is_sound(piece: str, suffix: str) -> bool:
    return is_known(suffix) and not (suffix[0].isupper() and suffix[1:].islower()) and "xn--" not in piece and not _slipped(piece)


@lru_cache(maxsize=2048)
def read_bare_hosts(piece: str, *, goes_on: bool) -> tuple[Host, ...]:
    """Read the hosts in a piece of text without a scheme: only what nobody could take for something else."""
    if _is_plain(piece, goes_on=goes_on):
        return (Host(0, len(piece), piece),)
    found: list[Host] = []
    for match in _PIECE.finditer(piece):
        written = match.group()
        if "." in written or "," in written or _LOOKALIKE.search(written):
            found += _bare(written, match.start(), goes_on=goes_on and match.end() == len(piece))
    return tuple(found)


def _is_plain(piece: str, *, goes_on: bool) -> bool:
    """Tell at a glance whether a piece is a host without any doubt, as most are."""
    sound = _SOUND.fullmatch(piece)
    if sound is None or not piece.islower() or "xn--" in piece or _slipped(piece):
        return False
    last = sound.group(1)
    return is_known(last) and (goes_on or last not in FILES) and (last in EVERYDAY or piece.startswith("www."))


def _slipped(piece: str) -> bool:
    """Tell at a glance whether a host may begin with a misspelt ``www.``."""
    return piece[:2].lower() == "ww" and (piece[:4].lower() != "www." or piece[4:8].lower() == "www.")


def is_address(host: str) -> bool:
    """Tell whether ``host`` is a number instead of a name."""
    return _IP4.fullmatch(host) is not None or host.startswith("[")


def _bare(written: str, start: int, *, goes_on: bool) -> list[Host]:
    www = written[:4].lower() in {"www.", "www,"}
    if "," in written:
        before, _, last = written.rpartition(",")
        if _in_two(before, last) or last.partition(".")[2] in COUNTRIES.get(last.partition(".")[0], ()):  # "acme.co,uk", "acme,co.uk"
            last = "com"
        meant_dot = www and is_suffix(written.rpartition(".")[2]) if last not in EVERYDAY else len(before) > 1 and before.isascii()
        if "." in last and "." in before and is_known(before.rpartition(".")[2]):
            return _each(written, ",", start, goes_on=goes_on)  # "www.acme.com,www.oak.com"
        if not (meant_dot and not before.rpartition(",")[2].isdigit() and before.count(",") < 2):
            return _each(written, ",", start, goes_on=goes_on)
    elif ".." in written:
        first, _, last = written.partition("..")
        if not (first.lower() == "www" or (last in EVERYDAY and "." not in first) or (www and is_suffix(last))):
            return _each(written, "..", start, goes_on=goes_on)
    inner = written.strip("-_") if not goes_on else written.lstrip("-_")
    start += len(written) - len(written.lstrip("-_"))
    glued = _GLUED_BEFORE.match(inner)
    if glued is not None:
        start, inner = start + glued.end(), inner[glued.end() :]
    cut, goes_on = _cut(inner, goes_on=goes_on)
    labels = _LOOKALIKE.sub(".", cut).replace(",", ".").split(".")
    odd = "_" in cut or _LOOKALIKE.search(cut) is not None
    if len(labels) < 2 or not is_meant(labels, odd=odd, goes_on=goes_on):
        return []
    return [_judged(cut, start)]


def _each(written: str, mark: str, start: int, *, goes_on: bool) -> list[Host]:
    found: list[Host] = []
    parts = written.split(mark)
    for index, part in enumerate(parts):
        if "." in part:
            found += _bare(part, start, goes_on=goes_on and index == len(parts) - 1)
        start += len(part) + len(mark)
    return found


def _in_two(before: str, after: str) -> bool:
    """Tell whether a comma cuts a country's suffix in two: ``acme.co,uk``."""
    first, dot, second = before.rpartition(".")
    return bool(first and dot) and after in COUNTRIES.get(second, ())


def _trimmed(piece: str) -> str:
    """Cut off what closes a sentence or decorates a link."""
    end = len(piece)
    while end and unicodedata.category(piece[end - 1])[0] in "PSZC":
        end -= 1
    return piece[:end]


def _cut(piece: str, *, goes_on: bool) -> tuple[str, bool]:
    """End the host where the next sentence was stuck to it: ``acme.com.Thanks``, ``acme.com,thanks``, ``acme.comは``."""
    symbol = _SYMBOL.search(piece)
    if symbol is not None and "." in (before := piece[: symbol.start()]) and is_known(before.rpartition(".")[2]):
        piece, goes_on = before, False
    for mark in (",", "。", ".."):
        before, found, after = piece.partition(mark)
        whole = before.rpartition(".")[2]
        if mark == "," and _in_two(before, after):
            continue
        if not found or not ("." in before and is_known(whole)) or before.lower().rpartition(".")[0] == "www":
            continue
        if mark != "。" or not after.isascii() or not after:
            if mark == ".." and is_known(after.rpartition(".")[2]) and after.rpartition(".")[2].islower():
                continue
            piece, goes_on = before, False
    labels = piece.split(".")
    glued = _GLUED.search(labels[-1])
    if glued is not None and glued.start() and not is_known(labels[-1]) and is_known(labels[-1][: glued.start()]):
        return piece[: len(piece) - len(labels[-1]) + glued.start()], False
    if len(labels) > 2 and labels[-1][:1].isupper() and not labels[-1].isupper() and is_known(labels[-2]) and labels[-2].islower():
        return piece[: -len(labels[-1]) - 1], False
    return piece, goes_on


def _judged(written: str, start: int) -> Host:
    meant, notes = written, []
    if _LOOKALIKE.search(meant):
        meant = _LOOKALIKE.sub(".", meant)
        notes.append("A dot in it only looks like one")
    if "," in meant:
        meant = meant.replace(",", ".")
        notes.append("It has a comma where a dot belongs")
    if ".." in meant or meant[:1] == "." or meant[-1:] == ".":
        meant = _MANY_DOTS.sub(".", meant).strip(".")
        notes.append("It has a dot too many")
    if _MANY_W.match(meant):
        meant = _MANY_W.sub("www.", meant, count=1)
        notes.append(_W_NOTES["many"])
    elif _slipped(meant) and (slip := _SLIPPED_W.match(meant)) is not None and slip.lastgroup is not None:
        meant = f"www.{meant[slip.end() :]}"
        notes.append(_W_NOTES[slip.lastgroup])
    end = start + len(written)
    broken = _broken(meant)
    if broken:
        return Host(start, end, None, broken)
    last = meant.rpartition(".")[2]
    if not is_known(last) and not last.isdigit() and "." in meant:
        near = nearest(last)
        meant_suffix = f"{meant[: -len(last)]}{near}" if near else None
        return Host(start, end, meant_suffix, ". ".join(notes), last, near)
    return Host(start, end, meant, ". ".join(notes))


def _broken(host: str) -> str:
    """Say what no repair is clear for."""
    labels = host.split(".")
    if len(labels) == 1 and not host.isdigit() and host.lower() != "localhost":
        return f"“{host}” has no dot and no ending such as .com"
    if len(host) > 253:
        return "It is longer than the 253 characters that a host may have"
    for label in labels:
        if len(label) > 63:
            return "A part between two dots is longer than 63 characters"
        if label[:1] == "-" or label[-1:] == "-":
            return f"“{label}” begins or ends with a hyphen"
        if "_" in label:
            return f"“{label}” has an underscore, which phones do not take for part of a link"
        if label[:4].lower() == "xn--" and not _decodes(label[4:]):
            return f"“{label}” stands for no name"
    return ""


def _decodes(punycode: str) -> bool:
    try:
        return not punycode.encode("ascii").decode("punycode").isascii()
    except UnicodeError:
        return False

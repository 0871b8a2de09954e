"""Cut hosts: spaces inside a host, as in ``acme .com``, ``acme. com/x`` and ``www acme.com``."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from linkwell.text.meant import COUNTRIES, FILES
from linkwell.text.suffix import is_known
from linkwell.text.words import BEGINNINGS, is_ending, is_everyday

Gap = tuple[int, int, str]

# What may be a dot in a host with a space at it: few sentences begin like this.
DOT: Final = re.compile(
    r"\.(?:\s{1,3}(?=(?:[Cc]om|COM|co|net|org|io|uk|de|us|ca|biz|edu|gov|html?|php|pdf|docx?|jpe?g|png)\b|[a-z]{2,12}[./?]\w)|(?<=\s\.)\s{0,2}(?=[A-Za-z]))"
)
_SUFFIX: Final = re.compile(r"([A-Za-z]{2,12})(?![\w@])(\.[a-z]{2,3}(?![\w@]))?(/\w|\?\w{1,40}=)?")
_LAST_TOKEN: Final = re.compile(r"(?:(https?://|www\.)|(?<![\w.@/:-]))((?:[\w-]{1,63}\.){0,4}[\w-]{1,63})$", re.IGNORECASE)
# All below are held against the text in lower case.
_WWW: Final = re.compile(r"www(?:\s{1,2}\.\s{0,2}|[.,]\s{1,2}|\s{1,2})(?=((?:[a-z0-9-]{1,63}\.){1,4})([a-z]{2,24})(?![\w@]))")
_WWW_NO_DOT: Final = re.compile(r"www(?:(\s{1,2})|\.)([a-z0-9][a-z0-9-]{1,62})(\s{1,2})(?:com|co\.uk|com\.au|net|org)(?![\w@-])")
_NO_DOT: Final = re.compile(r"://(?:www\.)?([a-z0-9][a-z0-9-]{1,62})(\s{1,2})(?:com|co\.uk|com\.au|net|org)(?![\w@-])")
_BEHIND_SCHEME: Final = re.compile(r"://[a-z0-9-]{1,63}(\s{1,2}\.|\.\s{1,2})(?=((?:[a-z0-9-]{1,63}\.){1,4})([a-z]{2,24})(?![\w@]))")
# A space in the name itself, or in the suffix: "https://glow spa.com", "www.glow spa.com", "https://acme.c om".
_REST: Final = (
    r"(?: (?=[a-z0-9-]{2,63}\.(?:com|net|org|co\.uk|com\.au|de|fr|ca)\b)"
    r"|\.(?:c (?=om\b)|n (?=et\b)|o (?=rg\b)|co (?=m[/?])|or (?=g[/?])))"
)
CUT_NAME: Final = re.compile(rf"://(?:[Ww]{{3}}\.)?([a-zA-Z0-9-]{{2,63}}){_REST}")
WWW_NAME: Final = re.compile(rf"\b[Ww]{{3}}\.([a-z0-9-]{{2,63}}){_REST}")
_NEXT_WORD: Final = re.compile(r"[a-z./]{0,80}\s{0,9}([\w$€£%]{0,40})", re.IGNORECASE)
_LEAD_IN: Final = re.compile(
    r"\b(?:visit|at|on|see|from|via|to|website|site|web|online|check|out|browse|go|goto|url|link|here|@)\W{1,3}$", re.IGNORECASE
)

_MOST: Final = 48  # dots that are looked at in a message
# Suffixes that no sentence begins with.
_SURE: Final = frozenset({"com", "co.uk", "com.au", "co.nz", "co.za", "com.br", "com.mx", "org.uk", "co.in", "co.jp", "com.sg"})
# Words that stand before ".com" where the suffix itself is spoken of, or a kind of file or program.
_NOT_NAMES: Final = frozenset(
    "a an the our your my his her its their this that these those any some each every all no of via or and for in on by to as with like is "
    "are was use uses used using get gets buy register registered domain domains extension suffix ending ends end type types typed add "
    "adds called choose new old dot file files format image attach attached asp vb ado it you we i us me him them etc".split()
)
_NET_GOES_ON: Final = frozenset(
    "developer developers development framework core programmer programmers engineer engineers team app apps of pay price prices worth "
    "profit result results cost weight income total loss gain due amount balance promoter curtain zero sales salary terms neutral".split()
)


class _Cut(NamedTuple):
    """A dot with a space at it: what stands before it, and the suffix behind it."""

    lead: str
    labels: list[str]
    suffix: str
    whole: str
    path: bool
    before_dot: bool
    behind_dot: bool
    led_in: bool
    next_word: str


def cut_dots(text: str) -> Iterator[Gap]:
    """Yield the spaces at a dot that belongs into a host: ``acme .com``, ``acme. com/x``, ``https://acme. com``."""
    for dot in islice(DOT.finditer(text), _MOST):
        suffix = _SUFFIX.match(text, dot.end())
        if suffix is None or not is_known(suffix.group(1)):
            continue
        start = dot.start()
        while start and text[start - 1].isspace():
            start -= 1
        begin = max(start - 120, text.rfind(" ", 0, start) + 1, text.rfind("\n", 0, start) + 1)
        token = _LAST_TOKEN.search(text, max(0, begin), start) if dot.start() - start < 4 else None
        if token is None:
            continue
        following = _NEXT_WORD.match(text, suffix.end(1))
        cut = _Cut(
            (token.group(1) or "").lower(),
            token.group(2).lower().split("."),
            suffix.group(1),
            suffix.group(1).lower() + (suffix.group(2) or ""),
            suffix.group(3) is not None,
            start < dot.start(),
            len(dot.group()) > 1,
            _LEAD_IN.search(text, max(0, token.start() - 12), token.start()) is not None,
            following.group(1).lower() if following is not None else "",
        )
        if _is_meant(cut):
            yield start, dot.end(), "."


def _is_meant(cut: _Cut) -> bool:
    low, name = cut.suffix.lower(), cut.labels[-1]
    if low in FILES or not any(letter.isalpha() for letter in name):
        return False
    if cut.lead or len(cut.labels) > 1:
        own = [label for label in cut.labels if label != "www"]
        if len(own) > 1 and is_known(name):  # a whole host: what follows is the next sentence, or "uk" behind "acme.co"
            return low in COUNTRIES.get(name, ()) and cut.suffix.islower()
        if cut.lead and own:
            return low == "com" or (cut.suffix.islower() and (cut.path or low not in BEGINNINGS or cut.lead != "www."))
    if len(name) < 2 or name in _NOT_NAMES or is_ending(name):
        return False
    return _behind_a_space(cut, low, name) if cut.before_dot and not cut.behind_dot else _before_a_space(cut, low, name)


def _behind_a_space(cut: _Cut, low: str, name: str) -> bool:
    """``acme .com``: nobody puts a space before the full stop of a sentence and none behind it, but some do."""
    if cut.whole in _SURE:
        return cut.suffix.islower() or cut.path or (cut.suffix == "COM" and not is_everyday(name))
    if not cut.suffix.islower():
        return False
    if low == "net":
        return cut.path or (not is_everyday(name) and cut.next_word not in _NET_GOES_ON)
    return low not in BEGINNINGS and (cut.path or not is_everyday(name))


def _before_a_space(cut: _Cut, low: str, name: str) -> bool:
    """``acme. com``: what follows could be a sentence that begins in lower case."""
    if cut.whole in _SURE and (cut.suffix.islower() or cut.path):
        return True
    if not cut.suffix.islower():
        return low == "com" and not is_everyday(name) and cut.led_in
    if low in BEGINNINGS or (is_everyday(name) and not cut.path):
        return False
    if cut.path:
        return True
    if low not in {"net", "org", "io", "co", "uk", "de", "us", "ca", "biz", "edu", "gov"}:
        return False
    return not cut.next_word or (cut.led_in and not cut.next_word[0].isdigit() and cut.next_word not in _NET_GOES_ON)


def cut_www(text: str) -> Iterator[Gap]:
    """Yield the spaces behind ``www``, and those that stand for a dot: ``www acme.com``, ``www. acme.com``, ``www acme com``."""
    low = lowered(text)
    if "www" in low:
        for match in _WWW.finditer(low):
            if is_known(match.group(2)) and not _inside(low, match.start()):
                yield match.start() + 3, match.end(), "."
        for match in _WWW_NO_DOT.finditer(low):
            if match.group(2) not in _NOT_NAMES and not _inside(low, match.start()):
                if match.group(1):
                    yield match.start(1), match.end(1), "."
                yield match.start(3), match.end(3), "."


def cut_names(text: str) -> Iterator[Gap]:
    """Yield the spaces in a host behind a scheme: ``https://acme com``, ``https://shop. acme.com``."""
    low = lowered(text)
    if "://" in low:
        for match in _NO_DOT.finditer(low):
            if match.group(1) not in _NOT_NAMES:
                yield match.start(2), match.end(2), "."
        for match in _BEHIND_SCHEME.finditer(low):
            if is_known(match.group(3)):
                yield match.start(1), match.end(1), "."
        yield from _cut_in(CUT_NAME, text)
    if "ww." in low:
        yield from _cut_in(WWW_NAME, text)


def _cut_in(pattern: re.Pattern[str], text: str) -> Iterator[Gap]:
    """Yield the one space that each match ends with."""
    for match in pattern.finditer(text):
        if match.group(1) not in _NOT_NAMES and match.group(1) != "localhost":
            yield match.end() - 1, match.end(), ""


def _inside(text: str, start: int) -> bool:
    """Tell whether a word goes on at ``start``."""
    before = text[start - 1 : start]
    return before.isalnum() or before in {"_", ".", "@", "-"}


def lowered(text: str) -> str:
    """Return ``text`` in lower case, each character in its place; as it is where that would move some."""
    low = text.lower()
    return low if len(low) == len(text) else text

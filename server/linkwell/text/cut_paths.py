"""Cut paths: spaces inside ``https://`` and in the path or query of a link, as in ``https:// acme.com`` and ``acme.com /sale``."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from linkwell.text.cut_hosts import lowered
from linkwell.text.suffix import is_known
from linkwell.text.words import BEGINNINGS, is_everyday

Gap = tuple[int, int, str]

# Held against the text in lower case.
_SCHEME: Final = re.compile(r"(h\s?t\s?t\s?p\s?s?\s{0,2}[:;]?\s{0,2}/?\s?/?\s{0,2})(?=(?:[\w-]{1,63}\.){1,5}([a-z]{2,24})(?![\w@]))")
_SCHEME_AGAIN: Final = re.compile(r"https?:/{1,2}(\s{1,2})(?=https?://)")
_SCHEME_WORD: Final = re.compile(r"https?")
MARK: Final = re.compile(r"[/?&=](?:(?<=\s.)(?=\w)|(?<=\S.)\s{1,2}(?=\w))")  # a space before or behind what parts are joined with
_PARAMETER_AHEAD: Final = re.compile(r"[?&][\w.\-]{1,40}=")
_PAGE: Final = re.compile(r"\.(\s{1,2})(?=(?:html?|php|aspx?|jsp|pdf|docx?|jpe?g|png)(?:[?#.,!]|\s*$))")
_FILE: Final = re.compile(r"(?<=\w)(\s{1,2})(?=\.(?:html?|php|pdf|docx?|jpe?g|png)\b)")
# A hyphen at a line's end, before a slug or a line of one word.
_HYPHEN: Final = re.compile(r"(?<=[a-z0-9]-)(\r?\n)(?=[a-z]*(?:[-/=?_%0-9]|\.[a-z])|[a-z]+[ .!]?(?:\r?\n|$))")
_LEFT: Final = re.compile(
    r"(?:https?://(?:[\w-]{1,63}\.){1,5}|(?<![\w.@/:-])(?:[\w-]{1,63}\.){1,5})([a-z]{2,24})(?::\d{1,5})?([/?#]\S{0,400})?$", re.IGNORECASE
)
_RIGHT: Final = re.compile(r"\S{1,200}")
_HOST_LIKE: Final = re.compile(
    r"^/?(?:\w+[:;：]|w{2,}[.,]|[^?&/]*[,;․。．｡]|(?:[\w-]+\.)+(?:com|net|org|co\.uk|io|de|me|ly)\b)|@", re.IGNORECASE
)
_PARAMETER: Final = re.compile(r"(?:^|[?&])[\w.\[\]-]+=")
_PHONE_OR_TIME: Final = re.compile(r"\d{1,2}-\d{1,4}(?:-\d{2,4})?|\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|\d{4}-\d{2}-\d{2}|1-\d{3}-.*")
_NUMBERED: Final = re.compile(r"[\w-]*\d{3}[\w-]*")
_SPACE: Final = re.compile(r"\s+")
_MOST: Final = 24  # places that are looked at in a message
# Words that pages are called and sentences hardly go on with behind a slash.
_PAGES: Final = frozenset(
    "sale sales shop menu book booking bookings order orders offer offers deal deals pay payment payments track tracking "
    "store login signin signup register contact help support survey review reviews schedule appointment appointments invoice "
    "invoices checkout cart account accounts gift gifts promo promos events event tickets rsvp quote quotes apply jobs "
    "careers home about faq blog news app form forms products product services service pricing plans locations location hours "
    "confirm feedback rewards portal start welcome download unsubscribe optout terms privacy party winter summer spring "
    "autumn holiday black friday valentines learn docs photos gallery".split()
)


def cut_schemes(text: str) -> Iterator[Gap]:
    """Yield the spaces in ``https ://acme.com``, ``https:// acme.com`` and ``http s://acme.com``, where a host follows."""
    low = lowered(text)
    for match in _SCHEME.finditer(low):
        written = match.group(1)
        joined = "".join(written.split())
        if joined == written or not is_known(match.group(2)) or not _SCHEME_WORD.match(joined) or not joined.endswith((":", "/", ";")):
            continue
        start = match.start()
        if not low[start - 1 : start].isalnum():
            for space in _SPACE.finditer(written):
                yield start + space.start(), start + space.end(), ""
    if "/ http" in low or "/\nhttp" in low:
        for again in _SCHEME_AGAIN.finditer(low):
            yield again.start(1), again.end(1), ""


def cut_paths(text: str) -> Iterator[Gap]:
    """Yield the spaces between a link and what is evidently the rest of its path or query."""
    for start, end in islice(_places(text), _MOST):
        left = _LEFT.search(text, text.rfind(" ", 0, start) + 1 if start < 400 else max(start - 400, text.rfind(" ", 0, start)), start)
        right = _RIGHT.match(text, end)
        if left is None or right is None or not is_known(left.group(1)):
            continue
        bare = "://" not in left.group()
        if bare and not left.group(1).islower() and left.group(1).lower() in BEGINNINGS:
            continue
        if _belongs(left.group(2) or "", right.group().rstrip(".,;:!?)…\"'”’"), bare=bare):
            yield start, end, ""


def has_cut_query(text: str) -> bool:
    """Tell whether a word holds a parameter, but no dot before it: the rest of a link that was wrapped."""
    return "=" in text and any(_word_start(text, found.start())[1] for found in islice(_PARAMETER_AHEAD.finditer(text), _MOST))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spaces at which a path or query may be cut."""
    for mark in MARK.finditer(text):
        if mark.end() > mark.start() + 1:
            yield mark.start() + 1, mark.end()
        else:
            start = mark.start()
            while start and text[start - 1].isspace():
                start -= 1
            yield start, mark.start()
    if "=" in text:
        for parameter in _PARAMETER_AHEAD.finditer(text):
            word, cut = _word_start(text, parameter.start())
            start = word
            while start and text[start - 1].isspace():
                start -= 1
            if cut and start:
                yield start, word
    yield from (page.span(1) for page in _PAGE.finditer(text))
    if " ." in text or "\n." in text:
        yield from (file.span(1) for file in _FILE.finditer(text))
    if "-\n" in text or "-\r" in text:
        yield from (hyphen.span(1) for hyphen in _HYPHEN.finditer(text))


def _word_start(text: str, at: int) -> tuple[int, bool]:
    """Return where the word around ``at`` begins, and whether there is a word but no dot in it up to there."""
    word = text.rfind(" ", max(0, at - 80), at) + 1
    if "\n" in text:
        word = max(word, text.rfind("\n", max(0, at - 80), at) + 1)
    return word, word < at and "." not in text[word:at]


def _belongs(path: str, right: str, *, bare: bool) -> bool:
    """Tell whether ``right`` goes on with a link whose path and query so far are ``path``."""
    if right[:2] == "//" or _HOST_LIKE.search(right):
        return False
    if right[:1] == "/":
        return path[-1:] not in {"/", "?", "=", "&"} and _is_path(right[1:])
    if right[:1] in {"?", "&"}:
        return _PARAMETER.search(right) is not None and (right[0] == "?" or "?" in path or len(path) > 1)
    if path[-1:] in {"?", "&"}:
        return _PARAMETER.search(right) is not None
    if path[-1:] == "=":
        return any(mark.isdigit() or mark in "&=_%-." for mark in right)
    if path[-1:] in {".", "-"} or right[:1] == ".":
        return not bare or len(path) > 2
    if re.search(r"[?&][\w.\[\]-]+=", right):
        return len(path) > 0
    return path[-1:] == "/" and _is_remainder(path, right)


def _is_path(right: str) -> bool:
    word = right.partition("/")[0]
    if not any(mark.isalpha() for mark in right) or word[:1].isdigit():
        return False
    if "/" in right or _PARAMETER.search(right) or any(mark in right for mark in "-_=.%#"):
        parts = [part for part in re.split("[/-]", right.lower()) if part]
        return "?" in right or any(part in _PAGES or not is_everyday(part) for part in parts)
    return (
        word.lower() in _PAGES or (word.islower() and not is_everyday(word)) or (word.isalnum() and _NUMBERED.fullmatch(word) is not None)
    )


def _is_remainder(path: str, right: str) -> bool:
    """Tell whether a word behind ``https://acme.com/orders/`` is the rest of its path, and no word of the sentence."""
    if _PHONE_OR_TIME.fullmatch(right):
        return False
    parts = [part for part in right.split("/") if part]
    if len(parts) > 1:
        return any(_NUMBERED.fullmatch(part) for part in parts) and not parts[0].isdigit() and right == right.lower()
    deep = path.count("/") > 1
    return deep and "-" in right and right == right.lower() and _NUMBERED.fullmatch(right) is not None

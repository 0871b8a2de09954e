"""What Android makes web links of: a model, linear in the length of the text, of the pattern that AOSP's Linkify looks for.

Android's own pattern is public (``android.util.Patterns.AUTOLINK_WEB_URL``, used by ``android.text.util.Linkify.addLinks``); it runs on
ICU and tries every way to cut a text into labels, which takes seconds on texts that are made for it. This says the same without
trying: where the pattern would have a choice, the order of its attempts is known. Held against the pattern itself on ICU in
``tests/server/text/test_android_icu.py``; what it leaves out is said in docs/phones.md.
Source: https://android.googlesource.com/platform/frameworks/base/+/main/core/java/android/util/Patterns.java
"""

import re
from typing import Final

from linkwell.data import entries
from linkwell.model.message import AndroidLink
from linkwell.model.span import Span
from linkwell.text.word_edge import is_edge

# Any of these, anywhere, and Linkify makes no link at all.
UNSUPPORTED: Final = re.compile("[\u202c\u202d\u202e]")

_PLANES = "".join(f"{chr(plane << 16)}-{chr((plane << 16) | 0xFFFD)}" for plane in range(1, 14))
_UCS = f"\u00a1-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u2fff\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{_PLANES}\U000e1000-\U000efffd"
_LETTER = f"a-zA-Z0-9{_UCS}"
_LABEL = f"[{_LETTER}]++(?:[_\\-]+[{_LETTER}]++)*"
_USER_PART = r"(?:[a-zA-Z0-9$\-_.+!*'(),;?&=]|%[a-fA-F0-9]{2})"
_BYTE = "25[0-5]|2[0-4][0-9]|[01][0-9]{2}|[1-9][0-9]"

_PROTOCOL = re.compile("(?:https?|rtsp)://", re.IGNORECASE)
_USER = re.compile(f"{_USER_PART}{{1,64}}(?::{_USER_PART}{{1,25}})?@")
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*(?:\.(?=\S))?")
_PIECE = re.compile(f"[{_LETTER}_\\-]++")
_ADDRESS = re.compile(rf"(?:{_BYTE}|[1-9])(?:\.(?:{_BYTE}|[1-9]|0)){{2}}\.(?:{_BYTE}|[0-9])")
_PORT = re.compile(r":\d{1,5}(?!\d)")
_PATH = re.compile(rf"[/?](?:[{_LETTER};/?:@&=#~\-.+!*'(),_$]++|%[a-fA-F0-9]{{2}})*+")
_ASCII_WORD = re.compile(r"[a-zA-Z0-9_]*+(?![^\x00-\x7f])")
_LISTED_PUNYCODE = re.compile("xn--[a-z0-9]+")
_PUNYCODE = re.compile(r"xn--[\w\-]{0,58}\w(?!\w)")
_LONGEST_LABEL: Final = 63
_LONGEST_ADDRESS: Final = 15


def android_links(text: str, start: int = 0, end: int | None = None) -> list[AndroidLink]:
    """Return what Android links in ``text``, in order: spans in code points, and the addresses that a tap opens.

    Only links that begin in ``[start, end)`` are looked for; white space stands at both ends of that range, or the text's own end.
    """
    return [] if UNSUPPORTED.search(text) is not None else _Reader(text).links(start, len(text) if end is None else end)


class _Reader:
    """Reads one text. Everything below returns the end of what it was asked to read, or ``None`` where the pattern does not match."""

    __slots__ = ("_best", "_known_to", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._best: tuple[int, int] | None = None  # where the farthest suffix within reach stands
        self._known_to = 0

    def links(self, start: int, end: int) -> list[AndroidLink]:
        text = self._text
        found: list[AndroidLink] = []
        scheme = self._with_scheme(start, end)
        while True:
            if scheme is not None and scheme[0] < start:
                scheme = self._with_scheme(start, end)
            at = self._bare(start, end if scheme is None else scheme[0]) or scheme
            if at is None:
                return found
            if at[0] == 0 or text[at[0] - 1] != "@":  # the host of an e-mail address is taken, but no web link
                found.append(AndroidLink(Span(*at), _address(text[at[0] : at[1]])))
            start = at[1]

    def _with_scheme(self, start: int, end: int) -> tuple[int, int] | None:
        """Find what begins with a scheme: behind it everything is optional, and any suffix will do."""
        for scheme in _PROTOCOL.finditer(self._text, start, end):
            if is_edge(self._text, scheme.start()) and (stop := self._behind(scheme.end())) is not None:
                return scheme.start(), stop
        return None

    def _behind(self, scheme_end: int) -> int | None:
        text = self._text
        user = _USER.match(text, scheme_end)
        for start in (scheme_end,) if user is None else (user.end(), scheme_end):
            host = _HOST.match(text, start)
            at = start if host is None else host.end()
            while at >= start:  # the pattern gives characters of the host back until the rest fits
                if (at == start or text[at - 1] not in "_-") and (stop := self._rest(at)) is not None:
                    return stop
                at -= 1
        return None

    def _bare(self, start: int, end: int) -> tuple[int, int] | None:
        """Find a host without a scheme, whose suffix must exist, or an IPv4 address, that begins in ``[start, end)``."""
        text, tried = self._text, start
        while (piece := _PIECE.search(text, start, end)) is not None:
            whole = _PIECE.match(text, piece.start())  # past ``end``, too
            dot = piece.end() if whole is None else whole.end()
            if text[dot : dot + 1] != ".":
                start = dot
                continue
            if dot >= self._known_to:
                self._look_ahead(dot)
            if self._best is not None and self._best[0] > dot:
                first = self._first_edge(piece.start(), dot)
                if first is not None and first < end and (stop := self._rest(self._best[1])) is not None:
                    return first, stop
                start = dot + 1
            else:
                start = max(dot, self._known_to)
            address = self._address_in(max(tried, piece.start()), min(start, end))
            if address is not None:
                return address
            tried = start
        return None

    def _look_ahead(self, dot: int) -> None:
        """Find the farthest suffix that whole labels lead to from the label that ends at ``dot``, and how far there is no other."""
        text = self._text
        self._best = None
        while text[dot : dot + 1] == "." and (piece := _PIECE.match(text, dot + 1)) is not None:
            suffix = self._suffix(piece.start(), piece.end())
            if suffix is not None:
                self._best = piece.start(), suffix
            self._known_to = piece.start()
            if len(piece.group()) > _LONGEST_LABEL or piece.group()[0] in "_-" or piece.group()[-1] in "_-":
                return
            dot = piece.end()
        self._known_to = dot

    def _suffix(self, start: int, end: int) -> int | None:
        """Return where a suffix that exists ends, in the label from ``start`` to ``end``: at the first edge of a word."""
        text, known = self._text, entries("suffixes")
        if text.startswith("xn--", start):
            listed = _LISTED_PUNYCODE.match(text, start)
            punycode = _PUNYCODE.match(text, start)
            if listed is not None and listed.group() in known and is_edge(text, listed.end()):
                return listed.end()
            return None if punycode is None else punycode.end()
        word = _ASCII_WORD.match(text, start)
        if word is not None:
            return word.end() if word.group() in known else None
        if not text[start].isalpha():
            return None
        stop = start + 1
        while stop < min(end, start + _LONGEST_LABEL) and not is_edge(text, stop):
            stop += 1
        return stop if is_edge(text, stop) and text[start:stop] in known else None

    def _first_edge(self, start: int, dot: int) -> int | None:
        """Return where the label that ends at ``dot`` may begin: at the edge of a word, never right behind ``://``."""
        text = self._text
        if text[dot - 1] in "_-":
            return None
        for at in range(max(start, dot - _LONGEST_LABEL), dot):
            if text[at] not in "_-" and is_edge(text, at) and not text.endswith("://", 0, at):
                return at
        return None

    def _address_in(self, start: int, end: int) -> tuple[int, int] | None:
        text, last = self._text, end + _LONGEST_ADDRESS
        while (address := _ADDRESS.search(text, start, last)) is not None and address.start() < end:
            start = address.start()
            if is_edge(text, start) and not text.endswith("://", 0, start) and (stop := self._rest(address.end())) is not None:
                return start, stop
            start += 1
        return None

    def _rest(self, at: int) -> int | None:
        """Read port and path behind a host that ends at ``at``, as far as the edge of a word."""
        text = self._text
        if text[at : at + 1] == ":" and (port := _PORT.match(text, at)) is not None:
            stop = self._path(port.end())
            if stop is not None:
                return stop
        stop = self._path(at) if text[at : at + 1] in {"/", "?"} else None
        return at if stop is None and is_edge(text, at) else stop

    def _path(self, at: int) -> int | None:
        text = self._text
        path = _PATH.match(text, at)
        end = at if path is None else path.end()
        while end > at and not is_edge(text, end):
            end -= 3 if text[end - 3] == "%" else 1
        return end if end > at or is_edge(text, at) else None


def _address(written: str) -> str:
    """Return the address that is opened: a scheme in small letters, ``http://`` before what has none."""
    scheme = _PROTOCOL.match(written)
    if scheme is None:
        return f"http://{written}"
    return scheme.group().lower().replace("ſ", "s") + written[scheme.end() :]

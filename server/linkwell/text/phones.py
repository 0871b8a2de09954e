"""Phones: what Android and iOS make of each link of a text, by our model of them (docs/phones.md).

Android's half is known: its messaging apps link what AOSP's Linkify finds, and ``linkwell.text.android`` says what that is. Apple's data
detectors are closed, so the other half tells a chance, from what is on record of them:

- Links with a scheme are found, a full stop behind them is left out (https://github.com/lionheart/openradar-mirror/issues/16324), and
  so are hosts without a dot. Any ``word://host`` counts as a link, whether or not something opens it
  (https://github.com/daydreamboy/HelloProjects/blob/master/HelloNSDataDetector/README.md).
- Without a scheme ``www.`` and the oldest suffixes are found; of others some were not: ``.bo``, ``.io``, ``.asia``
  (openradar 13916137 and 19654323, https://github.com/Krelborn/KILabel/issues/78).
- Letters of any script right behind a link become part of it; those right before it do not stop it
  (https://storange.jp/2023/06/imessage-send-url-as-plain-not-rich.html). Hosts in other scripts are found
  (https://github.com/laptobbe/TSMarkdownParser/pull/61).
- E-mail addresses and phone numbers are links too (https://developer.apple.com/library/archive/qa/qa1495/_index.html).
"""

import re
from collections.abc import Sequence
from typing import Final

from linkwell.data import entries
from linkwell.model.message import AndroidLink, Chance, FaultKind, Link, LinkKind, Phones
from linkwell.model.span import Span
from linkwell.text.android import UNSUPPORTED, android_links
from linkwell.text.invisible import INVISIBLE

# What Android links whole where white space or the text's end stands on both sides; without a scheme its suffix must exist.
_PLAIN = re.compile(
    r"(https?://)?(?:[a-zA-Z0-9]++(?:\.|-++))++([a-zA-Z0-9]++)(?:/(?:[a-zA-Z0-9;/?:@&=#~\-.+!*'(),_$]++|%[0-9a-fA-F]{2})*+)?(?:(?<=\w)|\Z)",
    re.ASCII,
)
_BORDERS: Final = frozenset({"", " ", "\n"})
_MAIL = re.compile(r"mailto:([\w.+\-%']{1,64}@(?:\w[\w\-]{0,62}\.)+\w{2,63})", re.IGNORECASE)
_NUMBER = re.compile(r"(?:tel|sms|smsto|callto):(\+?\d(?:[\-.()]?\d){6,14})(?!\d)", re.IGNORECASE)
_OLD_SUFFIXES: Final = frozenset({"com", "net", "org", "edu", "gov", "mil", "int"})
_SPACE = re.compile(r"[ \n]")
_HARMLESS: Final = frozenset({FaultKind.NO_SCHEME, FaultKind.SUFFIX})


def on_phones(text: str, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links of ``text``, in the order in which they stand there, with what phones make of them."""
    if not links:
        return ()
    linked: _Linked | None = None if text.isascii() or UNSUPPORTED.search(text) is None else _NONE
    done = []
    for link in links:
        phones = _at_once(text, link) if linked is not _NONE else None
        if phones is None:
            linked = linked or _Linked(text)
            phones = Phones(linked.over(link), _chance(text, link))
        done.append(Link(link.span, link.written, link.url, link.host, link.domain, link.kind, link.faults, phones))
    return tuple(done)


def _at_once(text: str, link: Link) -> Phones | None:
    """Tell of an ordinary link without reading the text: it costs a microsecond, and most are."""
    span, faults = link.span, link.faults
    start, end = span.start, span.end
    if text[end : end + 1] not in _BORDERS or (start and text[start - 1] not in _BORDERS):
        return None
    plain = _PLAIN.match(text, start)
    if plain is None or plain.end() != end:
        return None
    if not faults and plain.group(1):
        return Phones(AndroidLink(span, link.written), Chance.YES)
    if len(faults) == 1 and faults[0].kind is FaultKind.NO_SCHEME and not plain.group(1):
        suffix = plain.start(2)
        if text[suffix - 1] == "." and plain.group(2) in entries("suffixes"):
            return Phones(AndroidLink(span, f"http://{link.written}"), _without_scheme(link.host))
    return None


class _Linked:
    """What Android links in one text, read word by word and only where it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._links: list[AndroidLink] = []
        self._next = 0
        self._read_to = 0

    def over(self, link: Link) -> AndroidLink | None:
        """Return what Android makes of ``link``; links are asked about in the order in which they stand."""
        start, end = link.span.start, link.span.end
        if end > self._read_to:
            self._read(start, end)
        while self._next < len(self._links) and self._links[self._next].span.end <= start:
            self._next += 1
        if self._next < len(self._links) and self._links[self._next].span.start < end:
            return self._links[self._next]
        return _other(link) if link.kind is LinkKind.OTHER else None

    def _read(self, start: int, end: int) -> None:
        text = self._text
        start = max(self._read_to, text.rfind(" ", self._read_to, start) + 1, text.rfind("\n", self._read_to, start) + 1)
        space = _SPACE.search(text, end)
        self._read_to = len(text) if space is None else space.start()
        self._links += android_links(text, start, self._read_to)


class _Nothing(_Linked):
    """In a text with a character that Linkify does not support nothing is a link."""

    def over(self, link: Link) -> None:
        """Return ``None``."""


_NONE: Final = _Nothing("")


def _other(link: Link) -> AndroidLink | None:
    """Return the e-mail address or the phone number in a link with such a scheme: Android links these by themselves, without it."""
    mail = _MAIL.match(link.written)
    number = _NUMBER.match(link.written) if mail is None else None
    found = mail or number
    if found is None:
        return None
    start, end = found.span(1)
    written = found.group(1)
    url = f"mailto:{written}" if mail is not None else f"tel:{re.sub('[^+0-9]', '', written)}"
    return AndroidLink(Span(link.span.start + start, link.span.start + end), url)


def _chance(text: str, link: Link) -> Chance:
    """Tell how likely a tap on an iPhone opens the link's own address."""
    if link.kind is LinkKind.OTHER:
        if _other(link) is not None:
            return Chance.YES
        return Chance.LIKELY if "://" in link.written else Chance.UNLIKELY
    kinds = {fault.kind for fault in link.faults}
    before, behind = text[: link.span.start][-1:], text[link.span.end : link.span.end + 1]
    glued_behind = behind.isalnum() and not behind.isascii()
    if link.url is None or not kinds <= _HARMLESS or glued_behind or INVISIBLE.search(link.written) is not None:
        return Chance.UNLIKELY
    if FaultKind.NO_SCHEME in kinds:
        return Chance.UNLIKELY if FaultKind.SUFFIX in kinds else _without_scheme(link.host)
    return Chance.YES if link.written.isascii() and not before.isalnum() else Chance.LIKELY


def _without_scheme(host: str) -> Chance:
    suffix = host.rpartition(".")[2]
    return Chance.LIKELY if host.startswith("www.") or suffix in _OLD_SUFFIXES or len(suffix) == 2 else Chance.UNLIKELY

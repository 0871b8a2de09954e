"""Markup: what is left of a web page, a chat or an e-mail in a text, and what people should read instead."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from linkwell.model.span import Span

_MARKDOWN: Final = re.compile(r"!?\[([^\[\]\n]{0,200})\]\(<?\s?$")
_MARKDOWN_END: Final = re.compile(r">?(?:[ ]{1,3}(?:\"[^\"\n]{0,100}\"|'[^'\n]{0,100}'))?\s?\)")
_SWAPPED: Final = re.compile(r"\(([^()\n]{1,200})\)\[$")
_BBCODE: Final = re.compile(r"\[(?:url|link)=[\"']?$", re.IGNORECASE)
_BBCODE_END: Final = re.compile(r"[\"']?\]([^\[\]\n]{0,200})(?:\[/(?:url|link)\])?", re.IGNORECASE)
_BBCODE_PLAIN: Final = re.compile(r"\[(?:url|link|img)\]$", re.IGNORECASE)
_BBCODE_CLOSE: Final = re.compile(r"\[/(?:url|link|img)\]", re.IGNORECASE)
_CHAT_END: Final = re.compile(r"\|([^<>|\n]{1,200})>")
_ANCHOR: Final = re.compile(r"<a\s[^<>]{0,200}?href\s{0,3}=\s{0,3}[\"'“”]?\s?$", re.IGNORECASE)
_ANCHOR_END: Final = re.compile(r"[^<>]{0,300}>")
_CLOSED: Final = re.compile(r"</a\s{0,3}>", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|big|body|br|button|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|s|small|span|strong|style|sub|sup|table"
    r"|tbody|td|th|tr|u|ul)(?:\s{1,3}[a-z-]{2,20}\s?=[^<>]{0,300})?\s{0,2}/?>",
    re.IGNORECASE,
)
_LINES: Final = ("<br", "<hr", "</p", "</div", "</li", "</tr", "</h")
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#0{0,4}\d{2,5}|#[xX]0{0,4}[0-9a-fA-F]{2,4});")
_ESCAPE: Final = re.compile(r"\\(?:u00([2-7][0-9a-fA-F])|/)")
_LINE_BREAK: Final = re.compile(r"(?:\\r)?\\n")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}
_SOFT_BREAK: Final = re.compile(r"=\r?\n(?=([\w%&=/.?#+~-]+))")
_EQUALS: Final = re.compile(r"=3[Dd]")
_ASSIGNED: Final = re.compile(r"[?&][\w.\-\[\]]+=([^&#]*)")
_CERTAIN_KEY: Final = re.compile(r"[?&](?:utm_\w+|\w*id|source|ref|order\w*|code|token|src|cid|lang|e|t|u)=3[Dd]", re.IGNORECASE)
_LINE: Final = range(70, 78)  # quoted-printable breaks lines at 76 characters


class Leftover(NamedTuple):
    """A piece of markup from ``start`` to ``end``, what stands for it in a plain text, and what it is called."""

    start: int
    end: int
    text: str
    kind: str


def around(text: str, span: Span) -> Leftover | None:
    """Return the markup that a link stands in, as ``[our terms](https://acme.com/terms)``, with the link inside."""
    before = text[max(0, span.start - 260) : span.start]
    link = span.of(text)
    last = before[-1:]
    if not last or last not in "(<]=[\"'“” ":
        return None
    if last in "(< " and (found := _MARKDOWN.search(before)) and (end := _MARKDOWN_END.match(text, span.end)):
        return _put(found, before, span, end, found[1], link, "Markdown")
    if last == "[" and text[span.end : span.end + 1] == "]" and (found := _SWAPPED.search(before)):
        return Leftover(span.start - len(found.group()), span.end + 1, _told(found[1], link), "Markdown")
    if last == "<" and (bar := text.find("|", span.start, span.end + 1)) >= 0 and (end := _CHAT_END.match(text, bar)):
        return Leftover(span.start - 1, end.end(), _told(end[1], text[span.start : bar]), "chat markup")
    if last in "=\"'" and (found := _BBCODE.search(before)) and (end := _BBCODE_END.match(text, span.end)):
        return _put(found, before, span, end, end[1], link, "forum markup")
    if last == "]" and (found := _BBCODE_PLAIN.search(before)):
        inside = _BBCODE_CLOSE.search(text, span.start, span.end + 8)
        if inside is not None:
            return Leftover(span.start - len(found.group()), inside.end(), text[span.start : inside.start()], "forum markup")
    return _anchor(text, before, span, link)


def _anchor(text: str, before: str, span: Span, link: str) -> Leftover | None:
    found = _ANCHOR.search(before) if "<" in before else None
    opened = _ANCHOR_END.match(text, span.end) if found is not None else None
    if found is None or opened is None:
        return None
    closed = _CLOSED.search(text, opened.end(), opened.end() + 400)
    label, end = (text[opened.end() : closed.start()], closed.end()) if closed is not None else ("", opened.end())
    return Leftover(span.start - len(found.group()), end, _told(_TAG.sub("", label), link), "HTML")


def _put(found: re.Match[str], before: str, span: Span, end: re.Match[str], label: str, link: str, kind: str) -> Leftover:
    return Leftover(span.start - (len(before) - found.start()), end.end(), _told(label, link), kind)


def _told(label: str, link: str) -> str:
    """Write a label and its link in a row; a label that is the link itself is said once."""
    label = " ".join(label.split())
    bare = link.partition("//")[2] or link
    return link if not label or label.rstrip("/") in {link.rstrip("/"), bare.rstrip("/")} else f"{label} {link}"


def fences(text: str, span: Span) -> Iterator[Leftover]:
    """Yield the stars or backticks around a link."""
    for mark in ("**", "`"):
        if text.endswith(mark, 0, span.start) and text.startswith(mark, span.end):
            yield Leftover(span.start - len(mark), span.start, "", "Markdown")
            yield Leftover(span.end, span.end + len(mark), "", "Markdown")


def entities(text: str) -> Iterator[Leftover]:
    """Yield the character references of HTML, as ``&amp;``."""
    for found in _ENTITY.finditer(text):
        yield Leftover(found.start(), found.end(), _character(found.group()[1:-1]), "HTML")


def escapes(text: str, links: Sequence[Span]) -> Iterator[Leftover]:
    r"""Yield the escapes of a program's strings, as ``\u0026`` and ``\/`` in a link, and ``\n`` wherever one touches a link."""
    for span in links:
        slashes = text.find("\\/\\/", span.start, span.end) >= 0  # "https:\\/acme.com" is but misspelt
        for found in _ESCAPE.finditer(text, span.start, span.end):
            if found.group(1) is None and not slashes:
                continue
            yield Leftover(found.start(), found.end(), chr(int(found.group(1), 16)) if found.group(1) else "/", "code")
    if any(_LINE_BREAK.match(text, span.end) or text.endswith("\\n", 0, span.start) for span in links):
        for found in _LINE_BREAK.finditer(text):
            yield Leftover(found.start(), found.end(), "\n", "code")


def _character(name: str) -> str:
    if name[0] != "#":
        return _NAMED[name]
    code = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
    return " " if code == 0xA0 else chr(code) if 0x20 <= code < 0xD800 else ""


def tags(text: str) -> Iterator[Leftover]:
    """Yield the tags of HTML; those that begin a line become a line break."""
    for found in _TAG.finditer(text):
        yield Leftover(found.start(), found.end(), "\n" if found.group().lower().startswith(_LINES) else "", "HTML")


def soft_breaks(text: str, links: Sequence[Span]) -> Iterator[Leftover]:
    """Yield the line breaks of quoted-printable mail, ``=`` at a line's end, that cut one of the ``links`` in two.

    An ordinary link may end with ``=`` before a line break: what follows must read on like an address, or the line be as long as mail is.
    """
    for found in _SOFT_BREAK.finditer(text):
        at = found.start()
        link = next((span for span in links if span.start < at <= span.end), None)
        if link is None:
            continue
        so_far, rest = text[link.start : at], found[1]
        line = at + 1 - (text.rfind("\n", 0, at) + 1)
        reads_on = rest[0].islower() or rest[0].isdigit() or rest[0] in "%&=/-_?#"
        address = any(mark in rest for mark in "=&/%") or "=3D" in so_far or line in _LINE
        if address or ("?" not in so_far and reads_on):
            yield Leftover(at, found.end(), "", "quoted-printable")


def equals_signs(written: str) -> Iterator[Leftover]:
    """Yield the ``=3D`` of quoted-printable mail in a query; ``?view=3D`` is none: every value must begin so, or its name say enough."""
    values = _ASSIGNED.findall(written)
    escaped = [value for value in values if value[:2].upper() == "3D"]
    if escaped and len(escaped) == len([value for value in values if value]) and (len(escaped) > 1 or _CERTAIN_KEY.search(written)):
        for found in _EQUALS.finditer(written, written.index("?")):
            yield Leftover(found.start(), found.end(), "=", "quoted-printable")

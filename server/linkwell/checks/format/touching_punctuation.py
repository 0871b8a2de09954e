"""touching-punctuation: a phone takes what follows the link for a part of it."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.model.span import Span

_EMOJI = "\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff"
_EAST = "。、，！？；：）」』】》"  # letters to Android: it takes them along, and the sentence behind them
_TOUCHING = re.compile(f"[.,:;!?…)\\]}}'\"”’»›*_~{_EMOJI}\ufe0f{_EAST}]+")
_PICTURE = re.compile(f"[{_EMOJI}]")
_NAMES = {
    ".": "full stop", ",": "comma", ":": "colon", ";": "semicolon", "!": "exclamation mark", "?": "question mark", "…": "ellipsis",
    ")": "bracket", "]": "bracket", "}": "bracket", "*": "star", "_": "underscore", "~": "tilde",
    "。": "full stop", "、": "comma", "，": "comma", "！": "exclamation mark", "？": "question mark", "；": "semicolon", "：": "colon",
    "）": "bracket", "】": "bracket",
}  # fmt: skip
_DROPPED = frozenset(".,:;…")
_JOINING = frozenset(".,:;!?")  # with a sentence right behind them
_MILD = frozenset(".,:;!?…*_~。、，！？；：")


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding where an emoji touches a link, or anything else touches one that has a path and ends the message."""
    text = message.text
    for index, link in enumerate(message.links):
        if link.kind in {LinkKind.TRACKED, LinkKind.OTHER} or link.span.end == len(text):
            continue
        touching = _TOUCHING.match(text, link.span.end)
        if touching is None:
            continue
        marks = touching.group()
        picture = _PICTURE.match(marks) is not None
        swallowed = _swallowed(link, touching.end())
        if swallowed and set(marks) <= _JOINING:
            yield Finding(
                CHECK,
                Span(touching.start(), swallowed),
                detail=f"Android would open {text[link.span.start : swallowed]}, which may not exist.",
                link=index,
                edit=Edit(Span(touching.end(), touching.end()), " "),
                severity_here=Severity.INFO,
                title_here="The next sentence sticks to the link",
            )
            continue
        if not picture and marks[0] not in _EAST and (text[touching.end() :].strip() or not _has_path(link)):
            continue
        span = Span(touching.start(), touching.end())
        dropped = set(marks) <= _DROPPED
        name = "emoji" if picture else _NAMES.get(marks[0], "quotation mark")
        who = "Some phones" if picture else "Android" if marks[0] in _EAST else "At the end of a message Android"
        yield Finding(
            CHECK,
            span,
            detail=f"{who} would open {link.written}{marks}, which may not exist.",
            link=index,
            edit=Edit(span, "") if dropped else Edit(Span(span.start, span.start), " "),
            severity_here=Severity.INFO if set(marks) <= _MILD else Severity.WARN,
            title_here=f"The {name} sticks to the link",
        )


def _swallowed(link: Link, end: int) -> int:
    """Return where the link ends on Android if it takes along what stands behind ``end``, else 0."""
    android = link.phones.android if link.phones is not None else None
    return android.span.end if android is not None and android.span.start <= link.span.start and android.span.end > end else 0


def _has_path(link: Link) -> bool:
    behind = link.written.partition("//")[2] or link.written
    return "/" in behind or "?" in behind or "#" in behind


CHECK = Check(
    code="touching-punctuation",
    severity=Severity.WARN,
    title="Something sticks to the link",
    why="Where a link with a path ends the message, Android takes along a full stop, a bracket or a quotation mark behind it, and emoji "
    "anywhere. The page that people then ask for does not exist.",
    fix="Put a space behind the link, or end the message with it.",
    bad=(
        "Order here: https://acme.com/sale.",
        "Have you seen https://acme.com/sale?",
        "Details (https://acme.com/sale)",
        "Read “https://acme.com/sale”",
        "Order here https://acme.com/sale🎉 today",
        "Order here https://acme.com🎉",
        "Order here https://acme.com/sale).",
        "Order here https://acme.com/sale?a=1, ",
        "请看https://acme.com/sale。谢谢",
        "Order at https://acme.com/sale.Thanks for waiting",
    ),
    good=(
        "Order here: https://acme.com/sale",
        "Order at https://acme.com/sale. Thanks",
        "Details (https://acme.com/sale) inside",
        "Order at https://acme.com.",
        "Order at https://acme.com/sale 🎉",
        "Order at https://acme.com/sale_(new)",
    ),
    source="https://android.googlesource.com/platform/frameworks/base/+/main/core/java/android/util/Patterns.java",
    edits=True,
    find=find,
)

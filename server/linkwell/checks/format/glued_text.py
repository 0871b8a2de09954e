"""glued-text: a word sticks to the front of the link, or to its end."""

import re
from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import FaultKind, LinkKind, Message
from linkwell.model.span import Span

_LETTER: Final = re.compile(r"[^\W]")
_ESCAPES: Final = frozenset({"\\n", "\\r", "\\t"})  # markup that was left in
_WORD: Final = re.compile(r"\w{1,24}$")
_BEHIND: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]{1,24}"
)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding where a letter, a digit or an underscore touches the beginning of a link, or Asian text its end."""
    text = message.text
    for index, link in enumerate(message.links):
        start, end = link.span.start, link.span.end
        if link.kind is LinkKind.OTHER:
            continue
        if start and (text[start - 1].isalnum() or text[start - 1] == "_") and text[max(0, start - 2) : start] not in _ESCAPES:
            word = _WORD.search(text, max(0, start - 24), start)
            stuck = Span(word.start() if word is not None else start - 1, start)
            bare = any(fault.kind is FaultKind.NO_SCHEME for fault in link.faults)
            other = bare and text[start - 1] != "_"
            yield Finding(
                CHECK,
                stuck,
                detail=f"Android {'opens another address' if other else 'shows no link here'}, because “{stuck.of(text)}” touches it.",
                link=index,
                edit=Edit(Span(start, start), " "),
            )
        if end < len(text) and text[end] >= "\u0e00" and (behind := _BEHIND.match(text, end)) is not None:
            yield Finding(
                CHECK,
                Span(end, behind.end()),
                detail=f"Android takes “{behind.group()}” for part of the link and opens another page.",
                link=index,
                edit=Edit(Span(end, end), " "),
                title_here="Text sticks to the end of the link",
            )


CHECK = Check(
    code="glued-text",
    severity=Severity.WARN,
    title="Text sticks to the front of the link",
    why="Android looks for links only where a word begins. With a letter, a digit or an underscore right in front of it, people see text "
    "that they cannot tap. What stands right behind a link without a space, it takes along.",
    fix="Put a space between the text and the link.",
    bad=(
        "问https://acme.com/sale",
        "_https://acme.com/sale",
        "Seehttps://acme.com/sale",
        "Order today:2https://acme.com",
        "请看acme.com/sale",
        "Track herehttps://acme.com/x and wait",
        "_acme.com/sale_",
        "https://acme.com/sale请点击",
        "Linkhttps://acme.com",
        "ご予約はhttps://acme.com/bookから",
    ),
    good=(
        "问 https://acme.com/sale",
        "Order:https://acme.com/sale",
        "(https://acme.com/sale) and *https://acme.com/x*",
        "See https://acme.com/sale today",
        "Menu:acme.com/menu, sale/acme.com",
        "“https://acme.com/sale”",
        "https://ja.wikipedia.org/wiki/日本語",
    ),
    source="https://android.googlesource.com/platform/frameworks/base/+/main/core/java/android/util/Patterns.java",
    edits=True,
    find=find,
)

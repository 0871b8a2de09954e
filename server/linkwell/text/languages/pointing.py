"""Pointing: “click here” in a text that is not English, and how to say the same so that it reads well."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from linkwell.model.finding import Edit
from linkwell.model.message import Link, Message
from linkwell.model.span import Span
from linkwell.text.languages import Reading
from linkwell.text.languages.language import Language
from linkwell.text.wording import link_beside

_BETWEEN: Final = re.compile(r"[\s:>→👉➡\ufe0f–—-]{1,12}")
_BEGINS: Final = re.compile(r"(?:\A|[.!?:,;\n–—-])\s{0,3}\Z")
_TASK: Final = re.compile(r"[^.!?:\n]{2,60}[:\s]\s{0,2}")


class Pointer(NamedTuple):
    """Such words, the index of the link that they point to, and what may stand there instead."""

    span: Span
    link: int
    edit: Edit | None


def pointers(message: Message, read: Reading) -> Iterator[Pointer]:
    """Yield such words of each language; where two languages have them alike, those of the first."""
    end = 0
    for language in read.languages:
        for found in language.vague.all(read.folded):
            named = found.groupdict()
            start = found.end("please") if named.get("please") else found.start()
            span = Span(start, found.end())
            index = link_beside(message, span.end)
            if index is None or span.start < end or message.link_over(span) is not None:
                continue
            end = span.end
            yield Pointer(span, index, _edit(message, read.folded, language, found, start))


def _edit(message: Message, folded: str, language: Language, found: re.Match[str], start: int) -> Edit | None:
    """Leave the words out before what is to be done; name the address right before a link; nothing where neither reads well."""
    link = message.links[link_beside(message, found.end()) or 0]
    way = next((name for name, words in found.groupdict().items() if words is not None and name != "please"), None)
    text, end = message.text, found.end()
    if link.span.start <= end:
        return None
    goal = re.compile(rf",?\s{{1,2}}(?=(?:{language.goal})\b)").match(folded, end)
    if goal is not None:
        return _left_out(text, found.start(), goal.end(), link) if way != "doing" else None
    between = text[end : link.span.start]
    if way is None or way not in language.instead or _BETWEEN.fullmatch(between) is None or not between[-1].isspace():
        return None
    instead = language.instead[way]
    return Edit(Span(start, end + len(between.rstrip())), _as_large(instead, text[start]))


def _left_out(text: str, start: int, end: int, link: Link) -> Edit | None:
    if _BEGINS.search(text, max(0, start - 5), start) is None or _TASK.fullmatch(text, end, link.span.start) is None:
        return None
    return Edit(Span(start, end + 1), _as_large(text[end], text[start]))


def _as_large(words: str, first: str) -> str:
    return words[0].upper() + words[1:] if first.isupper() else words

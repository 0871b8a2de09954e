"""Pressing: threats, requests for secrets, prizes and haste in a text that is not English."""

import re
from typing import Final, NamedTuple

from linkwell.model.message import Message
from linkwell.model.span import Span
from linkwell.text.languages import Reading
from linkwell.text.languages.language import Language, Phrases

_END: Final = re.compile(r"[.!?\n]")
_QUESTION: Final = re.compile(r"[^.!?\n]{0,80}\?")
_SENTENCE: Final = 160  # characters on each side of a phrase that are looked at for its sentence


class Pressing(NamedTuple):
    """Where a text first presses people, by kind; ``haste`` is only looked for where there is nothing graver."""

    threat: Span | None = None
    secret: Span | None = None
    prize: Span | None = None
    haste: Span | None = None


def pressing(message: Message, read: Reading) -> Pressing:
    """Return what presses people in a text, in whichever of its languages.

    What honest businesses say, too, counts only beside haste or a threat.
    """
    found = Pressing()
    for language in read.languages:
        one = _in(language, message, read.folded)
        found = Pressing(*(mine or other for mine, other in zip(found, one, strict=True)))
    return found


def _in(language: Language, message: Message, folded: str) -> Pressing:
    urgent = _first(language.urgent, message, folded)
    worry = _first(language.worry, message, folded)
    threat = _first(language.threat, message, folded, but=language.wanted)
    if threat is None and urgent is not None:
        demanded = language.demand.within(folded)
        threat = worry or (_first(language.notice, message, folded) if demanded else None)
    secret = _first(language.secret, message, folded, but=language.never)
    if secret is None and (urgent or threat or worry) is not None:
        secret = _first(language.soft_secret, message, folded, but=language.never)
    prize = _first(language.prize, message, folded, asked=True)
    if prize is not None and language.earned.within(folded):
        prize = None
    if threat is None and secret is None and prize is None:
        return Pressing(haste=urgent or _first(language.haste, message, folded))
    return Pressing(threat, secret, prize)


def _first(phrases: Phrases, message: Message, folded: str, but: Phrases | None = None, asked: bool = False) -> Span | None:
    """Return where one of the phrases first stands outside of links, in no sentence that says ``but``; a question is none if ``asked``."""
    for found in phrases.all(folded):
        span = Span(found.start(), found.end())
        if message.link_over(span) is not None or (asked and _QUESTION.match(folded, span.end) is not None):
            continue
        if but is None or not but.within(_sentence(folded, span)):
            return _trimmed(span, folded)
    return None


def _sentence(folded: str, span: Span) -> str:
    before = list(_END.finditer(folded, max(0, span.start - _SENTENCE), span.start))
    behind = _END.search(folded, span.end, span.end + _SENTENCE)
    return folded[before[-1].end() if before else max(0, span.start - _SENTENCE) : behind.start() if behind else span.end + _SENTENCE]


def _trimmed(span: Span, folded: str) -> Span:
    """Leave out the signs and spaces before the words."""
    start = span.start
    while start < span.end and not folded[start].isalnum():
        start += 1
    return Span(start, span.end)

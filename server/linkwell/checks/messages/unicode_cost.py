"""unicode-cost: typographic characters make the message count by 70 instead of 160."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Channel, Message
from linkwell.model.span import Span
from linkwell.text.parts import parts
from linkwell.text.segments import OUTSIDE_GSM, count

_TWINS = {
    **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‹›", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    "…": "...", "•": "-", "×": "x", "™": "TM",
}  # fmt: skip
_TABLE = str.maketrans(_TWINS)
_MANY = 64  # findings of this kind in one message
_DASHES = frozenset("‐‑‒–—―−•")
_RUN = re.compile(f"[{re.escape(''.join(_TWINS))}]+")


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every run of such characters, where nothing else in the message needs them to be sent this way."""
    text = message.text
    if message.channel is not Channel.SMS or (text.isascii() and "`" not in text) or OUTSIDE_GSM.search(text) is None:
        return
    forced_by = count(text, context.policy.provider).forced_by
    costly = {text[span.start] for span in forced_by if not (message.links and _mended_elsewhere(message, span))}
    if not costly <= _TWINS.keys():
        return
    starts = {link.span.start for link in message.links}
    ends = {link.span.end for link in message.links}
    for span in _places(message, costly):
        twin, detail = _told(span.of(text))
        if span.end in starts and text[span.end - 1] in _DASHES:
            twin += " "  # a hyphen that touches a link would become part of it
        if span.start in ends and text[span.start] in _DASHES:
            twin = f" {twin}"
        yield Finding(CHECK, span, detail=detail, edit=Edit(span, twin))


def _places(message: Message, costly: set[str]) -> list[Span]:
    """Return where such characters stand outside of links: run by run, or from link to link where there are very many."""
    found = [
        Span(run.start(), run.end())
        for run in _RUN.finditer(message.text)
        if not costly.isdisjoint(run.group())  # the provider replaces others itself
    ]
    if message.links:
        found = [span for span in found if message.link_over(span) is None]
    if len(found) <= _MANY:
        return found
    borders = [link.span.start for link in message.links]
    stretches: dict[int, Span] = {}
    for span in found:
        place = bisect_left(borders, span.start)
        stretches[place] = Span(stretches[place].start, span.end) if place in stretches else span
    return list(stretches.values())


@lru_cache(maxsize=256)
def _told(run: str) -> tuple[str, str]:
    """Return what to write in the place of such characters, or of a stretch with many, and what to say about it."""
    twin = run.translate(_TABLE)
    if any(character not in _TWINS for character in run):
        return twin, "Characters of this kind cut a text message from 160 characters to 70. Their plain twins do not."
    instead = f" “{twin.strip()}” does not." if twin.strip() else " A plain space does not." if twin else ""
    shown = f"“{run}”" if twin.strip() else "This space" if twin else "An invisible character"
    return twin, f"{shown} cuts a text message from 160 characters to 70.{instead}"


def _mended_elsewhere(message: Message, span: Span) -> bool:
    """Tell whether a character stands behind the host of a link, where it can be percent-encoded."""
    index = message.link_over(span)
    if index is None:
        return False
    taken = parts(message.links[index].written)
    tail = len(taken.path) + sum(len(part) + 1 for part in (taken.query, taken.fragment) if part is not None)
    return span.start >= message.links[index].span.end - tail


CHECK = Check(
    code="unicode-cost",
    severity=Severity.INFO,
    title="This character makes the message longer",
    why="Text messages have an alphabet of their own. One curly quotation mark, long dash or unusual space outside of it, and the whole "
    "message is cut into pieces of 70 characters instead of 160, each of which is paid for.",
    fix="Write it with the plain character.",
    bad=("It’s ready: https://acme.com/x", "Open 9–5", "Wait… we are coming", "10\u00a0am is fine", "“Acme” says hello"),
    good=("It's ready: https://acme.com/x", "Open 9-5 at the café for 5 €", "It’s ready 🎉", "Это “Acme”", "Grüße aus Köln, Ñandú!"),
    source="https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding",
    edits=True,
    needs_link=False,
    find=find,
)

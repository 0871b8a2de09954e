"""Segments: how a text is cut into SMS, in the GSM 03.38 alphabet where it can be, else in UCS-2.

Own lines rather than a library: a dozen of them do it, and what is needed beside the count (which characters force the longer alphabet,
provider profiles, the length once links are tracked) no library has. ``sms-toolkit`` 1.0.9 is what the tests' reference cases agree with.
"""

import re
from functools import lru_cache
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Edit
from linkwell.model.message import Message
from linkwell.model.policy import Provider
from linkwell.model.review import Encoding, Segments
from linkwell.model.span import Span
from linkwell.text.edits import apply_edits
from linkwell.text.providers import ROOM, SMART_TWINS, with_twins
from linkwell.text.slug import LENGTH
from linkwell.text.tracked import may_be_tracked

GSM_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENSION = "\f^{}\\[~]|€"  # each is sent as an escape and a second septet

# The ASCII characters that are no single septet: a text without them needs no pattern.
_UNUSUAL: Final = "`^{}\\[~]|"
_ALONE: Final = 160  # septets in a lone segment, whatever the provider
OUTSIDE_GSM = re.compile(f"[^{re.escape(GSM_BASIC + GSM_EXTENSION)}]")
_EXTENSION = re.compile(f"[{re.escape(GSM_EXTENSION)}]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_HELPER: Final = "http://127.0.0.1:18473/"  # what links begin with where neither a domain nor another address is set


@lru_cache(maxsize=4)  # a check and the review count the same text
def count(text: str, provider: Provider = Provider.STANDARD) -> Segments:
    """Return the alphabet, the length and the number of segments that ``text`` is sent in by ``provider``.

    Smart encoding is taken as its vendors describe it: all characters are replaced where that makes the text fit the short alphabet, none
    where one is left that has no twin; only those without a twin are then said to force the long one.
    """
    if len(text) <= _ALONE and text.isascii() and text.isprintable() and not any(map(text.__contains__, _UNUSUAL)):
        return Segments(Encoding.GSM7, len(text), 1 if text else 0, _ALONE - len(text))
    outside = tuple(Span(match.start(), match.end()) for match in OUTSIDE_GSM.finditer(text))
    if outside and provider is Provider.SMART:
        outside = tuple(span for span in outside if text[span.start] not in SMART_TWINS)
        if not outside:
            text = with_twins(text)
    encoding, doubled = (Encoding.UCS2, _ASTRAL) if outside else (Encoding.GSM7, _EXTENSION)
    pairs = [match.start() for match in doubled.finditer(text)]
    units = len(text) + len(pairs)
    alone, joined = ROOM[provider][encoding]
    if units <= alone:
        return Segments(encoding, units, 1 if units else 0, alone - units, outside)
    segments, remaining = _pack(units, [position + index for index, position in enumerate(pairs)], joined)
    return Segments(encoding, units, segments, remaining, outside)


def _pack(units: int, pairs: list[int], room: int) -> tuple[int, int]:
    """Fill segments of ``room`` units, no pair cut in half; return how many it takes, and the room left in the last."""
    halves = {start + 1 for start in pairs}
    segments, start = 0, 0
    while start < units:
        end = start + room
        if end in halves:
            end -= 1
        segments += 1
        start = end
    return segments, max(0, start - units)


def count_tracked(message: Message, context: Context) -> Segments:
    """Return what :func:`count` says of a read message's text once every link that can be is tracked."""
    provider = context.policy.provider
    now = count(message.text, provider)
    trackable = _trackable(message)
    if not trackable:
        return now
    tracked, plain = _tracked(context.base or context.policy.base(_HELPER))
    if plain and now.encoding is Encoding.GSM7 and now.units == len(message.text) and message.text.isascii():
        units = now.units + _growth(trackable, tracked)
        alone = ROOM[provider][Encoding.GSM7][0]
        if units <= alone:  # nothing to cut, so nothing to count anew
            return Segments(Encoding.GSM7, units, 1, alone - units)
    return count(apply_edits(message.text, [Edit(span, tracked) for span in trackable]), provider)


def may_grow(message: Message, context: Context) -> bool:
    """Tell at little cost whether tracking a read message's links could add a segment."""
    trackable = _trackable(message)
    if not trackable:
        return False
    now = count(message.text, context.policy.provider)
    growth = _growth(trackable, _tracked(context.base or context.policy.base(_HELPER))[0])
    return growth > 0 and growth + now.segments > now.remaining  # at the end of each segment one unit may stay empty


def _trackable(message: Message) -> list[Span]:
    return [link.span for link in message.links if may_be_tracked(link)]


def _growth(trackable: list[Span], tracked: str) -> int:
    return len(trackable) * len(tracked) - sum(span.end - span.start for span in trackable)


@lru_cache(maxsize=16)
def _tracked(base: str) -> tuple[str, bool]:
    """Return a tracked link that begins with ``base``, and whether each of its characters is one septet."""
    return base + "2" * LENGTH, OUTSIDE_GSM.search(base) is None and _EXTENSION.search(base) is None

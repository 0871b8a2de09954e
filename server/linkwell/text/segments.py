"""Segments: how a text is cut into SMS, in the GSM 03.38 alphabet where it can be, else in UCS-2."""

import re

from linkwell.model.review import Encoding, Segments
from linkwell.model.span import Span

GSM_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENSION = "\f^{}\\[~]|€"  # each is sent as an escape and a second septet

OUTSIDE_GSM = re.compile(f"[^{re.escape(GSM_BASIC + GSM_EXTENSION)}]")
_EXTENSION = re.compile(f"[{re.escape(GSM_EXTENSION)}]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# units in a lone segment, and in each of several: six octets of every part go to the header that joins them
_ROOM = {Encoding.GSM7: (160, 153), Encoding.UCS2: (70, 67)}


def count(text: str) -> Segments:
    """Return the alphabet, the length and the number of segments that ``text`` is sent in."""
    forced_by = tuple(Span(match.start(), match.end()) for match in OUTSIDE_GSM.finditer(text))
    encoding, doubled = (Encoding.UCS2, _ASTRAL) if forced_by else (Encoding.GSM7, _EXTENSION)
    pairs = [match.start() for match in doubled.finditer(text)]
    units = len(text) + len(pairs)
    alone, joined = _ROOM[encoding]
    if units <= alone:
        return Segments(encoding, units, 1 if units else 0, alone - units, forced_by)
    segments, remaining = _pack(units, [position + index for index, position in enumerate(pairs)], joined)
    return Segments(encoding, units, segments, remaining, forced_by)


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

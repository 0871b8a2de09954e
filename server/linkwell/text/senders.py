"""Senders: in whose name a text speaks, where that is a well-known brand."""

import re
from functools import cache
from typing import Final

from linkwell.text.brands import Use, WellKnown, well_known

_SPLIT: Final = str.maketrans(dict.fromkeys("()[]{}<>:;,!?\"'*|/-–—#=~_“”‘’«»…\n\t", " "))
# Words that a brand puts behind its name when it speaks.
_ROLE: Final = (
    r"(?:(?:security|support|fraud|account|customer|billing|delivery|service|payment|alerts?|help|verification|express|bank|online|care|team|"
    r"desk|center|centre|dep(?:t|artment)|services?|info|notice|notification|update|message|msg|reminder|warning)\s*){1,3}"
)
_ROLE_ALONE: Final = (
    r"(?:alerts?|notice|support|security|fraud|warning|notification|billing|team|help\s*desk|customer\s+(?:service|care|support))"
)
_TROUBLE: Final = re.compile(
    r"\b(?:suspend\w*|(?:un)?lock(?:ed)?|limited|restrict\w*|disabl\w*|deactivat\w*|terminat\w*|unusual|suspicious|unauthori[sz]ed|"
    r"compromised|verif\w+|confirm (?:your|you|the|it|this)|validate|on hold|held|declined|failed|fail(?:ed)? to|unable|could ?n[o']t|"
    r"can ?not|unsuccessful|problem|issue|expir\w+|overdue|unpaid|outstanding|past due|final notice|customs|redeliver\w*|undeliver\w*|"
    r"incomplete|incorrect|invalid|missing|missed|wrong|update your|reactivat\w*|restore|refund|claim|reward|winner|won|gift|prize|charged|"
    r"new (?:device|login|sign.?in)|log ?in|sign ?in|password|pass ?code|identity|returned|warehouse|reschedul\w*|fee|penalt\w*|fine|"
    r"blocked|closed|breach\w*|not you|wasn'?t you|did ?n[o']t|cancel\w*|act now|within \d+ ?(?:h|hours?)|immediately|urgent\w*)\b",
    re.IGNORECASE,
)
_MINE: Final = (
    r"(?:accounts?|id|membership|subscription|profile|wallet|card|debit card|credit card|login|password|prime|mailbox|storage|billing|"
    r"plan|payment(?: method)?|package|parcel|delivery|shipment|item|order|invoice|bill|statement|tax|refund|toll|balance|app|service|"
    r"number|sim)"
)
_LEAD: Final = (
    r"^\W{0,3}(?i:(?:from|frm|fr|sender|subject|subj|re|fwd|alert|notice|urgent|attention|attn|important|reminder|final notice|warning)"
    r"\s*[:\-]?\s*)?\W{0,3}(?i:the\s+)?"
)
_GREETING: Final = r"(?:dear|hi|hello)[^.,!:]{0,30}[.,!:]\s*"
_OTHER_SENDER: Final = re.compile(r"^\W*([A-Z][^:\n\]]{1,40}?)\s*[:\]]")


def speaks_as(text: str) -> tuple[int, ...]:
    """Return the well-known brands (places in ``brands.well_known``) in whose name ``text`` seems to speak, none for nearly every text.

    ``text`` has no links in it any more. Naming a brand is ordinary (“pay with PayPal”, “your UPS parcel is on its way”): only the
    sender's place at the front, or the words of a brand about its customer's own account, say more than that.
    """
    if _first_words().isdisjoint(text.lower().translate(_SPLIT).split()):
        return ()
    found = []
    trouble = _TROUBLE.search(text) is not None
    for place, brand in enumerate(well_known()):
        pattern = _pattern(place)
        seen = pattern.search(text)
        if seen is None:
            continue
        kind = seen.lastgroup
        if (trouble or brand.use is Use.SENDER) if kind in {"front", "said"} else (trouble and not _somebody_else_speaks(text, brand)):
            found.append(place)
    return tuple(found)


def _somebody_else_speaks(text: str, brand: WellKnown) -> bool:
    front = _OTHER_SENDER.match(text)
    return front is not None and not any(name.lower() in front.group(1).lower() for name in brand.names)


@cache
def _first_words() -> frozenset[str]:
    """The first word of every brand's name, as it comes out of a text that is split into words."""
    return frozenset(name.lower().translate(_SPLIT).split()[0] for brand in well_known() for name in brand.names)


@cache
def _pattern(place: int) -> re.Pattern[str]:
    brand = well_known()[place]
    names = "|".join(re.escape(name) for name in sorted(brand.names, key=len, reverse=True))
    name = f"(?:{names})" if brand.use is Use.WORD else f"(?i:{names})"  # “Chase:”, “UPS:”, never “chase:”, “ups:”
    mark = r"\s*(?:[:\]\|>»*]|[)\-–—]\s|\.\s|!\s|\s-)"
    front = rf"{_LEAD}{name}(?:\s+(?i:{_ROLE}))?{mark}|{_LEAD}{name}\s+(?i:{_ROLE_ALONE})\b"
    goes_on = rf"(?=\s*[.,:!\-–\n]|\s+(?i:{_ROLE_ALONE}|with|calling|regarding|about|your|we|you|to)\b)"
    said = rf"\b(?i:this is|(?:message|text|alert|notice|notification|call) from)\s+(?i:the\s+|an?\s+)?{name}{goes_on}"
    yours = rf"(?:^|[.!?:\-–,\n]\s*)\W{{0,3}}(?i:{_GREETING})?(?i:your|the)\s+{name}(?:'s)?\s+(?i:{_MINE})\b"
    return re.compile(rf"(?P<front>{front})|(?P<said>{said})|(?P<yours>{yours})")

"""Senders: in whose name a text speaks, where that is a well-known brand."""

import re
from functools import cache
from typing import Final, NamedTuple

from linkwell.text.brands import Use, WellKnown, well_known

_SPLIT: Final = str.maketrans(dict.fromkeys(".()[]{}<>:;,!?\"'*|/-–—#=~_“”‘’«»…\n\t", " "))
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
    r"new (?:\w+ )?(?:device|i?phone|ipad|login|sign.?in)|needs? (?:your )?attention|action (?:is )?(?:required|needed)|was used|log ?in|"
    r"sign ?in|waiting\b.{0,60}\b(?:schedul\w+|confirm|claim|pay|collect)|password|pass ?code|identity|returned|warehouse|reschedul\w*|"
    r"fee|penalt\w*|fine|blocked|closed|breach\w*|not you|wasn'?t you|did ?n[o']t|cancel\w*|act now|within \d+ ?(?:h|hours?)|immediately|"
    r"urgent\w*|violat\w+|copyright|appeal|storage (?:is )?(?:almost )?full|selected|disput\w+|"
    r"suspendid\w*|bloquead\w*|retenid\w*|pendiente|caduca\w*|confirme (?:su|sus|tu|os|sua|seu)|no (?:se )?pudo|reprogram\w*|"
    r"aduana\w*|suspendue?s?|bloquée?s?|vérifi\w+|confirmez|en attente|n[’']a pas pu|douan\w+|gesperrt|eingeschränkt|bestätigen|"
    r"verifizier\w*|zoll\w*|aktualisier\w*|suspens[oa]s?|sospes[oaie]|bloccat[oaie]|dogan\w+|geblokkeerd|opgeschort|bevestig\w*)\b",
    re.IGNORECASE,
)
_GRAVE: Final = re.compile(
    r"\b(?:suspend\w*|(?:un)?lock(?:ed)?|limited|restrict\w*|disabl\w*|deactivat\w*|unusual|suspicious|unauthori[sz]ed|compromised|verif\w+|"
    r"on hold|held|blocked|closed|reactivat\w*|not you|wasn'?t you)\b",
    re.IGNORECASE,
)
_STOPPED: Final = (
    r"(?:suspended|locked|limited|restricted|disabled|blocked|deactivated|on\s+hold)"
    r"(?=\s+(?:on|due|for|until|by|because|pending|after|from)\b|\s*(?:[.,!:;–-]|$))"
)
_MINE: Final = (
    r"(?:accounts?|id|membership|subscription|profile|wallet|card|debit card|credit card|login|password|prime|mailbox|storage|billing|"
    r"plan|payment(?: method)?|package|parcel|delivery|shipment|item|order|invoice|bill|statement|tax|refund|toll|balance|app|service|"
    r"number|sim)"
)
_LEAD: Final = (
    r"\W{0,3}(?i:(?:from|frm|fr|sender|subject|subj|re|fwd|alert|notice|urgent|attention|attn|important|reminder|final notice|warning)"
    r"\s*[:\-]?\s*)?\W{0,3}(?i:the\s+)?"
)
_GREETING: Final = r"(?:dear|hi|hello)[^.,!:]{0,30}[.,!:]\s*"
# What may stand before the sender's name: a greeting up to its comma, or a word such as “FYI” on its own.
_BEFORE: Final = (
    r"\W{0,3}(?i:(?:(?:dear|hi|hello|hey|good\s(?:morning|afternoon|evening|day)|greetings|hola|bonjour|bonsoir|hallo|guten\stag|ol[aá]|ciao"
    r"|buongiorno|beste|lieber?)\b[^.,!:\n]{0,30}[.,!:\n]|(?:fyi|psa|ps|note|info|update|heads\sup)\b\s*[:,.!\-–]?))\s{0,3}"
)
_TO_YOU: Final = re.compile(r"\b(?:your?|ur|u|tus?|sus?|votre|vos|ihre?n?|deine?n?|seus?|suas?|tu[oa]|uw|je)\b", re.IGNORECASE)
_NOBODY: Final = re.compile(
    r"(?i:(?:security |fraud |account |important |final |urgent |delivery )?(?:alert|notice|notification|warning|reminder|message|update|"
    r"info|urgent|attention|important|action required|dear .*|hi|hello|fyi|note|sms|re|fwd|from))"
)
_OTHER_SENDER: Final = re.compile(r"^\W*([A-Z][^:\n\]]{1,40}?)\s*[:\]]")


def speaks_as(text: str) -> tuple[int, ...]:
    """Return the well-known brands (places in ``brands.well_known``) in whose name ``text`` seems to speak, none for nearly every text.

    ``text`` has no links in it any more. Naming a brand is ordinary (“pay with PayPal”, “your UPS parcel is on its way”): only the
    sender's place at the front, or the words of a brand about its customer's own account, say more than that.
    """
    words = _by_word()
    named = words.keys() & text.lower().translate(_SPLIT).split()
    places = sorted({place for word in named for place in words[word]})
    return tuple(place for place in places if _speaks(text, place))


def may_name_a_brand(text: str) -> bool:
    """Tell at a glance whether a word of a brand's name stands in ``text``."""
    return not _at_a_glance().isdisjoint(text.lower().split())


@cache
def _at_a_glance() -> frozenset[str]:
    """Every word of ``_by_word`` with the marks that stick to it in texts: splitting at spaces alone takes a fifth of the time."""
    keys = _by_word().keys()
    written = {word for brand in well_known() for name in brand.names for word in name.lower().split()}
    words = keys | {word for word in written if not keys.isdisjoint(word.translate(_SPLIT).split())}
    before = ("", "[", "(", "*", '"')
    behind = ("", ":", ",", ".", "!", "]", ")", "]:", "'s", "’s", "-", "*", "?")
    return frozenset(f"{one}{word}{other}" for word in words for one in before for other in behind)


def _speaks(text: str, place: int) -> bool:
    brand, ways = well_known()[place], _ways(place)
    if ways.front.match(text) is not None or ways.said.search(text) is not None:
        return brand.use is Use.SENDER or _TROUBLE.search(text) is not None
    if ways.greeted.match(text) is not None and _of_theirs(text, brand.use):
        return True
    if ways.stopped.match(text) is not None:
        return True
    if brand.use is Use.SENDER and ways.titled.match(text) is not None and _TROUBLE.search(text) is not None:
        return True
    mine = ways.mine.search(text)
    if mine is None:
        return False
    # “Your Visa card was declined” is what any shop writes.
    what = mine["what"].lower()
    everyday = "card" in what or ("payment" in what and brand.use is not Use.SENDER)
    return (_GRAVE if everyday else _TROUBLE).search(text) is not None and not _somebody_else_speaks(text, brand)


def _of_theirs(text: str, use: Use) -> bool:
    """Tell whether a text with a brand's name behind a greeting is about what is between the brand and its customer."""
    if (_GRAVE if use is Use.WORD else _TROUBLE).search(text) is not None:
        return True
    return use is Use.SENDER and _TO_YOU.search(text) is not None


def _somebody_else_speaks(text: str, brand: WellKnown) -> bool:
    front = _OTHER_SENDER.match(text)
    if front is None or _NOBODY.fullmatch(front.group(1)) is not None:
        return False
    return not any(name.lower() in front.group(1).lower() for name in brand.names)


@cache
def _by_word() -> dict[str, tuple[int, ...]]:
    """Return the longest word of every brand's name, as it comes out of a text that is split into words, with the brands that have it."""
    found: dict[str, tuple[int, ...]] = {}
    for place, brand in enumerate(well_known()):
        for name in brand.names:
            words = name.lower().translate(_SPLIT).split()
            word = max(words, key=len)
            found[word] = (*found.get(word, ()), place)
    return found


class _Ways(NamedTuple):
    """How a brand speaks: its name at the front, or there behind a greeting, “this is …”, “your … account”.

    ``titled`` is “USPS final attempt:”, ``stopped`` “Apple Pay suspended”.
    """

    front: re.Pattern[str]
    greeted: re.Pattern[str]
    said: re.Pattern[str]
    mine: re.Pattern[str]
    titled: re.Pattern[str]
    stopped: re.Pattern[str]


@cache
def _ways(place: int) -> _Ways:
    brand = well_known()[place]
    names = "|".join(re.escape(name) for name in sorted(brand.names, key=len, reverse=True))
    name = f"(?:{names})" if brand.use is Use.WORD else f"(?i:{names})"  # “Chase:”, “UPS:”, never “chase:”, “ups:”
    mark = r"\s*(?:[:\]\|>»*]|[)\-–—]\s|\.\s|!\s|\s-)"
    if brand.use is not Use.SENDER:
        mark += r"(?!\s*[$@+#(\d])"  # “Zelle: 555-0100”
    front = rf"{_LEAD}{name}(?:\s+(?i:{_ROLE}))?{mark}|{_LEAD}{name}\s+(?i:{_ROLE_ALONE})\b"
    goes_on = rf"(?=\s*[.,:!\-–\n]|\s+(?i:{_ROLE_ALONE}|with|calling|regarding|about|your|we|you|to)\b)"
    said = rf"\b(?i:this is|(?:message|text|alert|notice|notification|call|hello|hi|greetings) from)\s+(?i:the\s+|an?\s+)?{name}{goes_on}"
    said = rf"{said}|\b(?i:dear)\s+{name}\s+(?i:user|customer|client|member|account\s+holder|subscriber)\b"
    whose = r"(?i:your|the)" if brand.use is Use.SENDER else r"(?i:your)"
    mine = rf"\b{whose}\s{{1,3}}{name}(?:'s)?\s{{1,3}}(?P<what>(?i:{_MINE}|is|was|has))\b"
    here = "" if brand.use is Use.WORD else r"|\s+(?i:here)\s*[.,:!\-–\n]"  # “Chase here, from Acme”
    greeted = rf"(?:{_BEFORE})?{_LEAD}{name}(?:\s+(?i:{_ROLE}))?(?:\s*[:\]](?!\s*[$@+#(\d]){here})"
    begins = rf"(?:^|[.!?:\-–,\n]\s{{0,3}})\W{{0,3}}(?i:{_GREETING})?"
    titled = rf"{_LEAD}{name}(?:\s+[\w'’-]{{1,20}}){{1,3}}\s*:"
    stopped = (
        rf"{_LEAD}{name}\s+(?i:(?:pay|account|card|id|access|wallet)\s+)?(?i:(?:is|was|has\s+been|temporarily)\s+){{0,2}}(?i:{_STOPPED})"
    )
    return _Ways(*map(re.compile, (front, greeted, said, begins + mine, titled, stopped)))

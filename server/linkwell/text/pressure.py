"""Pressure: threats, requests for secrets, prizes and haste in the words of a message; English only.

Each list holds what scams say and honest businesses hardly ever do. What both say (a card that was declined, an account to be verified)
counts only together with haste or with a threat.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from linkwell.model.message import Message
from linkwell.model.span import Span


class Kind(Enum):
    """What people are put under pressure by."""

    THREAT = "threat"
    SECRET = "secret"
    PRIZE = "prize"
    URGENCY = "urgency"


def _pattern(*pieces: str) -> re.Pattern[str]:
    return re.compile("|".join(pieces), re.IGNORECASE)


_SUBJECT = (
    r"\b(?:accounts?|(?:debit|credit|bank|atm)\s+card|your\s+card|profile|wallet|mailbox|e-?mail\s+address|ssn"
    r"|social\s+security(?:\s+number)?|licen[cs]e|"
    r"apple\s?id|paypal|netflix|online\s+banking|access|benefits|password|computer|device|(?:your\s+)(?:phone|sim))\b"
)
_HAS = (
    r"(?:is|are|was|were|has|have|had|been|be|being|gets?|got|will|may|shall|temporarily|permanently|now|currently|also"
    r"|immediately|soon|going to)"
)
_DONE = (
    r"(?:suspended|locked(?!\s+in\b)|deactivated|disabled|terminated|restricted|blocked|frozen|compromised|hacked|breached|infected"
    r"|revoked"
    r"|limited(?!\s+to\b))\b(?!\s*\?|\s+(?:at|on|per|upon|following)\s+your\s+request|\s+as\s+(?:you\s+)?request)"
)
_LEGAL = r"legal\s+(?:action|proceedings)"
_YOUR = r"(?:your|ur)\s+(?:[\w'’-]+\s+){0,3}?"
_ASK = (
    r"\b(?:confirm|verify|validate|provide|enter|re-?enter|submit|send(?:\s+us)?|update|give(?:\s+us)?|supply|authenticate|share"
    r"|tell\s+us|re-?confirm|input)"
)
_ASKING = rf"(?:{_ASK}\b|\b(?:confirming|verifying|validating|providing|entering|submitting|updating)\b)"
_AND = r"(?:\s+(?:and|&|or|/)\s+(?:[\w'’-]+\s+){1,3}?)?"
_WIN_WHAT = (
    r"(?:prizes?|winnings?|jackpot|lottery|gift\s?cards?|cash(?:\s+(?:prize|reward))?|iphone|ipad|macbook|playstation|ps5"
    r"|samsung(?:\s+\w+)?|galaxy|tv|"
    r"(?:free\s+)?(?:trip|vacation|cruise|holiday)|sweepstakes|giveaway|raffle|voucher|reward|gift|bonus|car\b|\$\s?\d[\d,.]*k?"
    r"|£\s?\d[\d,.]*|€\s?\d[\d,.]*)"
)

_THREAT: Final = _pattern(
    rf"{_SUBJECT}[^.!?\n]{{0,40}}?\s{_HAS}\s+(?:{_HAS}\s+){{0,3}}{_DONE}",
    rf"{_SUBJECT}\s+{_DONE}",
    r"\b(?:your|the)\s+accounts?\b[^.!?\n]{0,30}?\b(?:will\s+be|permanently)\s+(?:\w+ly\s+)?(?:closed|cancell?ed|deleted|charged)\b",
    r"\baccounts?\s+(?:suspension|termination|deactivation|closure|lockout)\b",
    r"\b(?:suspension|termination|deactivation|closure)\s+of\s+(?:your|the)\s+(?:\w+\s+)?accounts?\b",
    r"\blose\s+(?:all\s+)?access\s+to\s+your\s+(?:\w+\s+)?(?:accounts?|money|funds|files|benefits)\b",
    rf"\b(?:will|may|avoid|face|facing|subject\s+to|result\s+in|initiate|begin|pending|further|immediate|threat\w*|or|taking"
    rf"|start)\b[^.!?\n]{{0,30}}?\s{_LEGAL}\b",
    rf"\b{_LEGAL}\s+(?:will|may|has|have|is|are|against\s+you|pending)\b",
    r"\bwarrants?\s+(?:has|have|is|was|will|may|out\b|for\s+your|issued|in\s+your\s+name|against)",
    r"\b(?:you(?:r|\s+will|['’]ll)?|be|being|avoid|face|facing|under|imminent"
    r"|immediate)\s+(?:be\s+)?(?:placed\s+under\s+)?arrest(?:ed)?\b",
    r"\blawsuit\s+(?:has|have|is|was|will|against\s+you|filed)\b",
    r"\b(?:be|being|get)\s+sued\b",
    r"\bsue\s+you\b",
    r"\b(?:be|being|get)\s+(?:criminally\s+)?prosecuted\b",
    r"\bcriminal\s+(?:charges|prosecution|case)\s+(?:will|may|against|filed)\b",
    r"\breport(?:ed)?\s+(?:you\s+)?to\s+(?:the\s+)?(?:police|authorities|irs|fbi)\b",
    r"\bgarnish\s+your\s+wages\b",
    r"\bwages\b[^.!?\n]{0,20}?\bbe\s+garnished\b",
    r"\bbe\s+(?:seized|deported)\b",
    r"\b(?:police|officers?)\s+(?:will|are\s+on)\b",
    r"\b(?:computer|device|phone|iphone)\b[^.!?\n]{0,20}?\b(?:has\s+a\s+virus|infected|hacked)\b",
)
_FINAL: Final = _pattern(r"\b(?:final|last)\s+(?:notice|warning|demand|attempt|reminder)\b")
_DEMAND: Final = _pattern(r"\b(?:pay|payments?|settle|owed?|owing|balance|overdue|past\s+due|unpaid|tolls?|fines?|penalt\w+|debt)\b")
_SECRET: Final = _pattern(
    rf"{_ASKING}\s+{_YOUR}(?:{_AND})(?:(?:one[- ]time\s+|atm\s+|bank\s+|login\s+|online\s+)?(?:passwords?|pass\s?codes?|pin(?:\s?code"
    rf"|\s+number)?|cvv2?|otp)\b"
    r"|social\s+security(?:\s+(?:number|no\.?|#))?|ssn\b|(?:log-?in|sign-?in)(?:\s+(?:details|info\w*|credentials|data))?\b"
    r"|credentials|usernames?\b"
    r"|(?:online\s+)?bank(?:ing)?\b(?!\s+(?:appointment|holiday))|(?:full\s+)?(?:credit|debit|bank|atm|visa|mastercard|payment)\s+card\b"
    r"|card\s+(?:numbers?|details|info\w*|data|security)|(?:account|routing)\s+(?:and\s+routing\s+)?numbers?|account\s+credentials"
    r"|(?:security|secret)\s+(?:questions?|answers?|code)|seed\s+phrase|recovery\s+phrase|private\s+key|wallet)",
)
_SOFT_SECRET: Final = _pattern(
    rf"{_ASKING}\s+{_YOUR}(?:account|identity|access|personal\s+(?:information|info|details))\b",
    r"\b(?:restore|unlock|reactivate|secure|recover|reinstate)\s+(?:\w+\s+)?(?:your|ur)\s+(?:\w+\s+){0,2}?(?:account|access|card)\b",
)
_PAYMENT: Final = _pattern(rf"{_ASKING}\s+{_YOUR}(?:card|payment\s+(?:method|info\w*|details)|billing\s+(?:info\w*|details|address))\b")
_SOFT_THREAT: Final = _pattern(
    r"\b(?:unusual|suspicious|unauthori[sz]ed|fraudulent)\s+(?:\w+\s+)?(?:activity|log-?ins?|sign-?ins?|access|transactions?|charges?"
    r"|attempts?|purchase)\b",
    r"\baccount\b[^.!?\n]{0,20}?\bon\s+hold\b",
    r"\b(?:services?|power|electricity|water|gas|internet|subscription|phone|line)\b[^.!?\n]{0,30}?\b(?:disconnected|cut\s+off"
    r"|shut\s+off|suspended|terminated)\b",
)
_PRIZE: Final = _pattern(
    r"(?<!if )(?<!whether )(?<!did )\b(?:you|u)(?:['’]ve|\s+have|ve)?\s+(?:just\s+|been\s+|also\s+|already\s+"
    r"|officially\s+)?won\b(?!['’]t)"
    r"(?!\s+(?:the\s+|your\s+|this\s+|our\s+|an?\s+|lot\s+)?(?:online\s+)?(?:auction|bid|bidding|lot|case|appeal|item|game|match"
    r"|hearts?|over|us)\b)",
    r"\byou\b[^.!?\n]{0,30}?\b(?:lucky|selected|chosen|grand[- ]prize|prize|our|a|the|today['’]?s"
    r"|this\s+week['’]?s)\s+(?:\w+\s+)?winner\b",
    r"\blucky\s+(?:winner|customer|draw\s+winner)\b",
    r"\bwinner\b[^\n]{0,30}?\bclaim\b",
    rf"\b(?:selected|chosen|picked|eligible|approved)\s+(?:to\s+(?:receive|get|win|claim)|for)\s+(?:(?:a|an|our|the|your|free"
    rf"|exclusive)\s+){{0,3}}{_WIN_WHAT}",
    r"\b(?:awarded|received|receive|get)\s+(?:a|an|the|your)?\s*(?:free\s+)(?:\$\s?\d+\s+)?(?:\w+\s+)?(?:iphone|ipad|macbook"
    r"|playstation|ps5|gift\s?card)\b",
    r"\b(?:claim|collect|redeem|accept)(?:ing)?\s+(?:(?:your|ur|the|a|this|my|free|cash|\$\s?[\d,.]+|£\s?[\d,.]+|€\s?[\d,.]+"
    r"|[\w'’-]+)\s+){0,3}?"
    r"(?:prizes?|winnings|jackpot|lottery\s+\w+|sweepstakes|iphone|ipad|macbook|inheritance)\b",
    r"\bunclaimed\s+(?:prize|reward|winnings|gift|funds|money|lottery)",
    r"\b(?:won|winner)\b[^.!?\n]{0,30}?\b(?:lottery|jackpot|sweepstakes|grand\s+prize)\b",
)
_SOFT_PRIZE: Final = _pattern(
    r"\bclaim(?:ing)?\s+(?:your|ur|the|a|this)\s+(?:(?:free|cash|\$\s?[\d,.]+|£\s?[\d,.]+|€\s?[\d,.]+|exclusive|special"
    r"|[\w'’-]+)\s+){0,3}?"
    r"(?:gift\s?cards?|rewards?|gifts?|bonus|cash|voucher)\b"
)
_EARNED: Final = _pattern(
    r"\b(?:earn\w*|points?|birthday|loyal\w*|members?|membership|refer\w*|anniversary|visits?|purchases?|orders?|thanks?|thank\s+you"
    r"|survey|review|rewards\s+\w+|stamps?|donat\w+)\b"
)
_URGENT: Final = _pattern(
    r"\burgent(?:ly)?\b(?!\s+(?:care|dental|dentist|medical|clinic|treatment|surgery|vet\w*))",
    r"\bimmediate(?:ly)?\b(?!\s+(?:openings?|availab\w*|family|start|hire|care|delivery|access|download|occupancy|move|pick))",
    r"\bact\s+(?:now|fast|immediately|quickly|today)\b",
    r"\bwithin\s+(?:the\s+next\s+)?(?:\d+|twenty[- ]four|forty[- ]eight|an?|one|two)\s*(?:hours?|hrs?|minutes?|mins?)\b",
    r"\b(?:in|next)\s+\d+\s*(?:minutes?|mins?)\b",
    r"\bor\s+(?:else|your\s+account|you\s+will\s+lose|lose)\b",
    r"\b(?:do\s+not|don['’]?t)\s+(?:ignore|delay)\b",
)
_HASTE: Final = _pattern(
    r"\b(?:last|final)\s+chance\b",
    r"\bhurry\b(?!\s+back)",
    r"\b(?:time\s+is|time['’]s)\s+running\s+out\b",
    r"\bbefore\s+it['’]?s\s+too\s+late\b",
    r"\b(?:expires?|ends?|expiring|ending)\s+(?:tonight|soon|in\s+\d+\s*(?:h|hours?|hrs?|minutes?|mins?)\b)",
    r"\blimited[- ]time\b",
    r"\b(?:final|last)\s+(?:hours|notice|warning|call|minutes)\b",
)
_NEVER: Final = re.compile(
    r"(?:\b(?:never|no\s+one|nobody|without)\b|(?<!if you do )(?<!if you have )(?<!if you are )\bnot\b|(?<!if you do)n['’]t\b)"
    r"[^.,;!?\n]{0,40}(?:,?\s(?:or|nor|and)\s[^.,;!?\n]{0,20})?\Z",
    re.IGNORECASE,
)
# Without one of these there is no pressure: one look into a set before any pattern runs.
_TRIGGERS: Final = frozenset(
    (
        b"suspended locked deactivated disabled terminated restricted blocked frozen compromised hacked breached infected revoked "
        b"limited closed cancelled "
        b"canceled deleted charged suspension termination deactivation closure lockout lose legal warrant warrants arrest arrested "
        b"lawsuit sued sue prosecuted "
        b"criminal police authorities irs fbi garnish garnished seized deported officer officers virus final last confirm verify "
        b"validate provide enter reenter "
        b"submit send update give supply authenticate share tell reconfirm input confirming verifying validating providing entering "
        b"submitting updating restore "
        b"unlock reactivate secure recover reinstate unusual suspicious unauthorized unauthorised fraudulent hold disconnected cut "
        b"shut won winner lucky selected "
        b"chosen picked eligible approved awarded received receive free claim claiming collect collecting redeem redeeming accept "
        b"unclaimed urgent urgently "
        b"immediate immediately act within minutes minute mins min hours hour hrs else ignore delay chance hurry running late expires "
        b"expire ends end expiring ending "
        b"notice warning"
    ).split()
)  # fmt: skip
_LETTERS: Final = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def pressure(message: Message) -> Iterator[tuple[Kind, Span]]:
    """Yield the first words of each kind; those of haste only where there is nothing graver."""
    text = message.text
    if _TRIGGERS.isdisjoint(text.lower().encode(errors="ignore").translate(_LETTERS).split()):
        return
    urgent = _first(_URGENT, message)
    soft_threat = _first(_SOFT_THREAT, message)
    soft_secret = _asked(_SOFT_SECRET, message)
    threat = _first(_THREAT, message) or (soft_threat if urgent is not None else None) or _last_notice(message, urgent)
    secret = _asked(_SECRET, message)
    if secret is None and (urgent is not None or threat is not None or soft_threat is not None):
        secret = soft_secret or (_asked(_PAYMENT, message) if urgent is not None else None)
    prize = _first(_PRIZE, message)
    if prize is None and (prize := _first(_SOFT_PRIZE, message)) is not None and _EARNED.search(text) is not None:
        prize = None
    for kind, span in ((Kind.THREAT, threat), (Kind.SECRET, secret), (Kind.PRIZE, prize)):
        if span is not None:
            yield kind, span
    if threat is None and secret is None and prize is None and (haste := urgent or _first(_HASTE, message)) is not None:
        yield Kind.URGENCY, haste


def _first(pattern: re.Pattern[str], message: Message) -> Span | None:
    """Return where the pattern first fits words that are not part of a link."""
    return next(_all(pattern, message), None)


def _asked(pattern: re.Pattern[str], message: Message) -> Span | None:
    """Return where something is first asked for, and not said never to be: "we never ask you to confirm your password"."""
    for span in _all(pattern, message):
        if _NEVER.search(message.text, max(0, span.start - 70), span.start) is None:
            return span
    return None


def _all(pattern: re.Pattern[str], message: Message) -> Iterator[Span]:
    for found in pattern.finditer(message.text):
        span = Span(found.start(), found.end())
        if message.link_over(span) is None:
            yield span


def _last_notice(message: Message, urgent: Span | None) -> Span | None:
    """A last notice is a threat where money is demanded at once; of an invoice or an appointment it is ordinary."""
    final = _first(_FINAL, message)
    if final is None or _DEMAND.search(message.text) is None:
        return None
    return final if urgent is not None or _AT_ONCE.search(message.text) is not None else None


_AT_ONCE: Final = _pattern(
    r"\bto\s+avoid\b[^.!?\n]{0,40}?\b(?:penalt\w+|fines?|suspension|enforcement|court|prosecution|legal)\b",
    r"\bnow\s+or\b",
    r"\bpay\s+(?:it\s+)?now\b",
)

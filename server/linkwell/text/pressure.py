"""Pressure: threats, requests for secrets, prizes and haste in the words of a message.

What honest businesses say, too, counts only together with haste or with a threat.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from linkwell.model.message import Message
from linkwell.model.span import Span
from linkwell.text import pressure_words as words


class Kind(Enum):
    """What people are put under pressure by."""

    THREAT = "threat"
    SECRET = "secret"
    PRIZE = "prize"
    URGENCY = "urgency"


# What each kind cannot do without, so that no pattern runs over ordinary texts: a word of each set of one of its pairs.
_STATES: Final = frozenset(
    b"suspended locked deactivated disabled terminated restricted blocked frozen compromised hacked breached infected revoked "
    b"flagged limited suspend lock terminate deactivate disable restrict block freeze suspension termination deactivation "
    b"closure lockout lose virus".split()
)
_ENDS: Final = frozenset(b"closed close cancelled canceled deleted charged".split())
_ACCOUNT: Final = frozenset(b"account accounts".split())
_SUBJECTS: Final = frozenset(
    b"account accounts card profile wallet mailbox mail email ssn social license licence apple appleid paypal netflix banking "
    b"access benefits password computer device phone iphone sim".split()
)
_LAW: Final = frozenset(
    b"legal warrant warrants arrest arrested lawsuit sued sue prosecuted criminal garnish garnished seized deported".split()
)
_POLICE: Final = frozenset(b"police authorities irs fbi".split())
_TO_THEM: Final = frozenset(b"report reported sent come door".split())
_WORRIES: Final = frozenset(
    b"unusual suspicious unauthorized unauthorised fraudulent hold disconnected cut shut suspended terminated avoid prevent".split()
)
_NOTICES: Final = frozenset(b"notice warning demand attempt reminder".split())
_LAST: Final = frozenset(b"final last".split())
_ASKS: Final = frozenset(
    b"reply respond updated verified confirmed confirm verify validate provide enter reenter submit send update give supply "
    b"authenticate share tell reconfirm input confirming verifying validating providing entering submitting updating restore "
    b"unlock reactivate secure recover reinstate".split()
)
_SECRETS: Final = frozenset(
    b"password passwords pin pincode cvv cvv2 otp social ssn login log sign credentials bank banking card routing question "
    b"questions answer answers seed recovery private account accounts identity access personal payment billing".split()
)
_PRIZES: Final = frozenset(
    b"won winner lucky selected chosen picked received given awarded claim claiming collect collecting redeem redeeming accept "
    b"accepting unclaimed".split()
)
_URGENCY: Final = frozenset(b"urgent urgently immediate immediately act within else lose ignore delay".split())
_HASTE: Final = frozenset(b"chance hurry running late expires expire ends end expiring ending limited final last".split())
_ALL: Final = _STATES | _ENDS | _LAW | _POLICE | _WORRIES | _LAST | _ASKS | _PRIZES | _URGENCY | _HASTE
_LETTERS: Final = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def pressure(message: Message) -> Iterator[tuple[Kind, Span]]:
    """Yield the first words of each kind; those of haste only where there is nothing graver."""
    read = message.text.lower().encode(errors="ignore").translate(_LETTERS).split()
    if _ALL.isdisjoint(read):
        return
    said = frozenset(read)
    urgent = _first(words.URGENT, message) if said & _URGENCY else None
    worry = _first(words.SOFT_THREAT, message) if said & _WORRIES else None
    threat = _first(words.THREAT, message) if _may_threaten(said) else None
    threat = threat or (worry if urgent is not None else None)
    if threat is None and said & _LAST and said & _NOTICES:
        threat = _last_notice(message, urgent)
    secret = prize = None
    if said & _ASKS and said & _SECRETS:
        secret = _asked(words.SECRET, message)
        if secret is None and (urgent or threat or worry) is not None:
            secret = _asked(words.SOFT_SECRET, message) or (_asked(words.PAYMENT, message) if urgent is not None else None)
    if said & _PRIZES:
        prize = _first(words.PRIZE, message) or (_first(words.SOFT_PRIZE, message) if words.EARNED.search(message.text) is None else None)
    for kind, span in ((Kind.THREAT, threat), (Kind.SECRET, secret), (Kind.PRIZE, prize)):
        if span is not None:
            yield kind, span
    if threat is None and secret is None and prize is None and (haste := urgent or _hurry(message, said)) is not None:
        yield Kind.URGENCY, haste


def _may_threaten(said: frozenset[bytes]) -> bool:
    return bool(
        said & _LAW or (said & _STATES and said & _SUBJECTS) or (said & _ENDS and said & _ACCOUNT) or (said & _POLICE and said & _TO_THEM)
    )


def _hurry(message: Message, said: frozenset[bytes]) -> Span | None:
    return _first(words.HASTE, message) if said & _HASTE else None


def _first(pattern: re.Pattern[str], message: Message) -> Span | None:
    """Return where the pattern first fits words that are not part of a link."""
    return next(_all(pattern, message), None)


def _asked(pattern: re.Pattern[str], message: Message) -> Span | None:
    """Return where something is first asked for, and not said never to be: "we never ask you to confirm your password"."""
    for span in _all(pattern, message):
        if words.NEVER.search(message.text, max(0, span.start - 70), span.start) is None:
            return span
    return None


def _all(pattern: re.Pattern[str], message: Message) -> Iterator[Span]:
    for found in pattern.finditer(message.text):
        span = Span(found.start(), found.end())
        if message.link_over(span) is None:
            yield span


def _last_notice(message: Message, urgent: Span | None) -> Span | None:
    """A last notice is a threat where money is demanded at once; of an invoice or an appointment it is ordinary."""
    final = _first(words.FINAL, message)
    if final is None or words.DEMAND.search(message.text) is None:
        return None
    return final if urgent is not None or words.AT_ONCE.search(message.text) is not None else None

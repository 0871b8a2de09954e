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
from linkwell.text.languages import reading
from linkwell.text.languages.pressing import Pressing, pressing
from linkwell.text.tokens import tokens


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
_OF_STATES: Final = _SUBJECTS | frozenset(b"hour hours hr hrs h minute minutes min mins".split())
_LAW: Final = frozenset(
    b"legal court warrant warrants prosecution arrest arrested lawsuit sued sue prosecuted criminal garnish garnished seized "
    b"deported".split()
)
_POLICE: Final = frozenset(b"police authorities irs fbi".split())
_TO_THEM: Final = frozenset(b"report reported sent come door".split())
_WORRIES: Final = frozenset(
    b"unusual suspicious unauthorized unauthorised fraudulent hold disconnected cut shut suspended terminated avoid prevent "
    b"warrant warrants".split()
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
_SCAMS: Final = frozenset(b"scam scams scammer scammers fake phishing smishing spoof spoofed spoofing".split())
_URGENCY: Final = frozenset(b"urgent urgently immediate immediately act within else lose ignore delay".split())
_HASTE: Final = frozenset(b"miss chance hurry running late expires expire ends end expiring ending limited final last".split())
_ALL: Final = _STATES | _ENDS | _LAW | _POLICE | _WORRIES | _LAST | _ASKS | _PRIZES | _URGENCY | _HASTE


def pressure(message: Message) -> Iterator[tuple[Kind, Span]]:
    """Yield the first words of each kind; those of haste only where there is nothing graver."""
    read, abroad = tokens(message.text), reading(message.text)
    if abroad is None and _ALL.isdisjoint(read):
        return
    found = Pressing() if _ALL.isdisjoint(read) else _in_english(message, frozenset(read))
    if abroad is not None:
        found = Pressing(*(mine or other for mine, other in zip(found, pressing(message, abroad), strict=True)))
    for kind, span in ((Kind.THREAT, found.threat), (Kind.SECRET, found.secret), (Kind.PRIZE, found.prize)):
        if span is not None:
            yield kind, span
    if found.threat is None and found.secret is None and found.prize is None and found.haste is not None:
        yield Kind.URGENCY, found.haste


def _in_english(message: Message, said: frozenset[bytes]) -> Pressing:
    urgent = _first(words.URGENT, message) if said & _URGENCY else None
    worry = _first(words.SOFT_THREAT, message) if said & _WORRIES else None
    threat = _first(words.THREAT, message) if _may_threaten(said) else None
    if threat is not None and said & _SCAMS and words.WARNING.search(message.text) is not None:
        threat = None  # banks quote the texts that they warn of
    if threat is None and worry is not None and (urgent is not None or words.AT_STAKE.search(message.text) is not None):
        threat = worry
    if threat is None and said & _LAST and said & _NOTICES:
        threat = _last_notice(message, urgent)
    secret = prize = None
    if said & _ASKS and said & _SECRETS:
        secret = _asked(words.SECRET, message)
        if secret is None and (urgent or threat or worry) is not None:
            secret = _asked(words.SOFT_SECRET, message) or (_asked(words.PAYMENT, message) if urgent is not None else None)
    if said & _PRIZES:
        prize = _first(words.PRIZE, message) or (_first(words.SOFT_PRIZE, message) if words.EARNED.search(message.text) is None else None)
    haste = (urgent or _hurry(message, said)) if threat is None and secret is None and prize is None else None
    return Pressing(threat, secret, prize, haste)


def _may_threaten(said: frozenset[bytes]) -> bool:
    return bool(
        said & _LAW or (said & _STATES and said & _OF_STATES) or (said & _ENDS and said & _ACCOUNT) or (said & _POLICE and said & _TO_THEM)
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

"""Personal data: what an e-mail address, a phone, social security or card number and a person's name look like in a part of a link."""

import re
from typing import Final
from urllib.parse import unquote

from linkwell.data import entries
from linkwell.text.suffix import is_known

_EMAIL: Final = re.compile(
    r"(?<![\w.%+\-@])([A-Za-z0-9_%+\-'][\w.%+\-']{0,63})@((?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62})\.){1,5}([A-Za-z]{2,24}))(?![\w@\-])"
)
_ROLES: Final = frozenset(
    "info support sales hello contact help office admin team noreply no-reply donotreply service billing bookings booking orders "
    "order reservations appointments reception enquiries inquiries mail post shop store press jobs careers hr marketing feedback "
    "customerservice customercare care git root webmaster postmaster unsubscribe privacy events tickets accounts accounting".split()
)
_NOT_PEOPLE: Final = ("gserviceaccount.com", "calendar.google.com", "thread.v2", "thread.skype", "g.us", "s.whatsapp.net")
_DIGITS: Final = re.compile(r"\+?[\d\s().\-/]{7,24}")
_NOISE: Final = re.compile(r"[\s().\-/]")
_NANP: Final = re.compile(r"(?:\+?1)?([2-9]\d{2})([2-9]\d{6})")
_INTERNATIONAL: Final = re.compile(r"\+[1-9]\d{7,14}")
_SURELY_INTERNATIONAL: Final = re.compile(r"\+(?:1[2-9]\d{9}|[2-9]\d{9,14})")
_WRITTEN_OUT: Final = re.compile(r"(?:\+?1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ])\d{3}[-. ]\d{4}")
_TOLL_FREE: Final = re.compile(r"(?:\+?1)?(?:800|888|877|866|855|844|833|822|900)\d{7}|(?:\+44|0)(?:800|808|84\d|87\d|3[03]\d)\d{6,7}")
_SSN: Final = re.compile(r"(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}")
_SSN_LOOSE: Final = re.compile(r"(?!000|666|9)\d{3}[-. ]?(?!00)\d\d[-. ]?(?!0000)\d{4}")
_CARD: Final = re.compile(r"\d(?:[ \-]?\d){14,15}")
_ISSUER: Final = re.compile(
    r"4\d{15}|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|(?:6011|64[4-9]\d|65\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}"
)
_WORD: Final = re.compile(r"(?!_)[^\W\d_](?:[^\W\d_]|['’.\-](?=[^\W\d_])|\.$)*")
_TITLES: Final = frozenset("mr mrs ms miss mx dr prof herr frau mme mlle sr sra señor señora".split())
# Given names that are words or brands, too: they take a surname to be told from them.
_SHORT: Final = frozenset(
    "al amara art bill bo chad dean don drew ed faith gene grace hal hank heinz hope jack jay joy june lan lei li lin mac mark max may "
    "milo ming pat ray rich rob rod ruby sakura sue summer tao troy ty val vi vic wade ward will yan yu".split()
)
_NOBODY: Final = frozenset(
    "customer client guest user test friend there null none undefined unknown anonymous member valued you name first last true "
    "false asc desc yes no sir madam visitor patient student".split()
)


def decoded(written: str) -> str:
    """Return a part of a query as a server reads it, also where it was encoded twice."""
    text = unquote(written.replace("+", " ")) if "%" in written or "+" in written else written
    return unquote(text) if "%" in text else text


def email(text: str) -> str | None:
    """Return the first e-mail address of a person in ``text``; those of an office (``info@``) or a calendar are nobody's."""
    for found in _EMAIL.finditer(text):
        local, host, last = found.groups()
        if is_known(last) and local.lower() not in _ROLES and not host.lower().endswith(_NOT_PEOPLE):
            return found.group()
    return None


def phone(text: str, *, sure: bool) -> str | None:
    """Return ``text`` as a phone number, ``None`` where it is none, or a free one as companies have.

    ``sure`` tells that only a phone number can stand there; else it must be written as one: with a plus, or by the North American plan.
    """
    if _DIGITS.fullmatch(text) is None:
        return None
    digits = _NOISE.sub("", text)
    if _TOLL_FREE.fullmatch(digits) or len(set(digits.lstrip("+"))) < 3:
        return None
    fits = _INTERNATIONAL.fullmatch(digits) or _NANP.fullmatch(digits) or (sure and 7 <= len(digits.lstrip("+")) <= 15)
    return digits if fits else None


def is_international(text: str) -> bool:
    """Tell whether ``text`` is a phone number from its plus on, and no free one."""
    return _SURELY_INTERNATIONAL.fullmatch(text) is not None and _TOLL_FREE.fullmatch(text) is None


def is_written_out(text: str) -> bool:
    """Tell whether ``text`` is written as only a North American phone number is: ``(212) 555-0147``, and no free one."""
    return _WRITTEN_OUT.fullmatch(text) is not None and _TOLL_FREE.fullmatch(_NOISE.sub("", text)) is None


def is_ssn(text: str, *, sure: bool) -> bool:
    """Tell whether ``text`` is a social security number: with its hyphens, or, where nothing else can stand there, also without."""
    return (_SSN_LOOSE if sure else _SSN).fullmatch(text) is not None


def is_card(text: str) -> bool:
    """Tell whether ``text`` is a card number: of a real issuer, and its check digit fits (ISO/IEC 7812)."""
    if _CARD.fullmatch(text) is None:
        return False
    digits = text.replace(" ", "").replace("-", "")
    if _ISSUER.fullmatch(digits) is None or len(set(digits)) < 2:
        return False
    doubled = (2 * int(digit) for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[-1::-2]) + sum(twice - 9 * (twice > 9) for twice in doubled)) % 10 == 0


def is_name(text: str, *, sure: bool) -> bool:
    """Tell whether ``text`` is a person's name: any one to four words where only a name can stand, else a title or a known given name."""
    words = text.strip().rstrip(",").replace(",", " ").split()
    if not 1 <= len(words) <= 4 or not all(_WORD.fullmatch(word) for word in words) or len(text) > 60:
        return False
    first = words[0].lower().rstrip(".")
    if first in _NOBODY or len("".join(words)) < 2:
        return False
    if sure:
        return True
    known = first in entries("given_names")
    if 1 < len(words) <= 3 and (len(first) == 1 or first in _SHORT) and words[-1].lower() in entries("surnames"):
        return words[0][0].isupper() and words[-1][0].isupper()
    return (known and len(words) <= 3) or (first in _TITLES and 1 < len(words) <= 3 and words[-1][0].isupper())

"""personal-data-in-link: the link names a person, or carries a number that belongs to one."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.model.policy import Owner
from linkwell.model.span import Span
from linkwell.text import personal
from linkwell.text.personal import decoded
from linkwell.text.query import parameters, path_place

_PHONES: Final = frozenset(
    "phone tel telephone mobile cell msisdn phonenumber phone_number phone-number phoneno phone_no mobilenumber mobile_number "
    "mobileno cellphone cell_phone cellnumber contact_number contactnumber contact_phone customer_phone customerphone home_phone "
    "work_phone userphone user_phone phone1 phone2 mob handy telefon telefono telefone smsnumber sms_number whatsapp".split()
)
_PERHAPS_PHONES: Final = frozenset("to sms recipient contact caller ph receiver sender".split())
_SSNS: Final = frozenset(
    "ssn social socialsecurity social_security socialsecuritynumber social_security_number ssnumber ss_number tin itin".split()
)
_CARDS: Final = frozenset(
    "card cards cardnumber card_number card-number cc ccnum cc_num ccnumber cc_number creditcard credit_card credit-card "
    "credit_card_number pan debit debitcard debit_card cardno card_no payment_card pay payment payments checkout billing charge".split()
)
_KEYS: Final = _PHONES | _SSNS | _CARDS
_MAYBE_SSNS: Final = frozenset({"id", "number", "member"})
_NAMES: Final = frozenset(
    "first_name firstname first-name last_name lastname last-name full_name fullname full-name surname given_name givenname "
    "family_name familyname customer_name customername contact_name contactname client_name clientname patient_name patientname "
    "applicant_name applicantname attendee_name attendeename parent_name parentname child_name childname student_name studentname "
    "employee_name employeename member_name membername buyer_name buyername tenant_name tenantname borrower_name donor_name visitor_name "
    "passenger_name passengername resident_name owner_name lead_name "
    "guest_name guestname recipient_name recipientname middle_name maiden_name vorname nachname prenom apellido apellidos cognome".split()
)
_HALVES: Final = frozenset({"fname", "lname"})  # alone the first may be a file's
_PERHAPS_NAMES: Final = frozenset(
    "name fname lname first last nom nombre nome customer client patient guest recipient contact attendee person cname your_name "
    "yourname user_name displayname display_name".split()
)
# Numbers under such names are counted, not dialled or charged.
_COUNTED: Final = re.compile(
    r"(?:.*[_\-])?(?:id|ids|no|num|nr|number|code|ref|reference|order|orders|orderid|orderno|invoice|track|tracking|trackingnumber|trknbr|tracknum"
    r"|parcel|shipment|awb|booking|ticket|case|quote|job|sku|item|product|part|pid|isbn|ean|gtin|upc|imei|serial|ts|time|timestamp|date|q|query"
    r"|search|fbid|eventid|story|ad|adset|campaign|utm_.*|cid|uid|oid|sid|tid|rid|aid|gid|iid|v|ver|version|rev|hash|key|token|sig|pin|po"
    r"|account|acct|policy|claim|member|s)|.*(?:id|number|code)",
)
# Addresses in these links are meant to be there: the business's own chat, calendar, map or page.
_OPEN_HOSTS: Final = frozenset(
    "wa.me whatsapp.com t.me telegram.me viber.com signal.me outlook.office365.com outlook.office.com outlook.live.com teams.microsoft.com "
    "paypal.com calendar.google.com facebook.com m.me sentry.io callto.com zellepay.com venmo.com".split()
)
_LONG_NUMBER: Final = re.compile(r"\d[\d\-. ]{5,}\d")

_Told = tuple[str, str]
_Datum = tuple[int, int, str, str]


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link with an e-mail address, a phone, social security or card number, or a person's name in it.

    Numbers count only where a parameter's name says what they are or they can be nothing else; names only under names such as ``name``.
    A business's own addresses (``info@``, free numbers, the owner's in the policy, chat and calendar links) are nobody's.
    """
    owner = context.policy.owner
    for index, link in enumerate(message.links):
        written = link.written
        if link.kind is LinkKind.OTHER:
            continue
        datum = _in_query(link, owner) if "=" in written else None
        if datum is None and ("@" in written or "%40" in written or _LONG_NUMBER.search(written)):
            datum = _in_path(link, owner)
        if datum is not None:
            start, end, what, detail = datum
            span = Span(link.span.start + start, link.span.start + end)
            yield Finding(CHECK, span, detail=detail, link=index, title_here=f"{what} stands in this link")


def _in_query(link: Link, owner: Owner) -> _Datum | None:
    for one in parameters(link.written):
        written = one.value
        if not written or len(written) < 2:
            continue
        told: _Told | None = None
        name, value = one.name.lower(), decoded(written)
        if value[-1:].isdigit():
            told = _number(name, value, unquote(written), owner, shared=_is_open(link))
        elif name in _NAMES or name in _PERHAPS_NAMES:
            both = name in _HALVES and all(f"{half}=" in link.written.lower() for half in _HALVES)
            told = _name(value, sure=both or name in _NAMES)
        if told is None and "@" in value and not _is_open(link):
            told = _email(value, owner)
        if told is not None:
            return (one.start, one.end, *told)
    return None


def _in_path(link: Link, owner: Owner) -> _Datum | None:
    if _is_open(link):
        return None
    start, end = path_place(link.written)
    before = ""
    for segment in link.written[start:end].split("/"):
        if len(segment) > 6:
            value = unquote(segment)
            told = _email(value, owner) if "@" in value else None
            if told is None and value[-1:].isdigit() and (before in _KEYS or value[0] == "+" or personal.is_written_out(value)):
                told = _number(before, value, value, owner, shared=False)
            if told is not None:
                return (start, start + len(segment), *told)
        start, before = start + len(segment) + 1, segment.lower()
    return None


def _number(name: str, value: str, plain: str, owner: Owner, *, shared: bool) -> _Told | None:
    """Judge a value that ends with a digit; ``plain`` is the same with its plus kept."""
    counted = _COUNTED.fullmatch(name) is not None
    if personal.is_ssn(value, sure=name in _SSNS) and (name in _SSNS or name in _MAYBE_SSNS or not counted):
        return "A social security number", f"It ends in {value[-4:]}. With it others can pass for this person."
    if personal.is_card(value) and (name in _CARDS or not counted):
        return "A card number", f"It ends in {value[-4:]}. With it others can pay."
    number = None
    if not shared and (name in _PHONES or name in _PERHAPS_PHONES):
        number = personal.phone(plain if plain[:1] == "+" else value.strip(), sure=name in _PHONES)
    elif not shared and (personal.is_international(plain) or (not counted and personal.is_written_out(value.strip()))):
        number = plain
    if number is None or _bare(number) == _bare(owner.phone):
        return None
    return "A phone number", f"Everybody who sees this link learns of {value.strip()}."


def _name(value: str, *, sure: bool) -> _Told | None:
    if not personal.is_name(value, sure=sure):
        return None
    return "A person's name", f"Everybody who sees this link learns of “{value.strip()}”."


def _email(value: str, owner: Owner) -> _Told | None:
    address = personal.email(value)
    if address is None or address.lower() == owner.email.lower():
        return None
    return "An e-mail address", f"Everybody who sees this link learns of “{address}”."


def _is_open(link: Link) -> bool:
    return link.domain in _OPEN_HOSTS or link.host in _OPEN_HOSTS


def _bare(number: str) -> str:
    return "".join(filter(str.isdigit, number))[-10:]


CHECK = Check(
    code="personal-data-in-link",
    severity=Severity.BLOCK,
    title="Personal data stands in this link",
    why="A link is passed on, shown on lock screens, and kept by every server and analytics tool on the way. What it says of a person can "
    "no longer be called back, and privacy laws hold the sender to account.",
    fix="Take it out. Let the page know the person by a number that says nothing to others.",
    bad=(
        "https://acme.com/u?email=dana@acme.com",
        "https://acme.com/u?e=dana.lopez%40gmail.com&utm_source=sms",
        "https://acme.com/unsubscribe/dana@gmail.com",
        "https://acme.com/rsvp?phone=4155550123",
        "https://acme.com/rsvp?tel=(415)%20555-0123",
        "https://acme.com/rsvp?x=%2B14155550123",
        "https://acme.com/verify?ssn=123456789",
        "https://acme.com/verify?n=123-45-6789",
        "https://acme.com/pay?card=4111111111111111",
        "https://acme.com/pay/4111-1111-1111-1111",
        "https://acme.com/rsvp?first_name=Dana",
        "https://acme.com/rsvp?name=Dana+Lopez",
    ),
    good=(
        "https://acme.com/orders/4155550123?ts=1796119200&id=4111111111111111",
        "https://acme.com/track?number=4111111111111111&order=123-45-6789",
        "https://wa.me/14155550123 or https://api.whatsapp.com/send?phone=14155550123",
        "https://medium.com/@dana, https://www.google.com/maps/@40.7127,-74.0059,15z and https://unpkg.com/react@18.2.0",
        "https://acme.com/contact?to=info@acme.com&tel=18005550123",
        "https://acme.com/menu?name=Summer+Menu&first=1&last=20",
        "https://acme.com/isbn/9780306406157?lat=40.712776&lon=-74.005974&price=1249.50&d=2026-12-01",
        "https://acme.com/o/123e4567-e89b-12d3-a456-426614174000",
    ),
    source="https://support.google.com/analytics/answer/6366371",
    find=find,
)

"""link-in-verification: a message with a one-time code has a link, too."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Message
from linkwell.text.languages import Reading, reading
from linkwell.text.languages.language import fold
from linkwell.text.tokens import tokens
from linkwell.text.wording import first_web_link

_PROOF = (
    r"(?:verification|verify|log-?in|log\s+in|sign-?\s?in|authentication|auth|one[- ]?time|single[- ]use"
    r"|2fa|mfa|two[- ](?:factor|step)|(?:account\s+)?recovery|password\s+reset|reset|otp)"
)
_SECRET = r"(?:pass\s?codes?|codes?|pins?|passwords?|otps?)"
_CODE = r"(?:[A-Z]{1,2}-)?(?:\d{3}[- ]\d{3,4}|\d{2}[- ]\d{2}[- ]\d{2}|\d{4,8}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{5,8})"
_IS = r"[\s\"'“*]{0,3}(?:is|are|:|=|-|–|#)?[\s:#\"'“*]{0,4}"
_FOR = r"(?:(?:for|to)\s+[^.!?:\n\d]{1,40}?)?"
_NAMES = r"(?:[\w&'’.-]+\s+){0,3}?"
_DIGITS = r"(?:\d{3}[- ]\d{3,4}|\d{4,8})"

# Said of nothing but a one-time code.
_SURE = re.compile(
    rf"\b{_PROOF}\s+(?:{_SECRET}\b\s{{0,2}})(?:\([^)\n]{{1,12}}\)\s{{0,2}})?{_FOR}{_IS}{_CODE}\b"
    rf"|\b(?:verification|otp)\b\s{{0,2}}{_FOR}{_IS}{_CODE}\b"
    rf"|\b{_CODE}[\s\"'”*]*(?:is|as|=|-)\s+(?:[\w&'’.-]+\s+){{0,4}}?{_PROOF}(?:\s+{_SECRET}|(?<=otp))\b"
    rf"|\b(?:enter|use|type)\s+(?:the\s+|this\s+)?(?:{_SECRET}\s+)?:?\s*{_CODE}\s+to\s+"
    r"(?:(?:finish|complete|continue)\s+)?(?:verify|verification|log\s*in|logging\s+in|sign\s*in|signing\s+in|authenticate"
    r"|confirm\s+your\s+(?:identity|e-?mail|phone|number|account))\b"
    rf"|\bc[oó]d(?:e|igo|ice)\s+(?:de|di)\s+v[eé]rifica\w+\s{{0,2}}{_IS}{_CODE}\b"
    rf"|\b(?:verify|confirm|log\s?in|sign\s?in)\b[^.!?\n]{{0,40}}?\b(?:with|using|code|passcode|enter|entering|type|typing)\s+(?:(?:the"
    rf"|this)\s+)?(?:{_SECRET})?:?\s*{_DIGITS}\b"
    rf"|\btemp(?:orary|\.)?\s+password\b{_IS}{_CODE}\b"
    rf"|\bpin\b{_IS}{_DIGITS}\s+(?:to|for)\s+(?:log|sign|verif)"
    r"|\bG-\d{5,8}\b",
    re.IGNORECASE,
)
# Said of other codes, too: those for doors, discounts and meetings.
_MAYBE = re.compile(
    rf"\b(?:your|the)\s+{_NAMES}(?:pass\s?code|code)\b\s{{0,2}}{_FOR}{_IS}{_DIGITS}\b"
    rf"|(?:\A|[.!?\n\]]\s*){_NAMES}(?:pass)?code\s*[:=]?\s*(?:\d{{3}}[- ]\d{{3}}|\d{{6}})\b"
    rf"|\b(?:share|disclose|reveal)\s+(?:this|your|the)\s+{_SECRET}\b[^\n]{{0,30}}?\b{_DIGITS}\b"
    rf"|\b(?:security|authori[sz]ation)\s+code\b{_IS}{_DIGITS}\b"
    rf"|\b{_DIGITS}[\s\"'”*]*(?:is|as|=|-|–)\s+(?:your|the)\s+{_NAMES}(?:pass\s?code|code)\b",
    re.IGNORECASE,
)
_OTHER_CODES = re.compile(
    r"\b(?:promo\w*|discounts?|coupons?|vouchers?|offers?|deals?|referral|refer|invit\w+|gifts?|rewards?|checkout|shop\w*|stores?"
    r"|save|off|sale"
    r"|redeem|raffle|tickets?|gate|doors?|locks?|lock\s?box|lockers?|keypad|keys?|keyless|entry|entrance|enter the|building|garage"
    r"|park\w*|rooms?"
    r"|units?|apartment|apt|house|home|cabin|suite|check-?\s?in|property|rental|rent|stay|trip|hotel|visit|tour|event|rsvp"
    r"|appointment|access|alarm"
    r"|wi-?fi|network|zip|post\w*|area|dress|qr|bar|colou?r|error|tax|class|course|exam|quiz|zoom|meet\w*|webinar|teams|calls?"
    r"|dial\w*|conference"
    r"|join\w*|session|bridge|pick\w*[- ]?\s?up|orders?|deliver\w*|driver|parcel|package|track\w*|collect\w*|curbside|table|reserv\w+"
    r"|book\w+"
    r"|flight|claims?|cases?|members?|membership|library|loyalty|product|item|model|part|menu|gym|studio|sku|ref|reference|student"
    r"|employee|patient"
    r"|donor|voter|invoice|bill|activat\w+|regist\w+|school|enrol\w*|survey|kiosk)\b|%",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_HINTS = (
    "code",
    "otp",
    "password",
    "verif",
    "g-",
    "to sign in",
    "to log in",
    "to login",
    "confirm your",
    "signing in",
    "logging in",
    "código",
)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding, at the first web link, where the words around it hand out a one-time code.

    They are understood in English, Spanish, French, German, Portuguese, Italian and Dutch.
    """
    lowered, read = message.text.lower(), reading(message.text)
    english = b"pin" in tokens(message.text) or any(map(lowered.__contains__, _HINTS))  # never “shipping”
    if not english and read is None:
        return
    first = first_web_link(message)
    if first is None:
        return
    said = _without_links(message)
    if _NUMBER.search(said) is None or not ((english and _hands_out_code(said)) or (read is not None and _abroad(said, read))):
        return
    detail = (
        "A text with a one-time code should hold nothing to tap: scams look like that, and phones that fill the code in may not see it."
    )
    yield Finding(CHECK, message.links[first].span, detail=detail, link=first)


def _hands_out_code(said: str) -> bool:
    if _SURE.search(said) is not None:
        return True
    return _MAYBE.search(said) is not None and _OTHER_CODES.search(said) is None


def _abroad(said: str, read: Reading) -> bool:
    folded = fold(said)
    return any(
        language.code.within(folded) or (language.maybe_code.within(folded) and not language.other_codes.within(folded))
        for language in read.languages
    )


def _without_links(message: Message) -> str:
    pieces, start = [], 0
    for link in message.links:
        pieces.append(message.text[start : link.span.start])
        start = link.span.end
    return "\n".join([*pieces, message.text[start:]])


CHECK = Check(
    code="link-in-verification",
    severity=Severity.WARN,
    title="A code and a link in one message",
    why="People are told never to tap a link in a text with a code: that is how accounts are stolen. Carriers look at such texts twice.",
    fix="Send the code alone, and the link in a text of its own. "
    "Codes are found in English, Spanish, French, German, Portuguese, Italian and Dutch texts.",
    bad=(
        "Your Acme verification code is 482910. Not you? https://acme.com/help",
        "482910 is your login code https://acme.com",
        "G-482910 is your code. https://acme.com/verify",
        "Your code is 4821. Enter it at https://acme.com/verify",
        "OTP: 482 910 https://acme.com",
        "Tu código de verificación es 482910. ¿No eres tú? https://acme.com/x",
        "Ihr Bestätigungscode lautet 482910. https://acme.com/x",
    ),
    good=(
        "Your verification code is 482910",
        "Use code SAVE20 at https://acme.com/sale",
        "Your gate code is 4821. Map: https://acme.com/map",
        "Join: https://acme.zoom.us/j/123456789 Passcode: 482910",
        "Your order code is 4821, track it: https://acme.com/t",
        "Verify your email: https://acme.com/verify?code=482910",
        "Le code de la porte est 4821. Plan : https://acme.com/map",
    ),
    gives_way=True,
    find=find,
)

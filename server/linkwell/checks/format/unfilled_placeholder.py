"""unfilled-placeholder: the template still has a gap in it."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.span import Span

_WHOSE = (
    r"your|the|insert|add|enter|customer|client|contact|company|business|order|first|last|full|user|short|tracking|booking|payment|"
    r"appointment|pick-?up|delivery|staff|clinic|event|doctor|patient|member|guest|store|shop|team|school|service|invoice|due|"
    r"meeting|survey|review|form|agent|manager|rep|advisor|driver|technician|tech|owner|employee|sender|recipient|child|pet|"
    r"property|listing|vehicle|location|branch|salon|office|hotel|restaurant|product|item|account|case|ticket|policy|claim|start|"
    r"end|arrival|departure|check-?in|check-?out|expiry|expiration|billing|shipping|registration|sign-?up|video|zoom|calendar|map|"
    r"download|reset|login|activation|unsubscribe|opt-?out|promo|total|phone|mobile|cell"
)
_NOUN = (
    rf"(?:(?:{_WHOSE})(?:['’]s)? ){{0,2}}"
    r"(?:link(?: to (?:the |your )?\w+)?|url|website|web ?site|domain|name|first ?name|last ?name|fname|lname|surname|company|business|"
    r"date|time|phone|number|code|email|address|amount|price|product|order|order id|(?:order|invoice|ticket|case|account) ?#|id|city|"
    r"location|store|agent|customer|client|contact|recipient|coupon|discount|here|day|"
    r"month|tracking|pr[eé]nom|nom|nombre|apellidos?|vorname|nachname|kundenname|lien|enlace|fecha|hora|datum|uhrzeit|nome|cognome|voornaam|"
    r"naam|empresa|entreprise|firma|numéro|número|nummer|código|telefon|teléfono|adresse|dirección|importe|montant|betrag)(?: here)?"
)
_MARKS = re.compile(  # where a gap may begin: what closes it follows
    r"\{(?=\{?[^{}\n]{1,60}\})|\$(?=[{A-Za-z])|<(?=<?[^<>\n]{1,60}>)|\*(?=\|[A-Z0-9])|%(?=%?[^%\s]{1,60}%)|\[(?=\[?[^\[\]\n]{1,60}\])"
    r"|%(?:(?<=[a-zA-Z,.:!]\s%)|(?<=[(\"“]%)|(?<=^%))(?=(?:\d\$)?[sd]\b)|[«‹](?=[^«»‹›\n]{2,40}[»›])"
)
_ORDERS = re.compile(r"\b(?:INSERT|PASTE|ADD|ENTER|[Ii]nsert|[Pp]aste) ")
_GAP = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}"
    r"|\$?\{[ !$]?[A-Za-z_0-9][\w .|:'\-]{0,50}\}"
    r"|\{%[^{}\n]{1,60}%\}"
    r"|<%[^<>\n]{1,60}%>"
    r"|\[%[^%\[\]\n]{1,40}%\]"
    r"|\$(?:FIRST_?NAME|LAST_?NAME|NAME|LINK|URL|first_?name|last_?name|customer_name|link|url)\b\$?"
    r"|%(?![0-9A-Fa-f]{2})[a-z]{2,20}[._][a-z_.]{2,30}%"
    r"|<<[^<>\n]{1,40}>>"
    r"|\*\|[A-Z0-9:_]{1,40}\|\*"
    r"|\[object Object\]"
    r"|%(?:\d\$)?[sd](?![\w%'’])"
    rf"|[«‹] ?(?i:{_NOUN.replace(' ', '[ _]?')}) ?[»›]"
    r"|%%[A-Za-z_]\w{0,40}%%"
    r"|%(?![0-9A-Fa-f]{2})[A-Z][A-Z0-9_]{1,30}%"
    rf"|%(?i:{_NOUN.replace(' ', '_')})%"
    rf"|\[\[?(?i:{_NOUN}|[a-z]+_[a-z_]+)\]\]?(?!\(|https?:|www\.)"
    rf"|<(?i:{_NOUN.replace(' ', '[ _]')}|[a-z]+_[a-z_]+)>"
    r"|(?:INSERT|PASTE|ADD|ENTER) (?:YOUR |THE |A )?(?:LINK|URL|NAME|DATE|CODE|TEXT|WEBSITE|NUMBER)(?: HERE)?\b"
    r"|(?i:insert|paste) (?i:your |the |a )?(?i:link|url) (?i:here)\b"
    r"|(?i:insert|paste) (?i:your |the |a |customer )?(?i:link|url|name|date|time|code|number)(?= ?[)\]])"
)
_LABEL = re.compile(r"\[(?!your|the|insert|add|enter)\w+ (?:link|url|website)\]", re.IGNORECASE)  # before a link it names that one
_LINK = re.compile(r"[:\s]{1,3}(?:https?:|www\.)", re.IGNORECASE)
# What a program writes in place of a value that it does not have.
_NOTHING = re.compile(
    r"\b(?:[Hh](?:i|ello|ey)|Dear|Hola|Bonjour|Hallo|Ciao|Ol[aá]|[Tt]hanks|[Tt]hank you),? (?P<who>undefined|null|None|NaN)(?=[ ,.!:;]|$)"
    r"|https?://[^\s?#]{3,200}/(?P<page>undefined|null|NaN)(?![\w-])"
)
_FENCED = re.compile(r"(##|@@)[A-Za-z][A-Za-z_]{1,30}\1|__[A-Z][A-Z_]{1,30}__")


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every gap that a template engine should have filled."""
    for gap in _gaps(message.text):
        span = Span(*gap.span(gap.lastgroup or 0))
        link, written = message.link_over(span), span.of(message.text)
        detail = f"People would read “{written}” as it stands here."
        yield Finding(CHECK, span, detail=detail, link=link, title_here=f"“{written}” was not filled in")


def _gaps(text: str) -> Iterator[re.Match[str]]:
    end = 0
    marked = "{" in text or "[" in text or "%" in text or "<" in text or "$" in text or "*" in text
    marked = marked or (not text.isascii() and ("«" in text or "‹" in text))
    for mark in _MARKS.finditer(text) if marked else ():
        if mark.start() >= end and (gap := _GAP.match(text, mark.start())) is not None:
            end = gap.end()
            if _LABEL.fullmatch(gap.group()) is None or _LINK.match(text, end) is None:
                yield gap
    if "nsert " in text or "aste " in text or "NSERT " in text or "ASTE " in text or "ADD " in text or "NTER " in text:
        for order in _ORDERS.finditer(text):
            gap = _GAP.match(text, order.start())
            if gap is not None:
                yield gap
    if "##" in text or "@@" in text or "__" in text:
        yield from _FENCED.finditer(text)
    if "undefined" in text or "null" in text or "NaN" in text or " None" in text:
        yield from _NOTHING.finditer(text)


CHECK = Check(
    code="unfilled-placeholder",
    severity=Severity.BLOCK,
    title="A gap of the template was not filled in",
    why="The template did not get its name, link or date. People see the braces, cannot tap the link, and take the message for spam.",
    fix="Fill it in, or send the message from the template again.",
    bad=(
        "Hi {{first_name}}, your order is ready",
        "Hi {first_name}, your order is ready",
        "Your order: [URL]",
        "Your order: %LINK%",
        "Hi <<name>>, see you",
        "Your order: INSERT LINK HERE",
        "https://acme.com/{{id}}",
        "https://acme.com/o?n=%ORDER_ID%",
        "Hi *|FNAME|*, hello",
        "Hi ${name}, hello",
        "Hi [First Name], hello",
        "Hi {!Contact.FirstName}, hello",
        "Hi <%= name %>, hello",
        "Hi __NAME__, see ##LINK##",
        "Bonjour [PRÉNOM], bonjour",
        "Your order is here: (insert link)",
        "Hi «FirstName», your order is ready",
        "Hi undefined, your order is ready",
        "Track it at https://acme.com/orders/undefined",
        "Hi %s, you are next. [Agent Name]",
    ),
    good=(
        "[Acme] Your code is 123456",
        "20% off today, 30% off tomorrow",
        "https://acme.com/caf%C3%A9%E2%82%AC%20x",
        "I <3 this place, 5 < 6 > 4",
        "[1/2] Hello [STOP to end]",
        "Read [our terms](https://acme.com/terms)",
        "Save 100% in the {} sale",
        "[Save the date] and [video link below], it is $50 or 50%_off%",
        "Insert your card, then add the name of your guest",
        "« Menu » du jour, undefined behaviour, null and void, 100 %d'accord",
        "[Zoom link] https://zoom.us/j/81234567890",
        "https://acme.com/null-modem and https://acme.com/x?variant=null",
    ),
    locked=True,
    claims_span=True,
    needs_link=False,
    find=find,
)

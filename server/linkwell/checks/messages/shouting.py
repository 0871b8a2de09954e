"""shouting: words in capitals, and marks in a row."""

import re
from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.span import Span

_CAPITALS: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ ][A-ZÀ-ÖØ-Þ]")
_RUN: Final = re.compile(r"(?<![\w@#/.&'’-])[A-ZÀ-ÖØ-Þ]{2,15}(?:[ ,]{1,2}[A-ZÀ-ÖØ-Þ]{2,15}){2}(?![\w@/&-]|\.\w)")
_WORD: Final = re.compile(r"(?<![\w@#/.&'’-])[A-ZÀ-ÖØ-Þ]{4,}(?![\w@/&-]|\.\w)")
_KEYWORD: Final = re.compile(
    r"(?:reply|text|txt|send|type|respond|code|coupon|promo|voucher|password|with|word|or|enter|use|ref|reference|sku|model"
    r"|plate)[\s:\"'“‘]*\Z",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"\s*(?:\[[^\]\n]{1,40}\]|\([^)\n]{1,40}\)|[^a-z:\n]{1,40}(?::|\s[-–—|]\s))")
_MARKS: Final = re.compile(r"!{3,}|\$\$\$+|(?:[!?]{2}!|\?{3})[!?]*")
_LINE: Final = 40  # characters of a quotation

# What is written in capitals without being loud: keywords of SMS programs, and names that are said letter by letter or as one word.
_NOT_LOUD: Final = frozenset(
    (
        "STOP HELP START UNSTOP STOPALL QUIT CANCEL INFO UNSUBSCRIBE OPTOUT OPTIN JOIN CONFIRM ALTO PARAR ARRET AYUDA AIDE "
        "HIPAA COVID ASAP NASA NATO USPS FAQS AARP ASPCA COBRA ESPN FAFSA FEMA FERPA FICO FINRA FMLA GDPR HDMI HVAC IBAN IKEA ISBN LASIK "
        "LEED LGBT LGBTQ MCAT LSAT GMAT TOEFL IELTS MRSA NASCAR NASDAQ NCAA NYPD FDNY LAPD NYSE OSHA PAYE PDFS RSVP SAAS TANF TDAP "
        "TRICARE "
        "UCLA UNESCO UNICEF USAA USCIS USDA USMC VISA WIFI YMCA YWCA CCPA CFPB CTIA CPAP EMEA APAC GMBH PLLC FIFA UEFA HMRC DVLA "
        "BUPA RSPCA NSPCC OFSTED OFCOM OFGEM STEM UCAS UNHCR EBAY CAPTCHA BYOD BYOB BOGO NAATI MSRP EFTPOS PAYG IMAX SXSW NPHC"
    ).split()
)
# What a sender's name is not made of.
_CRIES: Final = frozenset(
    (
        "SALE SALES FREE NOW WIN WINNER URGENT FINAL LAST CHANCE OFF HURRY LIMITED OFFER OFFERS ALERT IMPORTANT WARNING ATTENTION "
        "TODAY ONLY DEAL "
        "DEALS SAVE SAVINGS HUGE MEGA BUY ACT CLICK CALL FLASH BIG BEST NEW NOTICE EXCLUSIVE SPECIAL TONIGHT ENDS ENDING DAY DAYS "
        "HOURS LEFT"
    ).split()
)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield at most one finding for words and one for marks."""
    text = message.text
    if _CAPITALS.search(text) is not None:
        yield from _words(message, context)
    if "!!" in text or "??" in text or "$$$" in text or "?!" in text or "!?" in text:
        for marks in _MARKS.finditer(text):
            span = Span(marks.start(), marks.end())
            if message.link_over(span) is None:
                yield Finding(CHECK, span, detail=f"“{marks.group()[:12]}” makes a text look like spam; one mark says as much.")
                return


def _words(message: Message, context: Context) -> Iterator[Finding]:
    text = message.text
    name = _NAME.match(text)
    start = name.end() if name is not None and _CRIES.isdisjoint(re.findall(r"\w+", name.group())) else 0
    quiet = _NOT_LOUD
    if context.policy.brands:
        quiet |= {part.upper() for brand in context.policy.brands for one in brand.names for part in one.split()}
    loud: list[Span] = []
    for word in _WORD.finditer(text, start):
        span = Span(word.start(), word.end())
        if (
            word.group() not in quiet
            and message.link_over(span) is None
            and _KEYWORD.search(text, max(0, span.start - 12), span.start) is None
        ):
            loud.append(span)
            if len(loud) > 1:  # one may be a name
                yield _finding(text, Span(loud[0].start, span.end))
                return
    for run in _RUN.finditer(text, start):
        if quiet.isdisjoint(run.group().replace(",", " ").split()) and message.link_over(Span(run.start(), run.end())) is None:
            yield _finding(text, Span(run.start(), run.end()))
            return


def _finding(text: str, span: Span) -> Finding:
    said = span.of(text)
    shown = said if len(said) <= _LINE else f"{said.split()[0]} … {said.split()[-1]}"
    return Finding(CHECK, span, detail=f"“{shown}” reads as if you shouted.")


CHECK = Check(
    code="shouting",
    severity=Severity.HINT,
    title="This reads as shouting",
    why="Capitals and marks in a row are what scams look like: people trust the text less, and spam filters count them.",
    fix="Write the words in small letters, and one mark.",
    bad=(
        "HUGE SALE at https://acme.com/sale",
        "Sale now!!! https://acme.com/sale",
        "Save $$$ at https://acme.com/sale",
        "LAST chance, EVERYTHING goes: https://acme.com/sale",
        "CALL US BACK WHEN YOU CAN",
    ),
    good=(
        "Huge sale! https://acme.com/sale Reply STOP to opt out, HELP for help",
        "ACME BIKES: your order is ready https://acme.com/x",
        "Your HIPAA and COVID forms: https://acme.com/x",
        "Use code SPRING or SUMMER at https://acme.com/sale",
        "https://ACME.com/SALE/SPRING",
    ),
    needs_link=False,
    find=find,
)

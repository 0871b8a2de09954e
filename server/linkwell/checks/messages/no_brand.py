"""no-brand: a first or a campaign text in which the sender is never named."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.policy import Brand, Policy
from linkwell.model.span import Span

_MARKS = str.maketrans(dict.fromkeys("'’‘ʼ`´®™©", "") | dict.fromkeys("-‐‑–—_", " ") | {"&": " and ", "+": " and "})


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding, of the message as a whole, where none of the policy's brands is named beside the links."""
    brands = context.policy.brands
    if not brands or not (message.campaign or context.first_contact) or not message.text.strip():
        return
    names = _names(brands)
    if names is None or names.search(_plain(_said(message, names))) is not None:
        return
    which = "campaign" if message.campaign else "first"
    name = next(name for brand in brands for name in brand.names if name.strip())
    yield Finding(CHECK, Span(0, 0), detail=f"This is a {which} text, and it never says {name}: people cannot tell who texts them.")


def _said(message: Message, names: re.Pattern[str]) -> str:
    """Return the text without its links; a link that is a name, such as "Booking.com", is one that says it."""
    pieces, start = [], 0
    for link in message.links:
        if names.fullmatch(_plain(link.written)) is None:
            pieces.append(message.text[start : link.span.start])
            start = link.span.end
    return " ".join([*pieces, message.text[start:]])


def _plain(text: str) -> str:
    """Return a text as names are compared: whatever its case, accents, apostrophes, hyphens and spaces."""
    letters = unicodedata.normalize("NFKD", text.translate(_MARKS)).casefold()
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


@lru_cache(maxsize=64)
def _names(brands: tuple[Brand, ...]) -> re.Pattern[str] | None:
    names = {plain for brand in brands for name in brand.names if (plain := _plain(name))}
    if not names:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?:s\b|(?!\w))")


CHECK = Check(
    code="no-brand",
    severity=Severity.WARN,
    title="This text does not say who sends it",
    why="People do not open links of a number that they do not know, and report the text as spam. Carriers ask that the sender is named "
    "in the first text of a conversation and in every campaign text.",
    fix="Begin with the name of your business.",
    bad=(
        "Sale today: https://acme.example/sale",
        "Hi Dana, your table is booked for 8.",
        "20% off at https://go.acme.example/7xkq2mf4",
        "Our acmes are the best",
    ),
    good=(
        "Acme Bikes: sale today https://acme.example/sale",
        "Thanks from all of us at ACME-BIKES!",
        "Acme Bike’s sale: 20% off",
        "Hi Dana, Harper & Sons here",
    ),
    source="https://www.ctia.org/the-wireless-industry/industry-commitments/messaging-interoperability-sms-mms",
    needs_link=False,
    example_context=Context(
        Policy(brands=(Brand(("Acme Bikes", "Acme Bike"), ("acme.example",)), Brand(("Harper and Sons",)))), first_contact=True
    ),
    find=find,
)

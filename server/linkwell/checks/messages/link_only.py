"""link-only: a message of nothing but a link."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Message
from linkwell.text.wording import first_web_link

_SAYS_SOMETHING = re.compile(r"[^\W_]")


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding where no letter and no digit stands beside the links."""
    start = 0
    for link in message.links:
        if _SAYS_SOMETHING.search(message.text, start, link.span.start) is not None:
            return
        start = link.span.end
    if _SAYS_SOMETHING.search(message.text, start) is not None:
        return
    first = first_web_link(message)
    if first is not None:
        link = message.links[first]
        detail = "Nothing in this message says who sends it or what the link opens."
        yield Finding(CHECK, link.span, detail=detail, link=first)


CHECK = Check(
    code="link-only",
    severity=Severity.WARN,
    title="This message is only a link",
    why="A link without a word looks like a scam: people do not tap it, and carriers filter it sooner than one that says what it is about.",
    fix="Write who you are and what the link opens.",
    bad=(
        "https://acme.com/x",
        " acme.com/sale ",
        "👉 https://acme.com/x 👈",
        "https://acme.com/a\nhttps://acme.com/b",
        "(https://acme.com/x)",
    ),
    good=(
        "Your order: https://acme.com/x",
        "https://acme.com/x thanks",
        "👉 Menu https://acme.com/menu",
        "问 https://acme.com/x",
        "tel:+15550100",
    ),
    source="https://www.ctia.org/the-wireless-industry/industry-commitments/messaging-interoperability-sms-mms",
    gives_way=True,
    find=find,
)

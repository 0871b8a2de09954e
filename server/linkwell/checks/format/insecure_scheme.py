"""insecure-scheme: the link asks for an unencrypted page."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.span import Span


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link that is written with ``http://`` and leads away from us.

    It offers no edit: a server need not answer on https, and nothing here has asked it.
    """
    for index, link in enumerate(message.links):
        if (
            link.written[4:5] == ":"
            and link.written[:7].lower() == "http://"
            and link.url is not None
            and link.kind is not LinkKind.TRACKED
        ):
            span = Span(link.span.start, link.span.start + 7)
            yield Finding(CHECK, span, detail=f"Open https://{link.host} in a browser; if it works, write https here.", link=index)


CHECK = Check(
    code="insecure-scheme",
    severity=Severity.WARN,
    title="This link is not encrypted",
    why="Browsers warn of pages without https, everybody on the same network can read and change them, and carriers reject texts that link "
    "to them.",
    fix="Write https:// where the page answers to it.",
    bad=(
        "Order: http://acme.com/sale",
        "Order: http://www.acme.com",
        "HTTP://acme.com/sale",
        "Order: http://acme.com:8080/sale.",
        "(http://acme.com/x?next=https://acme.com)",
        "http://acme.com and https://acme.com",
        "Menu:http://acme.com/menu",
        "http://bücher.de/x",
    ),
    good=(
        "Order: https://acme.com/sale",
        "Order: acme.com/sale",
        "https://acme.com/x?next=http://acme.com",
        "htp://acme.com",
        "http://127.0.0.1/x",
    ),
    source="https://www.twilio.com/docs/api/errors/30857",
    gives_way=True,
    find=find,
)

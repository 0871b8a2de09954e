"""contact-opted-out: the recipient asked for no more texts."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.span import Span


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding, of the message as a whole, where the contact opted out."""
    if context.opted_out and message.text.strip():
        detail = "They replied STOP, or asked your team in another way for no more texts."
        yield Finding(CHECK, Span(0, 0), detail=detail)


CHECK = Check(
    code="contact-opted-out",
    severity=Severity.BLOCK,
    title="This person wants no more texts",
    why="Texting somebody who opted out breaks the law in many countries and the rules of every carrier: in the US each text can cost 500 "
    "dollars or more. The provider may refuse it, or take the number away.",
    fix="Do not send it. They can ask for texts again by replying START.",
    bad=("Hi Dana, your order is ready", "https://acme.com/x is what you asked for", "See you at 5"),
    good=("Hi Dana, your order is ready", "https://acme.com/x is what you asked for", "See you at 5"),
    source="https://www.ecfr.gov/current/title-47/section-64.1200",
    locked=True,
    needs_link=False,
    example_context=Context(opted_out=True),
    good_context=Context(),
    find=find,
)

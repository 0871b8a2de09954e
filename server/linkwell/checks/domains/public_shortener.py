"""public-shortener: the link sits on a domain that anyone can shorten with."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.text.parts import parts
from linkwell.text.shorteners import is_usual, owner, shortener


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link on a shared short domain that the policy does not allow.

    One with a single owner is a warning, a note where its links are how that owner's maps, forms or chats are passed on.
    """
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.FOREIGN:
            continue
        name = shortener(link.host)
        if name is None or name in context.policy.allowed_shorteners or link.host in context.policy.allowed_shorteners:
            continue
        path = parts(link.written).path
        whose = owner(name, path)
        if whose is not None and is_usual(name, path):
            detail = f"It belongs to {whose}. People see neither your name nor where it leads."
            yield Finding(CHECK, link.span, detail=detail, link=index, severity_here=Severity.INFO, title_here=f"A short link of {whose}")
        elif whose is None:
            yield Finding(CHECK, link.span, detail=f"{name} is shared with other senders, and some of them send scams.", link=index)
        else:
            yield Finding(
                CHECK,
                link.span,
                detail=f"{name} belongs to {whose}. People see neither your name nor where it leads, and carriers may filter it.",
                link=index,
                severity_here=Severity.WARN,
                title_here=f"A short link of {whose}",
            )


CHECK = Check(
    code="public-shortener",
    severity=Severity.BLOCK,
    title="Public link shortener",
    why="Carriers filter texts with shared short domains, often without telling the sender, so the message may not arrive.",
    fix="Put the address that it leads to in its place, then choose “Track links”.",
    bad=(
        "Order ready: https://bit.ly/3xYz",
        "Order ready: tinyurl.com/2p8abc",
        "Order ready: https://acme.short.gy/x",
        "Our film: https://youtu.be/dQw4w9WgXcQ",
        "Buy it: https://amzn.to/3xYz",
        "We are here: https://maps.app.goo.gl/9sKd82hQpL",
    ),
    good=(
        "Order ready: https://go.acme.example/7xkq2mf4",
        "Order ready: https://acme.com/bit.ly",
        "Order ready: https://notbit.ly.acme.com/x",
        "Our film: https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    ),
    source="https://www.twilio.com/docs/api/errors/30449",
    find=find,
)

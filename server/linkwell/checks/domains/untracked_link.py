"""untracked-link: the link works, but nobody will know whether it was opened."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every plain link that could be tracked; a warning where the policy demands it."""
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.PLAIN and link.url is not None:
            severity = Severity.WARN if context.policy.require_tracking else None
            detail = "Track it and you will see here when it is opened."
            yield Finding(CHECK, link.span, detail=detail, link=index, severity_here=severity)


CHECK = Check(
    code="untracked-link",
    severity=Severity.INFO,
    title="This link is not tracked yet",
    why="Taps on an ordinary link are seen by the page behind it, not by you. A tracked link leads to the same page and counts them.",
    fix="Choose “Track links”.",
    bad=("Order ready: https://acme.com/orders/4821", "See acme.com/sale", "https://acme.com and https://acme.com/sale."),
    good=("Order ready: https://bit.ly/3xYz", "No link at all", "mailto:dana@acme.com", "https://acme/sale"),
    gives_way=True,
    find=find,
)

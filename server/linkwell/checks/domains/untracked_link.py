"""untracked-link: the link works, but nobody will know whether it was opened."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.text.tracked import may_be_tracked


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every plain link that could be tracked; where the policy demands it, a warning for each that is not.

    What may as well be two words is never taken for a link to be tracked until it begins with ``https://``.
    """
    demanded = context.policy.require_tracking
    severity = Severity.WARN if demanded else None
    for index, link in enumerate(message.links):
        if may_be_tracked(link):
            detail = "Track it and you will see here when it is opened."
        elif demanded and link.kind is LinkKind.PLAIN and link.url is not None:
            detail = "Put https:// in front of it, so that it can be tracked."
        else:
            continue
        yield Finding(CHECK, link.span, detail=detail, link=index, severity_here=severity)


CHECK = Check(
    code="untracked-link",
    severity=Severity.INFO,
    title="This link is not tracked yet",
    why="Taps on an ordinary link are seen by the page behind it, not by you. A tracked link leads to the same page and counts them.",
    fix="Choose “Track links”.",
    bad=("Order ready: https://acme.com/orders/4821", "See acme.com/sale", "https://acme.com and https://acme.com/sale."),
    good=("Order ready: https://bit.ly/3xYz", "No link at all", "mailto:dana@acme.com", "https://acme/sale", "A walk with the dog.is fun"),
    gives_way=True,
    find=find,
)

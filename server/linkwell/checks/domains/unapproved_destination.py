"""unapproved-destination: the link leads to a place that the team did not approve."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.text.patterns import fits


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every plain link that fits no approved pattern; silent where nothing was approved."""
    approved = context.policy.approved_destinations
    if not approved:
        return
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.PLAIN and link.url is not None and not any(fits(link, pattern) for pattern in approved):
            where = link.domain or link.host
            yield Finding(CHECK, link.span, detail=f"{where} is not on your team's list of places to link to.", link=index)


CHECK = Check(
    code="unapproved-destination",
    severity=Severity.WARN,
    title="This place is not on your team's list",
    why="Your team keeps a list of the places that messages may link to, so that a wrong or foreign address is noticed before it is sent.",
    fix="Link to an approved place, or ask an admin to add this one.",
    bad=(
        "https://elsewhere.org/x",
        "https://notacme.com/x",
        "https://www.harbourbikes.co.uk/x",
        "https://oakandpine.shop/blog/1",
        "https://oakandpine.shop/sale/../blog",
        "https://nordlicht.de/x",
        "See www.elsewhere.org",
        "https://elsewhere.org/acme.com",
    ),
    good=(
        "https://acme.com/x",
        "https://www.acme.com/x",
        "https://harbourbikes.co.uk/x",
        "https://oakandpine.shop/sale/1",
        "HTTPS://OAKANDPINE.SHOP/SALE/1",
        "https://a.nordlicht.de",
        "No link",
    ),
    gives_way=True,
    example_context=Context(
        policy=Policy(approved_destinations=("acme.com", "=harbourbikes.co.uk", "oakandpine.shop/sale/*", "*.nordlicht.de"))
    ),
    find=find,
)

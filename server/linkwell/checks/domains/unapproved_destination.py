"""unapproved-destination: the link leads to a place that the team did not approve."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.text.patterns import fits
from linkwell.text.shorteners import shortener
from linkwell.text.tracked import page_behind
from linkwell.text.trackers import carried, tracker


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link that leads to a place that fits no approved pattern, also through one of our own tracked links.

    Silent where nothing was approved, and of links that others find for leading somewhere else: short ones, and those that carry another.
    """
    approved = context.policy.approved_destinations
    if not approved:
        return
    for index, link in enumerate(message.links):
        place = page_behind(link, context.known) if link.kind is LinkKind.TRACKED else link
        if place is None or place.url is None or not _is_place(place) or place.host in context.tracking_hosts:
            continue
        if not any(fits(place, pattern) for pattern in approved):
            where = place.domain or place.host
            yield Finding(CHECK, link.span, detail=f"{where} is not on your team's list of places to link to.", link=index)


def _is_place(link: Link) -> bool:
    if link.kind is not LinkKind.FOREIGN or link.url is None:
        return link.kind is LinkKind.PLAIN
    return shortener(link.host) is None and carried(link.url, tracker(link.url) or "") is None


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

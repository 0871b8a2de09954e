"""denied-host: the link leads to a place that the team ruled out."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.text.patterns import fits
from linkwell.text.tracked import page_behind


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link that fits a denied pattern, whosever it is, and for tracked ones that lead to such a place."""
    denied = context.policy.denied_hosts
    if not denied:
        return
    for index, link in enumerate(message.links):
        for place in (link, page_behind(link, context.known)):
            if place is not None and place.kind is not LinkKind.OTHER and any(fits(place, pattern) for pattern in denied):
                yield Finding(CHECK, link.span, detail=f"Your team decided that no message links to {place.host}.", link=index)
                break


CHECK = Check(
    code="denied-host",
    severity=Severity.BLOCK,
    title="Your team does not link to this place",
    why="Your team keeps a list of places that messages never link to. This link leads to one of them.",
    fix="Link to another place, or ask an admin why this one is on the list.",
    bad=(
        "https://rivalbikes.com/x",
        "See www.rivalbikes.com",
        "HTTPS://WWW.RIVALBIKES.COM/X",
        "https://oldshop.co.uk",
        "https://a.nordlicht.de",
        "https://oakandpine.shop/old/1",
        "htps://rivalbikes.com/x",
    ),
    good=(
        "https://acme.com/rivalbikes.com",
        "https://notrivalbikes.com/x",
        "https://www.oldshop.co.uk/x",
        "https://nordlicht.de",
        "https://oakandpine.shop/new/1",
        "Write to dana@rivalbikes.com",
    ),
    locked=True,
    example_context=Context(policy=Policy(denied_hosts=("rivalbikes.com", "=oldshop.co.uk", "*.nordlicht.de", "oakandpine.shop/old/*"))),
    find=find,
)

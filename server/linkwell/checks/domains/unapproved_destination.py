"""unapproved-destination: the link leads to a place that the team did not approve."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from ada_url import URL

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.model.policy import Policy


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every plain link that fits no approved pattern; silent where nothing was approved."""
    approved = context.policy.approved_destinations
    if not approved:
        return
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.PLAIN and link.url is not None and not any(_fits(link, pattern) for pattern in approved):
            where = link.domain or link.host
            yield Finding(CHECK, link.span, detail=f"{where} is not on your team's list of places to link to.", link=index)


def _fits(link: Link, pattern: str) -> bool:
    host, slash, path = pattern.lower().removeprefix("https://").partition("/")
    here = link.host == host.removeprefix("=") or (host[:1] != "=" and link.host.endswith(f".{host}"))
    return here and (not path or fnmatchcase(URL(link.url or "").pathname.lower(), slash + path))


CHECK = Check(
    code="unapproved-destination",
    severity=Severity.WARN,
    title="This place is not on your team's list",
    why="Your team keeps a list of the places that messages may link to, so that a wrong or foreign address is noticed before it is sent.",
    fix="Link to an approved place, or ask an admin to add this one.",
    bad=(
        "https://evil.example/x",
        "https://notacme.example/x",
        "https://www.only.example/x",
        "https://shop.example/blog/1",
    ),
    good=(
        "https://acme.example/x",
        "https://www.acme.example/x",
        "https://only.example/x",
        "https://shop.example/sale/1",
        "No link",
    ),
    gives_way=True,
    example_context=Context(policy=Policy(approved_destinations=("acme.example", "=only.example", "shop.example/sale/*"))),
    find=find,
)

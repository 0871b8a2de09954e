"""double-tracking: a tracked link leads to another tracker or shortener, not to a page."""

from collections.abc import Iterator
from datetime import UTC, datetime

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.tracked_link import TrackedLink
from linkwell.text.find import find_links
from linkwell.text.shorteners import shortener
from linkwell.text.tracked import looked_up
from linkwell.text.trackers import carried, tracker


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every tracked link whose destination sends people on once more, and for links of others' trackers.

    The edit puts in where it leads in the end, wherever that stands in the destination or was looked up; what a shortener leads to
    is known to the network alone. Somebody else's tracker that does not say where it leads is only a note.
    """
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.TRACKED:
            tracked = looked_up(link, context.known) if context.known else None
            if tracked is None:
                continue
            through, end = _sent_on(tracked.destination, context)
        elif link.kind is LinkKind.FOREIGN and link.url is not None:
            through = tracker(link.url)
            end = carried(link.url, through) if through is not None else None
        else:
            continue
        if through is None:
            continue
        host = through.partition("/")[0]
        if link.kind is LinkKind.FOREIGN and end is None:
            detail = f"{host} counts its taps, not you, and may name the person that the link was first sent to."
            title = "This is somebody else's tracked link"
            yield Finding(CHECK, link.span, detail=detail, link=index, severity_here=Severity.INFO, title_here=title)
            continue
        detail = f"It sends people to {host} first, and from there{f' to {end}' if end else ' to a page'}."
        yield Finding(CHECK, link.span, detail=detail, link=index, edit=Edit(link.span, end) if end is not None else None)


def _sent_on(destination: str, context: Context) -> tuple[str | None, str | None]:
    """Return through what a destination sends people on, and where to, where it does and that is known."""
    through = tracker(destination)
    if through is not None:
        return through, carried(destination, through)
    links = find_links(destination, context.tracking_hosts)
    if not links:
        return None, None
    [first, *_] = links
    if first.kind is LinkKind.TRACKED:
        inner = looked_up(first, context.known)
        return first.host, inner.destination if inner is not None else None
    return (shortener(first.host), None) if first.kind is LinkKind.FOREIGN else (None, None)


_BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
_EXAMPLES = {
    slug: TrackedLink(slug, f"https://go.acme.example/{slug}", destination, _BEGUN)
    for slug, destination in (
        ("7xkq2mf4", "https://bit.ly/3xYz"),
        ("23456783", "https://go.acme.example/sprng265"),
        ("sprng265", "https://acme.com/sale"),
        ("bcdefghf", "https://l.facebook.com/l.php?u=https%3A%2F%2Facme.com%2Fsale%3Fa%3Db%26c%3Dd&h=AT0"),
        ("wxyz2348", "https://u12345.ct.sendgrid.net/ls/click?upn=abc"),
    )
}

CHECK = Check(
    code="double-tracking",
    severity=Severity.WARN,
    title="This link is tracked twice",
    why="It leads to another tracker, which leads to the page. Carriers filter links with several hops, and each hop loses visitors.",
    fix="Track the page itself.",
    bad=(
        "Sale: https://go.acme.example/7xkq2mf4",
        "Sale: https://go.acme.example/23456783",
        "Sale: go.acme.example/bcdefghf.",
        "Sale: https://go.acme.example/wxyz2348",
        "Sale: https://www.google.com/url?q=https://acme.com/sale&sa=D",
        "Sale: https://l.instagram.com/?u=https%3A%2F%2Facme.com%2Fsale&e=AT1",
        "Sale: https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.com%2Fsale&data=05",
        "Sale: https://acme.us1.list-manage.com/track/click?u=a1&id=b2",
        "Sale: https://links.acme.com/ls/click?upn=u001.abc",
    ),
    good=(
        "Sale: https://go.acme.example/sprng265",
        "Sale: https://go.acme.example/kmnpqrs5",
        "Log in: https://acme.com/login?url=https%3A%2F%2Facme.com%2Fsale",
        "Sale: https://bit.ly/3xYz",
        "We are here: https://www.google.com/maps?q=acme",
        "Share: https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Facme.com",
    ),
    source="https://support.twilio.com/hc/en-us/articles/1260804572090",
    edits=True,
    example_context=Context(tracking_hosts=frozenset({"go.acme.example"}), known=_EXAMPLES),
    find=find,
)

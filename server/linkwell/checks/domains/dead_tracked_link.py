"""dead-tracked-link: one of our own links that no longer leads where it did."""

from collections.abc import Iterator
from datetime import UTC, datetime

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.text.tracked import looked_up


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every tracked link that is paused or has expired; one that is gone altogether was “changed”."""
    if not context.known:
        return
    for index, link in enumerate(message.links):
        tracked = looked_up(link, context.known)
        if tracked is None:
            continue
        paused = tracked.state is LinkState.PAUSED
        ended = tracked.state is LinkState.EXPIRED or (
            tracked.expires_at is not None and context.at is not None and tracked.expires_at <= context.at
        )
        if paused or ended:
            yield Finding(
                CHECK,
                link.span,
                detail=_what_people_see(tracked),
                link=index,
                edit=Edit(link.span, tracked.destination),
                title_here="This tracked link is paused" if paused else "This tracked link has expired",
            )


def _what_people_see(tracked: TrackedLink) -> str:
    if tracked.fallback_url is not None:
        return f"It does not lead to {tracked.destination} any more: people land on {tracked.fallback_url} instead."
    return f"It does not lead to {tracked.destination} any more: people see a page that says so."


_BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
_EXAMPLES = {
    slug: TrackedLink(
        slug, f"https://go.acme.example/{slug}", "https://acme.com/sale", _BEGUN, state, fallback_url=fallback, expires_at=ends
    )
    for slug, state, fallback, ends in (
        ("7xkq2mf4", LinkState.PAUSED, None, None),
        ("23456783", LinkState.EXPIRED, None, None),
        ("bcdefghf", LinkState.LIVE, None, datetime(2026, 2, 1, tzinfo=UTC)),
        ("wxyz2348", LinkState.PAUSED, "https://acme.com/", None),
        ("kmnpqrs5", LinkState.LIVE, None, datetime(2026, 4, 1, tzinfo=UTC)),
        ("sprng265", LinkState.LIVE, None, None),
    )
}

CHECK = Check(
    code="dead-tracked-link",
    severity=Severity.BLOCK,
    title="This tracked link is over",
    why="Somebody paused it, or its time is up. Whoever taps it does not get to the page that you mean.",
    fix="Link to the page itself and choose “Track links”, or ask an admin to bring the link back.",
    bad=(
        "Sale: https://go.acme.example/7xkq2mf4",
        "Sale: go.acme.example/23456783.",
        "Sale: https://go.acme.example/bcdefghf?x=1 ends today",
        "Sale (https://go.acme.example/wxyz2348)",
        "Sale: HTTPS://GO.ACME.EXAMPLE/7XKQ2MF4!",
    ),
    good=(
        "Sale: https://go.acme.example/kmnpqrs5",
        "Sale: https://go.acme.example/sprng265.",
        "Sale: https://acme.com/sale",
        "Sale: https://acme.com/7xkq2mf4",
    ),
    edits=True,
    example_context=Context(tracking_hosts=frozenset({"go.acme.example"}), known=_EXAMPLES, at=datetime(2026, 3, 1, tzinfo=UTC)),
    find=find,
)

"""domain-churn: the team's tracking domain is new, or changed too often."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message

_LATELY: Final = timedelta(days=30)
_A_WHILE: Final = timedelta(days=90)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding, at the first tracked link, where the domain changed within 30 days, or twice within 90."""
    if not context.domain_changes or context.at is None:
        return
    ages = [context.at - moment for moment in context.domain_changes if moment <= context.at]
    lately = sum(age <= _LATELY for age in ages)
    in_a_while = sum(age <= _A_WHILE for age in ages)
    if not lately and in_a_while < 2:
        return
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.TRACKED:
            often = in_a_while >= 2
            days = min(ages).days
            when = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
            detail = f"It changed {in_a_while} times in 90 days, the last time {when}." if often else f"It changed {when}."
            yield Finding(CHECK, link.span, detail=detail, link=index, title_here="Your tracking domain changes often" if often else None)
            return


CHECK = Check(
    code="domain-churn",
    severity=Severity.WARN,
    title="Your tracking domain is new",
    why="Carriers trust a sender's domain with time. Texts with a new one, or one that changes often, are filtered more.",
    fix="Keep one domain, and begin with small numbers of messages on a new one.",
    bad=(
        "Order ready: https://go.acme.example/7xkq2mf4",
        "Order ready: go.acme.example/23456783.",
        "Two: https://go.acme.example/7xkq2mf4 and https://go.acme.example/23456783",
    ),
    good=(
        "Order ready: https://acme.com/orders/4821",
        "Order ready: https://bit.ly/3xYz",
        "Order ready, see you at 10",
    ),
    example_context=Context(
        tracking_hosts=frozenset({"go.acme.example"}),
        at=datetime(2026, 3, 10, tzinfo=UTC),
        domain_changes=(datetime(2026, 3, 1, tzinfo=UTC),),
    ),
    find=find,
)

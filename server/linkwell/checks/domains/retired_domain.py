"""retired-domain: the link sits on a tracking domain that the team gave up."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.model.span import Span
from linkwell.text.parts import parts
from linkwell.text.slug import recover
from linkwell.text.tracked import looked_up


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link on a retired domain; slugs lead to the same page on each of our domains, so the host is replaced."""
    retired = context.policy.retired_domains
    if not retired:
        return
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.OTHER or not any(link.host == name.lower() for name in retired):
            continue
        now = context.policy.tracking_domain
        said = f" Your team uses {now} now." if now is not None and now != link.host else ""
        detail = f"{link.host} is no longer yours to count on: the link may stop, or lead to somebody else.{said}"
        yield Finding(CHECK, link.span, detail=detail, link=index, edit=_on_todays_domain(link, context))


def _on_todays_domain(link: Link, context: Context) -> Edit | None:
    """Replace the host where the slug is known to lead somewhere, or at least may; dead links have an edit of their own."""
    now = context.policy.tracking_domain
    if now is None or now == link.host:
        return None
    written = parts(link.written)
    slug, _ = recover(written.path)
    if slug is None or context.known.get(slug, True) is None:
        return None
    at = link.written.find(written.authority)
    tracked = looked_up(link, context.known)
    if tracked is not None and (tracked.state != "live" or (tracked.expires_at and context.at and tracked.expires_at <= context.at)):
        return None
    return Edit(Span(link.span.start + at, link.span.start + at + len(written.authority)), now)


CHECK = Check(
    code="retired-domain",
    severity=Severity.BLOCK,
    title="Your team gave up this domain",
    why="Links on a former tracking domain break once it is switched off, and whoever registers the name next gets your visitors.",
    fix="Use a link on the domain that your team tracks with today.",
    bad=(
        "Order ready: https://old.acme.example/7xkq2mf4",
        "Order ready: old.acme.example/23456783.",
        "Order ready: HTTPS://OLD.ACME.EXAMPLE/7XKQ2MF4?x=1",
        "Order ready: https://old.acme.example/sale",
        "See https://links.oldacme.com",
    ),
    good=(
        "Order ready: https://go.acme.example/7xkq2mf4",
        "Order ready: https://acme.com/old.acme.example",
        "Order ready: https://www.oldacme.com/x",
    ),
    edits=True,
    example_context=Context(
        policy=Policy(tracking_domain="go.acme.example", retired_domains=("old.acme.example", "links.oldacme.com")),
        tracking_hosts=frozenset({"go.acme.example", "old.acme.example"}),
    ),
    find=find,
)

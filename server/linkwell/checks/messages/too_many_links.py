"""too-many-links: more links in one message than the policy allows."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.text.find import MOST_LINKS
from linkwell.text.words import may_be_words

_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding at the first link that is one too many; a link that comes again counts once, one without an address never.

    A message with so many links that not all of them were read is held.
    """
    most = context.policy.limits.links
    if len(message.links) == MOST_LINKS:
        detail = f"Only the first {MOST_LINKS} links of this message were checked; the others may be broken."
        last = MOST_LINKS - 1
        yield Finding(CHECK, message.links[last].span, detail=detail, link=last, severity_here=Severity.BLOCK)
        return
    if len(message.links) <= most:
        return
    seen: dict[str, int] = {}
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.OTHER and link.url is not None and not may_be_words(link.written):
            seen.setdefault(_same(link.url, link.host), index)
    if len(seen) > most:
        index = list(seen.values())[most]
        allowed = "no link" if not most else "one link" if most == 1 else f"{most} links"
        detail = f"{len(seen)} different links stand in this message; your team allows {allowed}."
        yield Finding(CHECK, message.links[index].span, detail=detail, link=index)


def _same(url: str, host: str) -> str:
    """Return what two links to one page have in common."""
    rest = _SCHEME.sub("", url, count=1)
    return (host + rest[len(host) :] if rest[: len(host)].lower() == host else rest).rstrip("/")


CHECK = Check(
    code="too-many-links",
    severity=Severity.WARN,
    title="Too many links in one message",
    why="Every further link takes taps from the one that matters, and carriers count many links in one text as a sign of spam.",
    fix="Keep the link that matters, and put the others on its page.",
    bad=(
        "Menu https://acme.com/menu Map https://acme.com/map Jobs https://acme.com/jobs",
        "acme.com/a acme.com/b acme.com/c",
        "See https://acme.com, https://acme.org and https://acme.net today",
    ),
    good=(
        "Menu https://acme.com/menu Map https://acme.com/map",
        "https://acme.com/x again https://acme.com/x/ and ACME.COM/x or https://acme.com/y",
        "https://acme.com/a https://acme.com/b tel:+15550100 mailto:help@acme.com",
    ),
    find=find,
)

"""Review a message with what the store knows of the tracked links in it; the store is asked only where one stands in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from linkwell.actions.review import read, review, slugs_in
from linkwell.model.context import Context
from linkwell.model.message import Message
from linkwell.model.policy import Policy
from linkwell.model.review import Review
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.text.slug import neighbours

Lookup = Callable[[Iterable[str]], Mapping[str, TrackedLink]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a worker knows without asking: the policy, every host that our links live on, and what new ones begin with."""

    policy: Policy
    hosts: frozenset[str]
    base: str


def review_message(message: Message, known: Known, lookup: Lookup) -> Review:
    """Return the review of ``message``; ``lookup`` is called only where a slug of ours stands in it."""
    read_message = read(message, known.hosts)
    slugs = slugs_in(read_message)
    if not slugs:
        return review(read_message, Context(known.policy, known.hosts, base=known.base))
    had = lookup(slugs)
    near = {slug: meant for slug in slugs - had.keys() if (meant := _meant(slug, message, lookup)) is not None}
    return review(read_message, Context(known.policy, known.hosts, {slug: had.get(slug) for slug in slugs}, near, known.base))


def _meant(slug: str, message: Message, lookup: Lookup) -> str | None:
    """Return the one live link that is a slip away; never another contact's: its clicks would be credited to the wrong person."""
    near = [
        link.slug
        for link in lookup(neighbours(slug)).values()
        if link.state is LinkState.LIVE and (link.contact is None or link.contact == message.contact)
    ]
    return near[0] if len(near) == 1 else None

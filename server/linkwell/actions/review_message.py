"""Review a message with what the store knows of the tracked links in it; the store is asked only where one stands in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from linkwell.actions.review import review, slugs_in
from linkwell.model.context import Context
from linkwell.model.message import Message
from linkwell.model.policy import Policy
from linkwell.model.review import Review
from linkwell.model.tracked_link import TrackedLink
from linkwell.store import links
from linkwell.text import slug as slugs

Lookup = Callable[[Iterable[str]], Mapping[str, TrackedLink]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a worker knows without asking: the policy, every host that our links live on, and what new ones begin with."""

    policy: Policy
    hosts: frozenset[str]
    base: str


def lookup_in(session: Session) -> Lookup:
    """Return the lookup of slugs in the store."""
    return lambda wanted: links.find_all(session, wanted)


def review_message(message: Message, known: Known, lookup: Lookup) -> Review:
    """Return the review of ``message``; ``lookup`` is called only where a slug of ours stands in it."""
    raise NotImplementedError

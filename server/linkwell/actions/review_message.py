"""Review messages with what the store knows of them; it is asked only what they give reason to ask, once for all of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from linkwell.actions.review import read, review, slugs_in
from linkwell.model.context import Context
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.model.review import Review
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.text.parts import parts
from linkwell.text.slug import neighbours, recover

MEANT: Final = 10  # unknown slugs of one message that are looked around for what was meant: it costs a millisecond each


class Lookups(Protocol):
    """What a review asks the store; each call is one look at it, however much is asked for. ``actions/lookups.py`` answers."""

    def links(self, slugs: Collection[str]) -> Mapping[str, TrackedLink]:
        """Return the tracked links of those slugs that there are."""

    def opted_out(self, contacts: Collection[str]) -> frozenset[str]:
        """Return the contacts that want no more texts."""

    def count_links(self, contacts: Collection[str]) -> Mapping[str, int]:
        """Return how many tracked links were minted for each of those contacts that have any."""

    def visited(self, slugs: Collection[str]) -> frozenset[str]:
        """Return the slugs that were asked for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a worker knows without asking: the policy, every host that our links live on, what new ones begin with, domain changes."""

    policy: Policy
    hosts: frozenset[str]
    base: str
    domain_changes: tuple[datetime, ...] = ()


def review_message(message: Message, known: Known, lookups: Lookups | None, now: datetime) -> Review:
    """Return the review of one message at the moment ``now``."""
    return review_messages([message], known, lookups, now)[0]


def review_messages(messages: Sequence[Message], known: Known, lookups: Lookups | None, now: datetime) -> list[Review]:
    """Return the reviews of ``messages``, in order; without ``lookups`` there is no store, and what only it can tell is not judged."""
    seen = [read(message, known.hosts) for message in messages]
    return [review(one, context) for one, context in zip(seen, contexts(seen, known, lookups, now), strict=True)]


def contexts(messages: Sequence[Message], known: Known, lookups: Lookups | None, now: datetime) -> list[Context]:
    """Return what the checks may know of each of some read messages.

    A message without a slug of ours and without a contact asks nothing. A contact is texted for the first time where no tracked link
    was minted for it but those that stand in the message, and nobody asked for these yet.
    """
    slugs = [slugs_in(one) | _retired_slugs(one, known.policy) if one.links else frozenset() for one in messages]
    contacts = frozenset(one.contact for one in messages if one.contact)
    if lookups is None or not (contacts or any(slugs)):
        return [Context(known.policy, known.hosts, base=known.base, at=now, domain_changes=known.domain_changes)] * len(messages)
    every = frozenset[str]().union(*slugs)
    had = lookups.links(every) if every else {}
    meant = _meant(messages, slugs, had, lookups, now)
    out = lookups.opted_out(contacts) if contacts else frozenset[str]()
    first = _first_contacts(messages, slugs, had, lookups) if contacts and known.policy.brands else frozenset[int]()
    return [
        Context(
            policy=known.policy,
            tracking_hosts=known.hosts,
            known={slug: had.get(slug) for slug in here},
            near=near,
            base=known.base,
            at=now,
            domain_changes=known.domain_changes,
            opted_out=one.contact in out,
            first_contact=index in first,
        )
        for index, (one, here, near) in enumerate(zip(messages, slugs, meant, strict=True))
    ]


def _retired_slugs(message: Message, policy: Policy) -> frozenset[str]:
    """Return the slugs on retired domains that no link of this store was minted on: one of the same name may be here."""
    if not policy.retired_domains:
        return frozenset()
    retired = {name.lower() for name in policy.retired_domains}
    paths = (parts(link.written).path for link in message.links if link.kind is LinkKind.PLAIN and link.host in retired)
    return frozenset(slug for path in paths if (slug := recover(path)[0]) is not None)


def _meant(
    messages: Sequence[Message],
    slugs: Sequence[frozenset[str]],
    had: Mapping[str, TrackedLink],
    lookups: Lookups,
    now: datetime,
) -> list[dict[str, str]]:
    """For each message, map each unknown slug of it to the live one that was probably meant."""
    unknown = [sorted(here - had.keys())[:MEANT] for here in slugs]
    around = {slug: neighbours(slug) for here in unknown for slug in here}
    candidates = frozenset[str]().union(*around.values())
    links = lookups.links(candidates) if candidates else {}
    live = {
        slug: link for slug, link in links.items() if link.state is LinkState.LIVE and (link.expires_at is None or link.expires_at > now)
    }
    return [
        {slug: meant for slug in here if (meant := _likeliest((live[near] for near in around[slug] if near in live), message)) is not None}
        for message, here in zip(messages, unknown, strict=True)
    ]


def _likeliest(near: Iterable[TrackedLink], message: Message) -> str | None:
    """Return the slug of this contact's link in this campaign, else of this contact's, else of this campaign's, else of any.

    Only where there is one of the kind, and never another contact's: its clicks would be credited to the wrong person.
    """
    may_be = [link for link in near if link.contact is None or link.contact == message.contact]
    of_contact = [link for link in may_be if link.contact is not None]
    of_campaign = [link for link in may_be if link.campaign is not None and link.campaign == message.campaign]
    of_both = [link for link in of_contact if link in of_campaign]
    some = of_both or of_contact or of_campaign or may_be
    return some[0].slug if len(some) == 1 else None


def _first_contacts(
    messages: Sequence[Message], slugs: Sequence[frozenset[str]], had: Mapping[str, TrackedLink], lookups: Lookups
) -> frozenset[int]:
    """Return the places of the messages that are the first to their contact."""
    counts = lookups.count_links({one.contact for one in messages if one.contact})
    maybe: dict[int, list[str]] = {}
    for index, (one, here) in enumerate(zip(messages, slugs, strict=True)):
        own = [slug for slug in here if slug in had and had[slug].contact == one.contact]
        if one.contact and counts.get(one.contact, 0) <= len(own):
            maybe[index] = own
    in_doubt = {slug for own in maybe.values() for slug in own}
    visited = lookups.visited(in_doubt) if in_doubt else frozenset[str]()
    return frozenset(index for index, own in maybe.items() if visited.isdisjoint(own))

"""Lookups: what a review asks, answered by the store."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, nullcontext

from sqlalchemy.orm import Session

from linkwell.model.tracked_link import TrackedLink
from linkwell.store import links, optouts, visits


class InStore:
    """Answers every question in a session that ``opened`` gives for its time."""

    def __init__(self, opened: Callable[[], AbstractContextManager[Session]]) -> None:
        self._opened = opened

    def links(self, slugs: Collection[str]) -> Mapping[str, TrackedLink]:
        """Return the tracked links of those slugs that there are."""
        with self._opened() as session:
            return links.find_all(session, slugs)

    def opted_out(self, contacts: Collection[str]) -> frozenset[str]:
        """Return the contacts that want no more texts."""
        with self._opened() as session:
            return optouts.opted_out(session, contacts)

    def count_links(self, contacts: Collection[str]) -> Mapping[str, int]:
        """Return how many tracked links were minted for each of those contacts that have any."""
        with self._opened() as session:
            return links.count_by_contact(session, contacts)

    def visited(self, slugs: Collection[str]) -> frozenset[str]:
        """Return the slugs that were asked for."""
        with self._opened() as session:
            return visits.visited(session, slugs)


def lookups_in(session: Session) -> InStore:
    """Return lookups in a session that is open already."""
    return InStore(lambda: nullcontext(session))

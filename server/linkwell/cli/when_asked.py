"""Lookups of one command: the store is opened with the first question, for most messages give no reason to ask."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from linkwell.model.tracked_link import TrackedLink
from linkwell.settings import Settings

if TYPE_CHECKING:
    from linkwell.actions.review_message import Lookups


class WhenAsked:
    """What a review asks, answered by the store of ``settings``."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _store(self) -> "Lookups":
        from linkwell.actions.lookups import InStore
        from linkwell.cli.store import open_store
        from linkwell.store.engine import reading

        engine = open_store(self._settings)
        return InStore(lambda: reading(engine))

    def links(self, slugs: Collection[str]) -> Mapping[str, TrackedLink]:
        """Return the tracked links of those slugs that there are."""
        return self._store.links(slugs)

    def opted_out(self, contacts: Collection[str]) -> frozenset[str]:
        """Return the contacts that want no more texts."""
        return self._store.opted_out(contacts)

    def count_links(self, contacts: Collection[str]) -> Mapping[str, int]:
        """Return how many tracked links were minted for each of those contacts that have any."""
        return self._store.count_links(contacts)

    def visited(self, slugs: Collection[str]) -> frozenset[str]:
        """Return the slugs that were asked for."""
        return self._store.visited(slugs)

"""The links in memory: bounded, filled from the store, so that a store that is down stops no redirect."""

import logging
import threading
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import Engine

from linkwell.actions.follow import Step, follow
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.store import links
from linkwell.store.engine import reading

MOST: Final = 1_000_000
PRELOADED: Final = 100_000
_log: Final = logging.getLogger(__name__)


class LinkMap:
    """Slug to next step. A plain live link is kept as its destination alone, to keep a million of them small."""

    def __init__(self, engine: Engine, most: int = MOST) -> None:
        self._engine = engine
        self._most = most
        self._links: dict[str, str | TrackedLink] = {}
        self._turn = threading.Lock()

    def step(self, slug: str, now: datetime) -> Step | None:
        """Return where a link leads now, ``None`` where there is no such link.

        Raises sqlalchemy's errors where the link is not in memory and the store does not answer.
        """
        known = self._links.get(slug)
        if known is None:
            with reading(self._engine) as session:
                found = links.find(session, slug)
            if found is None:
                return None
            self.put([found])
            known = self._links.get(slug, found)
        return Step(302, known) if isinstance(known, str) else follow(known, now)

    def put(self, some: Iterable[TrackedLink]) -> None:
        """Take links in, in the place of what was known of them."""
        with self._turn:
            for link in some:
                plain = link.state is LinkState.LIVE and link.expires_at is None
                self._links[link.slug] = link.destination if plain else link
            while len(self._links) > self._most:
                del self._links[next(iter(self._links))]

    def preload(self) -> None:
        """Take the newest links in."""
        with reading(self._engine) as session:
            self.put(links.newest(session, min(PRELOADED, self._most)))

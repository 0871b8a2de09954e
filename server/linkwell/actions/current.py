"""Current: what every worker keeps in memory of the store, never more than a second old."""

import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from linkwell.model.policy import Policy
from linkwell.model.tracked_link import TrackedLink
from linkwell.store import links, policies, salts
from linkwell.store.engine import reading, transaction

FRESH: Final = 0.4  # seconds; the promise is one second
PATIENCE: Final = 0.5  # seconds that a request waits for the store to answer
OVERLAP: Final = timedelta(seconds=3)  # changes are looked for a little further back: clocks differ
_log: Final = logging.getLogger(__name__)


class Current:
    """The policy in force, since when domains are others, the hosts that are served, the salt of the day, and news of changed links.

    ``tracking_hosts`` are the approved tracking domains and every host that a link was ever minted on. ``domain_changes`` are the moments
    at which the stored policy's domain became another; none are known where a flag or the environment sets it.

    It looks at the store when somebody asks and what it knows is older than ``FRESH``; an idle process looks at nothing.
    While the store does not answer, what was known last stays in force.
    """

    def __init__(self, engine: Engine, locked_domain: str | None, on_changed: Callable[[list[TrackedLink]], None] = lambda _: None) -> None:
        self.policy = Policy(tracking_domain=locked_domain)
        self.version = 0
        self.tracking_hosts: frozenset[str] = frozenset()
        self.domain_changes: tuple[datetime, ...] = ()
        self.salt = secrets.token_bytes(32)
        self._engine = engine
        self.locked_domain = locked_domain
        self._on_changed = on_changed
        self._turn = threading.Lock()
        self._looked = float("-inf")
        self._looking: threading.Thread | None = None
        self.hangs = False  # the store takes questions and answers none: nobody else need ask
        self._since = datetime.now(UTC) - OVERLAP

    def in_force(self, stored: Policy) -> Policy:
        """Return what a stored policy means here: what a flag or the environment sets is stronger."""
        return replace(stored, tracking_domain=self.locked_domain) if self.locked_domain else stored

    def expire(self) -> None:
        """Have the next request look at the store."""
        self._looked = float("-inf")

    def refresh(self, clock: float) -> None:
        """Look at the store where it is time to; ``clock`` in seconds that only go forward. A store that hangs holds nobody up for long."""
        age = clock - self._looked
        if age < FRESH:
            return
        with self._turn:
            if self._looking is None:
                self._looking = threading.Thread(target=self._look_once, args=(clock,), name="look", daemon=True)
                self._looking.start()
            looking = self._looking
        if age > 2 * FRESH and not self.hangs:
            looking.join(PATIENCE)
            self.hangs = looking.is_alive()

    def _look_once(self, clock: float) -> None:
        answered = False
        try:
            answered = self._look()
        finally:
            with self._turn:
                self._looked, self._looking, self.hangs = clock, None, self.hangs and not answered

    def _look(self) -> bool:
        """Look at the store, and tell whether it answered."""
        now = datetime.now(UTC)
        try:
            with reading(self._engine) as session:
                version, stored = policies.newest(session)
                changes = self.domain_changes if version == self.version else policies.domain_changes(session)
                hosts = links.hosts(session)
                salt = salts.find(session, now)
                changed = links.changed_since(session, self._since)
            if salt is None:
                with transaction(self._engine) as session:
                    salt = salts.make(session, now)
        except SQLAlchemyError as error:
            _log.warning("the store does not answer (%s); what was known stays in force", type(error).__name__)
            return False
        self.salt = salt
        self.version = version
        self.domain_changes = () if self.locked_domain else changes
        self.policy = self.in_force(stored)
        self.tracking_hosts = hosts | self.policy.own_hosts
        self._on_changed(changed)
        self._since = now - OVERLAP
        return True

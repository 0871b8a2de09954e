"""Opening the store for one command, brought to the newest schema."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from linkwell.model.policy import Policy
from linkwell.settings import Settings, load
from linkwell.store import policies
from linkwell.store.engine import open_engine, transaction
from linkwell.store.migrations import migrate


def open_store(settings: Settings) -> Engine:
    """Return the engine of the store, brought to the newest schema; the data folder and its files are for their owner only."""
    import os

    os.umask(0o077)
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = open_engine(settings.database_url)
    migrate(engine)
    return engine


@contextmanager
def session(flags: Mapping[str, str | None] | None = None) -> Iterator[Session]:
    """Give a Session on the store under the settings in force."""
    with transaction(open_store(load(flags))) as opened:
        yield opened


def policy_in_force(session: Session, settings: Settings) -> Policy:
    """Return the policy: what a flag or the environment sets is stronger than what is stored."""
    from linkwell.text.destination import as_tracking_domain

    stored = policies.newest(session)[1]
    return replace(stored, tracking_domain=as_tracking_domain(settings.tracking_domain)) if settings.tracking_domain else stored

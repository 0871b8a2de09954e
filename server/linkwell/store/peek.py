"""Peek: what a single review needs of an SQLite store, with the standard library alone: SQLAlchemy takes longer to load than the review."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from linkwell.model.policy import Policy
from linkwell.store import documents
from linkwell.store.migrations import HEAD

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Peeked:
    """The policy in force with its version (0: the default one), when the tracking domain became another one, and every host of ours."""

    version: int
    policy: Policy
    domain_changes: tuple[datetime, ...]
    hosts: frozenset[str]


def peek(database_file: Path) -> Peeked | None:
    """Return what stands in an existing store of the current schema; ``None`` where only opening the store for real can tell.

    Nothing is created, migrated or waited for: a file that is missing, locked, older, newer or no database at all gives ``None``.
    """
    try:
        with closing(sqlite3.connect(_address(database_file), uri=True, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN")  # all of it as it stood at one moment
            if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD,)]:
                return None
            saved = connection.execute("SELECT version, changed_at, document FROM policy ORDER BY version").fetchall()
            hosts = frozenset(host for (host,) in connection.execute("SELECT host FROM domain"))
    except (sqlite3.Error, OSError):
        return None
    kept = [(version, _EPOCH + timedelta(microseconds=at), json.loads(document)) for version, at, document in saved]
    changes = documents.domain_changes((at, document.get("tracking_domain")) for _, at, document in kept)
    version, policy = (kept[-1][0], documents.read(kept[-1][2])) if kept else (0, Policy())
    return Peeked(version, policy, changes, hosts)


def _address(file: Path) -> str:
    """Return how SQLite opens ``file`` without a trace.

    Somebody who writes keeps a log beside the file, and then it is read with it; where there is none, everything stands in the file, and
    ``immutable`` keeps SQLite from laying out a log of its own. ``readonly_shm`` does so where the last writer leaves at this moment.
    """
    written_to = file.with_name(f"{file.name}-wal").exists()
    return f"{file.resolve().as_uri()}?mode=ro&{'readonly_shm=1' if written_to else 'immutable=1'}"

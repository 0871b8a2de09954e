"""The tables, one schema for SQLite and PostgreSQL; migrations/ brings a database to it."""

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, Column, Dialect, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint, text
from sqlalchemy.types import TypeDecorator

metadata: Final = MetaData()
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(TypeDecorator[datetime]):
    """A moment, kept as microseconds since 1970 in UTC: the same arithmetic on both engines."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Turn an aware datetime into microseconds."""
        return None if value is None else (value - _EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Turn microseconds into an aware datetime."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


_Id: Final = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only INTEGER PRIMARY KEY

policy: Final = Table(
    "policy",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("changed_by", String(64), nullable=False),
)

token: Final = Table(
    "token",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("hash", LargeBinary(32), nullable=False),
    Column("name", String(200), nullable=False),
    Column("scope", String(8), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("revoked_at", Instant),
)

pairing: Final = Table(
    "pairing",
    metadata,
    Column("code_hash", LargeBinary(32), primary_key=True),
    Column("scope", String(8), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("tries_left", Integer, nullable=False),
)

domain: Final = Table(
    "domain",
    metadata,
    Column("host", String(260), primary_key=True),  # every host that a link was ever minted on: they stay served
    Column("first_minted_at", Instant, nullable=False),
)

link: Final = Table(
    "link",
    metadata,
    Column("slug", String(8), primary_key=True),
    Column("short_url", Text, nullable=False),
    Column("host", String(260), nullable=False),
    Column("destination", Text, nullable=False),
    Column("destination_hash", LargeBinary(16), nullable=False),  # destinations are longer than an index entry may be
    Column("campaign", String(200), nullable=False, server_default=""),
    Column("contact", String(200), nullable=False, server_default=""),
    Column("audience", String(200), nullable=False, server_default=""),
    Column("state", String(8), nullable=False),
    Column("fallback_url", Text),
    Column("expires_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("created_by", String(64), nullable=False),
    Column("changed_at", Instant),  # null until somebody changes it: redirectors look for changes by it
    Index(
        "link_once_a_contact",
        "destination_hash",
        "campaign",
        "contact",
        "host",
        unique=True,
        sqlite_where=text("contact <> '' AND state = 'live'"),
        postgresql_where=text("contact <> '' AND state = 'live'"),
    ),
    Index("link_by_contact", "contact", sqlite_where=text("contact <> ''"), postgresql_where=text("contact <> ''")),
    Index("link_by_time", "created_at", "slug"),
    Index("link_changed", "changed_at", sqlite_where=text("changed_at IS NOT NULL"), postgresql_where=text("changed_at IS NOT NULL")),
)

answer: Final = Table(
    "answer",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("key", String(200), primary_key=True),  # the caller's Idempotency-Key
    Column("request_hash", LargeBinary(32), nullable=False),
    Column("slugs", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

optout: Final = Table(
    "optout",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("contact", String(200), nullable=False),
    Column("at", Instant, nullable=False),
    Column("source", String(8), nullable=False),
    Column("reason", String(200), nullable=False, server_default=""),
    Column("ended_at", Instant),  # null: in force
    Column("ended_source", String(8)),
    Column("last_at", Instant),  # when it was said again; null: it was said once
    Index("optout_in_force", "contact", unique=True, sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL")),
    Index("optout_by_contact", "contact", "id"),
)

salt: Final = Table(
    "salt",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("value", LargeBinary(32), nullable=False),
)

spool: Final = Table(
    "spool",
    metadata,
    Column("file", String(64), primary_key=True),
    Column("position", BigInteger, nullable=False),  # bytes of it that are stored
)

visit: Final = Table(
    "visit",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("writer", String(32), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("requested", String(200), nullable=False),
    Column("slug", String(8)),  # null: an orphan
    Column("rung", String(8), nullable=False),
    Column("status", Integer, nullable=False),
    Column("method", String(16), nullable=False),
    Column("scheme", String(5), nullable=False),
    Column("host", String(260), nullable=False),
    Column("headers", Text, nullable=False),
    Column("visitor", String(32), nullable=False),
    UniqueConstraint("writer", "sequence", name="visit_once"),
    Index("visit_by_slug", "slug", "at"),
    Index("visit_by_time", "at"),
)

category: Final = Table(
    "category",
    metadata,
    Column("visit", _Id, primary_key=True, autoincrement=False),
    Column("ruleset", Integer, primary_key=True, autoincrement=False),
    Column("category", String(8), nullable=False),
    Column("reasons", Text, nullable=False),
)

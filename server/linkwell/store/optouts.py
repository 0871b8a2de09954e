"""Opt-outs: at most one of a contact is in force, those that ended are kept."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Insert, Row, bindparam, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from linkwell.model.optout import OptOutEntry, OptOutSource
from linkwell.store.schema import optout

_AT_ONCE: Final = 5000  # contacts looked up by one statement
_TURN: Final = text("LOCK TABLE optout IN SHARE ROW EXCLUSIVE MODE")
_OPTED_OUT: Final = select(optout.c.contact).where(optout.c.contact.in_(bindparam("some", expanding=True)), optout.c.ended_at.is_(None))


def in_turn(session: Session) -> None:
    """Wait until nobody else changes opt-outs, until the end of this transaction; reviews wait for nobody.

    SQLite lets one writer in at a time anyway. On PostgreSQL two imports of the same contacts would wait for each other for ever.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_TURN)


def opted_out(session: Session, contacts: Collection[str]) -> frozenset[str]:
    """Return those of ``contacts`` that want no more texts."""
    found: set[str] = set()
    for some in _batches(contacts):
        found.update(session.execute(_OPTED_OUT, {"some": some}).scalars())
    return frozenset(found)


def latest(session: Session, contacts: Collection[str]) -> Mapping[str, OptOutEntry]:
    """Return the last opt-out of each contact that has one, in force or ended."""
    found: dict[str, OptOutEntry] = {}
    for some in _batches(contacts):
        rows = session.execute(select(optout).where(optout.c.contact.in_(some)).order_by(optout.c.id))
        found.update((row.contact, _read(row)) for row in rows)
    return found


def add(session: Session, new: Sequence[OptOutEntry]) -> None:
    """Keep opt-outs; one in force is passed over where the contact has one already, because somebody else was first."""
    if new:
        session.execute(_insert(session), [_row(one) for one in new])


def change(session: Session, changed: Iterable[OptOutEntry]) -> None:
    """Keep of opt-outs in force when those contacts said so again, and when and how they ended."""
    rows = [{"who": one.contact, "again": one.last_at, "over": one.ended_at, "how": one.ended_source} for one in changed]
    if not rows:
        return
    of_contact = update(optout).where(optout.c.contact == bindparam("who"), optout.c.ended_at.is_(None))
    now = of_contact.values(last_at=bindparam("again"), ended_at=bindparam("over"), ended_source=bindparam("how"))
    session.connection().execute(now, rows)


def page(session: Session, *, contact: str | None, before: int, limit: int) -> list[tuple[int, OptOutEntry]]:
    """Return opt-outs with their ids, the last first, from before the id ``before`` on (0: from the last on).

    Those in force; of one ``contact`` those that ended too.
    """
    wanted = select(optout).order_by(optout.c.id.desc()).limit(limit)
    wanted = wanted.where(optout.c.ended_at.is_(None) if contact is None else optout.c.contact == contact)
    if before:
        wanted = wanted.where(optout.c.id < before)
    return [(row.id, _read(row)) for row in session.execute(wanted)]


def in_force(session: Session) -> Iterator[OptOutEntry]:
    """Yield every opt-out in force, the last first."""
    rows = session.execute(select(optout).where(optout.c.ended_at.is_(None)).order_by(optout.c.id.desc()).execution_options(yield_per=1000))
    return (_read(row) for row in rows)


def _batches(contacts: Collection[str]) -> Iterator[list[str]]:
    each = sorted(set(contacts))
    return (each[start : start + _AT_ONCE] for start in range(0, len(each), _AT_ONCE))


def _insert(session: Session) -> Insert:
    of_engine = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return of_engine(optout).on_conflict_do_nothing(index_elements=["contact"], index_where=optout.c.ended_at.is_(None))


def _row(new: OptOutEntry) -> dict[str, object]:
    return {
        "contact": new.contact,
        "at": new.at,
        "source": new.source.value,
        "reason": new.reason,
        "ended_at": new.ended_at,
        "ended_source": new.ended_source and new.ended_source.value,
        "last_at": new.last_at,
    }


def _read(row: Row[Any]) -> OptOutEntry:
    ended = OptOutSource(row.ended_source) if row.ended_source else None
    return OptOutEntry(row.contact, row.at, OptOutSource(row.source), row.reason, row.ended_at, ended, row.last_at)

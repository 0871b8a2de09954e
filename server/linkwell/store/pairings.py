"""Pairing codes: short-lived, few tries, hashed at rest."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from linkwell.model.access import Scope
from linkwell.store.schema import pairing


@dataclass(frozen=True, slots=True)
class Tries:
    """How a wrong code leaves the open ones: how many are open, and the fewest tries any of them has left."""

    open: int
    left: int


def add(session: Session, code_hash: bytes, scope: Scope, expires_at: datetime, tries: int) -> None:
    """Open a code, in the place of an equal one."""
    session.execute(delete(pairing).where(pairing.c.code_hash == code_hash))
    session.execute(insert(pairing).values(code_hash=code_hash, scope=scope.value, expires_at=expires_at, tries_left=tries))


def take(session: Session, code_hash: bytes, now: datetime) -> Scope | None:
    """Use a code up and return what it grants; ``None`` where no open code is that."""
    session.execute(delete(pairing).where((pairing.c.expires_at <= now) | (pairing.c.tries_left <= 0)))
    taken = session.execute(delete(pairing).where(pairing.c.code_hash == code_hash).returning(pairing.c.scope)).one_or_none()
    return None if taken is None else Scope(taken.scope)


def count_wrong_try(session: Session) -> Tries:
    """Take one try from every open code: nobody can tell which of them was meant."""
    session.execute(update(pairing).values(tries_left=pairing.c.tries_left - 1))
    session.execute(delete(pairing).where(pairing.c.tries_left <= 0))
    row = session.execute(select(func.count(), func.coalesce(func.min(pairing.c.tries_left), 0))).one()
    return Tries(row[0], row[1])

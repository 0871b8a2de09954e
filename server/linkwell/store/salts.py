"""The salt of the day, under which visitors are hashed; it is destroyed after two days, and with it the way back."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from linkwell.store.schema import salt

KEPT: Final = timedelta(hours=48)


def find(session: Session, now: datetime) -> bytes | None:
    """Return the salt of the day."""
    return session.execute(select(salt.c.value).where(salt.c.day == now.date().isoformat())).scalar_one_or_none()


def make(session: Session, now: datetime) -> bytes:
    """Make the salt of the day, unless another worker was first, and destroy those past their time."""
    session.execute(delete(salt).where(salt.c.day < (now - KEPT).date().isoformat()))
    try:
        with session.begin_nested():
            session.execute(insert(salt).values(day=now.date().isoformat(), value=secrets.token_bytes(32)))
    except IntegrityError:
        pass  # another worker was first; its salt serves all
    value: bytes = session.execute(select(salt.c.value).where(salt.c.day == now.date().isoformat())).scalar_one()
    return value

"""The salt of the day, under which visitors are hashed; it is destroyed after two days, and with it the way back."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from linkwell.store.schema import salt

KEPT: Final = timedelta(hours=48)


def of_the_day(session: Session, now: datetime) -> bytes:
    """Return today's salt, made on first use, and drop those past their time."""
    day = now.date().isoformat()
    if (value := _find(session, day)) is not None:
        return value
    session.execute(delete(salt).where(salt.c.day < (now - KEPT).date().isoformat()))
    try:
        with session.begin_nested():
            session.execute(insert(salt).values(day=day, value=secrets.token_bytes(32)))
    except IntegrityError:
        pass  # another worker was first; its salt serves all
    value = _find(session, day)
    assert value is not None
    return value


def _find(session: Session, day: str) -> bytes | None:
    return session.execute(select(salt.c.value).where(salt.c.day == day)).scalar_one_or_none()

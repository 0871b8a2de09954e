"""What a request with an Idempotency-Key was answered, so that its repeat mints nothing new. Texts are not kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from linkwell.model.errors import Conflict
from linkwell.store.schema import answer

KEPT: Final = timedelta(days=1)


def find(session: Session, token: str, key: str, request_hash: bytes) -> list[str] | None:
    """Return the slugs that were minted for that key.

    Raises Conflict where the key was used for another request.
    """
    row = session.execute(select(answer).where(answer.c.token == token, answer.c.key == key)).one_or_none()
    if row is None:
        return None
    if row.request_hash != request_hash:
        raise Conflict("This Idempotency-Key was used for another request. Take a new key.")
    return str(row.slugs).split()


def add(session: Session, token: str, key: str, request_hash: bytes, slugs: Sequence[str], now: datetime) -> None:
    """Remember for a day which slugs were minted for that key."""
    session.execute(delete(answer).where(answer.c.at < now - KEPT))
    session.execute(insert(answer).values(token=token, key=key, request_hash=request_hash, slugs=" ".join(slugs), at=now))

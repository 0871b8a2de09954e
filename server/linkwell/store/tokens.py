"""Bearer tokens, hashed at rest."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from linkwell.model.access import Scope, Token
from linkwell.store.schema import token

_IN_FORCE: Final = select(token).where(token.c.id == bindparam("wanted"), token.c.revoked_at.is_(None))  # made once: every request asks it


def add(session: Session, new: Token, now: datetime) -> None:
    """Keep a token's hash."""
    session.execute(insert(token).values(id=new.id, hash=new.hash, name=new.name, scope=new.scope.value, created_at=now))


def find(session: Session, id: str) -> Token | None:
    """Return the token of that id, unless it was revoked or never was."""
    row = session.execute(_IN_FORCE, {"wanted": id}).one_or_none()
    return None if row is None else Token(row.id, row.hash, row.name, Scope(row.scope))


def any_yet(session: Session) -> bool:
    """Tell whether any token was ever handed out."""
    return bool(session.execute(select(func.count()).select_from(token)).scalar_one())


def revoke(session: Session, id: str, now: datetime) -> bool:
    """End a token; tell whether there was one."""
    ended = update(token).where(token.c.id == id, token.c.revoked_at.is_(None)).values(revoked_at=now)
    return session.execute(ended.returning(token.c.id)).one_or_none() is not None

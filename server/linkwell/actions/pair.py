"""Pair: a person carries a short code from the helper to a browser, which gets a token for it."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from linkwell.actions.access import new_token
from linkwell.model.access import Scope
from linkwell.store import pairings

GOOD_FOR: Final = timedelta(minutes=2)
TRIES: Final = 5


def open_code(session: Session, scope: Scope, now: datetime) -> str:
    """Return a new code of six digits, written ``482 917``."""
    code = f"{secrets.randbelow(10**6):06d}"
    pairings.add(session, _hash(code), scope, now + GOOD_FOR, TRIES)
    return f"{code[:3]} {code[3:]}"


def pair(session: Session, code: str, name: str, now: datetime) -> tuple[str, Scope] | str:
    """Return a token and its scope for a code, or the sentence that says why not; the tries are counted either way."""
    scope = pairings.take(session, _hash("".join(code.split())), now)
    if scope is not None:
        return new_token(session, scope, name, now), scope
    tries = pairings.count_wrong_try(session)
    if tries.open == 0:
        return "No pairing code is open any more. `linkwell pair` prints a new one."
    return f"That is not the code. {tries.left} {'try is' if tries.left == 1 else 'tries are'} left."


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).digest()

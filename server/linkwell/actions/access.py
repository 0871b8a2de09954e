"""Access: tokens are made, recognised and proven; only their hashes are kept.

A token reads ``lw_<id>_<secret>``. Its hash is the key of the proof by which a helper shows that it knows the token
before anybody sends it: HMAC-SHA256 over nonce and port.
"""

import hashlib
import hmac
import re
import secrets
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from linkwell.model.access import Scope, Token
from linkwell.model.errors import Forbidden, Unauthorized
from linkwell.store import tokens

_TOKEN: Final = re.compile(r"lw_([0-9a-f]{12})_[A-Za-z0-9_-]{20,100}")
_WRONG: Final = "This token is not known here. Pair this browser again, or make a token with `linkwell token new`."


def new_token(session: Session, scope: Scope, name: str, now: datetime) -> str:
    """Make a token, keep its hash and return it: nobody can read it again."""
    id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    text = f"lw_{id}_{secret}"
    tokens.add(session, Token(id, _hash(text), name, scope), now)
    return text


def recognise(session: Session, text: str | None, needed: Scope) -> Token:
    """Return the token that was sent.

    Raises Unauthorized where it is missing or not known, Forbidden where it does not cover ``needed``.
    """
    if not text:
        raise Unauthorized("This needs `Authorization: Bearer <token>`. `linkwell pair` or `linkwell token new` gives one.")
    known = tokens.find(session, _id(text))
    if known is None or not hmac.compare_digest(known.hash, _hash(text)):
        raise Unauthorized(_WRONG)
    if not known.scope.covers(needed):
        raise Forbidden("This is for administrators. Ask yours, or use a token made with `--scope admin`.")
    return known


def prove(session: Session, id: str, nonce: str, port: str) -> str | None:
    """Return the proof that this helper knows the token of that id, ``None`` where it does not."""
    known = tokens.find(session, id)
    return None if known is None else hmac.new(known.hash, f"{nonce}|{port}".encode(), "sha256").hexdigest()


def _id(text: str) -> str:
    found = _TOKEN.fullmatch(text)
    return found[1] if found else ""


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()

"""Cursors: where the next page of a list begins, as text that nobody needs to understand."""

import base64
import binascii
from datetime import datetime

from linkwell.web.problems import Problem


def of_id(id: int) -> str:
    """Return the cursor after a row's id."""
    return _pack(str(id))


def read_id(cursor: str | None) -> int:
    """Return the id before the page, 0 for the first page."""
    text = _unpack(cursor)
    if text and not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise _malformed()
    return int(text or 0)


def of_time_and_slug(at: datetime, slug: str) -> str:
    """Return the cursor after a link."""
    return _pack(f"{at.isoformat()} {slug}")


def read_time_and_slug(cursor: str | None) -> tuple[datetime, str] | None:
    """Return time and slug of the link before the page, ``None`` for the first page."""
    if not cursor:
        return None
    at, _, slug = _unpack(cursor).partition(" ")
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as error:
        raise _malformed() from error
    if moment.tzinfo is None:
        raise _malformed()
    return moment, slug


def _pack(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _unpack(cursor: str | None) -> str:
    if not cursor:
        return ""
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise _malformed() from error


def _malformed() -> Problem:
    return Problem(400, "This cursor is not one of ours. Leave it out to begin at the first page.")

"""Tracked links and the hosts they were minted on."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Row, and_, bindparam, func, insert, or_, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from linkwell.model.errors import Conflict
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.store.schema import domain, link

_HAS_CONTACT: Final = text("link.contact <> ''")  # as the indexes over contacts say it, or no engine would use them
_LIVE: Final = text("link.state = 'live'")
_AT_ONCE: Final = 5000  # slugs or contacts looked up by one statement
_SOME: Final[BindParameter[list[str]]] = bindparam("some", expanding=True)
_OF_SLUGS: Final = select(link).where(link.c.slug.in_(_SOME))  # made once: putting a statement together takes longer than asking it
_COUNTED: Final = (
    select(link.c.contact, func.count().label("links")).where(_HAS_CONTACT, link.c.contact.in_(_SOME)).group_by(link.c.contact)
)


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two links for the same contact the same link."""

    destination: str
    campaign: str | None
    contact: str


def destination_hash(destination: str) -> bytes:
    """Return what stands for a destination in the index: the first 16 bytes of its SHA-256."""
    return hashlib.sha256(destination.encode()).digest()[:16]


def add(session: Session, new: Iterable[tuple[TrackedLink, str]], by: str) -> None:
    """Keep links, each with the host it was minted on.

    Raises sqlalchemy's IntegrityError where a slug is taken or the contact has that link already.
    """
    rows = [_row(one, host, by) for one, host in new]
    for host in {row["host"] for row in rows}:
        _add_host(session, host, rows[0]["created_at"])
    if rows:
        session.execute(insert(link), rows)


def find(session: Session, slug: str) -> TrackedLink | None:
    """Return the link of that slug."""
    row = session.execute(select(link).where(link.c.slug == slug)).one_or_none()
    return None if row is None else _read(row)


def find_all(session: Session, slugs: Iterable[str]) -> Mapping[str, TrackedLink]:
    """Return the links of those slugs that there are."""
    return {row.slug: _read(row) for some in _batches(slugs) for row in session.execute(_OF_SLUGS, {"some": some})}


def count_by_contact(session: Session, contacts: Iterable[str]) -> Mapping[str, int]:
    """Return how many links were minted for each of those contacts that have any."""
    return {row.contact: row.links for some in _batches(contacts) for row in session.execute(_COUNTED, {"some": some})}


def of_contact(session: Session, keys: Sequence[Key], host: str) -> Mapping[Key, TrackedLink]:
    """Return the live links that those contacts have already on ``host``, those whose time is over among them."""
    wanted = {(destination_hash(key.destination), key.campaign or "", key.contact): key for key in keys}
    if not wanted:
        return {}
    each = (
        and_(link.c.destination_hash == h, link.c.campaign == c, link.c.contact == who, link.c.host == host, _HAS_CONTACT, _LIVE)
        for h, c, who in wanted
    )
    rows = session.execute(select(link).where(or_(*each)))
    return {wanted[(row.destination_hash, row.campaign, row.contact)]: _read(row) for row in rows}


def page(
    session: Session, *, query: str | None, campaign: str | None, state: LinkState | None, before: tuple[datetime, str] | None, limit: int
) -> list[TrackedLink]:
    """Return links, newest first, from after ``before`` on; ``query`` looks into slug and destination."""
    wanted = select(link).order_by(link.c.created_at.desc(), link.c.slug.desc()).limit(limit)
    if query:
        wanted = wanted.where(or_(link.c.slug == query.lower(), link.c.destination.icontains(query, autoescape=True)))
    if campaign is not None:
        wanted = wanted.where(link.c.campaign == campaign)
    if state is not None:
        wanted = wanted.where(link.c.state == state.value)
    if before is not None:
        at, slug = before
        wanted = wanted.where(or_(link.c.created_at < at, and_(link.c.created_at == at, link.c.slug < slug)))
    return [_read(row) for row in session.execute(wanted)]


def change(session: Session, slug: str, now: datetime, **columns: object) -> TrackedLink | None:
    """Change some columns of a link and return it; redirectors see it by ``changed_at``.

    Raises Conflict where that would give a contact two live links to one destination.
    """
    values = {name: value.value if isinstance(value, LinkState) else value for name, value in columns.items()}
    if "destination" in values:
        values["destination_hash"] = destination_hash(str(values["destination"]))
    changed = update(link).where(link.c.slug == slug).values(**values, changed_at=now).returning(*link.c)
    try:
        with session.begin_nested():
            row = session.execute(changed).one_or_none()
    except IntegrityError as error:
        raise Conflict("This contact has another live link to the same destination. Pause that one first.") from error
    return None if row is None else _read(row)


def expire(session: Session, slugs: Iterable[str], now: datetime) -> None:
    """Say of links whose time is over that they are expired."""
    for some in _batches(slugs):
        session.execute(update(link).where(link.c.slug.in_(some)).values(state=LinkState.EXPIRED.value, changed_at=now))


def changed_since(session: Session, moment: datetime) -> list[TrackedLink]:
    """Return the links that somebody minted or changed since ``moment``."""
    return [_read(row) for row in session.execute(select(link).where(or_(link.c.changed_at >= moment, link.c.created_at >= moment)))]


def newest(session: Session, limit: int) -> Iterator[TrackedLink]:
    """Yield the newest links, at most ``limit``."""
    rows = session.execute(select(link).order_by(link.c.created_at.desc()).limit(limit).execution_options(yield_per=1000))
    return (_read(row) for row in rows)


def hosts(session: Session) -> frozenset[str]:
    """Return every host that links were minted on."""
    return frozenset(session.execute(select(domain.c.host)).scalars())


def _batches(keys: Iterable[str]) -> Iterator[list[str]]:
    each = sorted(set(keys))
    return (each[start : start + _AT_ONCE] for start in range(0, len(each), _AT_ONCE))


def _add_host(session: Session, host: str, now: datetime) -> None:
    if session.execute(select(domain.c.host).where(domain.c.host == host)).one_or_none() is None:
        try:
            with session.begin_nested():
                session.execute(insert(domain).values(host=host, first_minted_at=now))
        except IntegrityError:
            pass  # another worker was first


def _row(new: TrackedLink, host: str, by: str) -> dict[str, Any]:
    return {
        "slug": new.slug,
        "short_url": new.short_url,
        "host": host,
        "destination": new.destination,
        "destination_hash": destination_hash(new.destination),
        "campaign": new.campaign or "",
        "contact": new.contact or "",
        "audience": new.audience or "",
        "state": new.state.value,
        "fallback_url": new.fallback_url,
        "expires_at": new.expires_at,
        "created_at": new.created_at,
        "created_by": by,
    }


def _read(row: Row[Any]) -> TrackedLink:
    return TrackedLink(
        slug=row.slug,
        short_url=row.short_url,
        destination=row.destination,
        created_at=row.created_at,
        state=LinkState(row.state),
        campaign=row.campaign or None,
        contact=row.contact or None,
        audience=row.audience or None,
        fallback_url=row.fallback_url,
        expires_at=row.expires_at,
    )

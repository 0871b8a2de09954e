"""Mint: make tracked links; the same destination, campaign and contact get the same link again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from linkwell.model.errors import InvalidInput, Unavailable
from linkwell.model.tracked_link import TrackedLink
from linkwell.store import links
from linkwell.store.links import Key
from linkwell.text import destination

ATTEMPTS: Final = 5
ONE_HOP: Final = "A tracked link cannot lead to another one: that would be more than one hop."
AT_ONCE: Final = 200  # contacts looked up by one statement


@dataclass(frozen=True, slots=True)
class Wish:
    """One link that is wanted."""

    destination: str
    campaign: str | None = None
    contact: str | None = None
    audience: str | None = None
    fallback_url: str | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mint:
    """Where links are minted and by whom.

    ``base`` is the front of every short URL (``https://go.acme.com/``), ``hosts`` are all that our redirector answers for.
    """

    base: str
    by: str
    now: datetime
    new_slug: Callable[[], str]
    hosts: frozenset[str]

    @property
    def host(self) -> str:
        """The host that the links are on, with its port where ``base`` names one."""
        return self.base.partition("://")[2].rstrip("/")


def mint(session: Session, wishes: Sequence[Wish], at: Mint) -> list[TrackedLink]:
    """Return a link for every wish, in order; those with a contact get the live link that they have, and a new one in a dead one's place.

    Raises InvalidInput, with the wish's index in its field, where something is no destination.
    """
    for index, wish in enumerate(wishes):
        _check(index, wish, at)
    for _ in range(ATTEMPTS):
        try:
            with session.begin_nested():
                return _mint(session, wishes, at)
        except IntegrityError:
            continue  # a slug was taken, or another worker minted for the same contact: look again
    raise Unavailable("No free slug was found. Try again.")


def _mint(session: Session, wishes: Sequence[Wish], at: Mint) -> list[TrackedLink]:
    had = _had_already(session, wishes, at)
    new: list[TrackedLink] = []
    minted: list[TrackedLink] = []
    for wish in wishes:
        key = _key(wish)
        link = had.get(key) if key else None
        if link is None:
            link = _new(wish, at)
            new.append(link)
            if key:
                had[key] = link
        minted.append(link)
    links.add(session, ((link, at.host) for link in new), at.by)
    return minted


def _had_already(session: Session, wishes: Sequence[Wish], at: Mint) -> dict[Key, TrackedLink]:
    keys = list({key for wish in wishes if (key := _key(wish))})
    had: dict[Key, TrackedLink] = {}
    for some in _batches(keys):
        had |= links.of_contact(session, some, at.host)
    over = {key: link for key, link in had.items() if link.expires_at is not None and link.expires_at <= at.now}
    links.expire(session, [link.slug for link in over.values()], at.now)
    return {key: link for key, link in had.items() if key not in over}


def _batches(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


def _key(wish: Wish) -> Key | None:
    return Key(destination.in_ascii(wish.destination), wish.campaign, wish.contact) if wish.contact else None


def _new(wish: Wish, at: Mint) -> TrackedLink:
    slug = at.new_slug()
    return TrackedLink(
        slug=slug,
        short_url=at.base + slug,
        destination=destination.in_ascii(wish.destination),
        created_at=at.now,
        campaign=wish.campaign,
        contact=wish.contact,
        audience=wish.audience,
        fallback_url=wish.fallback_url,
        expires_at=wish.expires_at,
    )


def _check(index: int, wish: Wish, at: Mint) -> None:
    for name, url in (("destination", wish.destination), ("fallback_url", wish.fallback_url)):
        if url is None:
            continue
        if fault := destination.fault(url):
            raise InvalidInput(fault, f"links.{index}.{name}")
        if destination.leads_to(url, at.hosts):
            raise InvalidInput(ONE_HOP, f"links.{index}.{name}")

"""Opt out: contacts say that they want no more texts, or texts again; what was said last holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from linkwell.model.errors import NotFound
from linkwell.model.optout import OptOutEntry, OptOutSource, OptOutState
from linkwell.model.policy import Policy
from linkwell.store import optouts
from linkwell.text.optout_words import is_opt_in, is_opt_out

LONGEST_REASON: Final = 200
_LONGEST_REPLY_KEPT: Final = 40  # enough to show what was asked for


@dataclass(frozen=True, slots=True)
class Notice:
    """That a contact wants no more texts, or texts again (``wants_out`` is false), or said something else (``None``).

    ``at`` is when it said so, ``None`` for now; ``reason`` is what is kept with it.
    """

    contact: str
    wants_out: bool | None
    source: OptOutSource
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a notice, and whether the contact is opted out after it."""

    contact: str
    state: OptOutState
    opted_out: bool


def read_reply(contact: str, reply: str, policy: Policy, at: datetime | None = None) -> Notice:
    """Return what a contact's reply means; words of its own that the policy or one of its sites names count as opting out."""
    words = {*policy.opt_out.words, *(word for site in policy.sites.values() if site.opt_out for word in site.opt_out.words or ())}
    wants_out = True if is_opt_out(reply, words) else False if is_opt_in(reply) else None
    said = "".join(character if character.isprintable() else " " for character in reply)
    return Notice(contact, wants_out, OptOutSource.REPLY, at, " ".join(said.split())[:_LONGEST_REPLY_KEPT])


def take(session: Session, notices: Sequence[Notice], now: datetime) -> list[Taken]:
    """Keep what the notices say, and return for each what it changed, in order.

    A notice from before what is known already (an old list, a message that was delivered twice) changes nothing. One from the future is
    one of now.
    """
    optouts.in_turn(session)
    last = dict(optouts.latest(session, {one.contact for one in notices}))
    changed: dict[str, OptOutEntry] = {}  # of those that are kept already
    new: list[OptOutEntry] = []
    place: dict[str, int] = {}  # of a contact's last entry among the new ones
    taken: list[Taken] = []
    for one in notices:
        had = last.get(one.contact)
        was_out = had is not None and had.ended_at is None
        entry = _after(had, one, min(one.at or now, now))
        is_out = was_out if entry is None else entry.ended_at is None
        if entry is not None:
            last[one.contact] = entry
            if is_out and not was_out:
                place[one.contact] = len(new)
                new.append(entry)
            elif one.contact in place:
                new[place[one.contact]] = entry
            else:
                changed[one.contact] = entry
        state = OptOutState.UNCHANGED if is_out is was_out else OptOutState.OPTED_OUT if is_out else OptOutState.OPTED_IN
        taken.append(Taken(one.contact, state, is_out))
    optouts.change(session, changed.values())
    optouts.add(session, new)
    return taken


def _after(had: OptOutEntry | None, notice: Notice, moment: datetime) -> OptOutEntry | None:
    """Return a contact's entry after a notice; ``None`` where it stays as it was."""
    if had is None or had.ended_at is not None:
        if not notice.wants_out or (had is not None and had.ended_at is not None and moment < had.ended_at):
            return None
        return OptOutEntry(notice.contact, moment, notice.source, notice.reason[:LONGEST_REASON])
    if notice.wants_out:
        return replace(had, last_at=moment) if moment > had.said_at else None
    after = moment > had.said_at or (notice.at is None and moment == had.said_at)  # of two said now the order tells
    return replace(had, ended_at=moment, ended_source=notice.source) if notice.wants_out is False and after else None


def end(session: Session, contact: str, source: OptOutSource, now: datetime) -> Taken:
    """End the opt-out of a contact, whenever it began; raises NotFound where none is in force."""
    optouts.in_turn(session)
    had = optouts.latest(session, [contact]).get(contact)
    if had is None or had.ended_at is not None:
        raise NotFound("This contact is not opted out.")
    optouts.change(session, [replace(had, ended_at=max(now, had.said_at), ended_source=source)])
    return Taken(contact, OptOutState.OPTED_IN, opted_out=False)

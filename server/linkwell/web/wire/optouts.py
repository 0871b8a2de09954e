"""Opt-outs on the wire."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from linkwell.actions.optout import LONGEST_REASON, Notice, Taken, read_reply
from linkwell.model.optout import OptOutEntry, OptOutSource, OptOutState
from linkwell.model.policy import Policy
from linkwell.web.wire.base import Moment, Reference, Time, Wire

Contact = Annotated[Reference, Field(min_length=1)]
Reason = Annotated[str, Field(max_length=LONGEST_REASON, pattern=r"^[^\x00-\x1f\x7f]*$")]


class OptOutIn(Wire):
    """A contact that wants no more texts, or with ``reply`` what it answered: one that is no opt-out and no opt-in changes nothing."""

    contact: Contact
    at: Time | None = None
    reason: Reason = ""
    reply: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "OptOutIn":
        if self.reply is not None and self.reason:
            raise ValueError("send a reason or a reply, not both: of a reply its own words are kept")
        return self

    def notice(self, policy: Policy, source: OptOutSource) -> Notice:
        """Return the notice that is meant; ``source`` is where it comes from if it is no reply."""
        if self.reply is not None:
            return read_reply(self.contact, self.reply, policy, self.at)
        return Notice(self.contact, True, source, self.at, self.reason)


class OptOutsIn(Wire):
    """Opt-outs to take over in one call, 10,000 at most, all or none of them."""

    optouts: Annotated[list[OptOutIn], Field(max_length=10_000)]


def _one_or_many(body: Any) -> str:
    return "(many)" if isinstance(body, dict) and "optouts" in body else "(one)"


OneOrMany = Annotated[Annotated[OptOutIn, Tag("(one)")] | Annotated[OptOutsIn, Tag("(many)")], Discriminator(_one_or_many)]


class TakenOut(Wire):
    """What became of a notice, and whether the contact is opted out now."""

    contact: str
    state: OptOutState
    opted_out: bool


class TakenManyOut(Wire):
    """What became of each notice, in the order of the request."""

    optouts: list[TakenOut]


class OptOutOut(Wire):
    """One opt-out; in force where ``ended_at`` is null."""

    contact: str
    at: Moment
    source: OptOutSource
    reason: str
    ended_at: Moment | None
    ended_source: OptOutSource | None


class OptOutPageOut(Wire):
    """A page of opt-outs, the last first; ``next`` is the cursor of the following page."""

    optouts: list[OptOutOut]
    next: str | None


def taken_out(taken: Taken) -> TakenOut:
    """Turn what became of a notice into its wire form."""
    return TakenOut(contact=taken.contact, state=taken.state, opted_out=taken.opted_out)


def optout_out(entry: OptOutEntry) -> OptOutOut:
    """Turn an opt-out into its wire form."""
    return OptOutOut(
        contact=entry.contact,
        at=entry.at,
        source=entry.source,
        reason=entry.reason,
        ended_at=entry.ended_at,
        ended_source=entry.ended_source,
    )

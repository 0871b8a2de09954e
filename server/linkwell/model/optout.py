"""OptOutEntry: that a contact wants no more texts, since when, how we know, and when it took that back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class OptOutSource(StrEnum):
    """How we know."""

    API = "api"
    IMPORT = "import"
    REPLY = "reply"
    CLI = "cli"


class OptOutState(StrEnum):
    """What a notice changed: the contact is opted out now, is no longer, or is what it was before."""

    OPTED_OUT = "opted_out"
    OPTED_IN = "opted_in"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class OptOutEntry:
    """One opt-out of a contact, in force until ``ended_at``; ended ones are kept as history.

    ``contact`` is an opaque reference of up to 200 characters; ``reason`` is what the team noted, or the words of the reply.
    ``last_at`` is when the contact said so again, ``None`` where it said so once.
    """

    contact: str
    at: datetime
    source: OptOutSource
    reason: str = ""
    ended_at: datetime | None = None
    ended_source: OptOutSource | None = None
    last_at: datetime | None = None

    @property
    def said_at(self) -> datetime:
        """When the contact last said that it wants no more texts."""
        return self.last_at or self.at

"""TrackedLink and its Slug: a short link that we serve."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinkState(StrEnum):
    """What the redirector does with it: answer with its destination, or with its fallback or a page."""

    LIVE = "live"
    PAUSED = "paused"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class TrackedLink:
    """A short link that we serve: one slug for a destination, a campaign and a contact.

    ``short_url`` is the whole address as it was minted; ``contact`` and ``campaign`` are opaque references.
    """

    slug: str
    short_url: str
    destination: str
    created_at: datetime
    state: LinkState = LinkState.LIVE
    campaign: str | None = None
    contact: str | None = None
    audience: str | None = None
    fallback_url: str | None = None
    expires_at: datetime | None = None

"""Follow: what the redirector answers for a tracked link."""

from dataclasses import dataclass
from datetime import datetime

from linkwell.model.tracked_link import LinkState, TrackedLink


@dataclass(frozen=True, slots=True)
class Step:
    """Where a recipient goes next; without a ``location`` the link is gone and gets a page."""

    status: int
    location: str | None


def follow(link: TrackedLink, now: datetime) -> Step:
    """Return the one hop of a link: to its destination while it is live, else to its fallback, else nowhere."""
    ended = link.expires_at is not None and link.expires_at <= now
    if link.state is LinkState.LIVE and not ended:
        return Step(302, link.destination)
    return Step(302, link.fallback_url) if link.fallback_url else Step(410, None)

"""LinkFigures and RecentClicks: what became of a tracked link, counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from linkwell.model.tracked_link import TrackedLink
from linkwell.model.visit import Category


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """Counts for one link, derived from its visits each time.

    ``visits`` every request recorded · ``clicks`` human visits, those of one visitor within 30 s counted once ·
    ``unknown`` visits that cannot be told · ``unique`` people: 1 at most for a contact's own link, else visitors a day.
    """

    visits: int
    by_category: Mapping[Category, int]
    clicks: int
    unknown: int
    unique: int


@dataclass(frozen=True, slots=True)
class RecentClicks:
    """One link that was visited lately: ``clicks`` of people and ``previews`` (and prefetches) that are not counted."""

    link: TrackedLink
    clicks: int
    previews: int
    first_click_at: datetime | None
    last_click_at: datetime | None
    last_visit_at: datetime

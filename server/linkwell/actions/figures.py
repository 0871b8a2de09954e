"""Figures: what became of a tracked link, counted from its visits, those included that are not stored yet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from linkwell.model.figures import LinkFigures
from linkwell.model.tracked_link import TrackedLink
from linkwell.model.visit import Category, Classified, Visit
from linkwell.signals import RULESET
from linkwell.store import visits
from linkwell.store.visits import ONE_CLICK


def figures_of(session: Session, link: TrackedLink, spooled: Sequence[tuple[Visit, Classified]]) -> LinkFigures:
    """Count a link's visits: the stored ones in the store, ``spooled`` ones (not stored yet) on top of them."""
    by_category = Counter(visits.count_by_category(session, link.slug, RULESET))
    by_category.update(verdict.category for _, verdict in spooled)
    clicks, visitors = visits.count_clicks(session, link.slug, RULESET)
    human = [(one.at, one.visitor) for one, verdict in spooled if verdict.category is Category.HUMAN]
    if human:
        before = visits.human_since(session, link.slug, min(at for at, _ in human) - ONE_CLICK, RULESET)
        clicks += count_clicks([*before, *human]) - count_clicks(before)
        there = {who for _, who in human}
        visitors += len(there) - visits.count_known(session, link.slug, there, RULESET)
    return LinkFigures(
        visits=by_category.total(),
        by_category=dict(by_category),
        clicks=clicks,
        unknown=by_category[Category.UNKNOWN],
        unique=min(1, visitors) if link.contact else visitors,
    )


def count_clicks(human: Iterable[tuple[datetime, str]]) -> int:
    """Count human visits (time, visitor), those of one visitor within ``ONE_CLICK`` of the one before as one."""
    last: dict[str, datetime] = {}
    clicks = 0
    for at, who in sorted(human):
        clicks += who not in last or at - last[who] > ONE_CLICK
        last[who] = at
    return clicks

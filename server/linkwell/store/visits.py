"""Visits, raw and only ever added to, and apart from them what each is taken for."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import BigInteger, Insert, Row, Select, case, delete, func, insert, select, type_coerce, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from linkwell.model.figures import RecentClicks
from linkwell.model.visit import Category, Classified, Visit
from linkwell.store import links
from linkwell.store.schema import category, link, spool, visit

ONE_CLICK: Final = timedelta(seconds=30)  # a person's visits this close together are one click
_UNCOUNTED: Final = (Category.PREVIEW.value, Category.PREFETCH.value)


def add(session: Session, new: Sequence[tuple[Visit, Classified]]) -> int:
    """Keep visits and their categories; those that are kept already are passed over. Returns how many were new."""
    if not new:
        return 0
    verdicts = {(one.writer, one.sequence): verdict for one, verdict in new}
    kept = session.execute(_insert(session).returning(visit.c.id, visit.c.writer, visit.c.sequence), [_row(one) for one, _ in new]).all()
    rows = [(row.id, verdicts[(row.writer, row.sequence)]) for row in kept]
    if rows:
        session.execute(
            insert(category),
            [{"visit": id, "ruleset": v.ruleset, "category": v.category.value, "reasons": "\n".join(v.reasons)} for id, v in rows],
        )
    return len(rows)


def position(session: Session, file: str) -> int:
    """Return how many bytes of a spool file are stored."""
    return session.execute(select(spool.c.position).where(spool.c.file == file)).scalar_one_or_none() or 0


def set_position(session: Session, file: str, bytes_stored: int) -> None:
    """Remember how many bytes of a spool file are stored; to be called with the visits of those bytes, in one transaction."""
    moved = session.execute(update(spool).where(spool.c.file == file).values(position=bytes_stored).returning(spool.c.file))
    if moved.one_or_none() is None:
        session.execute(insert(spool).values(file=file, position=bytes_stored))


def forget_file(session: Session, file: str) -> None:
    """Drop the position of a spool file that is gone."""
    session.execute(delete(spool).where(spool.c.file == file))


def visited(session: Session, slugs: Iterable[str]) -> frozenset[str]:
    """Return those of ``slugs`` whose link was asked for by anybody or anything."""
    return frozenset(session.execute(select(visit.c.slug).where(visit.c.slug.in_(set(slugs))).distinct()).scalars()) - {None}


def count_by_category(session: Session, slug: str, ruleset: int) -> dict[Category, int]:
    """Return how many visits of a link are taken for what."""
    rows = session.execute(
        select(category.c.category, func.count()).select_from(_judged(ruleset)).where(visit.c.slug == slug).group_by(category.c.category)
    )
    return {Category(name): count for name, count in rows}


def count_clicks(session: Session, slug: str, ruleset: int) -> tuple[int, int]:
    """Return the clicks of a link, and how many visitors of a day they came from."""
    human = _human_visits(ruleset).where(visit.c.slug == slug).subquery()
    return tuple(session.execute(select(_clicks(human), func.count(human.c.visitor.distinct()))).one())


def human_since(session: Session, slug: str, moment: datetime, ruleset: int) -> list[tuple[datetime, str]]:
    """Return time and visitor of a link's human visits from ``moment`` on."""
    wanted = select(visit.c.at, visit.c.visitor).select_from(_judged(ruleset))
    rows = session.execute(wanted.where(visit.c.slug == slug, visit.c.at >= moment, category.c.category == Category.HUMAN.value))
    return [(row.at, row.visitor) for row in rows]


def count_known(session: Session, slug: str, visitors: Iterable[str], ruleset: int) -> int:
    """Return how many of those visitors made a human visit to a link already."""
    human = _human_visits(ruleset).where(visit.c.slug == slug, visit.c.visitor.in_(set(visitors))).subquery()
    return session.execute(select(func.count(human.c.visitor.distinct()))).scalar_one()


def of_link(session: Session, slug: str, ruleset: int, after: int, limit: int) -> list[tuple[int, Visit, Classified]]:
    """Return visits of a link, oldest first, with their ids, from after the id ``after`` on."""
    wanted = select(visit, category.c.category, category.c.reasons).select_from(_judged(ruleset))
    rows = session.execute(wanted.where(visit.c.slug == slug, visit.c.id > after).order_by(visit.c.id).limit(limit))
    return [(row.id, _read(row), Classified(Category(row.category), tuple(row.reasons.split("\n")), ruleset)) for row in rows]


def recent(session: Session, ruleset: int, *, contact: str | None, since: datetime | None, limit: int) -> list[RecentClicks]:
    """Return the links that were visited since ``since``, the latest first, with what is counted and what is not."""
    wanted = select(
        visit.c.slug,
        func.max(visit.c.at).label("last"),
        func.sum(case((category.c.category.in_(_UNCOUNTED), 1), else_=0)).label("previews"),
    ).select_from(_judged(ruleset).join(link, link.c.slug == visit.c.slug))
    if contact is not None:
        wanted = wanted.where(link.c.contact == contact)
    if since is not None:
        wanted = wanted.where(visit.c.at >= since)
    latest = {r.slug: r for r in session.execute(wanted.group_by(visit.c.slug).order_by(func.max(visit.c.at).desc()).limit(limit))}
    human = _human_visits(ruleset).where(visit.c.slug.in_(list(latest)))
    if since is not None:
        human = human.where(visit.c.at >= since)
    each = human.subquery()
    counted = session.execute(
        select(each.c.slug, _clicks(each).label("clicks"), func.min(each.c.at).label("first"), func.max(each.c.at).label("last")).group_by(
            each.c.slug
        )
    )
    clicks = {row.slug: row for row in counted}
    known = links.find_all(session, latest)
    return [
        RecentClicks(
            link=known[slug],
            clicks=clicks[slug].clicks if slug in clicks else 0,
            previews=row.previews,
            first_click_at=clicks[slug].first if slug in clicks else None,
            last_click_at=clicks[slug].last if slug in clicks else None,
            last_visit_at=row.last,
        )
        for slug, row in latest.items()
    ]


def _judged(ruleset: int) -> Any:
    return visit.join(category, (category.c.visit == visit.c.id) & (category.c.ruleset == ruleset))


def _human_visits(ruleset: int) -> Select[Any]:
    before = func.lag(visit.c.at).over(partition_by=(visit.c.slug, visit.c.visitor), order_by=(visit.c.at, visit.c.id))
    wanted = select(visit.c.slug, visit.c.at, visit.c.visitor, before.label("before")).select_from(_judged(ruleset))
    return wanted.where(category.c.category == Category.HUMAN.value)


def _clicks(human: Any) -> Any:
    gap = type_coerce(human.c.at, BigInteger) - type_coerce(human.c.before, BigInteger)
    close = gap <= ONE_CLICK // timedelta(microseconds=1)
    return func.coalesce(func.sum(case((human.c.before.is_not(None) & close, 0), else_=1)), 0)


def _insert(session: Session) -> Insert:
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(visit).on_conflict_do_nothing(index_elements=["writer", "sequence"])
    return sqlite.insert(visit).on_conflict_do_nothing(index_elements=["writer", "sequence"])


def _row(new: Visit) -> dict[str, object]:
    fields = ("writer", "sequence", "at", "requested", "slug", "rung", "status", "method", "scheme", "host", "visitor")
    return {name: getattr(new, name) for name in fields} | {"headers": json.dumps(dict(new.headers))}


def _read(row: Row[Any]) -> Visit:
    fields = ("writer", "sequence", "at", "requested", "slug", "rung", "status", "method", "scheme", "host", "visitor")
    return Visit(headers=json.loads(row.headers), **{name: getattr(row, name) for name in fields})

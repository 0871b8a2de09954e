"""Visits in both databases: exactly once, and counted as clicks the way people count them."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from linkwell.model.tracked_link import TrackedLink
from linkwell.model.visit import Category, Classified, Visit
from linkwell.store import links, visits
from linkwell.store.engine import transaction

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SLUG = "7xkq2mf4"


def visit(sequence: int, seconds: float = 0, visitor: str = "dana", slug: str | None = SLUG) -> Visit:
    at = NOW + timedelta(seconds=seconds)
    return Visit(
        "writer",
        sequence,
        at,
        slug or "gone",
        slug,
        "exact",
        302,
        "GET",
        "https",
        "go.acme.example",
        {"user-agent": "Mozilla/5.0"},
        visitor,
    )


def judged(one: Visit, category: Category = Category.HUMAN) -> tuple[Visit, Classified]:
    return one, Classified(category, ("because", "and so"), 1)


def test_the_same_visit_twice_is_kept_once(engine: Engine) -> None:
    both = [judged(visit(1)), judged(visit(2, 1))]
    with transaction(engine) as session:
        assert visits.add(session, both) == 2
    with transaction(engine) as session:
        assert visits.add(session, [*both, judged(visit(3, 2))]) == 1
        kept = visits.of_link(session, SLUG, 1, 0, 10)
    assert [one.sequence for _, one, _ in kept] == [1, 2, 3]
    assert kept[0][1] == visit(1)
    assert kept[0][2] == Classified(Category.HUMAN, ("because", "and so"), 1)


def test_taps_of_one_person_close_together_are_one_click(engine: Engine) -> None:
    taps = [visit(1, 0), visit(2, 29), visit(3, 58), visit(4, 89), visit(5, 90, "ravi"), visit(6, 91, "ravi")]
    with transaction(engine) as session:
        visits.add(session, [judged(tap) for tap in taps])
        assert visits.count_clicks(session, SLUG, 1) == (3, 2)  # dana at 0 and, 31 s after her last tap, at 89; ravi once


def test_a_preview_never_takes_the_place_of_the_tap_behind_it(engine: Engine) -> None:
    with transaction(engine) as session:
        visits.add(session, [judged(visit(1), Category.PREVIEW), judged(visit(2, 1))])
        assert visits.count_clicks(session, SLUG, 1) == (1, 1)
        assert visits.count_by_category(session, SLUG, 1) == {Category.PREVIEW: 1, Category.HUMAN: 1}


def test_recent_names_the_latest_link_first_and_counts_previews_apart(engine: Engine) -> None:
    with transaction(engine) as session:
        for slug, contact in ((SLUG, "dana"), ("h5wn8zcd", "ravi"), ("p3rt9vke", None)):
            link = TrackedLink(slug, f"https://go.acme.example/{slug}", "https://acme.example/", NOW, contact=contact)
            links.add(session, [(link, "go.acme.example")], "agent")
        visits.add(
            session,
            [
                judged(visit(1)),
                judged(visit(2, 5), Category.PREVIEW),
                judged(visit(3, 60, slug="h5wn8zcd"), Category.PREFETCH),
                judged(visit(4, 70, slug=None), Category.HUMAN),
            ],
        )
        latest = visits.recent(session, 1, contact=None, since=None, limit=9)
        of_dana = visits.recent(session, 1, contact="dana", since=None, limit=9)
        later = visits.recent(session, 1, contact=None, since=NOW + timedelta(seconds=10), limit=9)
    assert [(one.link.slug, one.clicks, one.previews) for one in latest] == [("h5wn8zcd", 0, 1), (SLUG, 1, 1)]
    assert (latest[1].first_click_at, latest[1].last_click_at, latest[1].last_visit_at) == (NOW, NOW, NOW + timedelta(seconds=5))
    assert [one.link.slug for one in of_dana] == [SLUG]
    assert [one.link.slug for one in later] == ["h5wn8zcd"]


def test_a_spool_position_is_kept_and_forgotten(engine: Engine) -> None:
    with transaction(engine) as session:
        assert visits.position(session, "w-1.spool") == 0
        visits.set_position(session, "w-1.spool", 10)
        visits.set_position(session, "w-1.spool", 25)
        assert visits.position(session, "w-1.spool") == 25
        visits.forget_file(session, "w-1.spool")
        assert visits.position(session, "w-1.spool") == 0

"""Opt-outs in both databases, and what else a review looks up of a contact."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import IntegrityError

from linkwell.actions.optout import Notice, take
from linkwell.model.optout import OptOutEntry, OptOutSource
from linkwell.model.tracked_link import TrackedLink
from linkwell.model.visit import Category, Classified, Visit
from linkwell.store import links, optouts, visits
from linkwell.store.engine import transaction
from linkwell.store.migrations import downgrade, migrate

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HOST = "go.acme.example"


def entry(contact: str, minutes: int = 0, ended: int | None = None) -> OptOutEntry:
    over = (None, None) if ended is None else (NOW + timedelta(minutes=ended), OptOutSource.API)
    return OptOutEntry(contact, NOW + timedelta(minutes=minutes), OptOutSource.REPLY, "STOP", *over)


def link(slug: str, contact: str | None) -> tuple[TrackedLink, str]:
    return TrackedLink(slug, f"https://{HOST}/{slug}", f"https://acme.example/{slug}", NOW, contact=contact), HOST


def visit(sequence: int, slug: str | None) -> tuple[Visit, Classified]:
    told = Visit("worker", sequence, NOW, f"/{slug}", slug, "exact", 302, "GET", "https", HOST, {}, "somebody")
    return told, Classified(Category.HUMAN, ("a person",), 1)


def test_an_opt_out_comes_back_as_it_was_kept(engine: Engine) -> None:
    with transaction(engine) as session:
        optouts.add(session, [entry("dana"), entry("ravi", 1, ended=5)])
    with transaction(engine) as session:
        assert optouts.opted_out(session, ["dana", "ravi", "lee", "' OR 1=1 --"]) == {"dana"}
        assert optouts.opted_out(session, []) == frozenset()
        assert optouts.latest(session, ["dana", "ravi", "lee"]) == {"dana": entry("dana"), "ravi": entry("ravi", 1, ended=5)}


def test_only_one_opt_out_of_a_contact_is_in_force_and_the_first_stays(engine: Engine) -> None:
    with transaction(engine) as session:
        optouts.add(session, [entry("dana")])
        optouts.add(session, [entry("dana", 7), entry("ravi", 7)])
    with transaction(engine) as session:
        assert [one for _, one in optouts.page(session, contact=None, before=0, limit=9)] == [entry("ravi", 7), entry("dana")]


def test_what_ended_is_kept_and_another_may_follow(engine: Engine) -> None:
    with transaction(engine) as session:
        optouts.add(session, [entry("dana"), entry("ravi")])
        optouts.change(session, [entry("dana", ended=5)])
        assert optouts.opted_out(session, ["dana", "ravi"]) == {"ravi"}
        optouts.add(session, [entry("dana", 9)])
        optouts.change(session, [])
    with transaction(engine) as session:
        assert optouts.opted_out(session, ["dana", "ravi"]) == {"dana", "ravi"}
        assert [one for _, one in optouts.page(session, contact="dana", before=0, limit=9)] == [entry("dana", 9), entry("dana", ended=5)]
        assert optouts.latest(session, ["dana"]) == {"dana": entry("dana", 9)}
        assert [one.contact for one in optouts.in_force(session)] == ["dana", "ravi"]


def test_imports_of_the_same_contacts_at_once_wait_for_one_another(engine: Engine) -> None:
    def take_over(backwards: bool) -> int:
        some = [Notice(f"contact {number}", True, OptOutSource.IMPORT, NOW) for number in range(3000)]
        with transaction(engine) as session:
            return sum(one.state == "opted_out" for one in take(session, some[::-1] if backwards else some, NOW))

    with ThreadPoolExecutor(4) as several:
        assert sorted(several.map(take_over, (False, True, False, True))) == [0, 0, 0, 3000]


def test_pages_go_from_the_last_to_the_first_without_gap_or_repeat(engine: Engine) -> None:
    with transaction(engine) as session:
        optouts.add(session, [entry(f"contact {number}") for number in range(8)])
        seen: list[str] = []
        before = 0
        while page := optouts.page(session, contact=None, before=before, limit=3):
            seen += [one.contact for _, one in page]
            before = page[-1][0]
    assert seen == [f"contact {number}" for number in range(7, -1, -1)]


def test_more_contacts_than_one_statement_takes(engine: Engine) -> None:
    with transaction(engine) as session:
        optouts.add(session, [entry(f"contact {number}") for number in range(10_000)])
        asked = [f"contact {number}" for number in range(12_000)]
        assert len(optouts.opted_out(session, asked)) == 10_000
        assert len(optouts.latest(session, asked)) == 10_000


def test_links_of_a_contact_are_counted_and_visits_known(engine: Engine) -> None:
    with transaction(engine) as session:
        links.add(session, [link("aaaaaaaa", "dana"), link("bbbbbbbb", "dana"), link("cccccccc", "ravi"), link("dddddddd", None)], "agent")
        visits.add(session, [visit(1, "aaaaaaaa"), visit(2, "aaaaaaaa"), visit(3, None)])
    with transaction(engine) as session:
        assert links.count_by_contact(session, ["dana", "ravi", "lee", ""]) == {"dana": 2, "ravi": 1}
        assert visits.visited(session, ["aaaaaaaa", "bbbbbbbb"]) == {"aaaaaaaa"}
        assert visits.visited(session, []) == frozenset()


def test_a_store_with_links_goes_one_revision_back_and_forward(engine: Engine) -> None:
    with transaction(engine) as session:
        links.add(session, [link("aaaaaaaa", "dana")], "agent")
    downgrade(engine, "0001")
    assert "optout" not in inspect(engine).get_table_names()
    assert "link_by_contact" not in {index["name"] for index in inspect(engine).get_indexes("link")}
    migrate(engine)
    with transaction(engine) as session:
        assert links.count_by_contact(session, ["dana"]) == {"dana": 1}
        optouts.add(session, [entry("dana")])
    with pytest.raises(IntegrityError), transaction(engine) as session:
        links.add(session, [link("aaaaaaaa", "dana")], "agent")

"""Links in both databases."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.store import links
from linkwell.store.engine import transaction
from linkwell.store.links import Key

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HOST = "go.acme.example"


def made(slug: str, **more: Any) -> TrackedLink:
    fields: dict[str, Any] = {"destination": "https://acme.example/sale", "created_at": NOW} | more
    return TrackedLink(slug=slug, short_url=f"https://{HOST}/{slug}", **fields)


def keep(engine: Engine, *some: TrackedLink) -> None:
    with transaction(engine) as session:
        links.add(session, [(link, HOST) for link in some], "agent")


def test_a_link_comes_back_as_it_was_kept(engine: Engine) -> None:
    link = made(
        "aaaaaaaa",
        campaign="spring",
        contact="dana",
        audience="new",
        fallback_url="https://acme.example/",
        expires_at=NOW + timedelta(days=1),
    )
    keep(engine, link)
    with transaction(engine) as session:
        assert links.find(session, "aaaaaaaa") == link
        assert links.find(session, "bbbbbbbb") is None
        assert links.find_all(session, ["aaaaaaaa", "bbbbbbbb"]) == {"aaaaaaaa": link}
        assert links.hosts(session) == {HOST}


def test_a_contact_has_one_link_to_a_destination_in_a_campaign(engine: Engine) -> None:
    keep(engine, made("aaaaaaaa", contact="dana"), made("bbbbbbbb", contact="ravi"), made("cccccccc"), made("dddddddd"))
    with pytest.raises(IntegrityError):
        keep(engine, made("eeeeeeee", contact="dana"))
    with transaction(engine) as session:
        key = Key("https://acme.example/sale", None, "dana")
        other = Key("https://acme.example/sale", "spring", "dana")
        assert {key: link.slug for key, link in links.of_contact(session, [key, other], HOST).items()} == {key: "aaaaaaaa"}
        assert links.of_contact(session, [key], "other.example") == {}


def test_pages_go_from_new_to_old_without_gap_or_repeat(engine: Engine) -> None:
    keep(engine, *(made(f"aaaaaaa{i}", created_at=NOW + timedelta(seconds=i // 2)) for i in range(8)))
    seen: list[str] = []
    before = None
    with transaction(engine) as session:
        while page := links.page(session, query=None, campaign=None, state=None, before=before, limit=3):
            seen += [link.slug for link in page]
            before = (page[-1].created_at, page[-1].slug)
    assert seen == [f"aaaaaaa{i}" for i in (7, 6, 5, 4, 3, 2, 1, 0)]


def test_search_takes_wild_cards_as_they_are_written(engine: Engine) -> None:
    keep(engine, made("aaaaaaaa", destination="https://acme.example/100%25"), made("bbbbbbbb", destination="https://acme.example/100"))
    with transaction(engine) as session:
        found = links.page(session, query="100%", campaign=None, state=None, before=None, limit=9)
    assert [link.slug for link in found] == ["aaaaaaaa"]


def test_what_is_changed_or_minted_is_news(engine: Engine) -> None:
    keep(engine, made("aaaaaaaa"), made("bbbbbbbb"))
    with transaction(engine) as session:
        changed = links.change(
            session, "bbbbbbbb", NOW + timedelta(seconds=5), state=LinkState.PAUSED, destination="https://acme.example/other"
        )
        assert changed is not None
        assert (changed.state, changed.destination) == (LinkState.PAUSED, "https://acme.example/other")
        assert [link.slug for link in links.changed_since(session, NOW + timedelta(seconds=4))] == ["bbbbbbbb"]
        assert {link.slug for link in links.changed_since(session, NOW - timedelta(seconds=1))} == {"aaaaaaaa", "bbbbbbbb"}
        assert links.changed_since(session, NOW + timedelta(seconds=6)) == []
        assert links.change(session, "zzzzzzzz", NOW, state=LinkState.LIVE) is None

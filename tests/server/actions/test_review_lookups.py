"""What a review looks up, in both databases: no more than it needs, once for all messages, and what it makes of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event

from linkwell.actions.current import Current
from linkwell.actions.lookups import lookups_in
from linkwell.actions.mint import Mint
from linkwell.actions.optout import Notice, take
from linkwell.actions.review import read
from linkwell.actions.review_message import Known, contexts, review_messages
from linkwell.actions.rewrite import rewrite
from linkwell.model.context import Context
from linkwell.model.message import LinkKind, Message
from linkwell.model.optout import OptOutSource
from linkwell.model.policy import Brand, Policy
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.model.visit import Category, Classified, Visit
from linkwell.store import links, policies, visits
from linkwell.store.engine import reading, transaction
from linkwell.text.slug import neighbours

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HOST = "go.acme.example"
KNOWN = Known(Policy(tracking_domain=HOST, brands=(Brand(("Acme",)),)), frozenset({HOST}), f"https://{HOST}/")
SLIP = "7xkq2mf5"  # no slug of ours; these are the sound ones around it
NEAR = sorted(neighbours(SLIP))


def keep(engine: Engine, slug: str, contact: str | None = None, campaign: str | None = None, **more: Any) -> None:
    link = TrackedLink(slug, f"https://{HOST}/{slug}", f"https://acme.example/{slug}", NOW, campaign=campaign, contact=contact)
    with transaction(engine) as session:
        links.add(session, [(replace(link, **more), HOST)], "agent")


def look(engine: Engine, *messages: Message, known: Known = KNOWN) -> list[Context]:
    with reading(engine) as session:
        return contexts([read(one, known.hosts) for one in messages], known, lookups_in(session), NOW)


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_a_text_without_a_link_of_ours_and_without_a_contact_asks_nothing(engine: Engine) -> None:
    with statements(engine) as seen:
        [one, other] = look(engine, Message("Your order is ready."), Message("See https://acme.example/x", campaign="spring"))
    assert seen == []
    assert (one.at, one.opted_out, one.first_contact, dict(other.known)) == (NOW, False, False, {})


def test_without_a_store_only_what_needs_none_is_judged() -> None:
    [one] = contexts([read(Message(f"https://{HOST}/{NEAR[0]}", contact="dana"), KNOWN.hosts)], KNOWN, None, NOW)
    assert (one.at, dict(one.known), one.opted_out, one.first_contact) == (NOW, {}, False, False)


def test_a_thousand_messages_take_a_handful_of_queries(engine: Engine) -> None:
    for number, slug in enumerate(NEAR[:3]):
        keep(engine, slug, f"contact {number}")
    here = [NEAR[0], NEAR[1], SLIP]
    messages = [Message(f"See https://{HOST}/{here[number % 3]} now", contact=f"contact {number}") for number in range(1000)]
    with statements(engine) as seen:
        found = look(engine, *messages)
    assert len(found) == 1000
    assert len(seen) == 5, "slugs, what was meant, opt-outs, links of contacts, visits"
    with statements(engine) as alone:
        look(engine, messages[0])
    assert len(alone) == 4


def test_many_messages_are_judged_as_each_alone(engine: Engine) -> None:
    keep(engine, NEAR[0], "dana")
    keep(engine, NEAR[1])
    with transaction(engine) as session:
        take(session, [Notice("ravi", True, OptOutSource.API)], NOW)
    messages = [
        Message(f"See https://{HOST}/{slug}", contact=contact)
        for slug in (NEAR[0], NEAR[1], SLIP, "x")
        for contact in ("dana", "ravi", "", None)
    ]
    with reading(engine) as session:
        lookups = lookups_in(session)
        together = review_messages(messages, KNOWN, lookups, NOW)
        alone = [review_messages([one], KNOWN, lookups, NOW)[0] for one in messages]
    assert together == alone
    assert look(engine, *messages) == [look(engine, one)[0] for one in messages]


def test_only_the_contact_that_opted_out_is_opted_out(engine: Engine) -> None:
    with transaction(engine) as session:
        take(session, [Notice("ravi", True, OptOutSource.API)], NOW)
    assert [one.opted_out for one in look(engine, *(Message("Hi", contact=who) for who in ("ravi", "dana", None)))] == [True, False, False]


def first(engine: Engine, text: str, contact: str | None = "dana", known: Known = KNOWN) -> bool:
    return look(engine, Message(text, contact=contact), known=known)[0].first_contact


def test_a_contact_is_new_until_a_link_went_to_it(engine: Engine) -> None:
    assert first(engine, "Hi")
    assert not first(engine, "Hi", None)
    assert not first(engine, "Hi", known=replace(KNOWN, policy=Policy())), "nobody asks without a brand"
    keep(engine, NEAR[0], "dana")
    own = f"Hi, see https://{HOST}/{NEAR[0]}"
    assert first(engine, own), "the link of the message itself was not sent yet"
    assert not first(engine, "Hi")
    assert first(engine, own, "ravi"), "somebody else's link"
    seen = Visit("worker", 1, NOW, f"/{NEAR[0]}", NEAR[0], "exact", 302, "GET", "https", HOST, {}, "somebody")
    with transaction(engine) as session:
        visits.add(session, [(seen, Classified(Category.PREVIEW, ("a preview",), 1))])
    assert not first(engine, own), "its link was asked for, so it was sent"


def test_tracking_the_links_of_a_first_message_leaves_it_the_first(engine: Engine) -> None:
    text = "Hi, see https://acme.com/sale"
    with transaction(engine) as session:
        at = Mint(f"https://{HOST}/", "agent", NOW, lambda: NEAR[0], frozenset({HOST}))
        done = rewrite(session, Message(text, contact="dana"), KNOWN, at, None)
    assert done.text == f"Hi, see https://{HOST}/{NEAR[0]}"
    assert first(engine, done.text)


def meant(engine: Engine, contact: str | None = None, campaign: str | None = None) -> str | None:
    [context] = look(engine, Message(f"See https://{HOST}/{SLIP}", contact=contact, campaign=campaign))
    return context.near.get(SLIP)


def test_what_was_meant_is_rather_the_link_of_this_contact_then_of_this_campaign(engine: Engine) -> None:
    assert meant(engine) is None
    keep(engine, NEAR[0])
    assert meant(engine) == meant(engine, "dana", "spring") == NEAR[0]
    keep(engine, NEAR[1], campaign="spring")
    assert meant(engine) is None, "one of two: not for us to say"
    assert meant(engine, campaign="spring") == NEAR[1]
    keep(engine, NEAR[2], "dana", "autumn")
    assert meant(engine, "dana", "spring") == NEAR[2]
    assert meant(engine, "ravi", "spring") == NEAR[1]
    assert meant(engine, "ravi", "autumn") is None, "never somebody else's"
    keep(engine, NEAR[3], "dana", "spring")
    assert meant(engine, "dana") is None
    assert meant(engine, "dana", "spring") == NEAR[3]


@pytest.mark.parametrize("more", [{"state": LinkState.PAUSED}, {"state": LinkState.EXPIRED}, {"expires_at": NOW}])
def test_a_link_that_leads_nowhere_any_more_was_not_meant(engine: Engine, more: dict[str, Any]) -> None:
    keep(engine, NEAR[0], **more)
    assert meant(engine) is None


def test_slugs_on_a_retired_domain_are_looked_up_whoever_minted_there(engine: Engine) -> None:
    keep(engine, NEAR[0])
    known = replace(KNOWN, policy=replace(KNOWN.policy, retired_domains=("Old.acme.example",)))
    text = f"https://old.acme.example/{NEAR[0]} https://old.acme.example/{NEAR[1]} https://other.example/{NEAR[2]}"
    [context] = look(engine, Message(text), known=known)
    assert {slug: link is not None for slug, link in context.known.items()} == {NEAR[0]: True, NEAR[1]: False}


def current(engine: Engine, *saved: Policy, locked: str | None = None) -> Current:
    with transaction(engine) as session:
        for version, policy in enumerate(saved):
            policies.save(session, policy, version, NOW + timedelta(days=version), "admin")
    now = Current(engine, locked)
    now.refresh(0)
    assert now.version == len(saved)
    return now


def of(domains: Sequence[str | None]) -> list[Policy]:
    return [Policy(tracking_domain=domain) for domain in domains]


def test_the_moments_at_which_the_domain_became_another_are_remembered(engine: Engine) -> None:
    now = current(engine, *of([None, "a.example", "a.example", None, "a.example", "b.example", "a.example"]))
    assert list(now.domain_changes) == [NOW + timedelta(days=5), NOW + timedelta(days=6)]
    with statements(engine) as seen:
        now.expire()
        now.refresh(10)
    assert len([one for one in seen if "FROM policy" in one]) == 1, "older versions are read once"
    with transaction(engine) as session:
        policies.save(session, Policy(tracking_domain="c.example"), 7, NOW + timedelta(days=7), "admin")
    now.expire()
    now.refresh(20)
    assert list(now.domain_changes)[2:] == [NOW + timedelta(days=7)]


def test_a_domain_that_a_flag_sets_is_no_change_of_the_policy(engine: Engine) -> None:
    assert current(engine, *of(["a.example", "b.example"]), locked="c.example").domain_changes == ()


def test_further_approved_domains_are_ours(engine: Engine) -> None:
    now = current(engine, Policy(tracking_domain="a.example", tracking_domains=("b.example",)))
    assert now.tracking_hosts == {"a.example", "b.example"}
    kinds = [link.kind for link in read(Message("https://b.example/x https://c.example/x"), now.tracking_hosts).links]
    assert kinds == [LinkKind.TRACKED, LinkKind.PLAIN]

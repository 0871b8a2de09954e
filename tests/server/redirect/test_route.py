"""The redirector as a recipient meets it, with a real store and a real spool."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import Engine, text

from linkwell.actions.current import Current
from linkwell.model.policy import Owner, Policy
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.model.visit import Category
from linkwell.redirect import drainer
from linkwell.redirect.link_map import LinkMap
from linkwell.redirect.route import Redirector
from linkwell.redirect.spool import Spool
from linkwell.store import links, policies, visits
from linkwell.store.engine import transaction
from linkwell.text.slug import is_sound
from tests.server.helper import NAVIGATION

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HOST = "go.acme.example"
DESTINATION = "https://acme.example/sale?a=1&b=%20+;x#top"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Domain:
    """A tracking domain with one link, asked as granian asks a WSGI application."""

    engine: Engine
    folder: Path
    current: Current
    links: LinkMap
    spool: Spool
    slug: str

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        sent = {"HTTP_" + name.upper().replace("-", "_"): value for name, value in (NAVIGATION | headers).items()}
        environ: dict[str, Any] = {
            "PATH_INFO": path.encode().decode("latin-1"),
            "REQUEST_METHOD": method,
            "REMOTE_ADDR": "192.0.2.7",
            "HTTP_HOST": HOST,
            "wsgi.url_scheme": "https",
        }
        got: list[Any] = []

        def start(*answer: Any) -> Any:
            got.extend(answer)

        body = b"".join(Redirector(self.current, self.links, self.spool)(environ | sent, start))
        return Answer(int(got[0].split()[0]), dict(got[1]), body)

    def visits(self) -> list[tuple[str | None, str, int, str]]:
        """What was recorded: slug, rung, status and path."""
        drainer.drain(self.engine, self.folder)
        with self.engine.connect() as connection:
            rows = connection.execute(text("SELECT slug, rung, status, requested FROM visit ORDER BY sequence"))
            return [(row.slug, row.rung, row.status, row.requested) for row in rows]


def a_slug(number: int) -> str:
    from linkwell.text.slug import ALPHABET, check_character

    seven = "7xkq2m" + ALPHABET[number]
    return seven + check_character(seven)


@pytest.fixture
def domain(engine: Engine, tmp_path: Path) -> Iterator[Domain]:
    folder = tmp_path / "spool"
    spool = Spool(folder)
    link_map = LinkMap(engine)
    current = Current(engine, None, link_map.put)
    made = Domain(engine, folder, current, link_map, spool, a_slug(0))
    keep(made, made.slug)
    current.refresh(monotonic())
    yield made
    spool.close()


def keep(domain: Domain, slug: str, **more: Any) -> None:
    link = TrackedLink(slug, f"https://{HOST}/{slug}", DESTINATION, NOW, **more)
    with transaction(domain.engine) as session:
        links.add(session, [(link, HOST)], "agent")


def test_a_link_is_one_hop_to_its_destination_byte_for_byte(domain: Domain) -> None:
    assert is_sound(domain.slug)
    answer = domain.ask("/" + domain.slug)
    assert (answer.status, answer.body) == (302, b"")
    assert answer.headers["Location"] == DESTINATION
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer-when-downgrade"
    assert answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("tail", [".", ",", ")", "!", "'", '"', "…", "”", ").", "&utm_source=x", "\u200b", "%E2%80%A6"])
def test_what_phones_stick_to_a_link_does_no_harm(domain: Domain, tail: str) -> None:
    assert domain.ask(f"/{domain.slug}{tail}").status == 302
    assert domain.visits() == [(domain.slug, "trimmed", 302, domain.slug + tail)]


def test_upper_case_does_no_harm(domain: Domain) -> None:
    assert domain.ask("/" + domain.slug.upper()).status == 302
    assert domain.visits() == [(domain.slug, "lowered", 302, domain.slug.upper())]


def test_a_slug_that_fails_its_check_is_an_orphan_and_never_guessed(domain: Domain) -> None:
    wrong = domain.slug[:-1] + ("2" if domain.slug[-1] != "2" else "3")
    answer = domain.ask("/" + wrong)
    assert answer.status == 404
    assert b"This link does not lead anywhere" in answer.body
    assert domain.visits() == [(None, "none", 404, wrong)]


def test_every_unknown_link_gets_the_same_bytes(domain: Domain) -> None:
    answers = [domain.ask(path) for path in ("/" + a_slug(5), "/nothing", "/a/b/c", "/" + "x" * 3000, "/<script>alert(1)</script>")]
    assert {answer.status for answer in answers} == {404}
    assert len({answer.body for answer in answers}) == 1


def test_head_gets_the_hop_and_is_recorded_as_no_click(domain: Domain) -> None:
    answer = domain.ask("/" + domain.slug, "HEAD")
    assert (answer.status, answer.headers["Location"]) == (302, DESTINATION)
    drainer.drain(domain.engine, domain.folder)
    with transaction(domain.engine) as session:
        assert visits.count_by_category(session, domain.slug, 1) == {Category.SCANNER: 1}


def test_other_methods_are_refused_and_recorded(domain: Domain) -> None:
    assert domain.ask("/" + domain.slug, "POST").status == 405
    assert domain.visits() == [(domain.slug, "exact", 405, domain.slug)]


@pytest.mark.parametrize(
    ("fields", "status", "location"),
    [
        ({"state": LinkState.PAUSED}, 410, None),
        ({"state": LinkState.EXPIRED}, 410, None),
        ({"expires_at": NOW}, 410, None),
        ({"expires_at": datetime.now(UTC) + timedelta(days=1)}, 302, DESTINATION),
        ({"state": LinkState.PAUSED, "fallback_url": "https://acme.example/new"}, 302, "https://acme.example/new"),
        ({"expires_at": NOW, "fallback_url": "https://acme.example/new"}, 302, "https://acme.example/new"),
    ],
)
def test_links_that_ended_lead_to_their_fallback_or_a_page(
    domain: Domain, fields: dict[str, Any], status: int, location: str | None
) -> None:
    keep(domain, a_slug(1), **fields)
    answer = domain.ask("/" + a_slug(1))
    assert (answer.status, answer.headers.get("Location")) == (status, location)
    assert location or b"This link is no longer in use" in answer.body


def test_a_change_is_followed_within_a_second(domain: Domain) -> None:
    assert domain.ask("/" + domain.slug).status == 302
    with transaction(domain.engine) as session:
        links.change(session, domain.slug, datetime.now(UTC), state=LinkState.PAUSED)
    domain.current.refresh(monotonic() + 1)
    assert domain.ask("/" + domain.slug).status == 410


def test_a_known_link_opens_while_the_database_is_gone(domain: Domain) -> None:
    assert domain.ask("/" + domain.slug).status == 302
    with domain.engine.begin() as connection:
        connection.execute(text("ALTER TABLE link RENAME TO hidden"))
    domain.current.refresh(monotonic() + 1)
    assert domain.ask("/" + domain.slug).headers["Location"] == DESTINATION
    later = domain.ask("/" + a_slug(3))
    assert later.status == 503
    assert b"Try again in a minute" in later.body
    with domain.engine.begin() as connection:
        connection.execute(text("ALTER TABLE hidden RENAME TO link"))
    assert [row[2] for row in domain.visits()] == [302, 302, 503]


def test_the_front_page_names_the_owner_and_how_to_reach_them(domain: Domain) -> None:
    owner = Owner("Acme <Outfitters>", "https://acme.example/", "hello@acme.example", "+1 555 0100", "12 Harbour St")
    with transaction(domain.engine) as session:
        policies.save(session, Policy(tracking_domain=HOST, owner=owner), 0, NOW, "admin")
    domain.current.refresh(monotonic() + 1)
    answer = domain.ask("/")
    page = answer.body.decode()
    assert answer.status == 200
    for said in ("Links from Acme &lt;Outfitters&gt; start here", "12 Harbour St", "mailto:hello@acme.example", "tel:+15550100", HOST):
        assert said in page
    assert domain.visits() == []


@pytest.mark.parametrize("path", ["/", "/nothing"])
def test_pages_are_small_and_hold_no_script(domain: Domain, path: str) -> None:
    answer = domain.ask(path)
    assert len(answer.body) < 5000
    assert b"<script" not in answer.body
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_request_made_to_spoil_the_store_is_stored_like_any_other(domain: Domain) -> None:
    domain.ask("/abc\0def", "X" * 40)
    domain.ask("/" + domain.slug)
    assert [row[2] for row in domain.visits()] == [404, 302]


def test_no_address_is_kept(domain: Domain) -> None:
    domain.ask("/" + domain.slug)
    spooled = b"".join(file.read_bytes() for file in domain.folder.iterdir())
    assert b"192.0.2.7" not in spooled
    assert NAVIGATION["User-Agent"].encode() in spooled


def test_the_map_of_links_is_bounded(engine: Engine) -> None:
    small = LinkMap(engine, most=3)
    small.put([TrackedLink(a_slug(i), "", DESTINATION, NOW) for i in range(10)])
    assert len(small._links) == 3

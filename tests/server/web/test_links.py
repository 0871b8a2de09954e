"""Rewrites, tracked links, their visits and clicks over the wire, from mint to tap."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from linkwell.text.slug import is_sound
from tests.server.helper import IMESSAGE, NAVIGATION, Helper, wait_until

DESTINATION = "https://acme.com/x?utm_source=a&b=c"


def rewrite(helper: Helper, text: str, key: str | None = None, **more: Any) -> dict[str, Any]:
    headers = {"Idempotency-Key": key} if key else {}
    answer = helper.ask("POST", "/v1/rewrites", {"text": text} | more, token=helper.agent, headers=headers)
    assert answer.status_code == 200, answer.text
    done: dict[str, Any] = answer.json()
    return done


def mint(helper: Helper, **fields: Any) -> dict[str, Any]:
    answer = helper.ask("POST", "/v1/links", {"destination": DESTINATION} | fields)
    assert answer.status_code == 201, answer.text
    link: dict[str, Any] = answer.json()
    return link


def figures(helper: Helper, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = helper.ask("GET", f"/v1/links/{slug}", token=helper.agent).json()
    return found


def test_a_tap_is_one_click_and_a_preview_none(tracking_helper: Helper) -> None:
    done = rewrite(tracking_helper, f"Sale: {DESTINATION}.", contact="dana-1")
    [tracked] = done["tracked_links"]
    assert is_sound(tracked["slug"])
    assert tracked["short_url"] == f"https://go.acme.example/{tracked['slug']}"
    assert done["text"] == f"Sale: {tracked['short_url']}."
    assert done["notice"] is None
    assert done["review"]["verdict"] == "ok"

    answer = tracking_helper.visit(tracked["short_url"])
    assert (answer.status_code, answer.headers["Location"]) == (302, DESTINATION)
    assert tracking_helper.visit(tracked["short_url"], IMESSAGE).status_code == 302
    found = figures(tracking_helper, tracked["slug"])
    assert found["visits"] == 2, "visits that wait in the spool count at once"
    assert found["clicks"] == {"human": 1, "unknown": 0, "unique": 1}
    assert (found["by_category"]["human"], found["by_category"]["preview"]) == (1, 1)

    [recent] = wait_until(
        lambda: [
            one
            for one in tracking_helper.ask("GET", "/v1/clicks/recent?contact=dana-1", token=tracking_helper.agent).json()["clicks"]
            if one["clicks"] + one["previews"] == 2
        ],
        "both visits to be stored",
    )
    assert (recent["slug"], recent["clicks"], recent["previews"]) == (tracked["slug"], 1, 1)
    assert figures(tracking_helper, tracked["slug"]) == found, "the figures are the same once the visits are stored"
    visits = tracking_helper.ask("GET", f"/v1/links/{tracked['slug']}/visits").json()["visits"]
    assert [visit["category"] for visit in visits] == ["human", "preview"]
    assert visits[1]["reasons"][0] == "preview fetched by iMessage"


def test_the_same_contact_gets_the_same_link_and_nobody_else(tracking_helper: Helper) -> None:
    def slug(**who: str) -> str:
        made: str = rewrite(tracking_helper, f"See {DESTINATION}", **who)["tracked_links"][0]["slug"]
        return made

    assert slug(contact="dana-2") == slug(contact="dana-2")
    others = {slug(contact="dana-2"), slug(contact="ravi-2"), slug(contact="dana-2", campaign="spring"), slug(), slug()}
    assert len(others) == 5


def test_contacts_at_the_same_moment_get_one_link(tracking_helper: Helper) -> None:
    with ThreadPoolExecutor(8) as pool:
        slugs = list(pool.map(lambda _: mint(tracking_helper, contact="race")["slug"], range(24)))
    assert len(set(slugs)) == 1


def test_a_repeat_with_an_idempotency_key_mints_nothing_new(tracking_helper: Helper) -> None:
    first = rewrite(tracking_helper, f"A {DESTINATION} B {DESTINATION}", key="k1")
    assert len({link["slug"] for link in first["tracked_links"]}) == 2
    assert rewrite(tracking_helper, f"A {DESTINATION} B {DESTINATION}", key="k1") == first
    other = tracking_helper.ask("POST", "/v1/rewrites", {"text": "other"}, token=tracking_helper.agent, headers={"Idempotency-Key": "k1"})
    assert other.status_code == 409
    long = tracking_helper.ask("POST", "/v1/rewrites", {"text": "other"}, headers={"Idempotency-Key": "k" * 201})
    assert long.status_code == 400


def test_the_same_request_many_times_at_once_is_answered_alike(tracking_helper: Helper) -> None:
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda _: rewrite(tracking_helper, f"A {DESTINATION}", key="at once"), range(12)))
    assert all(one == done[0] for one in done)


def test_everything_outside_the_edits_stays_as_it_was(tracking_helper: Helper) -> None:
    text = "🎉 Hi\tDana,\r\n\r\n  see https://acme.com/a (or https://acme.com/b)! \u00a0“bye” é"
    done = rewrite(tracking_helper, text)
    units = text.encode("utf-16-le")
    for edit in reversed(done["edits"]):
        units = units[: 2 * edit["span"]["start"]] + edit["text"].encode("utf-16-le") + units[2 * edit["span"]["end"] :]
    assert units.decode("utf-16-le") == done["text"]
    slugs = [link["short_url"] for link in done["tracked_links"]]
    assert done["text"] == text.replace("https://acme.com/a", slugs[0]).replace("https://acme.com/b", slugs[1])


def test_rewriting_twice_changes_nothing(tracking_helper: Helper) -> None:
    once = rewrite(tracking_helper, f"See {DESTINATION}")
    twice = rewrite(tracking_helper, once["text"])
    assert (twice["text"], twice["edits"], twice["tracked_links"]) == (once["text"], [], [])


def test_only_sound_links_are_tracked_and_the_review_says_why(tracking_helper: Helper) -> None:
    done = rewrite(tracking_helper, "See htps://acme.com/a and https://acme.com/b and https://bit.ly/3xYz")
    assert [link["destination"] for link in done["tracked_links"]] == ["https://acme.com/b"]
    assert "htps://acme.com/a" in done["text"]
    assert "https://bit.ly/3xYz" in done["text"]
    assert {"malformed-scheme", "public-shortener"} <= {finding["code"] for finding in done["review"]["findings"]}


def test_without_an_approved_domain_links_live_here_and_every_answer_says_so(helper: Helper) -> None:
    done = rewrite(helper, f"See {DESTINATION}")
    assert "Only this computer" in done["notice"]
    short_url = done["tracked_links"][0]["short_url"]
    assert short_url.startswith(helper.address + "/")
    assert requests.get(short_url, headers=NAVIGATION, allow_redirects=False, timeout=10).headers["Location"] == DESTINATION
    assert "Only this computer" in mint(helper)["notice"]


def test_an_edited_link_is_noticed_and_the_right_one_offered(tracking_helper: Helper) -> None:
    short_url = mint(tracking_helper, contact="dana-3")["short_url"]
    last = "2" if short_url[-1] != "2" else "3"
    review = tracking_helper.ask("POST", "/v1/reviews", {"text": f"See {short_url[:-1]}{last}", "contact": "dana-3"}).json()
    [finding] = [one for one in review["findings"] if one["code"] == "edited-tracked-link"]
    assert finding["severity"] == "block"
    assert finding["edit"]["text"] == short_url.rpartition("/")[2]
    of_ravi = tracking_helper.ask("POST", "/v1/reviews", {"text": f"See {short_url[:-1]}{last}", "contact": "ravi-3"}).json()
    assert [one["edit"] for one in of_ravi["findings"] if one["code"] == "edited-tracked-link"] == [None]


def test_a_sound_slug_that_nobody_minted_is_noticed(tracking_helper: Helper) -> None:
    review = tracking_helper.ask("POST", "/v1/reviews", {"text": "See https://go.acme.example/22222222"}).json()
    assert [one["code"] for one in review["findings"]] == ["edited-tracked-link"]


@pytest.mark.parametrize(
    "destination",
    [
        "",
        "acme.com",
        "ftp://acme.com/",
        "javascript:alert(1)",
        "https://",
        "https://user:pass@acme.com/",
        "https://acme.com/a b",
        "https://acme.com/\r\nX: y",
        "https://go.acme.example/7xkq2mf4",
        "https://acme.com/" + "x" * 8000,
    ],
)
def test_what_is_no_destination_is_refused_with_its_field(tracking_helper: Helper, destination: str) -> None:
    answer = tracking_helper.ask("POST", "/v1/links", {"destination": destination})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "destination"
    many = tracking_helper.ask("POST", "/v1/links", {"links": [{"destination": DESTINATION}, {"destination": destination}]})
    assert many.status_code == 422
    assert many.json()["errors"][0]["field"] == "links.1.destination"


def test_ten_thousand_links_in_one_call_come_in_order(tracking_helper: Helper) -> None:
    wanted = [
        {"destination": f"https://acme.com/{number}", "contact": f"c{number}" if number % 3 == 0 else None} for number in range(10_000)
    ]
    answer = tracking_helper.ask("POST", "/v1/links", {"links": wanted})
    assert answer.status_code == 201
    minted = answer.json()["links"]
    assert [link["destination"] for link in minted] == [link["destination"] for link in wanted]
    assert len({link["slug"] for link in minted}) == 10_000
    assert tracking_helper.ask("POST", "/v1/links", {"links": [wanted[0]] * 10_001}).status_code in {413, 422}


def test_pausing_and_retargeting_is_followed_within_a_second(tracking_helper: Helper) -> None:
    link = mint(tracking_helper)
    assert tracking_helper.visit(link["short_url"]).status_code == 302
    for change, expected in (
        ({"state": "paused"}, (410, None)),
        ({"fallback_url": "https://acme.com/new"}, (302, "https://acme.com/new")),
        ({"state": "live", "destination": "https://acme.com/other"}, (302, "https://acme.com/other")),
    ):
        assert tracking_helper.ask("PATCH", f"/v1/links/{link['slug']}", change).status_code == 200

        def now(expected: tuple[int, str | None] = expected) -> bool:
            answer = tracking_helper.visit(link["short_url"])
            return (answer.status_code, answer.headers.get("Location")) == expected

        wait_until(now, f"the redirect to follow {change}", 5)


def test_a_bad_change_changes_nothing(tracking_helper: Helper) -> None:
    link = mint(tracking_helper)
    for change in (
        {"state": "asleep"},
        {"destination": "x"},
        {"destination": None},
        {"state": None},
        {"fallback_url": "javascript:1"},
        {"slug": "x"},
    ):
        assert tracking_helper.ask("PATCH", f"/v1/links/{link['slug']}", change).status_code == 422
    assert figures(tracking_helper, link["slug"])["destination"] == DESTINATION


def test_lists_page_without_gap_or_repeat(helper: Helper) -> None:
    slugs = [mint(helper, campaign="pages")["slug"] for _ in range(101)]
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = helper.ask("GET", f"/v1/links?campaign=pages&cursor={cursor}").json()
        seen += [link["slug"] for link in page["links"]]
        cursor = page["next"]
    assert sorted(seen) == sorted(slugs)
    for bad in ("x", "!!", "MjAyNg"):
        assert helper.ask("GET", f"/v1/links?cursor={bad}").status_code == 400
    assert helper.ask("GET", "/v1/links?state=asleep").status_code == 400
    assert helper.ask("GET", "/v1/clicks/recent?since=yesterday").status_code == 400
    assert helper.ask("GET", "/v1/links/nothing1").status_code == 404


def test_thirty_two_clients_on_one_link_and_every_visit_is_stored(tracking_helper: Helper) -> None:
    link = mint(tracking_helper)

    def client(_: int) -> int:
        with requests.Session() as session:
            session.headers.update(NAVIGATION | {"Host": "go.acme.example"})
            address = f"{tracking_helper.address}/{link['slug']}"
            return sum(session.get(address, allow_redirects=False, timeout=20).status_code == 302 for _ in range(40))

    with ThreadPoolExecutor(32) as pool:
        answered = sum(pool.map(client, range(32)))
    assert answered == 32 * 40
    assert figures(tracking_helper, link["slug"])["visits"] == answered
    assert figures(tracking_helper, link["slug"])["clicks"]["human"] == 1


@pytest.mark.parametrize(
    "behind", ["—open today", "'s sale", "*now*", "=ok", "|Call us", "+x", "~x", "%", "🎉 today", "。ありがとう", "（here）", "\u3000x"]
)
@pytest.mark.parametrize("link", ["https://acme.com", "https://acme.com/sale"])
def test_a_tracked_link_opens_whatever_stands_behind_it(tracking_helper: Helper, link: str, behind: str) -> None:
    done = rewrite(tracking_helper, f"See {link}{behind}")
    [tracked] = done["tracked_links"]
    assert done["text"].startswith(f"See {tracked['short_url']}")
    assert done["review"]["verdict"] != "block"
    swallowed = done["text"].removeprefix("See ").split(" ")[0]
    answer = tracking_helper.visit(requests.utils.requote_uri(swallowed))
    assert (answer.status_code, answer.headers["Location"]) == (302, tracked["destination"])


def test_words_whose_space_is_missing_are_never_replaced(tracking_helper: Helper) -> None:
    text = "My dog.is fine, rename file.name, it runs on ASP.NET. See acme.com or www.acme.it or acme.it/x"
    done = rewrite(tracking_helper, text)
    assert [link["destination"] for link in done["tracked_links"]] == ["https://acme.com", "https://www.acme.it", "https://acme.it/x"]
    assert done["text"].startswith("My dog.is fine, rename file.name, it runs on ASP.NET. See ")


def test_links_side_by_side_stay_apart(tracking_helper: Helper) -> None:
    done = rewrite(tracking_helper, "As agreed: https://acme.com/x|https://acme.com/y")
    assert done["text"] == "As agreed: " + "|".join(link["short_url"] for link in done["tracked_links"])
    assert done["review"]["verdict"] == "ok"


@pytest.mark.parametrize(
    "destination", ["https://go.acme.example:8443/x", "https://go.acme.example./x", "http://localhost:{port}/x", "{address}/x"]
)
def test_no_link_leads_to_another_one(tracking_helper: Helper, destination: str) -> None:
    destination = destination.format(port=tracking_helper.port, address=tracking_helper.address)
    assert tracking_helper.ask("POST", "/v1/links", {"destination": destination}).status_code == 422
    link = mint(tracking_helper)
    for change in ({"destination": destination}, {"fallback_url": destination}, {"destination": link["short_url"]}):
        assert tracking_helper.ask("PATCH", f"/v1/links/{link['slug']}", change).status_code == 422


def test_times_are_utc_and_within_reason(tracking_helper: Helper) -> None:
    link = mint(tracking_helper, expires_at="2027-01-01T00:00:00+05:00")
    assert link["expires_at"] == "2026-12-31T19:00:00.000Z" == figures(tracking_helper, link["slug"])["expires_at"]
    for moment in ("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2027-01-01T00:00:00"):
        answer = tracking_helper.ask("POST", "/v1/links", {"destination": DESTINATION, "expires_at": moment})
        assert answer.status_code == 422


def test_a_destination_in_any_script_goes_out_in_ascii(tracking_helper: Helper) -> None:
    link = mint(tracking_helper, destination="https://acme.com/日本?q=é#ü")
    location = tracking_helper.visit(link["short_url"]).headers["Location"]
    assert location == "https://acme.com/%E6%97%A5%E6%9C%AC?q=%C3%A9#%C3%BC"


def test_what_is_wrong_is_named_by_the_callers_own_field(tracking_helper: Helper) -> None:
    one = tracking_helper.ask("POST", "/v1/links", {"destination": 5}).json()
    assert [error["field"] for error in one["errors"]] == ["destination"]
    many = tracking_helper.ask("POST", "/v1/links", {"links": [{"destination": DESTINATION}, {}]}).json()
    assert [error["field"] for error in many["errors"]] == ["links.1.destination"]


@pytest.mark.parametrize("path", ["/v1/links?query=%00", "/v1/links?campaign=a%00", "/v1/clicks/recent?contact=%00", "/v1/links/%00"])
def test_a_nul_is_refused_where_no_database_would_take_it(tracking_helper: Helper, path: str) -> None:
    assert tracking_helper.ask("GET", path).status_code == 400


def test_a_dead_link_makes_room_for_a_live_one(tracking_helper: Helper) -> None:
    """What a review offers for a dead link, its destination tracked anew, does not lead to the dead link again."""
    who = {"contact": "sam-7", "campaign": "spring"}
    first = mint(tracking_helper, **who)
    assert mint(tracking_helper, **who)["slug"] == first["slug"]
    assert tracking_helper.ask("PATCH", f"/v1/links/{first['slug']}", {"state": "paused"}).status_code == 200

    text = f"Order: {first['short_url']} thanks"
    review = tracking_helper.ask("POST", "/v1/reviews", {"text": text} | who).json()
    [dead] = [finding for finding in review["findings"] if finding["code"] == "dead-tracked-link"]
    edit = dead["edit"]
    mended = text[: edit["span"]["start"]] + edit["text"] + text[edit["span"]["end"] :]
    done = rewrite(tracking_helper, mended, **who)
    [second] = done["tracked_links"]
    assert second["slug"] != first["slug"]
    assert done["review"]["verdict"] == "ok"
    assert tracking_helper.visit(second["short_url"]).headers["Location"] == DESTINATION
    assert rewrite(tracking_helper, mended, **who)["tracked_links"] == [second]

    back = tracking_helper.ask("PATCH", f"/v1/links/{first['slug']}", {"state": "live"})
    assert back.status_code == 409
    assert "another live link" in back.json()["detail"]
    assert tracking_helper.ask("PATCH", f"/v1/links/{second['slug']}", {"state": "paused"}).status_code == 200
    assert tracking_helper.ask("PATCH", f"/v1/links/{first['slug']}", {"state": "live"}).status_code == 200


def test_a_link_whose_time_is_over_makes_room_too(tracking_helper: Helper) -> None:
    first = mint(tracking_helper, contact="sam-8", expires_at="2020-01-01T00:00:00Z")
    second = mint(tracking_helper, contact="sam-8")
    assert second["slug"] != first["slug"]
    assert figures(tracking_helper, first["slug"])["state"] == "expired"
    assert mint(tracking_helper, contact="sam-8")["slug"] == second["slug"]

"""Opt-outs over the wire: who wants no more texts, and what a reply means."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest

from tests.server.helper import Helper


def post(helper: Helper, body: object, status: int = 200) -> dict[str, Any]:
    answer = helper.ask("POST", "/v1/optouts", body, token=helper.agent)
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    return found


def listed(helper: Helper, **asked: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = helper.ask("GET", "/v1/optouts", params=asked, token=helper.agent).json()["optouts"]
    return found


def test_an_opt_out_is_recorded_once_and_listed(helper: Helper) -> None:
    body = {"contact": "dana", "at": "2026-11-01T10:00:00+02:00", "reason": "said so on the phone"}
    assert post(helper, body) == {"contact": "dana", "state": "opted_out", "opted_out": True}
    assert post(helper, {"contact": "dana"}) == {"contact": "dana", "state": "unchanged", "opted_out": True}
    kept = {"contact": "dana", "at": "2026-11-01T08:00:00.000Z", "source": "api", "reason": "said so on the phone"}
    assert listed(helper, contact="dana") == [kept | {"ended_at": None, "ended_source": None}]
    assert "dana" in [one["contact"] for one in listed(helper)]
    assert listed(helper, contact="nobody") == []


def test_a_reply_counts_only_where_it_asks_for_it(helper: Helper) -> None:
    def reply(words: str) -> str:
        state: str = post(helper, {"contact": "ravi", "reply": words})["state"]
        return state

    assert [reply(words) for words in ("I'll stop by at 5", "", "start", "STOP", "stop", "ok thanks", "Start.", "START")] == [
        "unchanged", "unchanged", "unchanged", "opted_out", "unchanged", "unchanged", "opted_in", "unchanged",
    ]  # fmt: skip
    [one] = listed(helper, contact="ravi")
    assert (one["source"], one["reason"], one["ended_source"]) == ("reply", "STOP", "reply")
    assert one["ended_at"] is not None
    assert "ravi" not in [one["contact"] for one in listed(helper)]
    assert reply("\0sTop\n please\u202e") == "opted_out"
    assert [one["ended_at"] is None for one in listed(helper, contact="ravi")] == [True, False]


def test_words_of_the_policy_count_too(own_helper: Helper) -> None:
    body = {"contact": "ravi", "reply": "Genug"}
    assert post(own_helper, body)["state"] == "unchanged"
    policy = own_helper.ask("GET", "/v1/policy").json()
    policy["opt_out"]["words"] = ["genug"]
    assert own_helper.ask("PUT", "/v1/policy", policy).status_code == 200
    assert post(own_helper, body)["state"] == "opted_out"


def test_what_was_said_last_holds_whatever_arrives_last(helper: Helper) -> None:
    now = datetime.now(UTC)
    earlier = [(now - timedelta(hours=hours)).isoformat() for hours in (3, 2, 1)]
    assert post(helper, {"contact": "lee", "reply": "stop", "at": earlier[1]})["state"] == "opted_out"
    assert post(helper, {"contact": "lee", "reply": "start", "at": earlier[0]})["state"] == "unchanged"
    assert post(helper, {"contact": "lee", "reply": "start", "at": earlier[2]})["state"] == "opted_in"
    assert post(helper, {"contact": "lee", "reply": "stop", "at": earlier[1]})["state"] == "unchanged"
    assert post(helper, {"contact": "lee", "at": (now + timedelta(days=9)).isoformat()})["state"] == "opted_out"
    assert post(helper, {"contact": "lee", "reply": "start"})["state"] == "opted_in", "a clock that is ahead locks nobody out"


def test_who_said_it_again_is_not_opted_in_by_what_was_said_before(helper: Helper) -> None:
    def said(reply: str, hours: int) -> str:
        state: str = post(helper, {"contact": "ana", "reply": reply, "at": (now - timedelta(hours=hours)).isoformat()})["state"]
        return state

    now = datetime.now(UTC)
    assert [said("stop", 9), said("stop", 5), said("start", 7), said("start", 5), said("stop", 6)] == ["opted_out"] + ["unchanged"] * 4
    assert listed(helper, contact="ana")[0]["at"] == (now - timedelta(hours=9)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert said("start", 4) == "opted_in"
    assert [said("stop", 4), said("start", 4), said("stop", 4)] == ["opted_out", "unchanged", "unchanged"], "at one moment, out is stronger"
    moment = (now - timedelta(hours=3)).isoformat()
    several = [{"contact": "eve", "at": moment}, {"contact": "eve", "reply": "stop"}, {"contact": "eve", "reply": "start", "at": moment}]
    assert [one["state"] for one in post(helper, {"optouts": several})["optouts"]] == ["opted_out", "unchanged", "unchanged"]


def test_many_are_taken_over_in_one_call_in_order(helper: Helper) -> None:
    some = [{"contact": f"many {number}", "reason": "from the old system"} for number in range(10_000)]
    assert [one["state"] for one in post(helper, {"optouts": some})["optouts"]] == ["opted_out"] * 10_000
    again = [{"contact": "many 5"}, {"contact": "new"}, {"contact": "new", "reply": "start"}, {"contact": "new", "reply": "stop"}]
    done = post(helper, {"optouts": again})["optouts"]
    assert [(one["contact"], one["state"]) for one in done] == [
        ("many 5", "unchanged"), ("new", "opted_out"), ("new", "opted_in"), ("new", "opted_out"),
    ]  # fmt: skip
    assert [one["ended_at"] is None for one in listed(helper, contact="new")] == [True, False]
    assert listed(helper, contact="many 5")[0]["source"] == "import"
    assert post(helper, {"optouts": []})["optouts"] == []


def test_all_or_none_of_many_are_taken(helper: Helper) -> None:
    answer = helper.ask("POST", "/v1/optouts", {"optouts": [{"contact": "kept back"}, {"contact": ""}]})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "optouts.1.contact")
    assert listed(helper, contact="kept back") == []
    assert helper.ask("POST", "/v1/optouts", {"optouts": [{"contact": "x"}] * 10_001}).status_code == 422


def test_pages_hold_everybody_once(own_helper: Helper) -> None:
    post(own_helper, {"optouts": [{"contact": f"page {number}"} for number in range(450)]})
    seen: list[str] = []
    cursor = ""
    while True:
        page = own_helper.ask("GET", "/v1/optouts", params={"cursor": cursor} if cursor else {}).json()
        seen += [one["contact"] for one in page["optouts"]]
        cursor = page["next"]
        if not cursor:
            break
    assert [one for one in seen if one.startswith("page ")] == [f"page {number}" for number in range(449, -1, -1)]
    assert own_helper.ask("GET", "/v1/optouts", params={"cursor": "x"}).status_code == 400


@pytest.mark.parametrize("contact", ["sam", "crm/contacts/17", "a//b", "/17", "//17/", "+1 (555) 0100?x=1#y", "ünï 🎉", "%2F", "x" * 200])
def test_an_admin_ends_an_opt_out_whatever_the_reference_looks_like(helper: Helper, contact: str) -> None:
    post(helper, {"contact": "17"})
    post(helper, {"contact": contact})
    path = f"/v1/optouts/{quote(contact, safe='')}"
    assert helper.ask("DELETE", path, token=helper.agent).status_code == 403
    answer = helper.ask("DELETE", path)
    assert (answer.status_code, answer.json()) == (200, {"contact": contact, "state": "opted_in", "opted_out": False})
    assert [one["ended_source"] for one in listed(helper, contact=contact)] == ["api"]
    assert helper.ask("DELETE", path).status_code == 404
    assert listed(helper, contact="17")[0]["ended_at"] is None, "nobody else's is ended"


@pytest.mark.parametrize(
    "body",
    [
        {}, {"contact": ""}, {"contact": "x" * 201}, {"contact": 5}, {"contact": "a\0b"}, {"contact": "x", "at": "yesterday"},
        {"contact": "x", "at": "2026-11-01T10:00:00"}, {"contact": "x", "at": "0001-01-01T00:00:00Z"},
        {"contact": "x", "reason": "y" * 201},
        {"contact": "x", "reason": "y", "reply": "stop"}, {"contact": "x", "source": "cli"}, {"optouts": [], "contact": "x"},
        {"optouts": {"contact": "x"}}, {"optouts": [{"optouts": []}]},
    ],
)  # fmt: skip
def test_what_is_no_opt_out_is_refused_with_its_place(helper: Helper, body: object) -> None:
    answer = helper.ask("POST", "/v1/optouts", body)
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "application/problem+json")
    assert answer.json()["errors"][0]["field"]


def held(helper: Helper, contact: str | None, text: str = "Your order is ready.") -> bool:
    found = helper.ask("POST", "/v1/reviews", {"text": text, "contact": contact}, token=helper.agent).json()
    return (found["verdict"], "contact-opted-out" in {one["code"] for one in found["findings"]}) == ("block", True)


def test_a_message_to_who_opted_out_is_held_until_it_opts_in_again(helper: Helper) -> None:
    assert not held(helper, "kim")
    post(helper, {"contact": "kim", "reply": "Stop"})
    assert held(helper, "kim")
    assert held(helper, "kim", "Sale: https://acme.com/sale")
    assert not held(helper, "kims sister")
    assert not held(helper, None)
    rewritten = helper.ask("POST", "/v1/rewrites", {"text": "Your order is ready.", "contact": "kim"}).json()
    assert rewritten["review"]["verdict"] == "block"
    assert helper.run("review", "Your order is ready.", "--contact", "kim").returncode == 2
    post(helper, {"contact": "kim", "reply": "START"})
    assert not held(helper, "kim")


def test_a_batch_holds_those_that_opted_out_and_no_others(helper: Helper) -> None:
    post(helper, {"optouts": [{"contact": f"batch {number}"} for number in range(0, 1000, 3)]})
    messages = [{"text": "Your order is ready.", "contact": f"batch {number}"} for number in range(1000)]
    reviews = helper.ask("POST", "/v1/reviews/batch", {"messages": messages}).json()["reviews"]
    assert [number for number, one in enumerate(reviews) if one["verdict"] == "block"] == list(range(0, 1000, 3))


def test_nobody_without_a_token_learns_who_opted_out(helper: Helper) -> None:
    for method, path, body in (
        ("GET", "/v1/optouts", None),
        ("POST", "/v1/optouts", {"contact": "x"}),
        ("DELETE", "/v1/optouts/dana", None),
    ):
        assert helper.ask(method, path, body, token="wrong").status_code == 401


def test_contacts_stay_out_of_the_log(helper: Helper) -> None:
    post(helper, {"contact": "very-secret-reference"})
    helper.ask("GET", "/v1/optouts", params={"contact": "very-secret-reference"})
    helper.ask("DELETE", "/v1/optouts/very-secret-reference")
    helper.ask("POST", "/v1/optouts", {"contact": "very-secret-reference", "at": 5})
    assert "very-secret" not in (helper.data_dir / "serve.log").read_text(encoding="utf-8")

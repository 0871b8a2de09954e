"""Reviews over the wire."""

import json
from typing import Any

import pytest

from tests.server.helper import Helper


def review(helper: Helper, text: str, **more: object) -> dict[str, Any]:
    answer = helper.ask("POST", "/v1/reviews", {"text": text} | more, token=helper.agent)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_example_of_the_contract(tracking_helper: Helper) -> None:
    found = review(tracking_helper, "Sale ends today: htps://acme.com/sale.")
    assert found["verdict"] == "block"
    assert found["links"] == [
        {
            "span": {"start": 17, "end": 37},
            "written": "htps://acme.com/sale",
            "url": "https://acme.com/sale",
            "host": "acme.com",
            "domain": "acme.com",
            "kind": "plain",
            "phones": {"android": None, "ios": "unlikely"},
            "probe": {"outcome": "unprobed", "hops": [], "final_url": None, "checked_at": None},
        }
    ]
    first = found["findings"][0]
    assert (first["code"], first["severity"], first["link"]) == ("malformed-scheme", "block", 0)
    assert first["edit"] == {"span": {"start": 17, "end": 21}, "text": "https"}
    assert found["segments"] == {"encoding": "GSM-7", "units": 38, "segments": 1, "remaining": 122, "forced_by": []}
    assert found["after_tracking"] == {"segments": 1, "units": 50}


def test_spans_count_utf16_units(helper: Helper) -> None:
    text = "🎉👍 Sale: htps://acme.com/x?utm_source=a?b=c now 🎉"
    found = review(helper, text)
    units = text.encode("utf-16-le")
    for finding in found["findings"]:
        edit = finding["edit"]
        if edit and finding["code"] == "malformed-scheme":
            assert units[2 * edit["span"]["start"] : 2 * edit["span"]["end"]].decode("utf-16-le") == "htps"
    link = found["links"][0]["span"]
    assert units[2 * link["start"] : 2 * link["end"]].decode("utf-16-le") == "htps://acme.com/x?utm_source=a?b=c"
    forced = found["segments"]["forced_by"]
    assert units[2 * forced[0]["start"] : 2 * forced[0]["end"]].decode("utf-16-le") == "🎉"


def test_verdicts(helper: Helper) -> None:
    assert review(helper, "Your order is ready.")["verdict"] == "ok"
    assert review(helper, "Your order: https://acme.com/orders/4821")["verdict"] == "ok"
    assert review(helper, "Your order: https://acme.com/?gclid=Cj0KCQiA3Y2qBhC")["verdict"] == "warn"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"nul", 400),
        (b"\xff\xfe", 400),
        (b"[" * 20_000, 400),
        (b"null", 422),
        (b"[]", 422),
        (b'"text"', 422),
        (b"{}", 422),
        (b'{"text": 5}', 422),
        (b'{"text": null}', 422),
        (b'{"text": "x", "colour": "red"}', 422),
        (b'{"text": "x", "channel": "pigeon"}', 422),
        (b'{"text": "x", "probe": "now"}', 422),
        (b'{"text": "\\ud800"}', 422),
        (b'{"text": "x", "contact": "' + b"y" * 201 + b'"}', 422),
        (b'{"text": "' + b"x" * 70_000 + b'"}', 413),
    ],
)
def test_bad_input_is_a_problem_and_never_our_fault(helper: Helper, body: bytes, status: int) -> None:
    answer = helper.ask("POST", "/v1/reviews", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status
    if status == 422:
        assert answer.json()["errors"][0]["field"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_forms_can_send_is_not_taken(helper: Helper, kind: str) -> None:
    assert helper.ask("POST", "/v1/reviews", data=b'{"text": "x"}', headers={"Content-Type": kind}).status_code == 415


def test_a_batch_is_answered_in_order_and_a_bad_item_fails_alone(helper: Helper) -> None:
    messages = [{"text": "htps://acme.com/a"}, {"text": 5}, {"text": "\ud800"}, {"text": "fine"}]
    reviews = helper.ask("POST", "/v1/reviews/batch", {"messages": messages}).json()["reviews"]
    assert [one.get("verdict") for one in reviews] == ["block", None, None, "ok"]
    assert [one["error"]["status"] for one in reviews[1:3]] == [422, 422]
    [long] = helper.ask("POST", "/v1/reviews/batch", {"messages": [{"text": "x" * 70_000}]}).json()["reviews"]
    assert long["error"]["status"] == 413
    assert helper.ask("POST", "/v1/reviews/batch", {"messages": [{"text": "x"}] * 1001}).status_code == 422


def test_the_catalogue_is_served_as_data(helper: Helper) -> None:
    checks = helper.ask("GET", "/v1/checks", token=helper.agent).json()["checks"]
    assert {"malformed-scheme", "broken-query", "untracked-link"} <= {check["code"] for check in checks}
    assert all(len(check["bad"]) >= 3 and len(check["good"]) >= 3 and check["why"] and check["fix"] for check in checks)


def test_unknown_paths_and_methods_are_problems_too(helper: Helper) -> None:
    assert helper.ask("GET", "/v1/nothing").status_code == 404
    answer = helper.ask("DELETE", "/v1/reviews")
    assert (answer.status_code, json.loads(answer.text)["status"]) == (405, 405)

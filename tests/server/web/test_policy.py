"""The policy over the wire: whole, checked, and never overwritten unseen."""

from collections.abc import Iterator

import pytest

from tests.server.helper import Helper, start_helper, wait_until


@pytest.fixture(scope="module")
def helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    """A helper whose policy these tests may change."""
    with start_helper(tmp_path_factory.mktemp("helper")) as running:
        yield running


def test_the_approved_domain_is_followed_at_once(helper: Helper) -> None:
    before = helper.ask("GET", "/v1/policy")
    document = before.json() | {"tracking_domain": "GO.Acme.Example", "owner": {"name": "Acme", "email": "hello@acme.example"}}
    saved = helper.ask("PUT", "/v1/policy", document, headers={"If-Match": before.headers["ETag"]})
    assert saved.status_code == 200, saved.text
    assert saved.json()["tracking_domain"] == "go.acme.example"
    assert saved.headers["ETag"] != before.headers["ETag"]
    assert helper.ask("GET", "/v1/policy").json() == saved.json()
    link = helper.ask("POST", "/v1/links", {"destination": "https://acme.com/"}).json()
    assert link["short_url"].startswith("https://go.acme.example/")
    assert helper.visit(link["short_url"]).status_code == 302
    assert "Acme" in helper.visit("https://go.acme.example/").text

    moved = saved.json() | {"tracking_domain": "links.acme.example"}
    assert helper.ask("PUT", "/v1/policy", moved).status_code == 200
    wait_until(lambda: helper.visit("https://links.acme.example/").status_code == 200, "the new domain to be served")
    assert helper.visit(link["short_url"]).status_code == 302, "links that are out there stay served"
    assert helper.ask("PUT", "/v1/policy", saved.json() | {"tracking_domain": None}).status_code == 200
    wait_until(lambda: helper.visit("https://links.acme.example/").status_code == 421, "a domain without links to be let go")


def test_two_admins_cannot_overwrite_each_other_unseen(helper: Helper) -> None:
    first = helper.ask("GET", "/v1/policy")
    tag = {"If-Match": first.headers["ETag"]}
    assert helper.ask("PUT", "/v1/policy", first.json() | {"require_tracking": True}, headers=tag).status_code == 200
    second = helper.ask("PUT", "/v1/policy", first.json(), headers=tag)
    assert second.status_code == 412
    assert helper.ask("GET", "/v1/policy").json()["require_tracking"] is True
    assert helper.ask("PUT", "/v1/policy", first.json()).status_code == 200


@pytest.mark.parametrize(
    ("field", "value", "at"),
    [
        ("tracking_domain", "https://go.acme.example/", "tracking_domain"),
        ("tracking_domain", "localhost", "tracking_domain"),
        ("tracking_domain", "10.0.0.1", "tracking_domain"),
        ("tracking_domain", "go.acme.example:8080", "tracking_domain"),
        ("tracking_domain", "go acme", "tracking_domain"),
        ("tracking_domain", "go..example", "tracking_domain"),
        ("tracking_domain", 5, "tracking_domain"),
        ("approved_destinations", ["https://acme.com"], "approved_destinations.0"),
        ("approved_destinations", ["acme.com", ""], "approved_destinations.1"),
        ("owner", {"website": "javascript:alert(1)"}, "owner.website"),
        ("colour", "red", "colour"),
    ],
)
def test_a_bad_policy_is_refused_with_the_path_of_the_fault(helper: Helper, field: str, value: object, at: str) -> None:
    before = helper.ask("GET", "/v1/policy")
    answer = helper.ask("PUT", "/v1/policy", before.json() | {field: value})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == at
    assert helper.ask("GET", "/v1/policy").headers["ETag"] == before.headers["ETag"]


def test_a_flag_sets_and_locks_the_domain(tracking_helper: Helper) -> None:
    policy = tracking_helper.ask("GET", "/v1/policy").json()
    assert (policy["tracking_domain"], policy["locked"]) == ("go.acme.example", ["tracking_domain"])
    assert tracking_helper.ask("PUT", "/v1/policy", policy | {"require_tracking": True}).status_code == 200
    answer = tracking_helper.ask("PUT", "/v1/policy", policy | {"tracking_domain": "other.example"})
    assert answer.status_code == 409
    assert "go.acme.example" in answer.json()["detail"]


def test_a_checkup_names_its_steps_with_evidence_and_fix(helper: Helper) -> None:
    steps = {step["name"]: step for step in helper.ask("POST", "/v1/domains/bit.ly/checkups").json()["steps"]}
    assert steps["shortener-lists"]["state"] == "fail"
    assert steps["shortener-lists"]["fix"]
    own = {step["name"]: step["state"] for step in helper.ask("POST", "/v1/domains/go.acme.com/checkups").json()["steps"]}
    assert own["shortener-lists"] == "pass"
    assert own["brand"] == "unknown"
    assert helper.ask("POST", "/v1/domains/localhost/checkups").status_code == 422


def test_the_approved_destinations_are_held_against_links(helper: Helper) -> None:
    policy = helper.ask("GET", "/v1/policy").json()
    assert helper.ask("PUT", "/v1/policy", policy | {"approved_destinations": ["acme.com"]}).status_code == 200
    codes = [one["code"] for one in helper.ask("POST", "/v1/reviews", {"text": "See https://other.com/x"}).json()["findings"]]
    assert "unapproved-destination" in codes
    assert helper.ask("PUT", "/v1/policy", policy).status_code == 200

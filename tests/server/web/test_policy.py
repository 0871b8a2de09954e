"""The policy over the wire: whole, checked, and never overwritten unseen."""

import pytest

from tests.server.helper import Helper, wait_until


def test_the_approved_domain_is_followed_at_once(own_helper: Helper) -> None:
    before = own_helper.ask("GET", "/v1/policy")
    document = before.json() | {"tracking_domain": "GO.Acme.Example", "owner": {"name": "Acme", "email": "hello@acme.example"}}
    saved = own_helper.ask("PUT", "/v1/policy", document, headers={"If-Match": before.headers["ETag"]})
    assert saved.status_code == 200, saved.text
    assert saved.json()["tracking_domain"] == "go.acme.example"
    assert saved.headers["ETag"] != before.headers["ETag"]
    assert own_helper.ask("GET", "/v1/policy").json() == saved.json()
    link = own_helper.ask("POST", "/v1/links", {"destination": "https://acme.com/"}).json()
    assert link["short_url"].startswith("https://go.acme.example/")
    assert own_helper.visit(link["short_url"]).status_code == 302
    assert "Acme" in own_helper.visit("https://go.acme.example/").text

    moved = saved.json() | {"tracking_domain": "links.acme.example"}
    assert own_helper.ask("PUT", "/v1/policy", moved).status_code == 200
    wait_until(lambda: own_helper.visit("https://links.acme.example/").status_code == 200, "the new domain to be served")
    assert own_helper.visit(link["short_url"]).status_code == 302, "links that are out there stay served"
    assert own_helper.ask("PUT", "/v1/policy", saved.json() | {"tracking_domain": None}).status_code == 200
    wait_until(lambda: own_helper.visit("https://links.acme.example/").status_code == 421, "a domain without links to be let go")


def test_two_admins_cannot_overwrite_each_other_unseen(own_helper: Helper) -> None:
    first = own_helper.ask("GET", "/v1/policy")
    tag = {"If-Match": first.headers["ETag"]}
    assert own_helper.ask("PUT", "/v1/policy", first.json() | {"require_tracking": True}, headers=tag).status_code == 200
    second = own_helper.ask("PUT", "/v1/policy", first.json(), headers=tag)
    assert second.status_code == 412
    assert own_helper.ask("GET", "/v1/policy").json()["require_tracking"] is True
    assert own_helper.ask("PUT", "/v1/policy", first.json()).status_code == 200


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
        ("approved_destinations", ["https://acme.com"], "approved_destinations[0]"),
        ("approved_destinations", ["acme.com", ""], "approved_destinations[1]"),
        ("owner", {"website": "javascript:alert(1)"}, "owner.website"),
        ("colour", "red", "colour"),
    ],
)
def test_a_bad_policy_is_refused_with_the_path_of_the_fault(own_helper: Helper, field: str, value: object, at: str) -> None:
    before = own_helper.ask("GET", "/v1/policy")
    answer = own_helper.ask("PUT", "/v1/policy", before.json() | {field: value})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == at
    assert own_helper.ask("GET", "/v1/policy").headers["ETag"] == before.headers["ETag"]


def test_a_flag_sets_and_locks_the_domain(tracking_helper: Helper) -> None:
    policy = tracking_helper.ask("GET", "/v1/policy").json()
    assert (policy["tracking_domain"], policy["locked"]) == ("go.acme.example", ["tracking_domain"])
    assert tracking_helper.ask("PUT", "/v1/policy", policy | {"require_tracking": True}).status_code == 200
    answer = tracking_helper.ask("PUT", "/v1/policy", policy | {"tracking_domain": "other.example"})
    assert answer.status_code == 409
    assert "go.acme.example" in answer.json()["detail"]


def test_a_checkup_names_its_steps_with_evidence_and_fix(own_helper: Helper) -> None:
    steps = {step["name"]: step for step in own_helper.ask("POST", "/v1/domains/bit.ly/checkups").json()["steps"]}
    assert steps["shortener-lists"]["state"] == "fail"
    assert steps["shortener-lists"]["fix"]
    own = {step["name"]: step["state"] for step in own_helper.ask("POST", "/v1/domains/go.acme.com/checkups").json()["steps"]}
    assert own["shortener-lists"] == "pass"
    assert own["brand"] == "unknown"
    assert own_helper.ask("POST", "/v1/domains/localhost/checkups").status_code == 422


def test_the_approved_destinations_are_held_against_links(own_helper: Helper) -> None:
    policy = own_helper.ask("GET", "/v1/policy").json()
    assert own_helper.ask("PUT", "/v1/policy", policy | {"approved_destinations": ["acme.com"]}).status_code == 200
    codes = [one["code"] for one in own_helper.ask("POST", "/v1/reviews", {"text": "See https://other.com/x"}).json()["findings"]]
    assert "unapproved-destination" in codes
    assert own_helper.ask("PUT", "/v1/policy", policy).status_code == 200

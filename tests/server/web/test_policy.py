"""The policy over the wire: whole, checked, and never overwritten unseen."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from linkwell.model.errors import InvalidInput
from linkwell.store import documents
from linkwell.web.wire.policy import read_policy
from tests.server.helper import ROOT, Helper, start_helper, wait_until
from tests.server.policy_document import FULL


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


def test_a_locked_domain_may_be_left_out_and_is_never_kept(tmp_path: Path) -> None:
    with start_helper(tmp_path, "--tracking-domain", "go.acme.com") as helper:
        assert helper.ask("PUT", "/v1/policy", {"require_tracking": True}).json()["tracking_domain"] == "go.acme.com"
        assert helper.ask("PUT", "/v1/policy", {"tracking_domain": "GO.acme.com", "limits": {"links": 3}}).status_code == 200
        assert helper.ask("GET", "/v1/policy").json()["tracking_domain"] == "go.acme.com"
    kept = json.loads(helper.run("policy", "show", "--json").stdout)
    assert (kept["tracking_domain"], kept["limits"]["links"], kept["locked"]) == (None, 3, [])


def test_the_whole_document_comes_back_as_it_was_sent(own_helper: Helper) -> None:
    saved = own_helper.ask("PUT", "/v1/policy", FULL)
    assert saved.json() == FULL | {"locked": []}, saved.text
    assert own_helper.ask("GET", "/v1/policy").json() == saved.json()
    assert own_helper.ask("PUT", "/v1/policy", saved.json()).json() == saved.json(), "what was read may be sent back as it is"
    assert own_helper.ask("PUT", "/v1/policy", {}).json() == documents.write(read_policy("{}")) | {"locked": []}


def test_the_schema_in_the_docs_takes_what_the_api_takes() -> None:
    schema = jsonschema_rs.validator_for(json.loads((ROOT / "docs" / "policy.schema.json").read_text(encoding="utf-8")))
    assert schema.is_valid(FULL)
    assert schema.is_valid({})
    for wrong in ({"colour": "red"}, {"limits": {"links": 0}}, {"severities": {"odd-port": "loud"}}, {"quiet_hours": {"begin": "21:00"}}):
        assert not schema.is_valid(wrong), wrong


SITE = "sites.crm.acme.com"


def on_site(**fields: Any) -> dict[str, Any]:
    return {"sites": {"crm.acme.com": fields}}


def hours(**changed: str) -> dict[str, Any]:
    return {"begin": "21:00", "end": "08:00", "zone": "Europe/London"} | changed


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"tracking_domian": "go.acme.com"}, "tracking_domian", "Did you mean tracking_domain?"),
    ({"version": 2}, "version", "Write 1."),
    ({"severities": {"malformed-sceme": "warn"}}, "severities.malformed-sceme", "Did you mean malformed-scheme?"),
    ({"severities": {"xyz": "warn"}}, "severities.xyz", "docs/catalogue.md"),
    ({"severities": {"untracked-link": "loud"}}, "severities.untracked-link", '"off"'),
    ({"severities": {"untracked-link": None}}, "severities.untracked-link", '"off"'),
    ({"severities": {"unfilled-placeholder": "off"}}, "severities.unfilled-placeholder", "Write block or warn."),
    ({"severities": {"unfilled-placeholder": "hint"}}, "severities.unfilled-placeholder", "Write block or warn."),
    (on_site(severities={"unfilled-placeholder": "info"}), f"{SITE}.severities.unfilled-placeholder", "Write block or warn."),
    ({"approved_destinations": ["acme.com", "https://acme.com/x"]}, "approved_destinations[1]", "without https://, as acme.com/x."),
    ({"denied_hosts": ["a b.com"]}, "denied_hosts[0]", "space"),
    ({"denied_hosts": ["evil.com:8080"]}, "denied_hosts[0]", "as evil.com"),
    ({"denied_hosts": ["*"]}, "denied_hosts[0]", "every host"),
    ({"denied_hosts": ["evil,com"]}, "denied_hosts[0]", "not a host"),
    ({"denied_hosts": ["acme.com?x=1"]}, "denied_hosts[0]", "Leave out"),
    ({"staging_hosts": ["=*.acme.com"]}, "staging_hosts[0]", "=acme.com"),
    ({"staging_hosts": [""]}, "staging_hosts[0]", "empty"),
    ({"tracking_domains": ["acme"]}, "tracking_domains[0]", "dot"),
    ({"allowed_shorteners": ["https://bit.ly"]}, "allowed_shorteners[0]", "name alone: bit.ly"),
    ({"tracking_domain": "bit.ly"}, "tracking_domain", "public link shortener"),
    ({"tracking_domains": ["go.bit.ly"]}, "tracking_domains[0]", "public link shortener"),
    ({"tracking_domain": "co.uk"}, "tracking_domain", "acme.co.uk"),
    ({"tracking_domain": "github.io"}, "tracking_domain", "acme.github.io"),
    ({"tracking_domain": "go.acme.com", "retired_domains": ["old.com", "GO.acme.com"]}, "retired_domains[1]", "in use"),
    ({"tracking_domain": "go.acme.com", "denied_hosts": ["acme.com"]}, "denied_hosts[0]", "your tracking domain"),
    ({"approved_destinations": ["acme.com"], "denied_hosts": ["evil.com", "acme.com"]}, "denied_hosts[1]", "is approved"),
    ({"approved_destinations": ["shop.acme.com/x"], "denied_hosts": ["acme.com"]}, "denied_hosts[0]", "is approved"),
    ({"brands": [{"names": []}]}, "brands[0].names", "one name at least"),
    ({"brands": [{"names": ["Acme"]}, {"names": ["Acme", " "]}]}, "brands[1].names[1]", "empty"),
    ({"brands": [{"names": ["Acme"], "hosts": ["http://acme.com"]}]}, "brands[0].hosts[0]", "name alone"),
    ({"brands": [{}]}, "brands[0].names", "needed"),
    ({"campaign_tags": {"UTM_Source": "sms"}}, "campaign_tags.UTM_Source", "Write utm_source"),
    ({"campaign_tags": {"utm_source": "Spring Sale"}}, "campaign_tags.utm_source", "spring-sale"),
    ({"campaign_tags": {"utm_source": "SMS"}}, "campaign_tags.utm_source", "Write sms"),
    ({"campaign_tags": {"utm_source": "{contact}"}}, "campaign_tags.utm_source", "the only gap"),
    ({"campaign_tags": {"a&b": "c"}}, "campaign_tags.a&b", "letters, digits"),
    ({"limits": {"links": 0}}, "limits.links", "from 1 on"),
    ({"limits": {"links": "3"}}, "limits.links", "whole number"),
    ({"limits": {"links": True}}, "limits.links", "whole number"),
    ({"limits": {"characters_to_warn": 1600}}, "limits.characters_to_warn", "less than characters_to_block"),
    (on_site(limits={"links": 0}), f"{SITE}.limits.links", "from 1 on"),
    (on_site(limits={"characters_to_block": 320}), f"{SITE}.limits.characters_to_warn", "less than characters_to_block"),
    ({"require_tracking": "yes"}, "require_tracking", "true or false"),
    ({"quiet_hours": hours(begin="24:00")}, "quiet_hours.begin", "21:00"),
    ({"quiet_hours": hours(end="8:00")}, "quiet_hours.end", "08:00"),
    ({"quiet_hours": hours(begin="08:00")}, "quiet_hours.end", "same minute"),
    ({"quiet_hours": hours(zone="America/New York")}, "quiet_hours.zone", "Did you mean America/New_York?"),
    ({"quiet_hours": hours(zone="../../etc/passwd")}, "quiet_hours.zone", "no time zone"),
    ({"quiet_hours": hours(zone="America")}, "quiet_hours.zone", "no time zone"),
    ({"quiet_hours": hours(zone="")}, "quiet_hours.zone", "no time zone"),
    (on_site(quiet_hours=hours(zone="Nowhere")), f"{SITE}.quiet_hours.zone", "no time zone"),
    ({"opt_out": {"required": True, "instruction": "Bye."}}, "opt_out.instruction", "Reply STOP"),
    ({"opt_out": {"words": [" "]}}, "opt_out.words[0]", "empty"),
    ({"risky_suffixes": ["zip", ".con"]}, "risky_suffixes[1]", "Did you mean com?"),
    ({"risky_suffixes": ["a b"]}, "risky_suffixes[0]", "space"),
    ({"provider": "carrier-pigeon"}, "provider", '"smart"'),
    ({"sites": {"https://crm.acme.com/inbox": {}}}, "sites.https://crm.acme.com/inbox", "as crm.acme.com"),
    ({"sites": {"crm.acme.com": {}, "CRM.acme.com": {}}}, "sites.CRM.acme.com", "twice"),
    (on_site(approved_destinations=["a b"]), f"{SITE}.approved_destinations[0]", "space"),
    (on_site(tracking_domain="go.acme.com"), f"{SITE}.tracking_domain", "no field"),
    ({"owner": {"website": "javascript:alert(1)"}}, "owner.website", "https://"),
    ({"quiet_hours": hours(zone="localtime")}, "quiet_hours.zone", "no time zone"),
    ({"quiet_hours": hours(zone="posix/UTC")}, "quiet_hours.zone", "no time zone"),
    ({"sites": {"é@evil.com": {}}}, "sites.é@evil.com", "not a host"),
    ({"risky_suffixes": ["é@zip"]}, "risky_suffixes[0]", "not a host"),
    ({"approved_destinations": "acme.com"}, "approved_destinations", "brackets"),
    ({"denied_hosts": ["a.com"] * 1001}, "denied_hosts", "1000 entries"),
]


@pytest.mark.parametrize(("document", "path", "said"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_each_fault_is_named_by_its_path_with_what_to_do(document: dict[str, Any], path: str, said: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_policy(json.dumps(document))
    assert [fault for fault in refused.value.faults if fault[0] == path and said in fault[1]], refused.value.faults
    assert refused.value.field == refused.value.faults[0][0]
    assert all(detail.endswith((".", "?")) for _, detail in refused.value.faults)


def test_a_name_that_stands_twice_loses_nothing_unseen() -> None:
    for document in (
        '{"severities": {"odd-port": "off"}, "limits": {}, "severities": {}}',
        '{"severities": {"odd-port": "off", "odd-port": "warn"}}',
        '{"brands": [{"names": ["Acme"], "names": ["Bcme"]}]}',
    ):
        with pytest.raises(InvalidInput, match="twice"):
            read_policy(document)


def test_lists_as_long_as_they_may_be_are_checked_at_once(own_helper: Helper) -> None:
    """What is denied and approved is a fault of each entry, not of each pair; an answer names a hundred and counts the rest."""
    denied = {"approved_destinations": [f"a{number}.acme.com" for number in range(1000)], "denied_hosts": ["acme.com"] * 1000}
    answer = own_helper.ask("PUT", "/v1/policy", denied)
    assert (answer.status_code, len(answer.json()["errors"])) == (422, 100)
    assert "999 more faults" in answer.json()["detail"]
    long = {"denied_hosts": [f"a{number}.{'x' * 60}.com" for number in range(1000)]}
    assert len(json.dumps(long)) > 64 * 1024
    saved = own_helper.ask("PUT", "/v1/policy", long)
    assert saved.status_code == 200
    assert own_helper.ask("PUT", "/v1/policy", saved.json()).status_code == 200, "what is shown can be sent back"
    assert own_helper.ask("PUT", "/v1/policy", {}).status_code == 200


def test_the_api_names_every_fault_at_once(own_helper: Helper) -> None:
    answer = own_helper.ask(
        "PUT", "/v1/policy", {"severities": {"malformed-sceme": "warn"}, "denied_hosts": ["a b"], "brands": [{"names": []}]}
    )
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "application/problem+json")
    assert [error["field"] for error in answer.json()["errors"]] == ["denied_hosts[0]", "brands[0].names", "severities.malformed-sceme"]
    assert answer.json()["detail"].startswith("denied_hosts[0]: ")
    deep = "[" * 9000 + "]" * 9000
    assert own_helper.ask("PUT", "/v1/policy", data=f'{{"sites": {deep}}}', headers={"Content-Type": "application/json"}).status_code < 500


def test_what_was_meant_is_kept_tidily() -> None:
    policy = read_policy(
        json.dumps(
            {
                "tracking_domain": " GO.Acme.COM ",
                "approved_destinations": ["Acme.com", "acme.com", " =Bücher.de ", "acme.com/Shop/*", "*.Acme.com", "gov"],
                "staging_hosts": ["localhost", "10.0.0.5", "staging-*.acme.com"],
                "risky_suffixes": [".ZIP", "*.top", "co.uk"],
                "sites": {"CRM.acme.com": {}, "localhost:8080": {}},
                "brands": [{"names": [" Acme ", "Acme"]}],
            }
        )
    )
    assert policy.tracking_domain == "go.acme.com"
    assert policy.approved_destinations == ("acme.com", "=xn--bcher-kva.de", "acme.com/Shop/*", "*.acme.com", "gov")
    assert policy.risky_suffixes == ("zip", "top", "co.uk")
    assert list(policy.sites) == ["crm.acme.com", "localhost:8080"]
    assert policy.brands[0].names == ("Acme",)
    assert read_policy('{"tracking_domain": "bit.ly", "allowed_shorteners": ["bit.ly"]}').tracking_domain == "bit.ly", "it may be theirs"
    mixed = {"approved_destinations": ["acme.com"], "denied_hosts": ["old.acme.com", "acme.com/secret/*"]}
    assert read_policy(json.dumps(mixed)).denied_hosts == ("old.acme.com", "acme.com/secret/*"), "a part of what is approved may be denied"


@pytest.fixture
def two_workers(tmp_path: Path) -> Iterator[Helper]:
    with start_helper(tmp_path, "--workers", "2") as running:
        yield running


def test_every_worker_follows_within_a_second(two_workers: Helper) -> None:
    """Either worker may answer: whoever asks a second after the change or later is told by the new policy."""

    def asked(_: int) -> tuple[float, bool]:
        began = time.monotonic()
        answer = two_workers.ask("POST", "/v1/reviews", {"text": "See https://acme.com/x"})
        return began, "untracked-link" in {one["code"] for one in answer.json()["findings"]}

    with ThreadPoolExecutor(8) as several:
        assert all(found for _, found in several.map(asked, range(40)))
        for severity, wanted in (("off", False), ("info", True)):
            assert two_workers.ask("PUT", "/v1/policy", {"severities": {"untracked-link": severity}}).status_code == 200
            saved, told = time.monotonic(), [(0.0, wanted)]
            while told[-1][0] < saved + 1.2:
                told += several.map(asked, range(16))
            late = [found for began, found in told if began >= saved + 1]
            assert late
            assert set(late) == {wanted}


def test_a_site_is_judged_by_its_own_policy(own_helper: Helper) -> None:
    document = {"severities": {"untracked-link": "warn"}, "sites": {"crm.acme.com": {"severities": {"untracked-link": "off"}}}}
    assert own_helper.ask("PUT", "/v1/policy", document).status_code == 200

    def severities(site: str | None) -> list[str]:
        findings = own_helper.ask("POST", "/v1/reviews", {"text": "See https://acme.com/x", "site": site}).json()["findings"]
        return [one["severity"] for one in findings if one["code"] == "untracked-link"]

    assert severities(None) == severities("https://other.acme.com") == ["warn"]
    assert severities("https://crm.acme.com") == severities("crm.acme.com") == []
    assert own_helper.ask("PUT", "/v1/policy", {}).status_code == 200


def test_a_policy_that_holds_untracked_links_lets_them_be_tracked(own_helper: Helper) -> None:
    document = {"tracking_domain": "go.acme.example", "severities": dict.fromkeys(("untracked-link", "overlong-link", "odd-port"), "block")}
    assert own_helper.ask("PUT", "/v1/policy", document).status_code == 200
    text = f"See https://acme.com/{'x' * 99} and https://acme.com:8443/x"
    assert own_helper.ask("POST", "/v1/reviews", {"text": text}).json()["verdict"] == "block"
    done = own_helper.ask("POST", "/v1/rewrites", {"text": text}).json()
    assert [link["destination"] for link in done["tracked_links"]] == [f"https://acme.com/{'x' * 99}"], "an odd port is odd behind it, too"
    assert "untracked-link" not in [one["code"] for one in done["review"]["findings"] if one["link"] == 0]
    assert own_helper.ask("PUT", "/v1/policy", {}).status_code == 200


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

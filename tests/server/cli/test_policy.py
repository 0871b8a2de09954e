"""The policy on the command line: shown, set, checked, compared, and told as a guide; none of it needs a running helper."""

import json
from pathlib import Path

import pytest

from linkwell.cli.policy_fields import assign
from tests.server.helper import Helper, run_linkwell, wait_until
from tests.server.policy_document import FULL


def test_a_document_is_set_and_shown_again(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text("\ufeff" + json.dumps(FULL), encoding="utf-8")
    data = tmp_path / "data"
    done = run_linkwell(data, "policy", "set", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith("Saved as version 1.\n")
    assert json.loads(run_linkwell(data, "policy", "show", "--json").stdout) == FULL | {"locked": []}
    assert "Nothing changes" in run_linkwell(data, "policy", "set", str(file)).stderr
    assert "version 2" in run_linkwell(data, "policy", "set", "-", text='{"tracking_domain": "go.acme.com"}').stderr
    assert run_linkwell(data, "policy", "show").stdout == "Tracked links\n  Approved domain             go.acme.com\n"


def test_what_only_looks_makes_nothing(tmp_path: Path) -> None:
    shown = run_linkwell(tmp_path, "policy", "show")
    assert (shown.returncode, shown.stdout) == (0, "")
    assert "Nothing is set" in shown.stderr
    assert json.loads(run_linkwell(tmp_path, "policy", "show", "--json").stdout)["limits"]["links"] == 2
    assert run_linkwell(tmp_path, "policy", "diff", "-", text="{}").returncode == 0
    assert run_linkwell(tmp_path, "policy", "guide").returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_what_is_set_is_shown_in_words(tmp_path: Path) -> None:
    assert run_linkwell(tmp_path, "policy", "set", "-", text=json.dumps(FULL)).returncode == 0
    shown = run_linkwell(tmp_path, "policy", "show").stdout
    for part in (
        "Approved domain             go.acme.com",
        "Brand                       Acme, Acme Outfitters on acme.com",
        "3 links in a message, worth a look over 300 characters, the send is held over 900 characters",
        "21:00 to 08:30, America/New_York",
        "untracked-link              off",
        "On crm.acme.com",
        "20:00 to 09:00, Europe/London",
        "campaign texts must say “Text STOP to end.”, and nope counts too",
        "Named on link pages",
    ):
        assert part in shown
    run_linkwell(tmp_path, "policy", "set", "-", text='{"limits": {"links": 1}}')
    assert run_linkwell(tmp_path, "policy", "show").stdout == "Messages\n  Limits                      1 link in a message\n"


def test_an_empty_list_is_kept_where_it_says_another_thing_than_none(tmp_path: Path) -> None:
    fields = ("risky_suffixes", "sites.crm.acme.com.approved_destinations", "sites.crm.acme.com.opt_out.words")
    for version, field in enumerate(fields, 1):
        done = run_linkwell(tmp_path, "policy", "set", f"{field}=[]")
        assert (done.returncode, done.stderr.splitlines()[-1]) == (0, f"Saved as version {version}."), done.stderr
        assert f"+ {field}: []" in done.stderr
        assert "Nothing changes" in run_linkwell(tmp_path, "policy", "set", f"{field}=[]").stderr
    document = run_linkwell(tmp_path, "policy", "show", "--json").stdout
    assert run_linkwell(tmp_path, "policy", "diff", "-", text="{}").returncode == 1
    read = json.loads(document)
    assert (read["risky_suffixes"], read["sites"]["crm.acme.com"]["approved_destinations"]) == ([], [])
    assert "- risky_suffixes: []" in run_linkwell(tmp_path, "policy", "set", "risky_suffixes=").stderr


def test_single_fields_are_set_and_reset(tmp_path: Path) -> None:
    done = run_linkwell(
        tmp_path,
        *("policy", "set", "tracking_domain=GO.acme.com", "require_tracking=true", "severities.untracked-link=off", "limits.links=3"),
        *("approved_destinations=acme.com, partner.com", "sites.crm.acme.com.limits.links=5", "owner.name=Acme = Sons"),
        *('quiet_hours={"begin": "21:00", "end": "08:00", "zone": "UTC"}', "campaign_tags.utm_source=sms"),
    )
    assert done.returncode == 0, done.stderr
    assert "- limits.links: 2\n" in done.stderr
    assert "{}" not in done.stderr
    assert "+ tracking_domain: go.acme.com\n" in done.stderr
    assert "+ approved_destinations: partner.com\n" in done.stderr
    document = json.loads(run_linkwell(tmp_path, "policy", "show", "--json").stdout)
    assert document["require_tracking"] is True
    assert document["severities"] == {"untracked-link": "off"}
    assert document["sites"]["crm.acme.com"]["limits"]["links"] == 5
    assert document["owner"]["name"] == "Acme = Sons"
    assert run_linkwell(tmp_path, "policy", "set", "limits.links=", "severities.untracked-link=", "quiet_hours=", "sites=").returncode == 0
    document = json.loads(run_linkwell(tmp_path, "policy", "show", "--json").stdout)
    assert (document["limits"]["links"], document["severities"], document["quiet_hours"], document["sites"]) == (2, {}, None, {})
    assert document["tracking_domain"] == "go.acme.com", "what was not named stays"


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("severities.untracked-lnk=off", "Did you mean untracked-link?"),
        ("limit.links=3", "limit: There is no field"),
        ("limits.links=many", "whole number"),
        ("require_tracking=perhaps", "true or false"),
        ("quiet_hours.begin=21:00", "quiet_hours.end"),
        ("brands=Acme", "as JSON"),
        ("tracking_domain=bit.ly", "public link shortener"),
        ("=3", "name=value"),
        ("tracking_domain.name=3", "tracking_domain"),
        ("nofile.json", "no file nofile.json"),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_is_kept(tmp_path: Path, assignment: str, said: str) -> None:
    run_linkwell(tmp_path, "policy", "set", "tracking_domain=go.acme.com")
    done = run_linkwell(tmp_path, "policy", "set", assignment)
    assert (done.returncode, done.stdout) == (64, "")
    assert said in done.stderr
    assert run_linkwell(tmp_path, "policy", "show").stdout.endswith("go.acme.com\n")


def test_a_name_may_hold_dots_of_its_own() -> None:
    document: dict[str, object] = {}
    for assignment in (
        "sites.crm.acme.com.severities.odd-port=off",
        "sites.limits.acme.com.require_tracking=no",
        "sites.crm.acme.com.opt_out.words=nope,out",
        "campaign_tags.utm.source=a.b",
        'brands=[{"names": ["Acme"]}]',
        "tracking_domain=null",
    ):
        assign(document, assignment)
    assert document == {
        "sites": {
            "crm.acme.com": {"severities": {"odd-port": "off"}, "opt_out": {"words": ["nope", "out"]}},
            "limits.acme.com": {"require_tracking": False},
        },
        "campaign_tags": {"utm.source": "a.b"},
        "brands": [{"names": ["Acme"]}],
        "tracking_domain": None,
    }


def test_check_names_every_fault(tmp_path: Path) -> None:
    done = run_linkwell(tmp_path, "policy", "check", "-", text=json.dumps(FULL))
    assert (done.returncode, done.stdout) == (0, "This policy can be used.\n")
    wrong = {"denied_hosts": ["a b"], "brands": [{"names": []}], "tracking_domain": "go"}
    done = run_linkwell(tmp_path, "policy", "check", "-", text=json.dumps(wrong))
    assert done.returncode == 64
    assert sorted(line.partition(":")[0] for line in done.stdout.splitlines()) == ["brands[0].names", "denied_hosts[0]", "tracking_domain"]
    for text in ("", "{", "[]", '"x"', "nul"):
        done = run_linkwell(tmp_path, "policy", "check", "-", text=text)
        assert done.returncode == 64
        assert len(done.stdout.splitlines()) == 1
    assert run_linkwell(tmp_path, "policy", "check", str(tmp_path / "none.json")).returncode == 64
    assert list(tmp_path.iterdir()) == []


def test_diff_tells_what_would_change(tmp_path: Path) -> None:
    run_linkwell(tmp_path, "policy", "set", "approved_destinations=acme.com,partner.com", "limits.links=3")
    wanted = {"approved_destinations": ["acme.com", "other.com"], "limits": {"links": 3}}
    done = run_linkwell(tmp_path, "policy", "diff", "-", text=json.dumps(wanted))
    assert (done.returncode, done.stdout) == (1, "- approved_destinations: partner.com\n+ approved_destinations: other.com\n")
    run_linkwell(tmp_path, "policy", "set", "-", text=json.dumps(wanted))
    done = run_linkwell(tmp_path, "policy", "diff", "-", text=json.dumps(wanted))
    assert (done.returncode, done.stdout) == (0, "")
    assert run_linkwell(tmp_path, "policy", "diff", "-", text='{"x": 1}').returncode == 64


def test_what_the_settings_set_is_stronger_and_said(tmp_path: Path) -> None:
    run_linkwell(tmp_path, "policy", "set", "tracking_domain=kept.acme.com")
    (tmp_path / "linkwell.toml").write_text('tracking_domain = "Go.acme.com"\n', encoding="utf-8")
    shown = run_linkwell(tmp_path, "policy", "show").stdout
    assert "go.acme.com" in shown
    assert f"tracking_domain is set by {tmp_path / 'linkwell.toml'}" in shown
    document = json.loads(run_linkwell(tmp_path, "policy", "show", "--json").stdout)
    assert (document["tracking_domain"], document["locked"]) == ("go.acme.com", ["tracking_domain"])
    done = run_linkwell(tmp_path, "policy", "set", "tracking_domain=other.acme.com")
    assert (done.returncode, "go.acme.com" in done.stderr) == (69, True)
    assert run_linkwell(tmp_path, "policy", "set", "limits.links=3").returncode == 0
    (tmp_path / "linkwell.toml").unlink()
    document = json.loads(run_linkwell(tmp_path, "policy", "show", "--json").stdout)
    assert (document["tracking_domain"], document["limits"]["links"]) == ("kept.acme.com", 3)


def test_a_running_helper_follows(own_helper: Helper) -> None:
    assert own_helper.run("policy", "set", "severities.untracked-link=off").returncode == 0

    def codes() -> set[str]:
        return {one["code"] for one in own_helper.ask("POST", "/v1/reviews", {"text": "See https://acme.com/x"}).json()["findings"]}

    wait_until(lambda: "untracked-link" not in codes(), "the helper to follow")
    assert own_helper.ask("GET", "/v1/policy").json()["severities"] == {"untracked-link": "off"}
    assert own_helper.run("policy", "set", "severities=").returncode == 0


def test_the_guide_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    run_linkwell(tmp_path / "data", "policy", "set", "owner.name=Acme", "tracking_domain=go.acme.com")
    done = run_linkwell(tmp_path / "data", "policy", "guide")
    assert done.stdout.startswith("# Links in texts from Acme\n")
    page = tmp_path / "guide.html"
    done = run_linkwell(tmp_path / "data", "policy", "guide", "--html", "--output", str(page))
    assert (done.returncode, done.stdout) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")

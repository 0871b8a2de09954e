"""The command line as people and programs use it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.server.helper import IMESSAGE, Helper, run_linkwell, wait_until

BAD = "Sale: htps://acme.com/x?utm_source=a?b=c."


def test_version(tmp_path: Path) -> None:
    assert run_linkwell(tmp_path, "--version").stdout == "linkwell 0.1.0\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Your order is ready.", 0), ("Your order: https://acme.com/?gclid=Cj0KCQiA3Y2qBhC", 1), (BAD, 2)],
)
def test_review_exits_with_its_verdict(tmp_path: Path, text: str, code: int) -> None:
    assert run_linkwell(tmp_path, "review", text).returncode == code
    done = run_linkwell(tmp_path, "review", text, "--json")
    assert done.returncode == code
    assert json.loads(done.stdout)["verdict"] == ["ok", "warn", "block"][code]


def test_a_review_says_what_is_wrong_and_how_it_is_mended(tmp_path: Path) -> None:
    said = run_linkwell(tmp_path, "review", BAD).stdout
    for part in ("1 link · 2 problems", "is missing a letter", "Holds the send", "Now", "Fixed", "https://acme.com/x?utm_source=a?b=c"):
        assert part in said
    assert "\x1b" not in said, "no colours where nobody looks"
    assert list(tmp_path.iterdir()) == [], "a review keeps nothing"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sale at acme.com/sale now", "acme.com/sale: on Android this opens http://acme.com/sale\n"),
        ("Sale at https://acme.com/sale.", "https://acme.com/sale: on Android this opens https://acme.com/sale.\n"),
        ("Sale at htps://acme.com now", "htps://acme.com: Android shows no link here.\n"),
        ("Sale at https://acme.com/ now", ""),
    ],
)
def test_a_review_says_what_android_opens_where_it_differs(tmp_path: Path, text: str, said: str) -> None:
    told = run_linkwell(tmp_path, "review", text).stdout
    assert said in told
    assert ("ndroid" in told.partition("\n\n")[2].partition("  [")[0]) == bool(said)


def test_a_review_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "message.txt"
    file.write_text(BAD, encoding="utf-8")
    assert run_linkwell(tmp_path / "data", "review", "--file", str(file)).returncode == 2


@pytest.mark.parametrize("arguments", [["review"], ["review", "a", "--jsonl"], ["review", "--nonsense"], ["nonsense"], ["serve", "more"]])
def test_wrong_use_exits_with_64_and_says_so(tmp_path: Path, arguments: list[str]) -> None:
    done = run_linkwell(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (64, "")
    assert "Usage" in done.stderr or "Give" in done.stderr


def test_jsonl_answers_line_by_line_in_order(tmp_path: Path) -> None:
    lines = [json.dumps({"text": BAD}), "{", json.dumps({"text": 5}), "", json.dumps({"text": "fine 🎉", "channel": "whatsapp"})]
    done = run_linkwell(tmp_path, "review", "--jsonl", text="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [answer.get("verdict") for answer in answers] == ["block", None, None, None, "ok"]
    assert [answers[1]["error"]["status"], answers[2]["error"]["status"]] == [400, 422]
    assert run_linkwell(tmp_path, "review", "--jsonl", text=lines[0] + "\n").returncode == 0


def test_a_policy_file_and_a_domain_are_judged_by(tmp_path: Path) -> None:
    policy = tmp_path / "policy.json"
    policy.write_text(json.dumps({"approved_destinations": ["acme.com"]}), encoding="utf-8")
    done = run_linkwell(tmp_path / "data", "review", "https://other.com/x", "--policy", str(policy), "--json")
    assert "unapproved-destination" in done.stdout
    policy.write_text('{"colour": "red"}', encoding="utf-8")
    done = run_linkwell(tmp_path / "data", "review", "https://other.com/x", "--policy", str(policy))
    assert (done.returncode, "colour" in done.stderr) == (64, True)
    done = run_linkwell(
        tmp_path / "data", "review", "See https://go.acme.example/7xkq2mf5", "--tracking-domain", "go.acme.example", "--json"
    )
    assert "edited-tracked-link" in done.stdout


def test_links_are_made_listed_and_known_without_a_helper(tmp_path: Path) -> None:
    done = run_linkwell(tmp_path, "rewrite", "See https://acme.com/x", "--contact", "dana", "--json")
    [link] = json.loads(done.stdout)["tracked_links"]
    again = run_linkwell(tmp_path, "rewrite", "See https://acme.com/x", "--contact", "dana")
    assert again.stdout == f"See {link['short_url']}\n"
    assert "Only this computer" in again.stderr
    assert [one["slug"] for one in json.loads(run_linkwell(tmp_path, "links", "--json").stdout)] == [link["slug"]]
    rows = list(csv.DictReader(io.StringIO(run_linkwell(tmp_path, "links", "--csv").stdout)))
    assert (rows[0]["destination"], rows[0]["clicks"]) == ("https://acme.com/x", "0")
    assert link["short_url"] in run_linkwell(tmp_path, "links").stdout
    assert run_linkwell(tmp_path, "review", f"See {link['short_url']}", "--contact", "dana").returncode == 0


def test_clicks_tell_of_taps_and_not_of_previews(helper: Helper) -> None:
    [link] = json.loads(helper.run("rewrite", "See https://acme.com/cli", "--json").stdout)["tracked_links"]
    path = link["short_url"].rpartition("/")[2]
    helper.visit(f"{helper.address}/{path}")
    helper.visit(f"{helper.address}/{path}", IMESSAGE)

    def told() -> list[tuple[int, int]]:
        return [(one["clicks"], one["previews"]) for one in json.loads(helper.run("clicks", "--json").stdout) if one["slug"] == path]

    wait_until(lambda: told() == [(1, 1)], "the tap and the preview to be told of")


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path) -> None:
    run_linkwell(tmp_path, "rewrite", "See https://acme.com/x", "--campaign", "=HYPERLINK(1)")
    rows = list(csv.DictReader(io.StringIO(run_linkwell(tmp_path, "links", "--csv").stdout)))
    assert rows[0]["campaign"] == "'=HYPERLINK(1)"


def test_settings_name_value_and_source(tmp_path: Path) -> None:
    (tmp_path / "linkwell.toml").write_text('port = 19999\nextension_ids = ["a", "b"]\n', encoding="utf-8")
    rows = {row["name"]: row for row in json.loads(run_linkwell(tmp_path, "settings", "--json").stdout)}
    assert (rows["port"]["value"], rows["port"]["source"]) == ("19999", str(tmp_path / "linkwell.toml"))
    assert rows["extension_ids"]["value"] == "a, b"
    assert (rows["data_dir"]["source"], rows["workers"]["source"]) == ("LINKWELL_DATA_DIR", "default")
    assert all(row["help"] for row in rows.values())


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("colour = 1", "colour"),
        ("port = 70000", "port"),
        ("workers = 0", "workers"),
        ('host = "0.0.0.0"', "host"),
        ("port =", "cannot be read"),
    ],
)
def test_a_bad_settings_file_is_named_with_its_fault(tmp_path: Path, toml: str, said: str) -> None:
    (tmp_path / "linkwell.toml").write_text(toml, encoding="utf-8")
    done = run_linkwell(tmp_path, "settings")
    assert done.returncode == 64
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_two_first_commands_at_once_make_one_store(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: run_linkwell(tmp_path, "token", "new"), range(4)))
    assert [one.returncode for one in done] == [0] * 4, done[0].stderr
    assert len({one.stdout for one in done}) == 4


def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "message.bin"
    file.write_bytes(b"\xff\xfe\x00")
    done = run_linkwell(tmp_path, "review", "--file", str(file))
    assert (done.returncode, "UTF-8" in done.stderr, "Traceback" in done.stderr) == (64, True, False)
    (tmp_path / "linkwell.db").write_bytes(b"no database" * 500)
    done = run_linkwell(tmp_path, "review", "See https://acme.com/")
    assert (done.returncode, "database" in done.stderr, "Traceback" in done.stderr) == (69, True, False)


def test_links_of_the_command_line_are_on_the_running_helper(helper: Helper) -> None:
    short_url = helper.run("rewrite", "See https://acme.com/here").stdout.split()[1]
    assert short_url.startswith(f"{helper.address}/")
    assert helper.visit(short_url).status_code == 302

"""``linkwell optouts``: who wants no more texts, kept and shown without a running helper."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.server.helper import Helper, run_linkwell


def listed(data: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run_linkwell(data, "optouts", "list", "--json", *arguments).stdout)
    return found


def taken_from(data: Path, content: bytes, *arguments: str) -> tuple[int, str]:
    file = data / "contacts.csv"
    file.write_bytes(content)
    done = run_linkwell(data, "optouts", "import", str(file), *arguments)
    return done.returncode, done.stdout + done.stderr


def test_contacts_are_added_listed_and_removed(tmp_path: Path) -> None:
    assert "Nobody" in run_linkwell(tmp_path, "optouts", "list").stderr
    done = run_linkwell(tmp_path, "optouts", "add", "dana", "=ravi", "--reason", "called us", "--at", "2026-11-01T10:00:00+02:00")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "2 opted out.\n")
    assert run_linkwell(tmp_path, "optouts", "add", "dana", "lee").stderr == "1 opted out, 1 already had.\n"
    assert [(one["contact"], one["source"]) for one in listed(tmp_path)] == [("lee", "cli"), ("=ravi", "cli"), ("dana", "cli")]
    rows = list(csv.DictReader(io.StringIO(run_linkwell(tmp_path, "optouts", "list", "--csv").stdout)))
    assert rows[2] == {"contact": "dana", "at": "2026-11-01T08:00:00.000Z", "source": "cli", "reason": "called us"}
    assert rows[1]["contact"] == "'=ravi", "no spreadsheet runs it"
    assert run_linkwell(tmp_path, "optouts", "remove", "dana").returncode == 0
    assert [one["contact"] for one in listed(tmp_path)] == ["lee", "=ravi"]
    assert listed(tmp_path, "--contact", "dana")[0]["ended_source"] == "cli"
    again = run_linkwell(tmp_path, "optouts", "remove", "dana")
    assert (again.returncode, "Traceback" in again.stderr, "not opted out" in again.stderr) == (69, False, True)


@pytest.mark.parametrize(
    "content",
    [
        b"contact\r\ndana\r\nravi\r\n",
        b"\xef\xbb\xbfContact;At;Reason\ndana;2026-11-01T08:00:00Z;told us\nravi;2026-11-01;\n\n",
        b'name\tcontact\nDana Miller\tdana\n"Ravi\nJain"\travi\n',
        b"dana\n\n  ravi  \n",
        b"dana\nravi",
    ],
)
def test_a_file_is_a_table_or_a_contact_a_line(tmp_path: Path, content: bytes) -> None:
    assert taken_from(tmp_path, content) == (0, "2 opted out.\n")
    assert {one["contact"] for one in listed(tmp_path)} == {"dana", "ravi"}
    assert {one["source"] for one in listed(tmp_path)} == {"import"}


def test_when_and_why_are_read_and_another_column_can_be_named(tmp_path: Path) -> None:
    content = b'id,at,reason\ndana,2026-11-01T10:00:00-05:00,"no, thanks"\n'
    code, said = taken_from(tmp_path, content)
    assert (code, "id, at, reason" in said) == (64, True)
    assert taken_from(tmp_path, content, "--column", "ID", "--json") == (0, '{"opted_out": 1, "unchanged": 0}\n')
    [one] = listed(tmp_path)
    assert (one["at"], one["reason"]) == ("2026-11-01T15:00:00.000Z", "no, thanks")


def test_bad_lines_are_named_and_nothing_is_taken_over(tmp_path: Path) -> None:
    content = b"contact,at,reason\ndana,,\n,2026-11-01,x\nravi,soon,\n" + b"x" * 201 + b",,\nlee,,a,b\nsam,,\x07\n"
    code, said = taken_from(tmp_path, content)
    assert code == 64
    assert [line.strip().partition(":")[0] for line in said.splitlines()[1:]] == ["line 3", "line 4", "line 5", "line 6", "line 7"]
    assert "Traceback" not in said
    assert listed(tmp_path) == []
    code, said = taken_from(tmp_path, b"\n".join([b"x" * 300] * 50))
    assert (code, "and 30 lines more" in said, said.count("line ")) == (64, True, 20)
    assert taken_from(tmp_path, b"contact,at\n") == (0, "0 opted out.\n")
    assert taken_from(tmp_path, b"") == (0, "0 opted out.\n")
    assert taken_from(tmp_path, b"\xff\xfe\x00")[0] == 64
    assert taken_from(tmp_path, b'contact,at\n"dana,\n')[0] == 64
    assert listed(tmp_path) == []


def test_who_opted_in_since_an_old_list_was_made_stays_in(tmp_path: Path) -> None:
    taken_from(tmp_path, b"dana\n")
    run_linkwell(tmp_path, "optouts", "remove", "dana")
    assert taken_from(tmp_path, b"contact,at\ndana,2026-01-01T00:00:00Z\n") == (0, "0 opted out, 1 opted in again since.\n")
    assert listed(tmp_path) == []


def test_standard_input_is_a_file_too(tmp_path: Path) -> None:
    assert run_linkwell(tmp_path, "optouts", "import", "-", text="dana\nravi\n").stderr == "2 opted out.\n"


@pytest.mark.parametrize(
    "arguments", [["add"], ["add", ""], ["add", "x" * 201], ["add", "a\nb"], ["add", "x", "--at", "soon"], ["import", "no"]]
)
def test_wrong_use_says_so(tmp_path: Path, arguments: list[str]) -> None:
    done = run_linkwell(tmp_path, "optouts", *arguments)
    assert (done.returncode, "Traceback" in done.stderr, done.stdout) == (64, False, "")


def test_a_running_helper_knows_at_once(helper: Helper) -> None:
    helper.run("optouts", "add", "from the command line")
    found = helper.ask("GET", "/v1/optouts", params={"contact": "from the command line"}).json()["optouts"]
    assert [one["source"] for one in found] == ["cli"]

"""Files of messages on the command line: every row is told of, in order, with exit codes that a build can act on."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.helper import environment, run_linkwell

FINE = "Your order is ready."
BAD = "Sale: htps://acme.com/x"
WORTH_A_LOOK = "Your order: https://acme.com/?gclid=Cj0KCQiA3Y2qBhC"


def written(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def review(folder: Path, *arguments: str) -> tuple[int, str, str]:
    done = run_linkwell(folder / "data", "review", *arguments)
    return done.returncode, done.stdout, done.stderr


def test_a_table_lists_what_is_wrong_and_sums_it_up(tmp_path: Path) -> None:
    file = written(tmp_path, "messages.txt", f"{FINE}\n\n{BAD}\n{BAD}y\n{WORTH_A_LOOK}\n")
    code, said, _ = review(tmp_path, "--file", file)
    assert code == 2
    assert "4 messages: 1 ok, 1 warn, 2 block" in said
    assert FINE not in said
    rows = [line.split() for line in said.splitlines()]
    assert [row[0] for row in rows if len(row) > 1 and row[1] in {"block", "warn"} and row[0].isdigit()] == ["3", "4", "5"]
    assert ["malformed-scheme", "block", "2", "2"] in [row[:4] for row in rows]
    assert FINE in review(tmp_path, "--file", file, "--all")[1]


@pytest.mark.parametrize(("texts", "code"), [((FINE, FINE), 0), ((FINE, WORTH_A_LOOK), 1), ((FINE, BAD), 2)])
def test_it_exits_with_the_worst_verdict(tmp_path: Path, texts: tuple[str, ...], code: int) -> None:
    assert review(tmp_path, "--file", written(tmp_path, "messages.txt", "\n".join(texts)))[0] == code


def test_a_table_of_a_spreadsheet(tmp_path: Path) -> None:
    rows = f'id;Body;channel\r\n1;"{FINE}\r\nSee you";sms\r\n2;{BAD};whatsapp\r\n3;{FINE};pigeon\r\n'
    code, said, errors = review(tmp_path, "--file", written(tmp_path, "m.csv", "\ufeff" + rows), "--csv")
    listed = list(csv.DictReader(io.StringIO(said)))
    assert [(row["line"], row["verdict"]) for row in listed] == [("2", "ok"), ("4", "block"), ("5", "unread")]
    assert listed[0]["text"].splitlines() == [FINE, "See you"]
    assert listed[1]["codes"].split()[0] == "malformed-scheme"
    assert "channel" in listed[2]["codes"]
    assert "3 messages" not in said
    assert "1 line could not be read" in errors
    assert code == 2


def listed(folder: Path, name: str, text: str, *arguments: str) -> list[tuple[str, str, str]]:
    """Line, verdict and text of each row of a file."""
    _, said, _ = review(folder, "--file", written(folder, name, text), "--csv", *arguments)
    return [(row["line"], row["verdict"], row["text"]) for row in csv.DictReader(io.StringIO(said, newline=""))]


def test_no_row_swallows_another(tmp_path: Path) -> None:
    """A quotation mark that is never closed, or that stands amid a cell, is told of in its place."""
    rows = f'text,id\n{BAD},1\n"Hi" there,2\n"{FINE}\n{BAD},4\n{BAD},5\n'
    assert [row[:2] for row in listed(tmp_path, "m.csv", rows)] == [("2", "block"), ("3", "unread"), ("4", "unread")]
    code, said, _ = review(tmp_path, "--file", written(tmp_path, "m.csv", f'text\n"{FINE}\n{BAD}\n'), "--csv")
    assert "never closed" in said
    assert code == 1
    assert review(tmp_path, "--file", written(tmp_path, "m.csv", f'"text\n{BAD}\n'))[0] == 64
    long = "x" * (1 << 24)
    assert [row[:2] for row in listed(tmp_path, "m.csv", f"text,id\n{long}x,1\n{FINE},2\n")] == [("2", "unread"), ("3", "ok")]


def test_a_text_that_its_commas_cut_up_is_not_called_fine(tmp_path: Path) -> None:
    rows = f"text\n{FINE}\nHi Dana, see htps://acme.com\nBye,,\n"
    assert [row[:2] for row in listed(tmp_path, "m.csv", rows)] == [("2", "ok"), ("3", "unread"), ("4", "ok")]
    code, _, errors = review(tmp_path, "Hi {name}", "--fields", written(tmp_path, "f.csv", "name,city\nDana,Bath\nLee,Bath, UK\n"))
    assert (code, "line 3" in errors) == (64, True)


def test_rows_are_numbered_as_an_editor_numbers_lines(tmp_path: Path) -> None:
    rows = f'\n\ntext;id\r\n\r\n{FINE};1\r\n"{FINE}\r\nBye";2\r\n{FINE};3'
    assert [row[0] for row in listed(tmp_path, "m.csv", rows)] == ["5", "6", "8"]
    assert [row[0] for row in listed(tmp_path, "m.csv", f"text;id\r{FINE}, you;1\r{FINE};2\r")] == ["2", "3"], "old line ends"
    one = f"{FINE}\u2028See you\x0cthere\x85now"
    assert listed(tmp_path, "m.txt", f"{one}\r\n\r\n{FINE}\r{FINE}") == [("1", "ok", one), ("3", "ok", FINE), ("4", "ok", FINE)]


def test_spaces_and_capitals_around_a_cell_say_nothing(tmp_path: Path) -> None:
    assert run_linkwell(tmp_path / "data", "optouts", "add", "c-1042").returncode == 0
    rows = f"text, contact ,channel\n{FINE}, c-1042 ,SMS\n{FINE},\tc-7, \n"
    assert [row[1] for row in listed(tmp_path, "m.csv", rows)] == ["block", "ok"]


def test_a_file_with_one_row_is_answered_like_one_with_many(tmp_path: Path) -> None:
    for name, text, line in (("m.csv", f"text\n{BAD}\n", 2), ("m.txt", f"\n{BAD}", 2), ("m.jsonl", json.dumps({"text": BAD}), 1)):
        code, said, _ = review(tmp_path, "--file", written(tmp_path, name, text), "--json")
        answer = json.loads(said)
        assert (code, answer["line"], answer["verdict"]) == (2, line, "block")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("shape", [["--csv"], ["--json"], ["--all"], []])
def test_what_is_written_to_a_file_is_utf_8_whatever_the_system_speaks(tmp_path: Path, encoding: str, shape: list[str]) -> None:
    file = written(tmp_path, "m.txt", f"Party 🎉 “now”: {BAD}\nПривет\n")
    speaks = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "linkwell", "review", "--file", file, *shape]
    done = subprocess.run(command, env=environment(tmp_path) | speaks, capture_output=True, timeout=60, check=False)
    assert done.returncode == 2, done.stderr
    assert b"Traceback" not in done.stderr
    if "--json" not in shape:
        assert "🎉" in done.stdout.decode("utf-8")


def test_what_is_no_text_is_wrong_use_and_no_verdict(tmp_path: Path) -> None:
    for arguments in (
        [b"review", b"caf\xe9"],
        [b"rewrite", b"caf\xe9"],
        [b"review", b"x", b"--contact", b"\xff"],
        [b"optouts", b"add", b"\xff"],
    ):
        command = [os.fsencode(sys.executable), b"-m", b"linkwell", *arguments]
        done = subprocess.run(command, env=environment(tmp_path), capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stderr.count(b"\n")) == (64, 1), done.stderr


def test_a_column_is_named_or_asked_for(tmp_path: Path) -> None:
    file = written(tmp_path, "m.csv", f"id,Words\n1,{BAD}\n2,{BAD}\n")
    code, said, errors = review(tmp_path, "--file", file)
    assert (code, said) == (64, "")
    assert "id, Words" in errors
    assert "--column" in errors
    assert review(tmp_path, "--file", file, "--column", "words")[0] == 2
    assert review(tmp_path, "--file", written(tmp_path, "m.txt", FINE), "--column", "words")[0] == 64


def test_json_gives_a_review_a_line_and_a_bad_line_an_error_in_its_place(tmp_path: Path) -> None:
    lines = [json.dumps({"text": BAD}), "{", json.dumps({"text": FINE, "nonsense": 1}), json.dumps({"text": FINE, "channel": "email"})]
    code, said, _ = review(tmp_path, "--file", written(tmp_path, "m.jsonl", "\n".join(lines)), "--json")
    answers = [json.loads(line) for line in said.splitlines()]
    assert [(answer["line"], answer.get("verdict")) for answer in answers] == [(1, "block"), (2, None), (3, None), (4, "ok")]
    assert "nonsense" in answers[2]["error"]["detail"]
    assert code == 2
    assert review(tmp_path, "--file", written(tmp_path, "m.jsonl", "{\n" + json.dumps({"text": FINE})))[0] == 1


def test_what_spreadsheets_would_run_is_quoted(tmp_path: Path) -> None:
    _, said, _ = review(tmp_path, "--file", written(tmp_path, "m.txt", f"=1+1\n{FINE}"), "--csv")
    assert next(csv.DictReader(io.StringIO(said)))["text"] == "'=1+1"


def test_a_template_is_judged_as_people_would_get_it(tmp_path: Path) -> None:
    template = "Hi {{ First Name | there }}, your order: {link} [city] *|CITY|* %first_name% ${unknown}"
    fields = written(tmp_path, "fields.csv", "first_name,LINK,City\nDana,https://acme.com/1,Bath\nLee,htps://acme.com/2,Köln\n")
    _, said, _ = review(tmp_path, template, "--fields", fields, "--json")
    first, second = (json.loads(line) for line in said.splitlines())
    assert first["text"] == "Hi Dana, your order: https://acme.com/1 Bath Bath Dana ${unknown}"
    assert [finding["code"] for finding in first["findings"] if finding["severity"] == "block"] == ["unfilled-placeholder"]
    assert "malformed-scheme" in [finding["code"] for finding in second["findings"]]
    assert (first["sample"], second["sample"]) == (1, 2)
    code, _, errors = review(tmp_path, template, "--fields", written(tmp_path, "none.csv", "first_name\n"))
    assert code == 64
    assert "sample values" in errors


def test_one_message_in_a_file_is_told_in_full(tmp_path: Path) -> None:
    assert "is missing a letter" in review(tmp_path, "--file", written(tmp_path, "one.txt", BAD))[1]
    several = written(tmp_path, "message.sms", f"{FINE}\n{BAD}\n")
    assert "1 link · 1 problem" in review(tmp_path, "--file", several)[1], "a file of no known kind is one message"


def test_a_message_without_tracked_links_opens_no_database_for_real(tmp_path: Path) -> None:
    run_linkwell(tmp_path, "token", "new", "--scope", "agent")
    assert (tmp_path / "linkwell.db").exists()
    asked = "from linkwell.cli import main; main(['review', 'See https://acme.com/x'])"
    command = [sys.executable, "-X", "importtime", "-c", asked]
    done = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=True)
    assert "linkwell.store.peek" in done.stderr
    assert "sqlalchemy" not in done.stderr

"""Commands may be told of the person that a message is for; lines of --jsonl say it themselves and are answered at once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.helper import environment, run_linkwell

FLAGS = ("--tracking-domain", "go.acme.example")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def danas_link(data: Path) -> str:
    rewritten = run_linkwell(data, "rewrite", "See https://acme.com/x", "--contact", "dana", "--campaign", "spring", "--json")
    [link] = json.loads(rewritten.stdout)["tracked_links"]
    url: str = link["short_url"]
    return url


def codes(data: Path, *arguments: str) -> set[str]:
    return {finding["code"] for finding in json.loads(run_linkwell(data, "review", "--json", *arguments).stdout)["findings"]}


def test_a_review_knows_whose_link_it_should_be(data: Path, danas_link: str, tmp_path: Path) -> None:
    text = f"Order ready: {danas_link}"
    assert "borrowed-tracked-link" not in codes(data, text, "--contact", "dana", "--campaign", "spring")
    assert "borrowed-tracked-link" in codes(data, text, "--contact", "ravi")
    file = tmp_path / "messages.csv"
    file.write_text(f"text,contact\n{text},dana\n{text},\n", encoding="utf-8")
    done = run_linkwell(data, "review", "--file", str(file), "--contact", "ravi", "--campaign", "spring", "--json")
    found = [{finding["code"] for finding in json.loads(line)["findings"]} for line in done.stdout.splitlines()]
    assert ["borrowed-tracked-link" in each for each in found] == [False, True], "what a row says is stronger than the flag"


@pytest.mark.parametrize("command", ["review", "rewrite"])
@pytest.mark.parametrize(
    "arguments", [("--zone", "America/Chicagoo"), ("--zone", "../etc/passwd"), ("--contact", "x" * 201), ("--campaign", "a\nb")]
)
def test_what_the_api_would_not_take_is_refused_here_too(data: Path, command: str, arguments: tuple[str, str]) -> None:
    done = run_linkwell(data, command, "Your order is ready.", *arguments)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (64, "", False)
    assert run_linkwell(data, command, "Your order is ready.", "--zone", "America/Chicago").returncode == 0


def test_a_line_is_answered_while_the_next_is_not_written_yet(data: Path, danas_link: str) -> None:
    command = [sys.executable, "-m", "linkwell", "review", "--jsonl"]
    with subprocess.Popen(
        command, env=environment(data), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for contact, borrowed in (("dana", False), ("ravi", True), ("dana", False)):
            running.stdin.write(json.dumps({"text": f"See {danas_link}", "contact": contact}) + "\n")
            running.stdin.flush()
            answer = json.loads(running.stdout.readline())
            assert ("borrowed-tracked-link" in {finding["code"] for finding in answer["findings"]}) is borrowed
        running.stdin.close()
        assert running.wait(20) == 0


def test_many_lines_are_answered_in_order_the_bad_ones_in_their_place(data: Path, danas_link: str) -> None:
    lines = [
        json.dumps({"text": f"Number {number}: {danas_link}", "contact": f"c{number}"}) if number % 7 else "{" for number in range(1000)
    ]
    done = run_linkwell(data, "review", "--jsonl", text="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert ["error" in answer for answer in answers] == [number % 7 == 0 for number in range(1000)]
    starts = [answer["links"][0]["span"]["start"] for answer in answers if "links" in answer]
    assert starts == [len(f"Number {number}: ") for number in range(1000) if number % 7]


def test_a_review_without_a_store_makes_none(tmp_path: Path) -> None:
    done = run_linkwell(tmp_path, "review", "See https://go.acme.example/7xkq2mf4", "--contact", "dana", "--json", *FLAGS)
    assert json.loads(done.stdout)["links"][0]["kind"] == "tracked"
    assert "edited-tracked-link" not in done.stdout, "nobody here can tell"
    assert list(tmp_path.iterdir()) == []

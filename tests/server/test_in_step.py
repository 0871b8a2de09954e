"""What the checks are called and how much they matter is said in one place: the docs, the README and the extension keep step with it."""

import json
import re
from difflib import get_close_matches
from pathlib import Path

import pytest

import catalogue
import policy
from linkwell.checks import ALL
from linkwell.cli import review_text
from linkwell.model.finding import Severity
from linkwell.model.message import Channel, LinkKind
from linkwell.model.policy import Policy
from linkwell.web.wire.policy import read_policy
from tests.server.helper import ROOT

EXTENSION = ROOT / "extension"
CODES = {check.code for check in ALL}
SCRIPTS = sorted(EXTENSION.rglob("*.js"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
KEBAB = r"[a-z0-9]+(?:-[a-z0-9]+)+"
CODE = r"[a-z0-9]+(?:-[a-z0-9]+)*"
NEAR = 0.85  # how alike a word and a code are before the one is taken for a slip of the other


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_generated_pages_are_what_their_sources_say() -> None:
    assert catalogue.main(["--check"]) == 0
    assert policy.main(["--check"]) == 0


def codes_in(script: str) -> set[str]:
    """The codes that a script compares a finding's with, one by one or by a set of them."""
    compared = set(re.findall(rf'\bcode [!=]== "({CODE})"', script))
    for several in re.findall(r"(\w+)\.(?:has|includes)\((?:\w+\.)?code\)", script):
        for literal in re.findall(rf"\b{several} = (?:new Set\()?\[([^\]]*)\]", script):
            compared |= set(re.findall(r'"([^"]*)"', literal))
    return compared


def test_every_code_that_the_extension_names_is_a_checks() -> None:
    named = {path: codes_in(read(path)) for path in SCRIPTS}
    assert any(named.values()), "the extension treats some checks in a way of their own"
    assert {name(path): codes - CODES for path, codes in named.items() if codes - CODES} == {}


@pytest.mark.parametrize("path", [*SCRIPTS, *PAGES], ids=name)
def test_nothing_is_a_slip_of_a_code(path: Path) -> None:
    quotes = '"' if path.suffix == ".js" else "`"
    words = set(re.findall(rf"{quotes}({KEBAB}){quotes}", read(path))) - CODES
    assert {word: near for word in words if (near := get_close_matches(word, CODES, 1, NEAR))} == {}


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_the_policies_that_the_docs_show_can_be_used(path: Path) -> None:
    text = read(path)
    for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL):
        if any(f'"{field}"' in block for field in ("severities", "tracking_domain")):
            assert read_policy(block) != Policy()
    assert set(re.findall(r"severities\.([a-z-]+)", text)) <= CODES
    for codes in re.findall(r'"severities": (\{[^}]*\})', text):
        assert json.loads(codes).keys() <= CODES


def test_every_code_stands_in_the_catalogue_and_nothing_else_does() -> None:
    page = read(ROOT / "docs" / "catalogue.md")
    assert set(re.findall(rf"^### ({CODE})$", page, re.MULTILINE)) == CODES


def values_of(type_name: str) -> set[str]:
    """The words of a type in the extension's declarations, alone or as a field."""
    found = re.search(rf"\b{type_name}(?: =|:) ((?:\s*\|?\s*\"[\w-]+\")+);", read(EXTENSION / "shared" / "linkwell.d.ts"))
    assert found is not None, type_name
    return set(re.findall(r'"([\w-]+)"', found[1]))


def test_the_extension_knows_every_severity_kind_and_channel() -> None:
    assert values_of("type Severity") == set(Severity)
    assert values_of("type Channel") == set(Channel)
    assert values_of("kind") == set(LinkKind)
    assert {check.severity for check in ALL} <= set(Severity)


def test_the_extension_has_a_word_a_mark_and_a_colour_for_every_severity() -> None:
    findings = read(EXTENSION / "content" / "findings.js")
    order = re.search(r"ORDER = (?:/\*.*?\*/ )?\(?(\[[^\]]*\])", findings)
    assert order is not None
    assert json.loads(order[1]) == [severity.value for severity in Severity], "worst first, as here"
    assert 'mark = (severity) => (severity === "hint" ? "info" : severity)' in findings, "a hint is drawn as an info"
    shown = set(Severity) - {Severity.HINT}
    words = json.loads(read(EXTENSION / "_locales" / "en" / "messages.json"))
    style, icons = read(EXTENSION / "content" / "content.css"), read(EXTENSION / "shared" / "icons.js")
    for severity in shown:
        assert words[f"page_kind_{severity}"]["message"]
        assert re.search(rf"^\.{severity} \{{ --c:", style, re.MULTILINE)
        assert re.search(rf"\b{severity}\b", icons)


def test_the_terminal_has_words_for_every_severity_too() -> None:
    assert set(review_text.WORDS) == set(review_text.COLOURS) == set(review_text.MARKS) == set(Severity)
    words = json.loads(read(EXTENSION / "_locales" / "en" / "messages.json"))
    for severity in set(Severity) - {Severity.HINT}:
        assert review_text.WORDS[severity] == words[f"page_kind_{severity}"]["message"], "the same words as in the page"

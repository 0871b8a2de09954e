"""Every check in the folders is in the list, explains itself, and does what its examples say."""

from pathlib import Path

import pytest

import linkwell.checks
from linkwell.actions.review import review
from linkwell.checks import ALL
from linkwell.model.context import Context
from linkwell.model.finding import Check
from linkwell.model.message import Message
from linkwell.text.edits import apply_edits

FOLDERS = ("format", "parameters", "domains", "messages")


def by_code(checks: tuple[Check, ...]) -> list[str]:
    return [check.code for check in checks]


def examples(which: str) -> list[tuple[Check, str]]:
    return [(check, text) for check in ALL for text in getattr(check, which)]


def name(value: object) -> str:
    return value.code if isinstance(value, Check) else repr(value)[:40]


def test_no_file_is_forgotten() -> None:
    root = Path(linkwell.checks.__file__).parent
    files = {file.stem.replace("_", "-") for folder in FOLDERS for file in (root / folder).glob("*.py") if file.stem != "__init__"}
    assert files == set(by_code(ALL))
    assert len(set(by_code(ALL))) == len(ALL)
    assert {folder.name for folder in root.iterdir() if folder.is_dir() and folder.name != "__pycache__"} == set(FOLDERS)


@pytest.mark.parametrize("check", ALL, ids=name)
def test_a_check_explains_itself(check: Check) -> None:
    assert len(check.bad) >= 3
    assert len(check.good) >= 3
    for prose in (check.title, check.why, check.fix):
        assert prose
        assert "!" not in prose
        assert not {"please", "oops"} & set(prose.lower().split())
    assert not check.title.endswith(".")
    assert check.why.endswith(".")
    assert check.fix.endswith(".")
    assert check.source is None or check.source.startswith("https://")


@pytest.mark.parametrize(("check", "text"), examples("bad"), ids=name)
def test_it_finds_what_is_wrong(check: Check, text: str) -> None:
    context = check.example_context or Context()
    found = [finding for finding in review(Message(text, campaign=check.example_campaign), context).findings if finding.check is check]
    assert found
    for finding in found:
        assert finding.span.end <= len(text)
        assert finding.detail.endswith(".")
        assert finding.title
        if finding.edit is not None:
            assert check.edits
            mended = review(Message(apply_edits(text, [finding.edit]), campaign=check.example_campaign), context)
            again = [later for later in mended.findings if later.check is check and later.edit == finding.edit]
            assert not again


@pytest.mark.parametrize(("check", "text"), examples("good"), ids=name)
def test_it_is_silent_where_nothing_is_wrong(check: Check, text: str) -> None:
    context = check.good_context or check.example_context or Context()
    found = review(Message(text, campaign=check.example_campaign), context).findings
    assert check.code not in [finding.code for finding in found]


@pytest.mark.parametrize("check", [check for check in ALL if check.edits], ids=name)
def test_a_check_that_says_so_offers_edits(check: Check) -> None:
    context = check.example_context or Context()
    if check.code == "edited-tracked-link":
        context = Context(tracking_hosts=context.tracking_hosts, near={"7xkq2mf5": "7xkq2mf4"})
    assert any(
        finding.edit is not None
        for text in check.bad
        for finding in review(Message(text, campaign=check.example_campaign), context).findings
        if finding.check is check
    )

"""scripts/lock.py --check sees a lock that no longer follows from what it was made of, without a network."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from environment import ROOT


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of everything that the locks are made from, and of the locks."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    packages = tmp_path / "tests" / "extension"
    packages.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "tests" / "extension" / name, packages)
    return tmp_path


def check(tree: Path) -> tuple[int, str]:
    done = subprocess.run([sys.executable, tree / "scripts" / "lock.py", "--check"], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def ask_for_more(tree: Path) -> None:
    replace(tree / "pyproject.toml", "dependencies = [", 'dependencies = [\n  "left-pad",')


def ask_for_another_checker(tree: Path) -> None:
    replace(tree / "pyproject.toml", '"pytest>=', '"pytest>=0,>=')


def move_a_pin_by_hand(tree: Path) -> None:
    replace(tree / "scripts" / "locks" / "run.txt", "flask==", "flask==9")


def ask_npm_for_more(tree: Path) -> None:
    path = tree / "tests" / "extension" / "package.json"
    asked = json.loads(path.read_text(encoding="utf-8"))
    asked["devDependencies"]["left-pad"] = "1.3.0"
    path.write_text(json.dumps(asked), encoding="utf-8")


def name_a_registry(tree: Path) -> None:
    replace(
        tree / "tests" / "extension" / "package-lock.json", '"license": "MIT"', '"license": "MIT", "resolved": "https://example.org/x.tgz"'
    )


def test_the_locks_follow_from_what_is_asked_for(tree: Path) -> None:
    assert check(tree) == (0, "")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (ask_for_more, ["run.txt", "dev.txt"]),
        (ask_for_another_checker, ["dev.txt"]),
        (move_a_pin_by_hand, ["run.txt", "dev.txt"]),
        (ask_npm_for_more, ["package-lock.json does not follow"]),
        (name_a_registry, ["package-lock.json holds addresses"]),
    ],
)
def test_drift_is_named(change: Callable[[Path], None], named: list[str], tree: Path) -> None:
    change(tree)
    code, said = check(tree)
    assert code == 1
    for name in named:
        assert name in said

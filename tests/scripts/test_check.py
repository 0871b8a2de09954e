"""scripts/check fails where it should: the import contracts break on what they forbid, and one failure never hides another."""

import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from environment import ROOT, Environment

CHECK = ROOT / "scripts" / "check"


def lint_imports(root: Path) -> tuple[int, str]:
    """Run the import contracts over the package that lies in ``root``."""
    done = subprocess.run(
        [Environment(ROOT).program("lint-imports"), "--no-logo", "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "server")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the package and of its contracts."""
    shutil.copytree(ROOT / "server", tmp_path / "server", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "line", "broken"),
    [
        ("linkwell/stray.py", "", "every module is listed"),
        ("linkwell/model/stray.py", "import linkwell.text", "Imports point down"),
        ("linkwell/model/stray.py", "import socket", "touch no web, database, network or clock"),
        ("linkwell/checks/stray.py", "import time", "touch no web, database, network or clock"),
        ("linkwell/signals/stray.py", "import linkwell.store", "siblings never import each other"),
        ("linkwell/checks/format/stray.py", "import linkwell.checks.format.other", "A rule never imports another rule"),
        ("linkwell/signals/stray.py", "import linkwell.signals.other", "A signal never imports another signal"),
    ],
)
def test_an_import_that_points_the_wrong_way_is_found(path: str, line: str, broken: str, tree: Path) -> None:
    stray = tree / "server" / path
    stray.with_name("other.py").touch()
    stray.write_text(f"{line}\n", encoding="utf-8")
    code, said = lint_imports(tree)
    assert code == 1, said
    assert re.search(f"{broken}.* BROKEN", said), said


def test_no_folder_is_hidden_from_the_contracts() -> None:
    package = ROOT / "server" / "linkwell"
    hidden = {file.parent for file in package.rglob("*.py") if not (file.parent / "__init__.py").is_file()}
    assert not hidden


def test_a_check_that_fails_says_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    passes = runpy.run_path(str(CHECK))["passes"]
    assert passes("content", [sys.executable, "-c", ""])
    assert not passes("strict", [sys.executable, "-c", "import sys; print('line 3 is wrong'); sys.exit(2)"])
    said = capsys.readouterr().out
    assert "ok     content" in said
    assert "FAILED strict" in said
    assert "line 3 is wrong" in said


def test_a_check_can_be_named_and_an_unknown_one_is_refused() -> None:
    one = subprocess.run([sys.executable, CHECK, "lock"], capture_output=True, text=True, check=False)
    assert one.stdout.split()[:2] == ["ok", "lock"]
    unknown = subprocess.run([sys.executable, CHECK, "nosuch"], capture_output=True, text=True, check=False)
    assert unknown.returncode == 1
    assert "There is no check named nosuch; there are ruff, format, mypy" in unknown.stderr

"""Every direct dependency has its line in docs/dependencies.md, and every line there is a dependency."""

import json
import re
import tomllib

from environment import ROOT


def asked_for() -> set[str]:
    """Return the names of every direct dependency, of Python and of npm."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [line for group in project["dependency-groups"].values() for line in group if isinstance(line, str)]
    python = {re.split(r"[^\w-]", line)[0] for line in [*project["project"]["dependencies"], *groups]}
    npm = json.loads((ROOT / "tests" / "extension" / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    return python | set(npm)


def test_each_has_its_line() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for row in rows for name in row.split(", ")} - {"package", "---"}
    assert named == asked_for()

#!/usr/bin/env python3
"""Makes the locks anew from pyproject.toml and package.json: scripts/lock.py [--upgrade] [--upgrade-package NAME]; --check only looks.

Each lock begins with a seal over what it was made from and over itself, so that --check sees drift without a network.
"""

import hashlib
import json
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

import node
from environment import ROOT, Environment
from step import run

LOCKS = ROOT / "scripts" / "locks"
UV = "uv==0.13.9"
SEAL = "# Made by scripts/lock.py from pyproject.toml; seal "
OPTIONS = ["pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url", "--no-header", "pyproject.toml"]


def main(arguments: list[str]) -> int:
    """Check the locks, or make them; return 0 where all is well."""
    if arguments == ["--check"]:
        faults = drift()
        print("\n".join(faults), end="\n" if faults else "")
        return 1 if faults else 0
    with tempfile.TemporaryDirectory() as folder:
        uv = find_uv(Path(folder))
        compile_lock(uv, "run", ["--group", "build", *arguments])
        compile_lock(uv, "dev", ["--group", "dev", "-c", "scripts/locks/run.txt", *arguments])
    npm = node.find_node(Environment()).npm
    run(
        "Locking the extension's test packages",
        [*npm, "install", "--package-lock-only"],
        cwd=node.PACKAGES,
        remedy="Is npm's registry within reach?",
    )
    return 0


def find_uv(folder: Path) -> str:
    """Return the path of uv: the machine's, else one that is put into ``folder``."""
    found = shutil.which("uv")
    if found is None:
        own = Environment(folder)
        run("Making room for uv, which makes the locks", [sys.executable, "-m", "venv", str(own.folder)], remedy="Install uv by hand.")
        run("Fetching uv", [str(own.python), "-m", "pip", "install", "--quiet", UV], remedy="Install uv by hand.")
        found = str(own.program("uv"))
    return found


def compile_lock(uv: str, name: str, options: list[str]) -> None:
    """Let uv write one lock, keeping the versions that are in it where it may, and seal it."""
    path = LOCKS / f"{name}.txt"
    run(f"Locking {path.name}", [uv, *OPTIONS, *options, "-o", path], cwd=ROOT, remedy="pyproject.toml asks for what cannot be had.")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith(SEAL)]
    body = "".join(lines)
    path.write_text(f"{SEAL}{seal(name, body)}\n{body}", encoding="utf-8", newline="\n")


def seal(name: str, body: str) -> str:
    """Return the hash of everything that a lock follows from, and of what it says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [project["project"]["requires-python"], project["project"]["dependencies"], project["dependency-groups"]]
    beneath = "" if name == "run" else (LOCKS / "run.txt").read_text(encoding="utf-8")
    return hashlib.sha256("\0".join([json.dumps(asked), beneath, body]).encode()).hexdigest()


def drift() -> list[str]:
    """Return a line for each lock that no longer follows from what it was made of."""
    faults = []
    for name in ("run", "dev"):
        first, _, body = (LOCKS / f"{name}.txt").read_text(encoding="utf-8").partition("\n")
        if first != SEAL + seal(name, body):
            faults.append(f"scripts/locks/{name}.txt does not follow from pyproject.toml: run scripts/lock.py")
    asked = json.loads((node.PACKAGES / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    locked = json.loads((node.PACKAGES / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    if locked[""].get("devDependencies") != asked:
        faults.append("tests/extension/package-lock.json does not follow from package.json: run scripts/lock.py")
    if any("resolved" in package for package in locked.values()):
        faults.append("tests/extension/package-lock.json holds addresses: run scripts/lock.py")
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

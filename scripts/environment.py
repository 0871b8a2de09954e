"""Makes the project's virtual environment, .venv, and keeps it in step with the locks.

A stamp inside says what was installed. It is written last, so an environment whose making was cut short has none and is made anew.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import step
from step import SetupError
from turn import turn

ROOT = Path(__file__).resolve().parent.parent
Lock = Literal["run", "dev"]

NO_VENV = """This Python ({python}) cannot make virtual environments: its module {module} is missing.
On Debian and Ubuntu: apt-get install python3-venv (as root), then run this again. Python from python.org and Homebrew has it built in."""

UNREACHED = """The packages come from the index that pip is set up with, and only once. Check the connection, and the proxy if there is one
(pip reads HTTPS_PROXY and its own pip.conf), then run this again. What was made so far is cleared away by itself."""

IN_USE = """{folder} is out of date and cannot be removed: {error}
Stop what still runs from it, then run this again."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The virtual environment of the project that lies in ``root``."""

    root: Path = ROOT

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """Return the path of a program that a package put into it."""
        return self.folder / "Scripts" / f"{name}.exe" if os.name == "nt" else self.folder / "bin" / name

    def package_folder(self, name: str) -> Path:
        """Return the folder of an installed package."""
        libraries = self.folder / "Lib" if os.name == "nt" else next((self.folder / "lib").glob("python3.*"))
        return libraries / "site-packages" / name

    def ensure(self, lock: Lock) -> Path:
        """Return the path of a Python that has what ``lock`` names and the project itself, making it first where there is none."""
        if not self._holds(lock):
            with turn(self.root / ".venv.lock"):
                if not self._holds(lock):  # nobody made it while we waited
                    self._make(lock)
        return self.python

    def _make(self, lock: Lock) -> None:
        if not self._holds("run"):
            self._create()
        path = self._lock_path(lock)
        pip: list[str | Path] = [self.python, "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-deps"]
        quiet = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
        packages = len(re.findall(r"^[^\s#]", path.read_text(encoding="utf-8"), re.MULTILINE))
        step.run(
            f"Installing {packages} packages into .venv (once)",
            [*pip, "--require-hashes", "-r", path],
            remedy=UNREACHED,
            env=quiet,
            counting=("Collecting ", "Processing ", "Ignoring "),
            total=packages,
        )
        step.run(
            "Installing the project itself",
            [*pip, "--no-build-isolation", "--no-index", "-e", self.root],
            remedy="pyproject.toml does not build.",
            env=quiet,
        )
        stamp = self._wanted() if lock == "dev" else {**self._wanted(), "dev": ""}
        half = self._stamp.with_suffix(".half")
        half.write_text(json.dumps(stamp, indent=2), encoding="utf-8")
        half.replace(self._stamp)

    def _create(self) -> None:
        for module in ("venv", "ensurepip"):
            if importlib.util.find_spec(module) is None:
                raise SetupError(NO_VENV.format(python=sys.executable, module=module))
        self._remove()
        # Started from the environment that is made anew, the program goes on, but its own executable is gone by now.
        python = getattr(sys, "_base_executable", sys.executable)
        step.run("Making .venv", [python, "-I", "-m", "venv", self.folder], remedy="Python's own venv module could not make it.")

    def _remove(self) -> None:
        self._stamp.unlink(missing_ok=True)
        try:
            if self.folder.is_symlink() or self.folder.is_file():
                self.folder.unlink()
            elif self.folder.exists():
                shutil.rmtree(self.folder)
        except OSError as error:
            raise SetupError(IN_USE.format(folder=self.folder, error=error)) from error

    @property
    def _stamp(self) -> Path:
        return self.folder / "linkwell.json"

    def _lock_path(self, lock: Lock) -> Path:
        return self.root / "scripts" / "locks" / f"{lock}.txt"

    def _wanted(self) -> dict[str, str]:
        """Return what the stamp of a whole development environment says."""
        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        built_from = [project.get("project"), project.get("build-system"), project.get("tool", {}).get("hatch")]
        return {
            "folder": str(self.folder),  # a virtual environment breaks when it is moved
            "python": _version(self.python),
            "project": hashlib.sha256(json.dumps(built_from).encode()).hexdigest(),
            "run": hashlib.sha256(self._lock_path("run").read_bytes()).hexdigest(),
            "dev": hashlib.sha256(self._lock_path("dev").read_bytes()).hexdigest(),
        }

    def _holds(self, lock: Lock) -> bool:
        """Tell whether it is whole and in step; one made for development also runs the program."""
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        names = ["folder", "python", "project", "run"] + (["dev"] if lock == "dev" else [])
        wanted = self._wanted()
        return isinstance(stamp, dict) and bool(wanted["python"]) and all(stamp.get(name) == wanted[name] for name in names)


def _version(python: Path) -> str:
    """Return the version that ``python`` says it has, or "" where it no longer runs, as after an upgrade of the system."""
    try:
        asked = subprocess.run(
            [python, "-I", "-S", "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()

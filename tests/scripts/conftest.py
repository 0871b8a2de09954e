"""A small project beside the real one: the real set-up scripts, two packages made here, and no network."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from environment import ROOT

SCRIPTS = ("run.py", "environment.py", "step.py", "turn.py")

PYPROJECT = """
[project]
name = "tiny"
version = "0.1.0"

[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""

BACKEND = """
import zipfile

def build_editable(folder, settings=None, metadata=None):
    name = "tiny-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("tiny.py", "")
        wheel.writestr("tiny-0.1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: tiny\\nVersion: 0.1.0\\n")
        wheel.writestr("tiny-0.1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("tiny-0.1.0.dist-info/RECORD", "")
    return name
"""

JOURNEY = """
import json, sys
import pebble, tiny
print(json.dumps({"python": sys.executable, "arguments": sys.argv[1:], "pebble": pebble.VERSION}))
sys.exit(7 if "--fail" in sys.argv else 0)
"""


@dataclass(frozen=True, slots=True)
class Project:
    """A project that scripts/run.py sets up, and what goes on in it."""

    root: Path
    wheels: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def lock(self, name: str, **versions: str) -> None:
        """Write a lock that names these packages."""
        lines = [f"{package}=={version} --hash=sha256:{self.wheel(package, version)}\n" for package, version in versions.items()]
        path = self.root / "scripts" / "locks" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")

    def wheel(self, package: str, version: str) -> str:
        """Make a package of one line and return its hash."""
        path = self.wheels / f"{package}-{version}-py3-none-any.whl"
        info = f"{package}-{version}.dist-info"
        files = {
            f"{package}.py": f"VERSION = {version!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = [f"{name},sha256={_url_hash(text)},{len(text)}" for name, text in files.items()]
        with zipfile.ZipFile(path, "w") as wheel:
            for name, text in {**files, f"{info}/RECORD": "\n".join([*record, f"{info}/RECORD,,"])}.items():
                wheel.writestr(zipfile.ZipInfo(name), text)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    def start(self, *arguments: str, script: str = "run.py", **variables: str) -> subprocess.Popen[str]:
        """Start scripts/run.py as a user would, with pip kept to the packages made here."""
        return subprocess.Popen(
            [sys.executable, self.root / "scripts" / script, *arguments],
            env={**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri(), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, script: str = "run.py", **variables: str) -> "Run":
        """Run scripts/run.py to its end."""
        return Run.of(self.start(*arguments, script=script, **variables))


@dataclass(frozen=True, slots=True)
class Run:
    """How a script ended and what it said."""

    code: int
    out: str
    err: str

    @classmethod
    def of(cls, process: subprocess.Popen[str]) -> "Run":
        out, err = process.communicate(timeout=120)
        return cls(process.returncode, out, err)

    @property
    def journey(self) -> dict[str, object]:
        """What scripts/journey.py told."""
        told: dict[str, object] = json.loads(self.out)
        return told


def _url_hash(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project in a folder with spaces and letters from elsewhere in its name, not set up yet."""
    root = tmp_path_factory.mktemp("home") / "a path with späces"
    (root / "scripts").mkdir(parents=True)
    for name in SCRIPTS:
        shutil.copy(ROOT / "scripts" / name, root / "scripts" / name)
    (root / "scripts" / "journey.py").write_text(JOURNEY, encoding="utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "backend.py").write_text(BACKEND, encoding="utf-8")
    wheels = root / "wheels"
    wheels.mkdir()
    made = Project(root, wheels)
    made.lock("run", pebble="1.0")
    made.lock("dev", pebble="1.0", boulder="1.0")
    return made

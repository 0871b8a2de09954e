"""Node.js is the machine's where it is new enough, else the virtual environment's; packages are installed once for each lock."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from environment import Environment
from node import ensure_packages, find_node

VERSION = json.dumps({"name": "stone", "version": "1.0.0", "main": "index.js"})


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for an old Node.js is a shell script")
@pytest.mark.parametrize("said", ["v18.20.4", "v20.18.0", "no version at all", ""])
def test_a_node_that_is_too_old_or_broken_gives_way_to_the_environments(said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("node", "npm"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho '{said}'\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    found = find_node(Environment())
    assert found.program.is_relative_to(Environment().folder)
    for command in ([found.program], [*found.npm]):
        answer = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
        assert answer.stdout.strip().lstrip("v")[0].isdigit()


@pytest.mark.skipif(shutil.which("node") is None, reason="this machine has no Node.js of its own")
def test_packages_are_installed_once_for_each_lock(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "stone").mkdir()
    (tmp_path / "stone" / "package.json").write_text(VERSION, encoding="utf-8")
    (tmp_path / "package.json").write_text(json.dumps({"dependencies": {"stone": "file:stone"}}), encoding="utf-8")
    node = find_node(Environment())
    subprocess.run([*node.npm, "install", "--package-lock-only", "--offline"], cwd=tmp_path, check=True, capture_output=True)
    ensure_packages(node, tmp_path)
    assert (tmp_path / "node_modules" / "stone" / "package.json").is_file()
    assert "Installing" in capfd.readouterr().err

    ensure_packages(node, tmp_path)
    assert capfd.readouterr().err == ""

    with (tmp_path / "package-lock.json").open("a", encoding="utf-8") as lock:
        lock.write("\n")
    ensure_packages(node, tmp_path)
    assert "Installing" in capfd.readouterr().err

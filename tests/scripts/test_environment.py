"""The virtual environment is made from nothing, kept in step with its lock, and replaced where it is not whole."""

import ast
import shutil
from pathlib import Path

import pytest

from environment import ROOT
from tests.scripts.conftest import Project, Run

DEVELOP = "from environment import Environment; Environment().ensure('dev')"


def test_two_first_runs_at_once_make_it_once_and_both_go_on(project: Project) -> None:
    both = [project.start("--once", "a b"), project.start("--once", "a b")]
    runs = [Run.of(process) for process in both]
    assert [run.code for run in runs] == [0, 0], runs
    assert sum(run.err.count("Making .venv") for run in runs) == 1
    assert sum(run.err.count("Another set-up of this folder is under way") for run in runs) == 1
    for run in runs:
        assert Path(str(run.journey["python"])).is_relative_to(project.venv)
        assert run.journey["arguments"] == ["--once", "a b"]


def test_a_second_run_installs_nothing_and_says_nothing(project: Project) -> None:
    project.run()
    again = project.run(PIP_NO_INDEX="broken")
    assert (again.code, again.err) == (0, "")


def test_the_exit_code_is_the_journeys(project: Project) -> None:
    assert project.run("--fail").code == 7


def test_what_is_made_for_development_grows_in_place_and_also_runs_the_program(project: Project) -> None:
    project.run()
    (project.venv / "kept").touch()
    (project.root / "scripts" / "develop.py").write_text(DEVELOP, encoding="utf-8")
    grown = project.run(script="develop.py")
    assert grown.code == 0, grown.err
    assert "Making .venv" not in grown.err
    assert (project.venv / "kept").exists()
    assert project.run().err == ""


def test_a_moved_project_is_set_up_again(project: Project, tmp_path: Path) -> None:
    project.run()
    moved = Project(tmp_path / "moved", project.wheels)
    shutil.copytree(project.root, moved.root, symlinks=True)
    run = moved.run()
    assert run.code == 0, run.err
    assert Path(str(run.journey["python"])).is_relative_to(moved.venv)


def test_a_half_made_one_is_replaced(project: Project) -> None:
    project.run()
    (project.venv / "linkwell.json").unlink()
    (project.venv / "left over").touch()
    run = project.run()
    assert run.code == 0, run.err
    assert "Making .venv" in run.err
    assert not (project.venv / "left over").exists()


def test_a_changed_lock_is_followed_and_one_that_cannot_be_had_is_explained(project: Project) -> None:
    project.run()
    project.lock("run", pebble="2.0")
    next(project.wheels.glob("pebble-2.0*")).unlink()
    failed = project.run()
    assert failed.code == 1
    assert "No matching distribution found for pebble==2.0" in failed.err
    assert "check the connection" in failed.err.lower()
    assert "Traceback" not in failed.err
    project.wheel("pebble", "2.0")
    assert project.run().journey["pebble"] == "2.0"


def test_a_package_that_is_not_the_one_that_was_locked_is_refused(project: Project) -> None:
    project.lock("run", pebble="3.0")
    with next(project.wheels.glob("pebble-3.0*")).open("ab") as wheel:
        wheel.write(b"more")
    failed = project.run()
    assert failed.code == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in failed.err
    project.lock("run", pebble="1.0")


def test_a_python_without_ensurepip_is_told_what_to_install(project: Project, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None", encoding="utf-8")
    bare = Project(tmp_path / "bare", project.wheels)
    shutil.copytree(project.root, bare.root, ignore=shutil.ignore_patterns(".venv"))
    run = bare.run(PYTHONPATH=str(tmp_path))
    assert run.code == 1
    assert "apt-get install python3-venv" in run.err
    assert "Traceback" not in run.err
    assert not bare.venv.exists()


@pytest.mark.parametrize("script", ["run.py", "test.py", "check"])
def test_a_python_that_is_too_old_is_told_so(script: str, project: Project, tmp_path: Path) -> None:
    source = ROOT / "scripts" / script
    ast.parse(source.read_text(encoding="utf-8"), feature_version=(3, 6))
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.hexversion = 0x030A0EF0", encoding="utf-8")
    shutil.copy(source, project.root / "scripts" / script)
    run = project.run(script=script, PYTHONPATH=str(tmp_path))
    assert run.code == 1
    assert "needs Python 3.11 or newer" in run.err

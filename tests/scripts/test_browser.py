"""The browser is the one that was named, else Chromium, else Chrome; where none can be had that is said loudly, and fails in CI."""

import os
import platform
import sys
from pathlib import Path

import pytest

from browser import ensure_browser, find_browser
from environment import Environment
from step import SetupError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on whose PATH is this folder alone, and neither a browser nor an installer."""
    for variable in ("LINKWELL_BROWSER", "CI", "PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(path: Path, script: str = "") -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def is_debians_root() -> bool:
    return (
        sys.platform == "linux"
        and Path("/etc/debian_version").is_file()
        and platform.freedesktop_os_release()["ID"] == "debian"
        and os.geteuid() == 0
    )


def test_chromium_comes_before_chrome(bare: Path) -> None:
    chrome = put(bare / "google-chrome")
    assert find_browser() == chrome
    chromium = put(bare / "chromium")
    assert find_browser() == chromium


def test_the_one_that_was_named_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(bare / "chromium")
    named = put(bare / "my browser")
    monkeypatch.setenv("LINKWELL_BROWSER", str(named))
    assert find_browser() == named
    monkeypatch.setenv("LINKWELL_BROWSER", str(bare / "nowhere"))
    with pytest.raises(SetupError, match="nowhere, which is no program"):
        find_browser()


def test_where_none_can_be_had_it_is_said_loudly_and_fails_in_ci(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    put(bare / "apt-get", "echo 'E: no mirror answers'; exit 100")
    assert ensure_browser(Environment(bare)) is None
    said = capfd.readouterr().err
    assert "ALL BROWSER TESTS ARE SKIPPED" in said
    assert "LINKWELL_BROWSER=" in said
    assert "Traceback" not in said
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SetupError, match="CI is set"):
        ensure_browser(Environment(bare))


def test_a_chrome_that_is_alone_is_taken_with_a_warning(bare: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(bare / "apt-get", "exit 100")
    chrome = put(bare / "google-chrome")
    assert ensure_browser(Environment(bare)) == chrome
    assert "Only Google Chrome was found" in capfd.readouterr().err


@pytest.mark.skipif(not is_debians_root(), reason="installs a package of Debian's, as root")
def test_on_debian_root_installs_it(bare: Path) -> None:
    put(
        bare / "apt-get",
        f'echo "$@" >> "{bare}/asked"; [ "$1" = update ] || {{ echo "#!/bin/sh" > "{bare}/chromium"; /bin/chmod 755 "{bare}/chromium"; }}',
    )
    assert ensure_browser(Environment(bare)) == bare / "chromium"
    assert (bare / "asked").read_text(encoding="utf-8") == "update\ninstall -y chromium\n"

"""Finds the browser that the extension is tested in, or installs one where that is possible without asking.

Chromium comes before Chrome, which from version 137 on loads no extension from its command line.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import step
from environment import Environment
from step import SetupError
from turn import turn

VARIABLE = "LINKWELL_BROWSER"
CHROMIUM = ("chromium", "chromium-browser")
CHROME = ("google-chrome", "google-chrome-stable", "chrome")

NONE = f"""
    ******************************************************************************
    *  No Chromium was found or could be installed: ALL BROWSER TESTS ARE SKIPPED.
    *  Install Chromium, or name one: {VARIABLE}=/path/to/chromium
    ******************************************************************************
"""
ONLY_CHROME = f"""
    Only Google Chrome was found. From version 137 on it loads no extension from its command line, so tests of the extension may fail:
    install Chromium, or name one: {VARIABLE}=/path/to/chromium
"""


def find_browser(environment: Environment | None = None) -> Path | None:
    """Return the browser that stands in LINKWELL_BROWSER, else a Chromium, else a Chrome, else ``None``."""
    return _named() or _chromium(environment) or next(_present(CHROME, "Google Chrome"), None)


def ensure_browser(environment: Environment) -> Path | None:
    """Return a browser, installing Debian's or Playwright's Chromium where there is none; say loudly where none can be had."""
    browser = _named() or _chromium(environment)
    if browser is None:
        with turn(environment.root / ".venv.lock"):
            browser = _chromium(environment) or _install(environment)
    if browser is None:
        browser = find_browser()
        print(NONE if browser is None else ONLY_CHROME, file=sys.stderr, flush=True)
    if browser is None and os.environ.get("CI", "").lower() not in ("", "0", "false"):
        raise SetupError("CI is set, so that is a failure.")
    return browser


def _named() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named and not os.access(named, os.X_OK):
        raise SetupError(f"{VARIABLE} names {named}, which is no program.")
    return Path(named) if named else None


def _chromium(environment: Environment | None) -> Path | None:
    found = next(_present(CHROMIUM, "Chromium"), None)
    return found or (_playwrights(environment) if environment else None)


def _present(names: tuple[str, ...], title: str) -> Iterator[Path]:
    """Yield the programs that are on PATH or where macOS and Windows put them."""
    yield from (Path(found) for name in names if (found := shutil.which(name)))
    if sys.platform == "darwin":
        places = [home / "Applications" / f"{title}.app" / "Contents" / "MacOS" / title for home in (Path("/"), Path.home())]
    else:
        homes = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        places = [Path(home, *title.split(), "Application", "chrome.exe") for home in homes if home]
    yield from (place for place in places if place.is_file())


def _playwrights(environment: Environment) -> Path | None:
    """Return the Chromium that Playwright has downloaded before, if it has."""
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    try:
        said = subprocess.run([environment.python, "-c", ask], capture_output=True, text=True, check=True, timeout=60).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return None
    return Path(said) if Path(said).is_file() else None


def _install(environment: Environment) -> Path | None:
    try:
        if sys.platform == "linux" and _is_debian() and os.geteuid() == 0:
            quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            step.run("Reading Debian's list of packages", ["apt-get", "update"], env=quiet, remedy="Is Debian's mirror within reach?")
            step.run(
                "Installing Debian's Chromium", ["apt-get", "install", "-y", "chromium"], env=quiet, remedy="Install chromium by hand."
            )
        else:
            download = [str(environment.python), "-m", "playwright", "install", "chromium"]
            step.run("Downloading Playwright's Chromium", download, remedy="Install Chromium by hand.")
    except SetupError as error:
        print(error, file=sys.stderr, flush=True)
    return _chromium(environment)


def _is_debian() -> bool:
    """Tell whether this is Debian itself; Ubuntu's package of the same name installs no browser."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False

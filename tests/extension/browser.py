"""The browser that the extension is tested in, with the extension in it and without."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Worker

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "extension"
QUIET = [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def program() -> str:
    """Return the browser's path; without one every test that needs it is skipped, except in CI, where that is a failure."""
    found = os.environ.get("LINKWELL_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    if found:
        return found
    missing = "no Chromium or Chrome here: NO BROWSER TEST RUNS. Install one, or name it in LINKWELL_BROWSER"
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        pytest.fail(missing)
    pytest.skip(missing)


def open_with_extension(playwright: Playwright, profile: Path, extension: Path = EXTENSION) -> BrowserContext:
    """Open a browser that has loaded the extension as it lies in its folder."""
    return playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=program(),
        headless=False,
        viewport={"width": 1280, "height": 900},
        args=[*QUIET, f"--disable-extensions-except={extension}", f"--load-extension={extension}"],
    )


def worker_of(context: BrowserContext) -> Worker:
    """Return the extension's service worker, once it runs."""
    return context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")


def options_of(context: BrowserContext) -> Page:
    """Open the extension's options."""
    page = context.new_page()
    page.goto(f"{worker_of(context).url.removesuffix('/background/worker.js')}/options/options.html")
    return page


def tell_worker(options: Page, message: dict[str, object]) -> dict[str, object]:
    """Send the worker a message as the extension's own pages do; return its answer."""
    answer: dict[str, object] = options.evaluate("message => chrome.runtime.sendMessage(message)", message)
    return answer

#!/usr/bin/env python3
"""Takes the README's pictures, docs/images/composer.png and composer-dark.png: the real extension on the demo inbox.

Run it with .venv's Python after a change to what it shows. The clock stands still, so an unchanged interface gives an unchanged picture.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from playwright.sync_api import BrowserContext, Page, Playwright, expect, sync_playwright

from browser import find_browser
from environment import ROOT

EXTENSION = ROOT / "extension"
IMAGES = ROOT / "docs" / "images"
SIZE = (1280, 800)
NOW = datetime(2026, 3, 12, 9, 46, tzinfo=UTC)
MESSAGE = "Yes, until Sunday! Here are the jackets you asked for: htps://acme.com/spring?utm_source=sms?utm_medium=text"
SCHEMES: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", "composer.png"), ("dark", "composer-dark.png"))
DOMAIN = "go.acme.com"


def main() -> None:
    """Take both."""
    program = find_browser()
    if program is None:
        sys.exit("No Chromium or Chrome was found to take pictures with.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, helper(Path(folder)) as (address, code), sync_playwright() as playwright:
        context = open_browser(playwright, program, Path(folder) / "profile")
        connect(context, address, code)
        for scheme, name in SCHEMES:
            take(context, f"{address}/demo", scheme, IMAGES / name)
        context.close()


@contextmanager
def helper(folder: Path) -> Iterator[tuple[str, str]]:
    """Run a helper that keeps everything in ``folder``; yield its address and a pairing code."""
    command = [sys.executable, "-m", "linkwell", "serve", "--data-dir", str(folder), "--tracking-domain", DOMAIN]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "server")}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            said = ""
            for line in process.stdout or ():
                said += line
                if "Pairing code" in line:
                    break
            address, code = re.search(r"http://\S+", said), re.search(r"\d{3} \d{3}", said)
            if not address or not code:
                sys.exit(f"The helper did not start. It said:\n{said}")
            yield address[0], code[0]
        finally:
            process.terminate()


def open_browser(playwright: Playwright, program: Path, profile: Path) -> BrowserContext:
    """Open a browser with the extension in it, in which no name but this computer's has an address."""
    return playwright.chromium.launch_persistent_context(
        profile,
        executable_path=program,
        headless=False,
        locale="en-GB",
        timezone_id="UTC",
        viewport={"width": SIZE[0], "height": SIZE[1]},
        args=[
            "--headless=new",
            "--no-sandbox",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            f"--disable-extensions-except={EXTENSION}",
            f"--load-extension={EXTENSION}",
        ],
    )


def connect(context: BrowserContext, address: str, code: str) -> None:
    """Pair the browser and switch the demo on, in the options."""
    worker = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
    page = context.new_page()
    page.goto(f"{worker.url.removesuffix('/background/worker.js')}/options/options.html")
    page.get_by_label("Helper address", exact=True).fill(address)
    page.get_by_label("Pairing code", exact=True).fill(code)
    page.get_by_role("button", name="Connect", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Connected to Linkwell")).to_be_visible()
    page.get_by_label("Site address", exact=True).fill(address)
    page.get_by_role("button", name="Add site", exact=True).click()
    expect(page.get_by_role("row").filter(has_text=address)).to_be_visible()
    page.close()


def take(context: BrowserContext, address: str, scheme: Literal["light", "dark"], target: Path) -> None:
    """Write the message, open its first finding, and take the picture."""
    page: Page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(address)
    page.get_by_role("radio", name="Rich text").check()
    page.get_by_role("textbox", name="Message to Dana Whitlock").click()
    page.keyboard.type(MESSAGE)
    bar = page.get_by_role("region", name="Linkwell", exact=True)
    expect(bar.get_by_role("status")).to_contain_text("2 problems")
    bar.get_by_role("listitem").get_by_role("button").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.screenshot(path=target, animations="disabled", caret="hide")
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1024} KiB")
    page.close()


if __name__ == "__main__":
    main()

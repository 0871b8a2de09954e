"""A real browser with the real extension, a real helper, and pages that a CRM might have."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.extension import browser, pages
from tests.extension.desk import Desk
from tests.extension.helper import Helper

Opener = Callable[..., Desk]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def helper_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    started = Helper(tmp_path_factory.mktemp("linkwell"))
    started.start()
    yield started
    started.stop()


@pytest.fixture
def helper(helper_process: Helper) -> Iterator[Helper]:
    """The helper, running at the start of a test, whatever the test does to it."""
    helper_process.start()
    yield helper_process
    helper_process.start()


@pytest.fixture(scope="session")
def pages_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pages")
    copytree(pages.PAGES, folder, dirs_exist_ok=True)
    pages.bundle(pages.PAGES / "react.jsx", folder / "react.bundle.js")
    with pages.serve(folder) as address:
        yield address


@pytest.fixture(scope="session")
def profile(
    playwright: Playwright, helper_process: Helper, pages_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser whose extension is connected to the helper and switched on for the pages."""
    context = browser.open_with_extension(playwright, tmp_path_factory.mktemp("profile"))
    options = browser.options_of(context)
    token = helper_process.run("token", "new", "--scope", "admin")
    connected = browser.tell_worker(options, {"type": "connect", "address": helper_process.address, "code": None, "token": token})
    assert connected["ok"], connected
    switched = browser.tell_worker(options, {"type": "site", "origin": pages_address, "on": True})
    assert switched["ok"], switched
    options.close()
    yield context
    context.close()


@pytest.fixture
def page(profile: BrowserContext, helper: Helper) -> Iterator[Page]:
    """A page in that browser, closed after the test; what it complained of fails the test."""
    complaints: list[str] = []
    opened = profile.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    opened.close()
    assert complaints == []


@pytest.fixture
def desk(page: Page, pages_address: str) -> Opener:
    """Open one of the pages, by its name and what it should be like: ``desk("field", send="mousedown")``."""

    def open_desk(name: str, path: str = "", **wishes: str) -> Desk:
        page.goto(f"{pages_address}{path}/{name}.html?{urlencode(wishes)}")
        return Desk(page)

    return open_desk


@pytest.fixture(scope="session")
def plain_browser(playwright: Playwright) -> Iterator[Browser]:
    """The same browser without the extension."""
    opened = playwright.chromium.launch(executable_path=browser.program(), args=browser.QUIET)
    yield opened
    opened.close()


@pytest.fixture
def demo_address(helper: Helper) -> str:
    return helper.address


@pytest.fixture
def screenshots(tmp_path: Path) -> Path:
    return tmp_path

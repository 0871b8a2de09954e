"""A shop's computer: a helper with no domain set up, and a browser that was connected to it by hand."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright, expect

from tests.extension import browser
from tests.extension.helper import Helper

DESK = Path(__file__).parents[1] / "fixtures" / "desk"
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
# A link is only ever opened on this computer: no other name has an address.
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def shop_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    helper = Helper(tmp_path_factory.mktemp("shop"), flags=())  # as after its first start: links are made on its own address
    helper.start()
    yield helper
    helper.stop()


@pytest.fixture(scope="session")
def shop_token(shop_helper: Helper) -> str:
    return shop_helper.run("token", "new", "--scope", "agent")


@pytest.fixture(scope="session")
def desk_address() -> Iterator[str]:
    """The second page, on an address of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(DESK)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def shop_browser(
    playwright: Playwright, shop_helper: Helper, desk_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser with the extension, paired and switched on for both pages as a person does it: in the options."""
    context = playwright.chromium.launch_persistent_context(
        str(tmp_path_factory.mktemp("shop-profile")),
        executable_path=browser.program(),
        headless=False,
        viewport={"width": 1280, "height": 900},
        args=[*browser.QUIET, ONLY_HERE, f"--disable-extensions-except={browser.EXTENSION}", f"--load-extension={browser.EXTENSION}"],
    )
    options = browser.options_of(context)
    code = re.search(r"\d{3} ?\d{3}", shop_helper.run("pair", "--scope", "agent"))
    assert code
    options.get_by_label("Helper address", exact=True).fill(shop_helper.address)
    options.get_by_label("Pairing code", exact=True).fill(code[0])
    options.get_by_role("button", name="Connect", exact=True).click()
    expect(options.get_by_role("status").filter(has_text="Connected to Linkwell")).to_be_visible()
    for address in (shop_helper.address, desk_address):
        options.get_by_label("Site address", exact=True).fill(address)
        options.get_by_role("button", name="Add site", exact=True).click()
        expect(options.get_by_role("listitem").or_(options.get_by_role("row")).filter(has_text=address)).to_be_visible()
    options.close()
    yield context
    context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    return AXE.read_text(encoding="utf-8")

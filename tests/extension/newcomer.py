"""Somebody who has just installed Linkwell: a browser that knows nothing yet, and a helper that nobody is paired with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, CDPSession, Locator, Page, Playwright, expect

from tests.extension import browser
from tests.server.helper import Helper

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
SIZES = (1280, 390)
SCHEMES = ("light", "dark")


@dataclass
class Newcomer:
    """What they have in front of them."""

    context: BrowserContext
    helper: Helper

    @property
    def home(self) -> str:
        """Where the extension's own pages are."""
        return browser.worker_of(self.context).url.removesuffix("/background/worker.js")

    def options(self, width: int = 1280, scheme: str = "light") -> Page:
        """Open the settings and wait until the helper was looked for."""
        page = self._open(f"{self.home}/options/options.html", width, scheme)
        expect(status(page)).not_to_contain_text("Looking")
        return page

    def popup(self, width: int = 360, scheme: str = "light") -> Page:
        """Open the popup in a tab of its own; it speaks of the tab that was used before."""
        page = self._open(f"{self.home}/popup/popup.html", width, scheme)
        expect(page.locator("#state")).not_to_be_empty()
        expect(page.locator("#site")).to_be_visible()
        return page

    def code(self) -> str:
        """A fresh pairing code, as ``linkwell pair`` prints it."""
        return self.helper.run("pair").stdout.strip()

    def connect(self, scope: str = "admin") -> None:
        """Connect with a token, in the settings."""
        options = self.options()
        field(options, "Helper address").fill(self.helper.address)
        field(options, "Access token").fill(self.helper.admin if scope == "admin" else self.helper.agent)
        options.get_by_role("button", name="Connect").click()
        expect(status(options)).to_contain_text("Connected to Linkwell")
        options.close()

    def switch_on(self, origin: str) -> None:
        """Have Linkwell look at a site."""
        options = self.options()
        add_site(options, origin)
        expect(options.get_by_role("row", name=origin)).to_be_visible()
        options.close()

    def _open(self, address: str, width: int, scheme: str) -> Page:
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(address)
        return page


@contextmanager
def arrive(playwright: Playwright, profile: Path, helper: Helper, extension: Path = browser.EXTENSION) -> Iterator[Newcomer]:
    """Open a browser with the extension fresh from its folder."""
    context = browser.open_with_extension(playwright, profile, extension)
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    try:
        yield Newcomer(context, helper)
        assert complaints == []
    finally:
        context.close()


def status(options: Page) -> Locator:
    """How the settings say that it stands with the helper."""
    return options.get_by_role("region", name="Connection").get_by_role("status")


def field(options: Page, name: str) -> Locator:
    """A field by its label."""
    return options.get_by_role("textbox", name=name)


def add_site(options: Page, address: str) -> None:
    """Add a site by its address."""
    field(options, "Site address").fill(address)
    options.get_by_role("button", name="Add site").click()


def violations(page: Page) -> list[object]:
    """What axe finds."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[object] = page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)]))"
    )
    return found


def too_wide(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


@dataclass
class ContentWorld:
    """The extension's own world in a web page, where its content scripts live."""

    session: CDPSession
    id: int

    def run(self, script: str) -> object:
        """Run a script there and return what it ends with."""
        answer = self.session.send(
            "Runtime.evaluate", {"expression": script, "contextId": self.id, "awaitPromise": True, "returnByValue": True}
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")


def content_world(page: Page, name: str = "Linkwell") -> ContentWorld | None:
    """The extension's world in a page, if it is there."""
    session = page.context.new_cdp_session(page)
    worlds: dict[str, int] = {}
    session.on("Runtime.executionContextCreated", lambda event: worlds.update({event["context"]["name"]: event["context"]["id"]}))
    session.send("Runtime.enable")
    return ContentWorld(session, worlds[name]) if name in worlds else None

"""A person at the demo inbox, and everything that the page asked for or complained of."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request


@dataclass
class Inbox:
    """The page with one message box chosen, and everything that it asked for or complained of."""

    page: Page
    address: str
    slug: str
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda line: self.complaints.append(line.text))
        self.page.goto(f"{self.address}/demo")

    def _asked(self, request: Request) -> None:
        self.requests.append(request)

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name=re.compile("^Message to "))

    @property
    def send(self) -> Locator:
        return self.page.get_by_role("button", name="Send", exact=True)

    @property
    def sent(self) -> list[str]:
        return self.page.locator(".bubble.mine").all_text_contents()

    def choose(self, editor: str) -> None:
        """Pick a kind of message box, as a person would."""
        self.page.get_by_role("radio", name=editor).check()

    def open(self, name: str) -> None:
        """Go to another conversation."""
        self.page.get_by_role("navigation", name="Conversations").get_by_role("button", name=name).click()

    def type(self, text: str) -> None:
        """Type into the message box, key by key."""
        self.box.click()
        self.page.keyboard.type(text)

    def text(self) -> str:
        """What stands in the message box now."""
        return str(self.box.evaluate("node => 'value' in node ? node.value : node.innerText"))


@dataclass
class PageOf:
    """Opens the demo in a window of its own."""

    browser: Browser
    address: str
    slug: str
    contexts: list[BrowserContext] = field(default_factory=list)

    def __call__(self, width: int = 1280, height: int = 900, scheme: str = "light") -> Inbox:
        dark = scheme == "dark"
        context = self.browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light")
        self.contexts.append(context)
        return Inbox(context.new_page(), self.address, self.slug)

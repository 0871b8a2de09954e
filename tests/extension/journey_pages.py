"""Two CRM pages of different build, and what a person does on either of them."""

import re
from typing import ClassVar, Protocol

from playwright.sync_api import Locator, Page


class Crm(Protocol):
    """A page to write a message on, with one of three kinds of message box."""

    page: Page
    previews: int  # how often the page itself fetches a preview of a link that was sent

    def choose(self, kind: str) -> None:
        """Pick the kind of message box."""

    @property
    def box(self) -> Locator:
        """The message box."""

    @property
    def send(self) -> Locator:
        """The button that sends."""

    def sent(self) -> list[str]:
        """The texts that were sent, as the page has them."""


class DemoInbox:
    """The demo inbox that the helper serves."""

    kinds: ClassVar = {"text area": "Text area", "editable region": "Rich text", "controlled": "Controlled"}
    previews = 1

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose(self, kind: str) -> None:
        self.page.get_by_role("radio", name=self.kinds[kind]).check()

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name="Message to Dana Whitlock")

    @property
    def send(self) -> Locator:
        return self.page.get_by_role("button", name="Send", exact=True)

    def sent(self) -> list[str]:
        bubbles = self.page.get_by_role("log", name="Messages with Dana").locator("p")
        return [text for text in bubbles.all_text_contents() if not re.search(r", \d\d:\d\d$", text)]


class LarchDesk:
    """A ticket page of another build, on another address."""

    kinds: ClassVar = {"text area": "Simple form", "editable region": "Formatted form", "controlled": "Bound form"}
    previews = 0

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose(self, kind: str) -> None:
        self.page.get_by_label("Reply in").select_option(label=self.kinds[kind])

    @property
    def box(self) -> Locator:
        return self.page.get_by_label("Reply to Priya")

    @property
    def send(self) -> Locator:
        return self.page.get_by_role("button", name="Send reply", exact=True)

    def sent(self) -> list[str]:
        rows = self.page.get_by_role("table", name="History").get_by_role("row")
        return [row.get_by_role("cell").nth(1).text_content() or "" for row in rows.all()]

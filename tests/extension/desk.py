"""A person at a page with a message box: what they do there, and what they see of Linkwell."""

import re
from dataclasses import dataclass
from typing import TypedDict

from playwright.sync_api import Locator, Page, expect


class Sent(TypedDict):
    """One message as the page sent it."""

    text: str
    trusted: bool
    by: str
    html: str


@dataclass
class Desk:
    """One page, with the message box in it and Linkwell's interface over it."""

    page: Page

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name=re.compile("^(Message|Reply)"))

    @property
    def send(self) -> Locator:
        return self.page.get_by_role("button", name=re.compile("^(Send|Save)$"))

    @property
    def bar(self) -> Locator:
        return self.page.get_by_role("region", name="Linkwell", exact=True)

    @property
    def status(self) -> Locator:
        return self.bar.get_by_role("status")

    @property
    def hold(self) -> Locator:
        return self.page.get_by_role("alertdialog", name="Before you send")

    @property
    def card(self) -> Locator:
        return self.page.get_by_role("dialog")

    def action(self, name: str) -> Locator:
        return self.bar.get_by_role("button", name=name, exact=True)

    def choice(self, name: str) -> Locator:
        return self.hold.get_by_role("button", name=name, exact=True)

    @property
    def findings(self) -> Locator:
        return self.bar.get_by_role("listitem").get_by_role("button")

    @property
    def sent(self) -> list[Sent]:
        sent: list[Sent] = self.page.evaluate("globalThis.sent")
        return sent

    @property
    def texts(self) -> list[str]:
        return [message["text"].rstrip("\n") for message in self.sent]

    def sends(self, count: int) -> None:
        """Wait until the page has sent so many messages, and see that it stays so for a moment."""
        expect(self.page.get_by_role("list", name="Sent messages").get_by_role("listitem")).to_have_count(count)
        self.draw()
        assert len(self.sent) == count

    def draw(self) -> None:
        """Let the page and Linkwell draw what they have to."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))")

    def settle(self) -> None:
        """Wait until what slides or fades in has come to rest."""
        self.page.evaluate(
            """() => Promise.all([...document.querySelectorAll("linkwell-ui")].flatMap(host =>
                host.shadowRoot.getAnimations().filter(one => one.effect.getTiming().iterations === 1).map(one => one.finished)))"""
        )

    def type(self, text: str) -> None:
        """Type into the message box, key by key."""
        self.box.click()
        self.page.keyboard.type(text)

    def says(self, text: str | re.Pattern[str], timeout: float = 5000) -> None:
        """See the bar say this."""
        expect(self.status).to_contain_text(text, timeout=timeout)

    def text(self) -> str:
        """What stands in the message box."""
        text: str = self.box.evaluate("node => 'value' in node ? node.value : node.innerText")
        return text.rstrip("\n")

    def html(self) -> str:
        html: str = self.box.evaluate("node => node.innerHTML")
        return html

    def caret(self) -> tuple[int, int]:
        """Where the caret or the selection stands, as lengths of text."""
        start, end = self.box.evaluate("""node => {
            if ('value' in node) return [node.selectionStart, node.selectionEnd];
            const selection = getSelection();
            const before = (end, at) => {
                const range = document.createRange();
                range.setStart(node, 0);
                range.setEnd(end, at);
                return range.toString().length;
            };
            const ends = [before(selection.anchorNode, selection.anchorOffset), before(selection.focusNode, selection.focusOffset)];
            return ends.sort((a, b) => a - b);
        }""")
        return start, end

"""What assistive technology gets: axe finds nothing, names and roles are the ones that people rely on."""

from typing import TypedDict

import pytest
from playwright.sync_api import Page, expect

from tests.extension.conftest import Opener
from tests.extension.helper import Helper
from tests.extension.pages import MODULES

BAD = "See htps://acme.com/1 and https://acme.com/2?a=1&&b=2 ok"
CLEAN = "See https://acme.com/orders ok"


class Violation(TypedDict):
    id: str
    nodes: list[dict[str, object]]


def axe(page: Page) -> list[tuple[str, list[object]]]:
    """Return what axe finds in Linkwell's part of the page, open shadow roots included."""
    page.evaluate((MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8") + "; globalThis.axe = axe; null")
    found: list[Violation] = page.evaluate(
        "async () => (await axe.run('linkwell-ui', { resultTypes: ['violations'] })).violations",
    )
    return [(violation["id"], [node["html"] for node in violation["nodes"]]) for violation in found]


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest) -> dict[str, str]:
    return {"dark": "yes"} if request.param == "dark" else {}


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(desk: Opener, page: Page, helper: Helper, look: dict[str, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    here = desk("rich", **look)
    here.type(CLEAN)
    here.says("No problems")
    here.settle()
    assert axe(page) == []
    here.action("Track links").click()
    here.says("1 tracked link")
    assert axe(page) == []
    here.page.keyboard.type(f" {BAD}")
    here.says("3 problems")
    assert axe(page) == []
    here.findings.first.click()
    expect(here.card).to_be_visible()
    here.settle()
    assert axe(page) == []
    page.keyboard.press("Escape")
    here.send.click()
    expect(here.hold).to_be_visible()
    here.settle()
    assert axe(page) == []
    here.choice("Back").click()
    helper.stop()
    here.page.keyboard.type(" more")
    here.says("Not checked")
    assert axe(page) == []


def test_every_target_is_large_enough(desk: Opener, page: Page) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    here.findings.first.click()
    here.send.click()
    expect(here.hold).to_be_visible()
    sizes = page.evaluate(
        """() => [...document.querySelector("linkwell-ui").shadowRoot.querySelectorAll("button")].filter(node => node.checkVisibility())
            .map(node => [node.textContent, node.getBoundingClientRect().width, node.getBoundingClientRect().height])"""
    )
    assert len(sizes) > 6
    assert [size for size in sizes if min(size[1:]) < 24] == []


def test_the_status_is_said_once(desk: Opener, page: Page) -> None:
    here = desk("field")
    here.type("See htps://acme.com/1 ok")
    here.says("1 problem")
    here.status.evaluate(
        "node => { globalThis.said = 0; new MutationObserver(() => { globalThis.said += 1; }).observe(node, { childList: true }); }"
    )
    here.page.keyboard.type(" and some more words", delay=30)
    here.says("1 problem")
    here.draw()
    assert page.evaluate("globalThis.said") <= 2


def test_forced_colours_keep_every_edge(desk: Opener, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    here.send.click()
    expect(here.hold).to_be_visible()
    for part in (here.hold, here.choice("Fix and send"), here.choice("Back")):
        assert part.evaluate("node => getComputedStyle(node).borderTopWidth") == "1px"

"""The words: all of them in the locale, none left over, and room for longer ones in every part of the interface."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.extension import browser
from tests.extension.newcomer import SIZES, Newcomer, arrive, too_wide
from tests.server.helper import Helper, start_helper

MESSAGES = browser.EXTENSION / "_locales" / "en" / "messages.json"
PREFIXES = ("manifest", "options", "page", "popup", "state")
ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")
LONGER = 0.4
# What the helper says in its own words, and what nobody translates: addresses, commands, names.
UNTRANSLATED = "code, .mono, .evidence, .remedy, #host-error"


def words() -> dict[str, str]:
    return {key: entry["message"] for key, entry in json.loads(MESSAGES.read_text(encoding="utf-8")).items()}


def source() -> str:
    """All of the extension's code and pages, and the words that its manifest names."""
    files = [path for path in browser.EXTENSION.rglob("*") if path.suffix in {".js", ".html"}]
    manifest = re.findall(r"__MSG_(\w+)__", (browser.EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files) + "".join(f'"{key}"' for key in manifest)


def test_every_word_is_used_and_belongs_somewhere() -> None:
    """A word is named whole, or as one of several (`key_one`), or put together from a start and what stands in a variable."""
    code = source()
    starts = tuple(re.findall(r"`([a-z]+_\w*)\$\{", code))
    for key in words():
        assert key.startswith(PREFIXES), key
        names = {key, re.sub(r"_(one|other)$", "", key), re.sub(r"(_to)?(_one|_other)?$", "", key)}
        names |= {name.removeprefix("page_") for name in names}
        assert any(f'"{name}"' in code or name.startswith(starts) for name in names), key


def test_every_word_that_is_asked_for_is_there() -> None:
    have = words()
    asked = set(re.findall(r'"((?:manifest|options|popup|state)_[a-z_]+)"', source()))
    assert {key for key in asked if key not in have and f"{key}_one" not in have} == set()
    for key, word in have.items():
        assert word.strip() == word != ""
        if key.endswith("_one"):
            assert key.removesuffix("_one") + "_other" in have


@pytest.fixture(scope="module")
def own_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with start_helper(tmp_path_factory.mktemp("own")) as started:
        yield started


@pytest.fixture
def stretched(playwright: Playwright, own_helper: Helper, tmp_path: Path) -> Iterator[Newcomer]:
    """The same extension in a language that has accents everywhere and is longer than English."""
    copy = tmp_path / "extension"
    shutil.copytree(browser.EXTENSION, copy)
    longer = {key: {"message": word if key == "manifest_language" else stretch(word)} for key, word in words().items()}
    (copy / "_locales" / "en" / "messages.json").write_text(json.dumps(longer), encoding="utf-8")
    with arrive(playwright, tmp_path / "profile", own_helper, copy) as one:
        yield one


def stretch(word: str) -> str:
    """Make a word longer, and unlike any English one."""
    padding = "·" * round(len(word) * LONGER)
    cut = len(padding) // 2
    return f"{padding[:cut]}{word.translate(ACCENTS)}{padding[cut:]}"


ENGLISH = """(untranslated) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const { data, parentElement: parent } = walker.currentNode;
        if (/[aeiouy]/i.test(data) && !parent.closest(untranslated) && parent.checkVisibility()) found.push(data);
    }
    for (const name of ["placeholder", "aria-label", "title", "alt"]) {
        const values = [...document.querySelectorAll(`[${name}]`)].map((node) => node.getAttribute(name));
        found.push(...values.filter((value) => /[aeiouy]/i.test(value)));
    }
    return found;
}"""
CUT_OFF = """() => [...document.body.querySelectorAll("*")]
    .filter((node) => node.checkVisibility() && !node.matches(".hidden-text, .hidden-text *, input, svg, svg *"))
    .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 && getComputedStyle(node).display !== "inline")
    .map((node) => node.outerHTML.slice(0, 200))"""


def looks_well(page: Page) -> None:
    """No English left, no raw key, nothing cut off, nothing wider than its window."""
    data = {"0.1.0", "http://127.0.0.1:8090", "https://crm.example.com", "go.acme.com", "bit.ly"}
    assert [text for text in page.evaluate(ENGLISH, UNTRANSLATED) if not any(one in text for one in data)] == []
    assert page.evaluate(CUT_OFF) == []
    assert too_wide(page) == 0
    assert page.evaluate("document.title") not in ("", "Linkwell settings", "Linkwell")


@pytest.mark.parametrize("width", SIZES)
def test_a_longer_language_fits_and_no_english_is_left(stretched: Newcomer, width: int) -> None:
    helper = stretched.helper

    def look() -> None:
        for opened in (stretched.context.new_page(), stretched.context.new_page()):
            opened.set_viewport_size({"width": width, "height": 900})
        first, second = stretched.context.pages[-2:]
        first.goto(f"{stretched.home}/options/options.html")
        expect(first.locator("#connection-status")).not_to_contain_text(stretch("Looking for Linkwell…")[5:])
        looks_well(first)
        first.close()
        second.goto(f"{stretched.home}/popup/popup.html")
        expect(second.locator("#state")).not_to_be_empty()
        expect(second.locator("#site")).to_be_visible()
        looks_well(second)
        second.close()

    def connect(token: str | None) -> None:
        page = stretched.context.new_page()
        page.goto(f"{stretched.home}/options/options.html")
        browser.tell_worker(page, {"type": "connect", "address": helper.address, "code": None, "token": token})
        page.close()

    look()
    connect(None)
    look()
    connect(helper.agent)
    look()
    connect(helper.admin)
    page = stretched.context.new_page()
    page.goto(f"{stretched.home}/options/options.html")
    browser.tell_worker(page, {"type": "site", "origin": "http://127.0.0.1:8090", "on": True})
    page.set_viewport_size({"width": width, "height": 900})
    page.locator("#host").fill("go.acme.com")
    page.locator("#check").click()
    expect(page.locator("#domain-steps")).to_be_visible()
    looks_well(page)
    page.locator("#host").fill("not a domain")
    page.locator("#check").click()
    expect(page.locator("#host")).to_be_focused()
    page.locator("#site").fill("nonsense")
    page.locator("#site").press("Enter")
    expect(page.locator("#site-error")).not_to_be_empty()
    looks_well(page)
    page.close()
    helper.visit(helper.ask("POST", "/v1/links", {"destination": "https://acme.com/a"}).json()["short_url"])
    look()

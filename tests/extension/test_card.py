"""The card of a finding: what it says, its keys, and what comes of its buttons."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.extension import browser
from tests.extension.conftest import Opener

BAD = "See htps://acme.com/1 and https://acme.com/2?a=1&&b=2 ok"


@pytest.mark.parametrize("kind", ["field", "rich", "react"])
def test_fix_mends_this_finding_only(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type(BAD)
    here.says("2 problems")
    here.findings.first.click()
    expect(here.card).to_have_accessible_name("“htps” is missing a letter")
    expect(here.card.get_by_role("button", name="Fix")).to_be_focused()
    here.page.keyboard.press("Enter")
    expect(here.card).to_be_hidden()
    here.says("1 problem")
    expect(here.box).to_be_focused()
    assert here.text() == BAD.replace("htps", "https")


def test_it_says_what_why_and_how(desk: Opener) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    here.findings.first.click()
    expect(here.card).to_contain_text("Holds the send")
    expect(here.card.get_by_role("term")).to_have_text(["Now", "Fixed"])
    expect(here.card.get_by_role("definition")).to_have_text(["htps://acme.com/1", "https://acme.com/1"])
    expect(here.card.get_by_role("insertion")).to_have_text("t")
    names = ["Fix", "Ignore", "Never for this site"]
    expect(here.card.get_by_role("button")).to_have_text(["", *names])
    here.card.get_by_role("button", name="Close").click()
    expect(here.card).to_be_hidden()
    here.findings.nth(1).click()
    expect(here.card).to_contain_text("Worth a look")


def test_escape_closes_it_and_keeps_the_finding(desk: Opener) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    chip = here.findings.first
    chip.click()
    expect(chip).to_have_attribute("aria-expanded", "true")
    here.page.keyboard.press("Escape")
    expect(here.card).to_be_hidden()
    expect(here.box).to_be_focused()
    expect(chip).to_have_attribute("aria-expanded", "false")
    here.says("2 problems")


def test_an_untracked_link_is_tracked_not_fixed(desk: Opener) -> None:
    here = desk("field")
    here.type("See https://acme.com/1 ok")
    here.says("No problems")
    here.bar.get_by_role("button", name=re.compile("^No problems")).click()
    here.findings.first.click()
    expect(here.card).to_contain_text("Good to know")
    expect(here.card.get_by_role("button", name="Fix")).to_have_count(0)
    here.card.get_by_role("button", name="Track links").click()
    here.says("1 tracked link")
    expect(here.box).to_be_focused()


def test_a_link_that_is_too_long_is_tracked_not_fixed(desk: Opener) -> None:
    here = desk("field")
    here.type(f"See https://acme.com/{'spring-' * 14}sale ok")
    here.says("1 problem")
    here.findings.first.click()
    expect(here.card).to_have_accessible_name("This link takes up half the message")
    expect(here.card.get_by_role("button", name="Fix")).to_have_count(0)
    here.card.get_by_role("button", name="Track links").click()
    here.says("1 tracked link")


def test_never_for_this_site_silences_a_check_until_it_is_wanted_again(desk: Opener, profile: BrowserContext, pages_address: str) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    here.findings.first.click()
    here.card.get_by_role("button", name="Never for this site").click()
    here.says("1 problem")
    here = desk("field")
    here.type(BAD)
    here.says("1 problem")

    options = browser.options_of(profile)
    row = options.get_by_role("row").filter(has_text=pages_address)
    expect(row).to_contain_text("1 kind of finding is left out here")
    row.get_by_role("button", name=f"Show every kind of finding on {pages_address} again").click()
    expect(row).not_to_contain_text("left out")
    options.close()
    here.says("2 problems")


def test_arrows_go_from_chip_to_chip(desk: Opener) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    here.findings.first.focus()
    count = here.findings.count()
    for key, at in [("ArrowRight", 1), ("ArrowLeft", 0), ("ArrowLeft", count - 1), ("ArrowRight", 0), ("End", count - 1), ("Home", 0)]:
        here.page.keyboard.press(key)
        expect(here.findings.nth(at)).to_be_focused()
    stops = here.findings.evaluate_all("nodes => nodes.map(node => node.tabIndex)")
    assert stops == [0, *[-1] * (count - 1)]
    here.page.keyboard.press("Escape")
    expect(here.box).to_be_focused()


@pytest.mark.parametrize("kind", ["field", "rich"])
def test_an_open_card_follows_the_text(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type("Sale htps://acme.com/1 or htps://acme.com/2 ok")
    here.says("2 problems")
    here.findings.nth(1).click()
    here.box.click()
    here.page.keyboard.press("Home")
    here.page.keyboard.type("Hi, see https://acme.com/3 and, ")
    here.says("3 links · 3 problems")
    expect(here.box).to_be_focused()
    expect(here.card.get_by_role("definition").last).to_have_text("https://acme.com/2")
    here.card.get_by_role("button", name="Fix").click()
    here.says("2 problems")
    assert here.text() == "Hi, see https://acme.com/3 and, Sale htps://acme.com/1 or https://acme.com/2 ok"


def test_a_card_closes_when_its_finding_is_gone(desk: Opener) -> None:
    here = desk("field")
    here.type("Sale https://acme.com/ htps://acme.com/1")
    here.says("1 problem")
    here.findings.first.click()
    expect(here.card).to_be_visible()
    here.box.click()
    for _ in "htps://acme.com/1":
        here.page.keyboard.press("Backspace")
    expect(here.card).to_be_hidden()
    expect(here.box).to_be_focused()


def test_of_a_long_message_it_shows_some_words_as_words(desk: Opener) -> None:
    here = desk("field")
    here.box.fill("Please read this. " * 40)
    here.says("1 problem")
    here.findings.first.click()
    expect(here.card).to_have_accessible_name("This message is long")
    shown = here.card.get_by_role("definition").inner_text()
    assert re.fullmatch(r"[a-z. ]{100,160}…", shown, re.IGNORECASE), shown


def test_what_protects_people_is_never_silenced_for_good(desk: Opener) -> None:
    here = desk("field")
    here.type("Order here: https://yourdomain.com/sale")
    here.says("1 problem")
    here.findings.first.click()
    expect(here.card).to_contain_text("Put in the public address of the page.")
    expect(here.card.get_by_role("button")).to_have_text(["", "Ignore"])


@pytest.mark.parametrize("width", [1280, 390])
def test_it_covers_neither_the_message_nor_send(desk: Opener, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    here = desk("rich")
    here.type(BAD)
    here.says("2 problems")
    here.findings.first.click()
    card, box = here.card.bounding_box(), page.locator(".box").bounding_box()
    assert card
    assert box
    assert card["y"] + card["height"] <= box["y"]
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= width


def test_pages_do_not_hear_the_keys_that_are_meant_for_it(desk: Opener, page: Page) -> None:
    here = desk("field")
    page.evaluate("addEventListener('keydown', event => { globalThis.heard = [...globalThis.heard ?? [], event.key]; })")
    here.type(BAD)
    here.says("2 problems")
    page.evaluate("globalThis.heard = []")
    here.findings.first.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.evaluate("globalThis.heard") == []

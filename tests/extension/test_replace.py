"""Fixing and tracking: what changes in a text, what never does, and how it is undone, in every kind of message box."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.extension.conftest import Opener
from tests.extension.helper import Helper

KINDS = ("field", "rich", "react")
BAD = "Sale: htps://acme.com/x?utm_source=a?b=c."
FIXED = "Sale: https://acme.com/x?utm_source=a&b=c."
AROUND = "  Two  spaces, 🙂 an < b & “quotes”, then htps://acme.com/1 and  www,acme.com/2 , ok? "
AROUND_FIXED = AROUND.replace("htps:", "https:").replace("www,", "www.")


def plain(text: str) -> str:
    """A text with every space as a space: what stands for one in rich text is the editor's business."""
    return text.replace("\u00a0", " ").rstrip("\n")


@pytest.mark.parametrize("kind", KINDS)
def test_fix_all_then_track_links(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type(BAD)
    here.says("2 problems")
    here.action("Fix all").click()
    here.says("1 link · No problems")
    assert here.text() == FIXED
    here.action("Track links").click()
    here.says(re.compile(r"^1 tracked link · go\.acme\.com · 1 segment"))
    assert re.fullmatch(r"Sale: https://go\.acme\.com/[0-9a-z]{7,12}\.", here.text())
    here.send.click()
    here.sends(1)
    assert re.fullmatch(r"Sale: https://go\.acme\.com/[0-9a-z]{7,12}\.", here.texts[0])


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_wrong_changes(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type(AROUND)
    here.says("2 problems")
    here.action("Fix all").click()
    here.says("No problems")
    assert plain(here.text()) == plain(AROUND_FIXED)
    here.send.click()
    here.sends(1)
    assert plain(here.texts[0]) == plain(AROUND_FIXED)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [BAD, AROUND])
def test_three_undos_at_most_bring_the_typed_text_back(desk: Opener, kind: str, text: str) -> None:
    here = desk(kind)
    here.type(text)
    here.says("2 problems")
    here.action("Fix all").click()
    here.says("No problems")
    expect(here.box).to_be_focused()
    typed = ""
    for _ in range(3):
        here.page.keyboard.press("Control+Z")
        here.draw()
        typed = plain(here.text())
        if typed == plain(text):
            break
    assert typed == plain(text)


@pytest.mark.parametrize("kind", KINDS)
def test_tracking_is_undone_by_its_button(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type(FIXED)
    here.says("No problems")
    here.action("Track links").click()
    here.says("1 tracked link")
    here.action("Undo").click()
    here.says("1 link · No problems")
    assert here.text() == FIXED


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_the_caret_stays_where_it_was(desk: Opener, kind: str, by: str) -> None:
    here = desk(kind)
    here.type("See htps://acme.com/1 and tell us")
    here.says("1 problem")
    for _ in range(len("tell us")):
        here.page.keyboard.press("ArrowLeft")
    before = here.caret()
    assert before == (len("See htps://acme.com/1 and "),) * 2
    if by == "mouse":
        here.action("Fix all").click()
    else:
        here.action("Fix all").focus()
        here.page.keyboard.press("Enter")
    here.says("No problems")
    expect(here.box).to_be_focused()
    assert here.caret() == (before[0] + 1, before[1] + 1)
    here.page.keyboard.type("please ")
    assert plain(here.text()) == "See https://acme.com/1 and please tell us"


@pytest.mark.parametrize("kind", KINDS)
def test_a_selection_stays_selected(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type("See htps://acme.com/1 and tell us")
    here.says("1 problem")
    for _ in range(len("us")):
        here.page.keyboard.press("Shift+ArrowLeft")
    here.findings.first.click()
    expect(here.card).to_be_visible()
    here.page.keyboard.press("Escape")
    expect(here.card).to_be_hidden()
    start = len("See htps://acme.com/1 and tell ")
    assert here.caret() == (start, start + 2)


@pytest.mark.parametrize("kind", KINDS)
def test_several_lines_stay_several_lines(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.box.click()
    for line in ("First htps://acme.com/1 one", "", "Then www,acme.com/2"):
        here.page.keyboard.type(line)
        here.page.keyboard.press("Shift+Enter" if kind != "rich" else "Enter")
    here.says("2 problems")
    lines = [line for line in here.text().split("\n") if line]
    here.action("Fix all").click()
    here.says("No problems")
    assert [line for line in here.text().split("\n") if line] == ["First https://acme.com/1 one", "Then www.acme.com/2"]
    assert len(lines) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_that_changed_since_is_not_fixed_in_the_wrong_place(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type("See htps://acme.com/1 now")
    here.says("1 problem")
    here.page.keyboard.press("Home")
    here.page.keyboard.type("Hello ")
    here.action("Fix all").click()
    here.says("1 link")
    if "htps" in here.text():
        here.action("Fix all").click()
    here.says("No problems")
    assert plain(here.text()) == "Hello See https://acme.com/1 now"


@pytest.mark.parametrize(("text", "href"), [("htps://acme.com/x", "htps://acme.com/x"), ("www,acme.com/x", "http://www,acme.com/x")])
def test_a_links_address_changes_with_its_text(desk: Opener, text: str, href: str) -> None:
    here = desk("rich", link=text, href=href)
    here.box.click()
    here.says("1 problem")
    here.action("Fix all").click()
    here.says("No problems")
    link = here.box.get_by_role("link")
    fixed = {"htps://acme.com/x": "https://acme.com/x", "www,acme.com/x": "www.acme.com/x"}[text]
    expect(link).to_have_text(fixed)
    expect(link).to_have_attribute("href", fixed if "://" in fixed else f"https://{fixed}")
    assert text not in here.html()
    assert here.text() == f"See {fixed} today"
    for _ in range(3):
        here.page.keyboard.press("Control+Z")
    here.draw()
    assert text in here.text()


def test_a_link_under_other_words_keeps_its_address(desk: Opener) -> None:
    here = desk("rich", link="our shop", href="https://acme.com/shop")
    here.box.click()
    here.page.keyboard.press("End")
    here.page.keyboard.type(" or htps://acme.com/2 ok")
    here.says("1 problem")
    here.action("Fix all").click()
    here.says("No problems")
    expect(here.box.get_by_role("link").first).to_have_attribute("href", "https://acme.com/shop")
    assert plain(here.text()) == "See our shop today or https://acme.com/2 ok"


def test_a_space_that_an_editor_wrote_as_a_hard_one_is_a_space(desk: Opener, page: Page) -> None:
    here = desk("rich")
    here.box.click()
    page.evaluate("document.execCommand('insertHTML', false, 'See https://acme.com/1&nbsp;and&nbsp;more')")
    here.says("1 link · No problems")
    here.type(" ")
    here.says("1 link · No problems")


def test_nothing_happens_while_a_character_is_being_composed(desk: Opener, page: Page) -> None:
    here = desk("field")
    here.box.click()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "https://acme.com/あ", "selectionStart": 4, "selectionEnd": 4})
    here.draw()
    expect(here.bar).to_be_hidden()
    session.send("Input.insertText", {"text": "htps://acme.com/a ok"})
    here.says("1 problem")


def test_a_fix_that_does_not_take_is_said_and_offered_for_copying(desk: Opener, page: Page) -> None:
    here = desk("field")
    here.box.evaluate("node => node.setAttribute('maxlength', 24)")
    here.type("See htps://acme.com/1 ok")
    here.says("1 problem")
    here.action("Fix all").click()
    here.says("The text did not change as expected")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    here.action("Copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == "See https://acme.com/1 ok"


def test_what_cannot_be_tracked_leaves_the_message_as_it_is(desk: Opener, helper: Helper) -> None:
    here = desk("field")
    here.type(FIXED)
    here.says("No problems")
    helper.stop()
    here.action("Track links").click()
    here.says("Not tracked: Linkwell could not make a link. Your message is as you wrote it.")
    assert here.text() == FIXED

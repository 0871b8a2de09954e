"""Sending: what is held, what goes untouched, and what happens once the person has decided."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.extension.conftest import Opener
from tests.extension.desk import Desk
from tests.extension.helper import Helper
from tests.extension.newcomer import content_world

BAD = "Sale: htps://acme.com/x?utm_source=a?b=c."
FIXED = "Sale: https://acme.com/x?utm_source=a&b=c."
CLEAN = "Your order: https://acme.com/orders/4821 see you"
CHOICES = ("Back", "Send anyway", "Fix and send")

# How a page sends, and what a person does there.
WAYS: dict[str, tuple[str, dict[str, str], str]] = {
    "click": ("field", {"send": "click"}, "press"),
    "mousedown": ("field", {"send": "mousedown"}, "press"),
    "pointerdown": ("field", {"send": "pointerdown"}, "press"),
    "mouseup": ("field", {"send": "mouseup"}, "press"),
    "trusted click": ("field", {"send": "trusted"}, "press"),
    "form, whatever its button says": ("field", {"send": "submit"}, "press"),
    "space on the button": ("field", {"send": "click"}, "Space"),
    "enter on the button": ("field", {"send": "click"}, "button Enter"),
    "control and enter": ("field", {}, "Control+Enter"),
    "enter, in a box of three lines": ("field", {"enter": "yes"}, "Enter"),
    "enter, in a form of one line": ("chat", {"send": "submit"}, "Enter"),
    "enter, in a line without a button": ("chat", {"send": "none", "enter": "yes"}, "Enter"),
    "rich click": ("rich", {}, "press"),
    "rich mousedown": ("rich", {"send": "mousedown"}, "press"),
    "rich control and enter": ("rich", {}, "Control+Enter"),
    "rich enter": ("rich", {"enter": "yes"}, "Enter"),
    "react click": ("react", {}, "press"),
    "react enter": ("react", {"enter": "yes"}, "Enter"),
    "react control and enter": ("react", {}, "Control+Enter"),
}


def try_to_send(here: Desk, how: str) -> None:
    if how == "press":
        here.send.click()
    elif how == "Space":
        here.send.focus()
        here.page.keyboard.press("Space")
    elif how == "button Enter":
        here.send.focus()
        here.page.keyboard.press("Enter")
    else:
        here.page.keyboard.press(how)


def named(way: str) -> str:
    return way.replace(" ", "-")


@pytest.fixture(params=WAYS, ids=named)
def way(request: pytest.FixtureRequest) -> tuple[str, dict[str, str], str]:
    return WAYS[request.param]


@pytest.fixture(params=[way for way in WAYS if way != "trusted click"], ids=named)
def synthetic_way(request: pytest.FixtureRequest) -> tuple[str, dict[str, str], str]:
    """A way to send that a page takes from a program as well."""
    return WAYS[request.param]


@pytest.mark.parametrize("waits", [True, False], ids=["reviewed", "at-once"])
def test_a_bad_message_is_held_and_back_gives_it_back(desk: Opener, way: tuple[str, dict[str, str], str], waits: bool) -> None:
    name, wishes, how = way
    here = desk(name, **wishes)
    here.type(BAD)
    if waits:
        here.says("2 problems")
    for _ in range(3):
        here.page.keyboard.press("ArrowLeft")
    before = here.caret()
    try_to_send(here, how)
    expect(here.hold).to_be_visible()
    expect(here.choice("Fix and send")).to_be_focused()
    here.sends(0)
    here.page.keyboard.press("Escape")
    expect(here.hold).to_be_hidden()
    expect(here.box).to_be_focused()
    assert here.caret() == before
    assert here.text() == BAD
    here.sends(0)


def test_send_anyway_sends_once(desk: Opener, synthetic_way: tuple[str, dict[str, str], str]) -> None:
    name, wishes, how = synthetic_way
    here = desk(name, **wishes)
    here.type(BAD)
    here.says("2 problems")
    try_to_send(here, how)
    here.choice("Send anyway").click()
    here.sends(1)
    assert here.texts == [BAD]
    expect(here.bar).to_be_hidden()


def test_fix_and_send_sends_the_fixed_text_once(desk: Opener, synthetic_way: tuple[str, dict[str, str], str]) -> None:
    name, wishes, how = synthetic_way
    here = desk(name, **wishes)
    here.type(BAD)
    here.says("2 problems")
    try_to_send(here, how)
    expect(here.choice("Fix and send")).to_be_focused()
    if how == "Enter":
        here.choice("Fix and send").click()
    else:
        here.page.keyboard.press("Enter")
    here.sends(1)
    assert here.texts == [FIXED]


def test_a_clean_message_is_left_alone(desk: Opener, way: tuple[str, dict[str, str], str]) -> None:
    name, wishes, how = way
    here = desk(name, **wishes)
    here.type(CLEAN)
    here.says("No problems")
    try_to_send(here, how)
    here.sends(1)
    assert here.texts == [CLEAN]
    assert here.sent[0]["trusted"]


def test_a_clean_message_goes_at_once_before_its_review_is_there(desk: Opener, synthetic_way: tuple[str, dict[str, str], str]) -> None:
    name, wishes, how = synthetic_way
    here = desk(name, **wishes)
    here.type(CLEAN)
    try_to_send(here, how)
    here.sends(1)
    assert here.texts == [CLEAN]


@pytest.mark.parametrize("by", ["click", "mousedown", "trusted click", "control and enter", "rich click", "rich enter", "react enter"])
def test_without_the_helper_it_goes_and_says_not_checked(desk: Opener, helper: Helper, by: str) -> None:
    name, wishes, how = WAYS[by]
    helper.stop()
    here = desk(name, **wishes)
    here.type(BAD)
    here.says("Not checked")
    try_to_send(here, how)
    here.sends(1)
    assert here.texts == [BAD]
    expect(here.hold).to_be_hidden()
    here.says("Not checked")


@pytest.mark.parametrize("how", ["press", "Control+Enter"])
def test_a_helper_that_stopped_after_its_review_holds_nothing(desk: Opener, helper: Helper, how: str) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    helper.stop()
    try_to_send(here, how)
    here.sends(1)
    here.says("Not checked")
    assert here.texts == [BAD]


def test_not_checked_stays_to_be_read(desk: Opener, helper: Helper, page: Page) -> None:
    helper.stop()
    here = desk("field")
    page.clock.install()
    here.type(BAD)
    page.clock.run_for(1000)
    here.says("Not checked")
    here.send.click()
    page.clock.run_for(100)
    here.sends(1)
    page.get_by_role("button", name="Attach file").focus()
    page.clock.run_for(4000)
    here.says("Not checked")


def test_where_synthetic_events_are_ignored_the_next_press_goes_through(desk: Opener) -> None:
    here = desk("field", send="trusted")
    here.type(BAD)
    here.says("2 problems")
    here.send.click()
    here.choice("Fix and send").click()
    here.says("Press Send again", timeout=2000)
    here.sends(0)
    here.send.click()
    here.sends(1)
    assert here.texts == [FIXED]
    expect(here.bar).to_be_hidden()
    here.type(BAD)
    here.says("2 problems")
    here.send.click()
    here.choice("Send anyway").click()
    here.says("Press Send again", timeout=2000)
    here.send.click()
    here.sends(2)
    assert here.texts == [FIXED, BAD]
    here.type(BAD)
    here.send.click()
    expect(here.hold).to_be_visible()
    here.sends(2)


@pytest.mark.parametrize("kind", ["field", "rich"])
def test_enter_makes_new_lines_where_the_page_lets_it(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type("See htps://acme.com/1 ok")
    here.page.keyboard.press("Enter")
    here.page.keyboard.type("and www,acme.com/2 too")
    here.page.keyboard.press("Enter")
    here.page.keyboard.type("Bye")
    here.says("2 problems")
    expect(here.hold).to_be_hidden()
    assert [line for line in here.text().split("\n") if line] == ["See htps://acme.com/1 ok", "and www,acme.com/2 too", "Bye"]
    here.sends(0)


def test_where_nobody_says_what_enter_does_a_new_line_is_one_press_away(desk: Opener) -> None:
    here = desk("field")
    here.type("See htps://acme.com/1 ok")
    here.says("1 problem")
    here.page.keyboard.press("Enter")
    here.choice("New line").click()
    expect(here.hold).to_be_hidden()
    expect(here.box).to_be_focused()
    here.page.keyboard.type("Bye")
    assert here.text() == "See htps://acme.com/1 ok\nBye"
    here.page.keyboard.press("Enter")
    here.draw()
    expect(here.hold).to_be_hidden()


def test_a_draft_that_nobody_touched_is_held_too(desk: Opener) -> None:
    here = desk("field", draft=BAD)
    here.send.click()
    expect(here.hold).to_be_visible()
    here.sends(0)


def test_other_buttons_are_not_send(desk: Opener) -> None:
    here = desk("field", send="submit")
    here.type(BAD)
    here.says("2 problems")
    here.page.get_by_role("button", name="Attach file").click()
    here.draw()
    expect(here.hold).to_be_hidden()


def test_what_has_no_message_has_no_bar(desk: Opener) -> None:
    here = desk("others")
    for field in here.page.get_by_role("textbox").all():
        field.focus()
        here.page.keyboard.type("htps://acme.com/1 ok")
        here.draw()
    expect(here.page.locator("linkwell-ui")).to_have_count(0)
    here.page.get_by_role("button", name="Search").click(no_wait_after=True)
    expect(here.hold).to_be_hidden()


def test_what_cannot_be_fixed_stays_held(desk: Opener) -> None:
    here = desk("field")
    here.type("Hi {{first_name}}, see htps://acme.com/1 ok")
    here.says("2 problems")
    here.send.click()
    here.choice("Fix and send").click()
    expect(here.hold).to_contain_text("What could be fixed is fixed. The rest needs you.")
    expect(here.choice("Fix and send")).to_be_disabled()
    expect(here.choice("Back")).to_be_focused()
    here.sends(0)
    here.choice("Send anyway").click()
    here.sends(1)
    assert here.texts == ["Hi {{first_name}}, see https://acme.com/1 ok"]


def test_what_no_edit_mends_is_told_in_full(desk: Opener) -> None:
    here = desk("field", send="click")
    here.type("Log in: https://paypa1.com/login")
    here.says("1 problem")
    here.send.click()
    expect(here.hold).to_contain_text("One link in this message is not ready to go")
    expect(here.hold.get_by_role("listitem")).to_contain_text("It looks like paypal.com, but it leads to paypa1.com. Check the address")


def test_what_tracking_mends_is_told_as_it_can_be_done(desk: Opener, helper: Helper) -> None:
    helper.run("policy", "set", "campaign_tags.utm_source=sms")
    try:
        here = desk("field", send="click")
        here.type("Your order: https://acme.com/#/orders/4821")
        here.says("1 problem")
        here.send.click()
        expect(here.hold.get_by_role("listitem")).to_contain_text("Go back and choose “Track links”.")
        here.choice("Back").click()
        here.findings.first.click()
        here.card.get_by_role("button", name="Track links").click()
        here.says("1 tracked link")
        here.send.click()
        here.sends(1)
    finally:
        helper.run("policy", "set", "campaign_tags={}")


def test_the_same_words_to_somebody_else_are_looked_at_anew(desk: Opener, helper: Helper, page: Page) -> None:
    helper.run("optouts", "add", "Ravi Prasad")
    here = desk("field", send="click")
    page.evaluate("document.body.insertAdjacentHTML('afterbegin', '<h1 id=contact>Dana Whitlock</h1>')")
    world = content_world(page)
    assert world
    world.run("void (globalThis.linkwell.adapters.find(({ id }) => id === 'generic').contact = '#contact')")
    here.type("See https://acme.com/ ok")
    here.says("No problems")
    page.evaluate("document.querySelector('#contact').textContent = 'Ravi Prasad'")
    here.send.click()
    expect(here.hold).to_contain_text("This person wants no more texts")
    assert here.texts == []


def test_edits_that_do_not_take_send_nothing(desk: Opener, page: Page) -> None:
    here = desk("field")
    here.box.evaluate("node => node.setAttribute('maxlength', 24)")
    here.type("See htps://acme.com/1 ok")
    here.says("1 problem")
    here.send.click()
    here.choice("Fix and send").click()
    expect(here.hold.get_by_role("alert")).to_contain_text("nothing was sent")
    assert here.text() == "See htps://acme.com/1 ok"
    expect(here.hold.get_by_role("listitem")).to_contain_text("“htps” is missing a letter")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    here.choice("Copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == "See https://acme.com/1 ok"
    here.sends(0)


def test_an_ignored_finding_no_longer_holds(desk: Opener) -> None:
    here = desk("field")
    here.type("See htps://acme.com/1 ok")
    here.says("1 problem")
    here.findings.first.click()
    here.card.get_by_role("button", name="Ignore").click()
    here.says("No problems")
    here.send.click()
    here.sends(1)
    assert here.sent[0]["trusted"]
    here.type("See htps://acme.com/1 ok")
    here.says("1 problem")


def test_a_warning_does_not_hold(desk: Opener) -> None:
    here = desk("field")
    here.type("See https://acme.com/a?b=1&&c=2 ok")
    here.says("1 problem")
    here.send.click()
    here.sends(1)
    assert here.sent[0]["trusted"]


def test_focus_stays_inside_the_hold(desk: Opener) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    here.send.click()
    for name in ("Fix and send", "Back", "Send anyway", "Fix and send", "Back"):
        expect(here.choice(name)).to_be_focused()
        here.page.keyboard.press("Tab")
    for name in ("Send anyway", "Back", "Fix and send"):
        expect(here.choice(name)).to_be_focused()
        here.page.keyboard.press("Shift+Tab")
    here.page.mouse.click(5, 5)
    expect(here.hold).to_be_visible()
    expect(here.hold).to_contain_text(re.compile("One link in this message"))

"""What is open can be reached, whatever the page puts in front of it or takes the focus away with."""

from playwright.sync_api import expect

from tests.extension.conftest import Opener

BAD = "See htps://acme.com/1 ok"
INTO_A_DIALOG = """() => {
    const dialog = document.createElement("dialog");
    dialog.append(...document.body.children);
    document.body.append(dialog);
    dialog.showModal();
}"""
KEEPS_FOCUS = """() => document.addEventListener("focusin", (event) => {
    const box = document.querySelector("textarea");
    if (event.target !== box) box.focus();
}, { capture: true })"""


def test_a_composer_in_a_modal_dialog_is_held_and_sent(desk: Opener) -> None:
    here = desk("field")
    here.page.evaluate(INTO_A_DIALOG)
    here.type(BAD)
    here.says("1 problem")
    here.send.click()
    hold = here.page.get_by_role("alertdialog", name="Before you send")
    expect(hold.get_by_role("button", name="Fix and send")).to_be_focused()
    hold.get_by_role("button", name="Fix and send").click()
    here.sends(1)


def test_a_page_that_keeps_the_focus_does_not_take_it_out_of_the_hold(desk: Opener) -> None:
    here = desk("field")
    here.page.evaluate(KEEPS_FOCUS)
    here.type(BAD)
    here.says("1 problem")
    here.send.click()
    hold = here.page.get_by_role("alertdialog", name="Before you send")
    expect(hold.get_by_role("button", name="Fix and send")).to_be_focused()
    here.page.keyboard.press("Escape")
    expect(hold).to_have_count(0)
    expect(here.box).to_be_focused()

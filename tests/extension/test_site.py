"""What reaches a page from outside it: the site's switch, the helper coming back, the key to the bar, an update of the extension."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, expect

from tests.extension import browser
from tests.extension.conftest import Opener
from tests.extension.desk import Desk
from tests.extension.helper import Helper

BAD = "See htps://acme.com/1 ok"
TELL = """async message => {
    for (const tab of await chrome.tabs.query({})) chrome.tabs.sendMessage(tab.id, message).catch(() => undefined);
}"""


def test_a_site_that_is_switched_off_is_left_alone(desk: Opener, profile: BrowserContext, pages_address: str) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("1 problem")
    options = browser.options_of(profile)
    browser.tell_worker(options, {"type": "site", "origin": pages_address, "on": False})
    expect(here.page.locator("linkwell-ui")).to_have_count(0)
    here.page.bring_to_front()
    here.send.click()
    here.sends(1)
    browser.tell_worker(options, {"type": "site", "origin": pages_address, "on": True})
    options.close()
    here.type(BAD)
    here.says("1 problem")


def test_a_helper_that_is_back_is_asked_again(desk: Opener, helper: Helper, profile: BrowserContext) -> None:
    helper.stop()
    here = desk("field")
    here.type(BAD)
    here.says("Not checked")
    helper.start()
    options = browser.options_of(profile)
    browser.tell_worker(options, {"type": "status", "fresh": True})
    options.close()
    here.page.bring_to_front()
    browser.worker_of(profile).evaluate(TELL, {"type": "helper", "state": "ready"})
    here.says("1 problem")


def test_a_key_leads_to_the_bar_and_back(desk: Opener, profile: BrowserContext) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("1 problem")
    for _ in range(3):
        here.page.keyboard.press("ArrowLeft")
    before = here.caret()
    worker = browser.worker_of(profile)
    worker.evaluate(TELL, {"type": "bar"})
    expect(here.findings.first).to_be_focused()
    worker.evaluate(TELL, {"type": "bar"})
    expect(here.box).to_be_focused()
    assert here.caret() == before


def test_after_an_update_it_asks_for_a_reload(playwright: Playwright, helper: Helper, pages_address: str, tmp_path: Path) -> None:
    context = browser.open_with_extension(playwright, tmp_path)
    options = browser.options_of(context)
    token = helper.run("token", "new", "--scope", "admin")
    browser.tell_worker(options, {"type": "connect", "address": helper.address, "code": None, "token": token})
    browser.tell_worker(options, {"type": "site", "origin": pages_address, "on": True})
    page = context.new_page()
    page.goto(f"{pages_address}/field.html")
    here = Desk(page)
    here.type(BAD)
    here.says("1 problem")
    with options.expect_event("close"):
        options.evaluate("setTimeout(() => chrome.runtime.reload())")
    page.bring_to_front()
    here.page.keyboard.type(" now")
    here.says("Linkwell was updated. Reload this tab when your message is safe.")
    with page.expect_navigation():
        here.action("Reload this tab").click()
    context.close()


def test_a_composer_in_a_frame_has_its_bar_in_the_page(desk: Opener) -> None:
    here = desk("others")
    here.page.evaluate("""() => {
        const frame = document.createElement("iframe");
        frame.style = "width: 600px; height: 120px; margin: 40px";
        document.body.prepend(frame);
        const box = frame.contentDocument.createElement("div");
        Object.assign(box, { contentEditable: "true", role: "textbox", ariaLabel: "Message", style: "height: 80px; border: 1px solid" });
        frame.contentDocument.body.append(box);
    }""")
    box = here.page.frame_locator("iframe").get_by_role("textbox", name="Message")
    box.click()
    here.page.keyboard.type(BAD)
    here.says("1 problem")
    frame, bar = here.page.locator("iframe").bounding_box(), here.bar.bounding_box()
    assert frame
    assert bar
    assert frame["x"] < bar["x"] < frame["x"] + 20
    assert frame["y"] + 80 < bar["y"] < frame["y"] + frame["height"]
    here.action("Fix all").click()
    here.says("No problems")
    expect(box).to_have_text("See https://acme.com/1 ok")

"""The popup, as an agent opens it beside a conversation."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.extension import browser
from tests.extension.desk import Desk
from tests.extension.newcomer import SCHEMES, Newcomer, add_site, arrive, field, too_wide, violations
from tests.server.helper import IMESSAGE, Helper, start_helper, wait_until


@pytest.fixture(scope="module")
def own_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with start_helper(tmp_path_factory.mktemp("own")) as started:
        yield started


@pytest.fixture
def newcomer(playwright: Playwright, own_helper: Helper, tmp_path: Path) -> Iterator[Newcomer]:
    with arrive(playwright, tmp_path / "profile", own_helper) as one:
        yield one


@pytest.fixture
def crm(newcomer: Newcomer, pages_address: str) -> Desk:
    """A page with a message box, in the tab beside the popup."""
    page = newcomer.context.new_page()
    page.goto(f"{pages_address}/field.html")
    return Desk(page)


def switch(popup: Page) -> Locator:
    return popup.get_by_role("switch", name="Check links on this site")


def rows(popup: Page, name: str) -> Locator:
    return popup.get_by_role("list", name=name).get_by_role("listitem")


def said(popup: Page) -> Locator:
    return popup.get_by_role("banner").get_by_role("status")


def test_a_browser_is_paired_in_the_popup(newcomer: Newcomer, crm: Desk) -> None:
    options = newcomer.options()
    field(options, "Helper address").fill(newcomer.helper.address)
    options.get_by_role("button", name="Connect").click()
    expect(options.get_by_text("Linkwell is running at")).to_be_visible()
    options.close()
    crm.page.bring_to_front()

    popup = newcomer.popup()
    expect(said(popup)).to_have_text("Not paired")
    code = newcomer.code()
    field(popup, "Pairing code").fill("000 000" if code != "000 000" else "000 001")
    popup.get_by_role("button", name="Pair", exact=True).click()
    expect(popup.get_by_role("alert")).to_have_text(re.compile(r"That is not the code\. \d tries are left\."))
    expect(field(popup, "Pairing code")).to_be_focused()
    popup.keyboard.type(code)
    popup.keyboard.press("Enter")
    expect(said(popup)).to_have_text("Ready")
    expect(field(popup, "Pairing code")).to_have_count(0)


def test_the_switch_turns_linkwell_on_and_off_in_the_page_beside(newcomer: Newcomer, crm: Desk) -> None:
    newcomer.connect()
    crm.page.bring_to_front()
    popup = newcomer.popup()
    expect(switch(popup)).not_to_be_checked()
    expect(popup.get_by_text("Linkwell does not look at this site.")).to_be_visible()
    switch(popup).check()
    expect(popup.get_by_text("Linkwell does not look at this site.")).to_be_hidden()
    expect(popup.get_by_text("Write a message with a link.")).to_be_visible()
    crm.page.bring_to_front()
    crm.type("Sale: htps://acme.com/x")
    crm.says("1 problem")

    popup.bring_to_front()
    switch(popup).focus()
    popup.keyboard.press("Space")
    expect(switch(popup)).not_to_be_checked()
    expect(crm.bar).to_be_hidden()


def test_the_host_in_the_popup_is_that_of_the_page_beside(newcomer: Newcomer, crm: Desk, pages_address: str) -> None:
    popup = newcomer.popup()
    expect(switch(popup)).to_have_accessible_name(f"Check links on this site {pages_address.removeprefix('http://')}")
    popup.close()
    crm.page.close()
    popup = newcomer.popup()
    expect(popup.get_by_text("Linkwell works on web pages.")).to_be_visible()
    expect(switch(popup)).to_have_count(0)


def test_the_toolbars_own_popup_speaks_of_the_page_under_it(newcomer: Newcomer, crm: Desk, pages_address: str) -> None:
    newcomer.connect()
    crm.page.bring_to_front()
    browser.worker_of(newcomer.context).evaluate("chrome.action.openPopup()")
    session = newcomer.context.new_cdp_session(crm.page)
    answers: list[str] = []
    session.on("Target.receivedMessageFromTarget", lambda event: answers.append(event["message"]))
    popup = next(target for target in session.send("Target.getTargets")["targetInfos"] if target["url"].endswith("/popup/popup.html"))
    attached = session.send("Target.attachToTarget", {"targetId": popup["targetId"]})["sessionId"]

    def run(script: str) -> object:
        number = len(answers) + 1
        question = {"id": number, "method": "Runtime.evaluate", "params": {"expression": script, "returnByValue": True}}
        session.send("Target.sendMessageToTarget", {"sessionId": attached, "message": json.dumps(question)})
        while len(answers) < number:
            crm.draw()
        return json.loads(answers[-1])["result"]["result"].get("value")

    wait_until(lambda: run("document.getElementById('on') !== null"), "the switch")
    assert pages_address.removeprefix("http://") in str(run("document.getElementById('site').innerText"))
    assert run("innerWidth") == 360
    run("document.getElementById('on').click()")
    crm.type("Sale: htps://acme.com/x")
    crm.says("1 problem")


def test_opened_links_are_listed_and_previews_told_apart(newcomer: Newcomer, crm: Desk) -> None:
    newcomer.connect()
    crm.page.bring_to_front()
    popup = newcomer.popup()
    expect(popup.get_by_role("heading", name="Opened")).to_be_hidden()

    def mint(contact: str | None) -> str:
        answer = newcomer.helper.ask("POST", "/v1/links", {"destination": f"https://acme.com/{contact}", "contact": contact})
        short_url: str = answer.json()["short_url"]
        return short_url

    nobody, dana, mina = mint(None), mint("Dana"), mint("Mina")
    newcomer.helper.visit(nobody)
    popup.reload()
    opened = rows(popup, "Opened")
    expect(opened).to_have_text([f"Someone opened {nobody.removeprefix('http://')}just now"])

    newcomer.helper.visit(mina, IMESSAGE)
    expect(opened.filter(has_text="Mina")).to_have_text(re.compile("^Preview for Mina, not counted"))
    newcomer.helper.visit(dana)
    expect(opened.filter(has_text="Dana")).to_have_text(re.compile("^Dana opened the link(?! )"))
    expect(opened).to_have_count(3)


def test_the_last_checks_say_what_became_of_each_message(newcomer: Newcomer, crm: Desk, pages_address: str) -> None:
    newcomer.connect()
    newcomer.switch_on(pages_address)
    crm.page.bring_to_front()
    crm.type("Your order: https://acme.com/order")
    crm.says("No problems")
    crm.send.click()
    crm.sends(1)
    popup = newcomer.popup()
    expect(rows(popup, "Last checks")).to_have_count(1)
    expect(rows(popup, "Last checks").first).to_contain_text("No problems")
    popup.close()

    crm.page.bring_to_front()
    crm.type("Sale: htps://acme.com/x")
    crm.says("1 problem")
    crm.send.click()
    crm.choice("Send anyway").click()
    crm.sends(2)
    popup = newcomer.popup()
    expect(rows(popup, "Last checks")).to_have_count(2)
    expect(rows(popup, "Last checks").first).to_contain_text("“htps” is missing a letter")
    expect(rows(popup, "Last checks").first).to_contain_text("Sent anyway")
    assert "acme.com/x" not in str(popup.evaluate("chrome.storage.session.get(null).then(JSON.stringify)"))


def test_a_helper_that_stopped_is_named_with_the_way_back(playwright: Playwright, tmp_path: Path, pages_address: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with start_helper(folder) as first, arrive(playwright, tmp_path / "profile", first) as newcomer:
        newcomer.connect()
        newcomer.switch_on(pages_address)
        page = newcomer.context.new_page()
        page.goto(f"{pages_address}/field.html")
        crm = Desk(page)
        first.process.terminate()
        first.process.wait(20)
        for number in (1, 2):
            crm.type("Your order: https://acme.com/order")
            crm.says("Not checked")
            crm.send.click()
            crm.sends(number)
        popup = newcomer.popup()
        expect(said(popup)).to_have_text("Not checking")
        expect(popup.get_by_role("heading", name="Linkwell is not running on this computer")).to_be_visible()
        expect(popup.get_by_text("linkwell serve")).to_be_visible()
        expect(popup.get_by_text("2 messages went out unchecked since")).to_be_visible()
        expect(switch(popup)).to_be_checked()
        with start_helper(folder, port=first.port):
            popup.get_by_role("button", name="Try again").click()
            expect(said(popup)).to_have_text("Ready")
            expect(popup.get_by_role("button", name="Try again")).to_have_count(0)


def test_the_settings_are_one_press_away(newcomer: Newcomer, crm: Desk) -> None:
    popup = newcomer.popup()
    with newcomer.context.expect_page() as opened:
        popup.get_by_role("button", name="Settings").click()
    expect(opened.value).to_have_url(f"{newcomer.home}/options/options.html")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_any_state(newcomer: Newcomer, crm: Desk, pages_address: str, scheme: str) -> None:
    def look() -> None:
        crm.page.bring_to_front()
        for width in (360, 390):
            popup = newcomer.popup(width, scheme)
            assert violations(popup) == []
            assert too_wide(popup) == 0
            popup.close()

    options = newcomer.options()
    field(options, "Helper address").fill(newcomer.helper.address)
    options.get_by_role("button", name="Connect").click()
    expect(options.get_by_text("Linkwell is running at")).to_be_visible()
    look()
    newcomer.connect()
    look()
    add_site(options, pages_address)
    expect(options.get_by_role("row", name=pages_address)).to_be_visible()
    link = newcomer.helper.ask("POST", "/v1/links", {"destination": "https://acme.com/axe", "contact": "Dana"}).json()["short_url"]
    newcomer.helper.visit(link)
    look()

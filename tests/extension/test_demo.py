"""The demo inbox by itself, in a browser without the extension: what a person can do in it, and what it never does."""

import re
from collections.abc import Iterator

import pytest
import requests
from playwright.sync_api import Browser, expect
from pytest_httpserver import HTTPServer

from tests.extension.demo_inbox import Inbox, PageOf
from tests.extension.helper import Helper

pytest_plugins = ["tests.extension.journey_fixtures"]

EDITORS = ("Text area", "Rich text", "Controlled")


@pytest.fixture
def inbox(page_of: PageOf) -> Inbox:
    return page_of()


@pytest.fixture
def shop(httpserver: HTTPServer) -> HTTPServer:
    """Where a tracked link leads to: the page that a recipient gets."""
    httpserver.expect_request("/spring").respond_with_data("<title>Spring</title>", content_type="text/html")
    return httpserver


@pytest.fixture
def page_of(plain_browser: Browser, shop_helper: Helper, shop_token: str, shop: HTTPServer) -> Iterator[PageOf]:
    minted = requests.post(
        f"{shop_helper.address}/v1/links",
        json={"destination": shop.url_for("/spring")},
        headers={"Authorization": f"Bearer {shop_token}"},
        timeout=10,
    )
    opener = PageOf(plain_browser, shop_helper.address, minted.json()["slug"])
    yield opener
    for context in opener.contexts:
        context.close()


@pytest.mark.parametrize("editor", EDITORS)
@pytest.mark.parametrize("by", ["button", "Enter", "Control+Enter", "Meta+Enter"])
def test_a_message_is_sent_once_and_as_typed(inbox: Inbox, editor: str, by: str) -> None:
    inbox.choose(editor)
    if by == "Enter":
        inbox.page.get_by_role("switch", name="Enter sends").check()
    before = len(inbox.sent)
    inbox.type("  Two  spaces, an <b>angle</b> & a 🙂 at the end ")
    if by == "button":
        inbox.send.click()
    else:
        inbox.page.keyboard.press(by)

    expect(inbox.page.locator(".bubble.mine")).to_have_count(before + 1)
    assert inbox.sent[-1] == "  Two  spaces, an <b>angle</b> & a 🙂 at the end "
    assert inbox.text().strip() == ""
    expect(inbox.box).to_be_focused()
    phone = inbox.page.get_by_role("region", name="Messages on Dana’s phone")
    expect(phone.get_by_text("Two spaces, an <b>angle</b> & a 🙂 at the end")).to_be_visible()
    expect(inbox.page.get_by_role("list", name="What happened on the phone")).to_contain_text("Delivered")


@pytest.mark.parametrize("editor", EDITORS)
def test_enter_makes_a_new_line_unless_it_sends(inbox: Inbox, editor: str) -> None:
    inbox.choose(editor)
    before = len(inbox.sent)
    inbox.type("One")
    inbox.page.keyboard.press("Enter")
    inbox.page.keyboard.press("Enter")
    inbox.page.keyboard.type("two")
    assert len(inbox.sent) == before
    inbox.page.get_by_role("switch", name="Enter sends").check()
    inbox.box.focus()
    inbox.page.keyboard.press("Control+End")
    inbox.page.keyboard.press("Shift+Enter")
    inbox.page.keyboard.type("three")
    inbox.page.keyboard.press("Enter")
    expect(inbox.page.locator(".bubble.mine")).to_have_count(before + 1)
    assert inbox.sent[-1] == "One\n\ntwo\nthree"


def test_an_empty_message_is_not_sent(inbox: Inbox) -> None:
    before = len(inbox.sent)
    inbox.type("  ")
    inbox.send.click()
    inbox.page.keyboard.press("Control+Enter")
    assert len(inbox.sent) == before


@pytest.mark.parametrize("editor", EDITORS)
def test_each_conversation_keeps_its_messages_and_its_draft(inbox: Inbox, editor: str) -> None:
    inbox.choose(editor)
    inbox.type("For Dana")
    inbox.send.click()
    inbox.page.keyboard.type("Not yet for Dana")
    inbox.open("Ravi Prasad")
    expect(inbox.page.get_by_role("textbox", name="Message to Ravi Prasad")).to_be_visible()
    assert inbox.text().strip() == ""
    assert "For Dana" not in inbox.sent
    inbox.type("Not yet for Ravi")
    inbox.open("Dana Whitlock")
    assert inbox.text() == "Not yet for Dana"
    assert inbox.sent[-1] == "For Dana"
    inbox.open("Ravi Prasad")
    assert inbox.text() == "Not yet for Ravi"


def test_a_draft_moves_from_one_kind_of_box_to_the_next(inbox: Inbox) -> None:
    inbox.type("One\n\ntwo 🙂")
    for editor in ("Rich text", "Controlled", "Rich text", "Text area"):
        inbox.choose(editor)
    assert inbox.text() == "One\n\ntwo 🙂"
    inbox.send.click()
    assert inbox.sent[-1] == "One\n\ntwo 🙂"


def test_the_count_follows_the_text(inbox: Inbox) -> None:
    inbox.type("Yes, until Sunday! Jackets are at acme.com/spring-sale.")
    expect(inbox.page.get_by_text("55 of 160")).to_be_visible()
    inbox.page.keyboard.type("x" * 110)
    expect(inbox.page.get_by_text("165 characters")).to_be_visible()


@pytest.mark.parametrize("editor", EDITORS)
def test_a_saved_reply_goes_in_at_the_caret_and_can_be_undone(inbox: Inbox, editor: str) -> None:
    inbox.choose(editor)
    inbox.type("Hello. ")
    inbox.page.get_by_role("combobox", name="Saved replies").select_option(label="Spring sale")
    assert inbox.text().replace("\u00a0", " ") == "Hello. Sale: htps://acme.com/x?utm_source=a?b=c."
    inbox.page.keyboard.press("Control+z")
    assert inbox.text().replace("\u00a0", " ").startswith("Hello.")
    assert "htps" not in inbox.text()


def test_the_controlled_box_keeps_edits_and_takes_back_what_was_set_behind_it(inbox: Inbox) -> None:
    inbox.choose("Controlled")
    inbox.type("Typed")

    inbox.box.evaluate("node => { node.value = 'Set by a script' }")
    assert inbox.text() == "Set by a script"
    inbox.page.keyboard.press("Shift")
    assert inbox.text() == "Typed"

    inbox.box.evaluate("node => { node.value = 'Set and told'; node.dispatchEvent(new InputEvent('input', { bubbles: true })) }")
    assert inbox.text() == "Typed"

    inbox.box.evaluate("node => { node.select(); document.execCommand('insertText', false, 'Edited') }")
    inbox.page.keyboard.press("Shift")
    assert inbox.text() == "Edited"

    inbox.box.evaluate("node => { node.value = 'Set before sending' }")
    inbox.send.click()
    assert inbox.sent[-1] == "Edited"


def test_a_link_of_this_address_is_previewed_by_the_phone_and_opens_on_a_tap(inbox: Inbox, shop: HTTPServer) -> None:
    inbox.type(f"Here: {inbox.address}/{inbox.slug}")
    inbox.send.click()
    happened = inbox.page.get_by_role("list", name="What happened on the phone").get_by_role("listitem")
    expect(happened).to_have_count(2)
    expect(happened.nth(0)).to_contain_text(re.compile(r"^Delivered\d\d:\d\d:\d\d$"))
    expect(happened.nth(1)).to_contain_text(re.compile(r"^Preview, not counted\d\d:\d\d:\d\d$"))
    [preview] = [request for request in inbox.requests if inbox.slug in request.url]
    assert shop.log == []
    assert preview.method == "GET"
    assert preview.headers["x-purpose"] == "preview"

    link = inbox.page.get_by_role("region", name="Messages on Dana’s phone").get_by_role("link")
    assert link.get_attribute("target") == "_blank"
    assert link.get_attribute("rel") == "noopener"
    with inbox.page.context.expect_page() as opened:
        link.click()
    expect(opened.value).to_have_title("Spring")
    assert opened.value.evaluate("window.opener") is None
    assert [request.path for request, _ in shop.log if request.path != "/favicon.ico"] == ["/spring"]
    expect(happened).to_have_count(3)
    expect(happened.nth(2)).to_contain_text(re.compile(r"^Dana tapped it\d\d:\d\d:\d\d$"))
    expect(inbox.page.get_by_role("log", name="Messages with Dana")).to_contain_text("Dana tapped the link")
    expect(inbox.page.get_by_role("region", name="Contact")).to_contain_text("tapped once")


def test_a_link_of_any_other_address_is_not_fetched(inbox: Inbox, shop: HTTPServer) -> None:
    inbox.type("Here: https://go.acme.example/7xkq2mf4 and acme.example/7xkq2mf4 and http://127.0.0.1:9/7xkq2mf4")
    inbox.send.click()
    expect(inbox.page.get_by_role("region", name="Messages on Dana’s phone").get_by_role("link")).to_have_count(3)
    inbox.type(f"{inbox.address}/v1/health {inbox.address}/demo {inbox.address}/{inbox.slug}")
    inbox.send.click()
    expect(inbox.page.get_by_role("list", name="What happened on the phone").get_by_role("listitem")).to_have_count(3)
    asked = {request.url.removeprefix(inbox.address) for request in inbox.requests}
    assert f"/{inbox.slug}" in asked
    asked.discard(shop.url_for("/spring"))  # where the link leads: named to the browser, which does not go there
    assert shop.log == []
    assert {path for path in asked if path not in {"/demo", f"/{inbox.slug}"} and not path.startswith("/demo/")} == set()


def test_each_phone_finds_the_links_that_it_would_find(inbox: Inbox) -> None:
    inbox.type("See ACME.COM/SALE or acme.com/sale, not a.file or someone@acme.com. Now: https://acme.com/x.")
    inbox.send.click()
    links = inbox.page.get_by_role("region", name="Messages on Dana’s phone").get_by_role("link")
    assert links.all_text_contents() == ["acme.com/sale", "https://acme.com/x."]
    inbox.page.get_by_role("button", name="iPhone").click()
    assert links.all_text_contents() == ["ACME.COM/SALE", "acme.com/sale", "https://acme.com/x"]
    assert links.nth(1).get_attribute("href") == "http://acme.com/sale"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 1024, 390])
def test_axe_finds_nothing_and_the_policy_is_never_broken(page_of: PageOf, axe: str, scheme: str, width: int) -> None:
    inbox = page_of(width, 844, scheme)
    inbox.type(f"Here: {inbox.address}/{inbox.slug}")
    inbox.send.click()
    expect(inbox.page.locator(".preview")).to_have_count(1)
    narrow = inbox.page.get_by_role("navigation", name="Views")
    views = ["Inbox", "Phone", "Details", "Message"] if width == 390 else [None]
    for view in views:
        if view:
            narrow.get_by_role("button", name=view).click()
        inbox.page.evaluate(axe)
        found = inbox.page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)]))")
        assert found == [], view
        assert inbox.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert inbox.complaints == []


def test_there_is_room_below_the_message_box(page_of: PageOf) -> None:
    inbox = page_of(1280, 900)
    edge = inbox.page.locator(".composer").bounding_box()
    assert edge
    assert 900 - (edge["y"] + edge["height"]) >= 110
    below = (edge["x"] + edge["width"] / 2, edge["y"] + edge["height"] + 60)
    assert inbox.page.evaluate("([x, y]) => document.elementFromPoint(x, y).className", below) == "foot"


def test_on_a_narrow_screen_the_conversation_comes_first(page_of: PageOf) -> None:
    inbox = page_of(390, 844)
    expect(inbox.box).to_be_in_viewport()
    expect(inbox.send).to_be_in_viewport()
    expect(inbox.page.get_by_role("navigation", name="Conversations")).to_be_hidden()
    inbox.page.get_by_role("button", name="Inbox").click()
    inbox.open("Mina Okafor")
    expect(inbox.page.get_by_role("heading", name="Mina Okafor")).to_be_focused()
    expect(inbox.page.get_by_role("textbox", name="Message to Mina Okafor")).to_be_in_viewport()


def test_the_keyboard_reaches_everything(inbox: Inbox) -> None:
    inbox.page.keyboard.press("Tab")
    expect(inbox.page.get_by_role("link", name="Skip to the message box")).to_be_focused()
    inbox.page.keyboard.press("Enter")
    expect(inbox.box).to_be_focused()
    inbox.page.keyboard.type(f"{inbox.address}/{inbox.slug}")
    for name in ("Insert a smile", "Saved replies", "Send"):
        inbox.page.keyboard.press("Tab")
        expect(inbox.page.locator(":focus")).to_have_accessible_name(name)
    inbox.page.keyboard.press("Space")
    expect(inbox.page.get_by_role("region", name="Messages on Dana’s phone").get_by_role("link")).to_be_visible()
    with inbox.page.context.expect_page():
        inbox.page.get_by_role("link", name=inbox.slug).press("Enter")
    expect(inbox.page.get_by_role("list", name="What happened on the phone")).to_contain_text("Dana tapped it")

"""The whole journey, as a person goes it, on two pages that have nothing in common: type, fix, track, send, tap, counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import requests
from playwright.sync_api import BrowserContext, Page, expect

from tests.extension import browser
from tests.extension.helper import Helper
from tests.extension.journey_pages import Crm, DemoInbox, LarchDesk

pytest_plugins = ["tests.extension.journey_fixtures"]

TYPED = "Sale: htps://acme.com/x?utm_source=a?b=c."
FIXED = "Sale: https://acme.com/x?utm_source=a&b=c."
DESTINATION = "https://acme.com/x?utm_source=a&b=c"
KINDS = ("text area", "editable region", "controlled")
TAP = {
    "User-Agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
    "Accept-Language": "en-US,en;q=0.9",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-User": "?1",
}
IMESSAGE = {
    "User-Agent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 "
    "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en-us",
}


@dataclass
class Counted:
    """What the helper says of one link."""

    visits: int
    human: int
    preview: int = 0
    prefetch: int = 0


@pytest.fixture(params=["demo inbox", "another CRM"])
def crm(request: pytest.FixtureRequest, shop_browser: BrowserContext, shop_helper: Helper, desk_address: str) -> Iterator[Crm]:
    page = shop_browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if request.param == "demo inbox":
        page.goto(f"{shop_helper.address}/demo")
        yield DemoInbox(page)
    else:
        page.goto(f"{desk_address}/")
        yield LarchDesk(page)
    page.close()
    assert complaints == []


def written(crm: Crm) -> str:
    """What stands in the message box."""
    text: str = crm.box.evaluate("node => 'value' in node ? node.value : node.innerText")
    return text.replace("\u00a0", " ").rstrip("\n")


def popup(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(f"{browser.worker_of(context).url.removesuffix('/background/worker.js')}/popup/popup.html")
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_from_a_broken_link_to_a_counted_click(
    crm: Crm, kind: str, shop_browser: BrowserContext, shop_helper: Helper, shop_token: str
) -> None:
    crm.choose(kind)
    before = crm.sent()
    crm.box.click()
    crm.page.keyboard.type(TYPED)

    bar = crm.page.get_by_role("region", name="Linkwell", exact=True)
    expect(bar.get_by_role("status")).to_have_text(re.compile(r"\b([2-9]|\d\d+) problems"), timeout=1000)
    bar.get_by_role("button", name="Fix all", exact=True).click()
    expect(bar.get_by_role("status")).to_contain_text("No problems")
    assert written(crm) == FIXED

    bar.get_by_role("button", name="Track links", exact=True).click()
    expect(bar.get_by_role("status")).to_contain_text("1 tracked link")
    assert crm.sent() == before
    crm.send.click()
    expect(crm.page.get_by_text(f"Sale: {shop_helper.address}/").first).to_be_visible()

    after = crm.sent()
    assert after[:-1] == before
    sound = re.fullmatch(rf"Sale: ({re.escape(shop_helper.address)}/([2-9a-hjkmnp-z]{{8}}))\.", after[-1])
    assert sound, after[-1]
    link, slug = sound.groups()

    answer = requests.get(link, headers=TAP, allow_redirects=False, timeout=10)
    assert (answer.status_code, answer.headers["Location"]) == (302, DESTINATION)
    assert counted(shop_helper, shop_token, slug) == Counted(visits=1 + crm.previews, human=1, prefetch=crm.previews)

    seen = popup(shop_browser)
    opened = seen.get_by_role("listitem").filter(has_text=slug)
    expect(opened).to_have_text(re.compile("^Someone opened "))

    answer = requests.get(link, headers=IMESSAGE, allow_redirects=False, timeout=10)
    assert (answer.status_code, answer.headers["Location"]) == (302, DESTINATION)
    assert counted(shop_helper, shop_token, slug) == Counted(visits=2 + crm.previews, human=1, preview=1, prefetch=crm.previews)
    seen.reload()
    expect(opened).to_have_text(re.compile("^Someone opened "))
    seen.close()


def test_a_tap_on_the_phone_of_the_demo_is_one_click(shop_browser: BrowserContext, shop_helper: Helper, shop_token: str) -> None:
    page = shop_browser.new_page()
    page.goto(f"{shop_helper.address}/demo")
    inbox = DemoInbox(page)
    inbox.box.click()
    page.keyboard.type(FIXED)
    page.get_by_role("region", name="Linkwell", exact=True).get_by_role("button", name="Track links", exact=True).click()
    expect(page.get_by_role("region", name="Linkwell", exact=True).get_by_role("status")).to_contain_text("1 tracked link")
    page.keyboard.press("Control+Enter")

    happened = page.get_by_role("list", name="What happened on the phone")
    expect(happened).to_contain_text("Preview, not counted")
    link = page.get_by_role("region", name="Messages on Dana’s phone").get_by_role("link")
    slug = (link.get_attribute("href") or "").rpartition("/")[2].rstrip(".")
    assert counted(shop_helper, shop_token, slug) == Counted(visits=1, human=0, prefetch=1)
    with shop_browser.expect_page() as opened:
        link.click()
    expect(happened).to_contain_text("Dana tapped it")
    opened.value.wait_for_url(re.compile("^(chrome-error:|https://acme)"))
    assert counted(shop_helper, shop_token, slug) == Counted(visits=2, human=1, prefetch=1)
    opened.value.close()
    page.close()


def counted(helper: Helper, token: str, slug: str) -> Counted:
    answer = requests.get(f"{helper.address}/v1/links/{slug}", headers={"Authorization": f"Bearer {token}"}, timeout=10)
    assert answer.status_code == 200, answer.text
    link = answer.json()
    assert link["destination"] == DESTINATION
    categories = link["by_category"]
    return Counted(link["visits"], link["clicks"]["human"], categories["preview"], categories["prefetch"])


def test_the_two_pages_have_nothing_in_common(shop_browser: BrowserContext, shop_helper: Helper, desk_address: str) -> None:
    """No id, no class and no attribute's value: so neither page can be what the extension was written for."""
    demo, desk = shop_browser.new_page(), shop_browser.new_page()
    demo.goto(f"{shop_helper.address}/demo")
    desk.goto(f"{desk_address}/")
    values: dict[Page, set[str]] = {demo: set(), desk: set()}
    for crm in (DemoInbox(demo), LarchDesk(desk)):
        for kind in KINDS:
            crm.choose(kind)
            expect(crm.box).to_be_visible()
            found = crm.page.locator(":root *").evaluate_all(
                "nodes => nodes.filter((node) => !node.matches('linkwell-ui')).flatMap((node) =>"
                " [...node.attributes].flatMap(({ name, value }) => name === 'class' ? [...node.classList] : [value]))"
            )
            values[crm.page].update(value.lower() for value in found if value)
    assert values[demo] & values[desk] == {"utf-8"}
    above = "node => { const tags = []; for (let at = node.parentElement; at; at = at.parentElement) tags.push(at.localName); return tags }"
    paths = [crm.box.evaluate(above) for crm in (DemoInbox(demo), LarchDesk(desk))]
    assert set(paths[0]) & set(paths[1]) == {"body", "html"}
    demo.close()
    desk.close()

"""The bar: what it says, when it says it, and where it stands."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.extension.conftest import Opener
from tests.extension.helper import Helper

BAD = "Sale: htps://acme.com/x?utm_source=a?b=c."
CLEAN = "Your order: https://acme.com/orders/4821 see you"
KINDS = ("field", "rich", "react")


def box_of(part: Locator) -> dict[str, float]:
    box = part.bounding_box()
    assert box
    return {"left": box["x"], "top": box["y"], "right": box["x"] + box["width"], "bottom": box["y"] + box["height"]}


def apart(one: Locator, other: Locator) -> bool:
    a, b = box_of(one), box_of(other)
    return a["right"] <= b["left"] or b["right"] <= a["left"] or a["bottom"] <= b["top"] or b["bottom"] <= a["top"]


@pytest.mark.parametrize("kind", KINDS)
def test_it_names_the_problems_within_a_second(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type(BAD)
    here.says(re.compile(r"^1 link · 2 problems · 1 → 1 segments"), timeout=1000)
    expect(here.findings.first).to_have_accessible_name("“htps” is missing a letter")
    expect(here.bar).to_have_class(re.compile(r"\bblock\b"))


def test_nothing_to_check_has_no_bar(desk: Opener) -> None:
    here = desk("field")
    here.type("See you at nine")
    here.draw()
    expect(here.bar).to_be_hidden()
    here.page.keyboard.type(", at acme.com")
    here.says("1 link")
    here.box.fill("")
    expect(here.bar).to_be_hidden()


def test_a_clean_message_is_one_quiet_line(desk: Opener) -> None:
    here = desk("field")
    here.type(CLEAN)
    here.says(re.compile(r"^1 link · No problems · 1 → 1 segments"))
    here.settle()
    assert box_of(here.bar)["bottom"] - box_of(here.bar)["top"] == 36
    expect(here.findings).to_have_count(0)
    here.bar.get_by_role("button", name=re.compile("^No problems")).click()
    expect(here.findings).to_have_accessible_name("This link is not tracked yet")


def test_without_a_link_there_is_nothing_to_track_and_compare(desk: Opener) -> None:
    here = desk("field")
    here.type("Hi {{first_name}}, see you at 5")
    expect(here.status).to_have_text("0 links · 1 problem · 1 segment")


def test_it_follows_the_text(desk: Opener) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    here.page.keyboard.press("Control+A")
    here.page.keyboard.type(CLEAN)
    here.says("No problems")


def test_only_the_first_three_findings_stand_unfolded(desk: Opener) -> None:
    here = desk("field")
    here.type("htps://acme.com/1 htps://acme.com/2 {{link}} {{name}} {{code}} end")
    here.says("5 problems")
    expect(here.findings).to_have_count(4)
    more = here.bar.get_by_role("button", name="2 more problems")
    expect(more).to_have_text("2 more")
    more.click()
    expect(here.findings).to_have_count(5)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_never_moves(desk: Opener, kind: str) -> None:
    here = desk(kind)
    places = """() => [...document.querySelectorAll("body *")].map(node => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [node.localName, x, y, width, height];
    })"""
    expect(here.box).to_be_visible()
    before = here.page.evaluate(places)
    scroll = here.page.evaluate("[scrollX, scrollY, document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
    here.type(BAD.split("?", maxsplit=1)[0])
    here.says("1 problem")
    assert here.page.evaluate(places) == before
    here.findings.first.click()
    expect(here.card).to_be_visible()
    assert here.page.evaluate(places) == before
    here.page.keyboard.press("Escape")
    here.send.click()
    expect(here.hold).to_be_visible()
    assert here.page.evaluate(places) == before
    assert here.page.evaluate("[scrollX, scrollY, document.documentElement.scrollHeight, document.documentElement.scrollWidth]") == scroll
    host = here.page.locator("linkwell-ui")
    expect(host).to_have_count(1)
    assert host.evaluate("node => node.parentNode === document.documentElement && node.shadowRoot.mode === 'open'")


@pytest.mark.parametrize(("width", "height"), [(390, 560), (390, 300), (390, 200), (1280, 400)])
def test_every_finding_can_be_reached_however_many_there_are(desk: Opener, page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    here = desk("field")
    here.type(" ".join(f"htps://acme.com/{at}?a=1&&b=2" for at in range(9)))
    expect(here.bar).to_be_visible()
    expect(here.status).to_contain_text("19 problems")
    unfold = here.bar.get_by_role("button", name=re.compile("^Linkwell"))
    if unfold.is_visible():
        unfold.click()
    here.bar.get_by_role("button", name=re.compile("more problems")).click()
    here.draw()
    if unfold.is_visible() and unfold.get_attribute("aria-expanded") == "false":
        unfold.click()
    bar = box_of(here.bar)
    assert bar["top"] >= 0
    assert bar["bottom"] <= height
    here.findings.last.click()
    expect(here.card).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("room", ["wide", "tight", "none"])
def test_it_covers_neither_send_nor_the_text(desk: Opener, page: Page, width: int, room: str) -> None:
    page.set_viewport_size({"width": width, "height": {"wide": 900, "tight": 560, "none": 180}[room]})
    here = desk("field")
    if room != "wide":
        page.add_style_tag(content="main { padding-bottom: 0 } ul { min-height: 20px }")
    if room == "none":
        page.add_style_tag(content="header { display: none } ul { padding: 0; min-height: 0 }")
    here.type("htps://acme.com/1 ok")
    here.says("1 problem") if room != "none" else expect(here.bar).to_be_visible()
    here.draw()
    here.settle()
    assert apart(here.bar, here.send)
    if room != "none":
        assert apart(here.bar, here.box)
        assert abs(box_of(here.bar)["left"] - box_of(page.locator(".box"))["left"]) <= 1
        assert abs(box_of(here.bar)["right"] - box_of(page.locator(".box"))["right"]) <= 1
    else:
        assert box_of(here.bar)["right"] - box_of(here.bar)["left"] == 28
        here.bar.get_by_role("button", name=re.compile("^Linkwell")).click()
        expect(here.action("Fix all")).to_be_visible()


def test_it_goes_below_a_send_that_stands_under_the_composer(desk: Opener, page: Page) -> None:
    here = desk("field")
    page.add_style_tag(
        content=".box { border: 0; border-radius: 0; background: none } .field { border: 1px solid #888 } .tools { padding-top: 12px }"
    )
    here.type("htps://acme.com/1 ok")
    here.says("1 problem")
    here.settle()
    assert box_of(here.bar)["top"] >= box_of(here.send)["bottom"]


def test_it_moves_with_the_composer(desk: Opener, page: Page) -> None:
    here = desk("field")
    here.type("htps://acme.com/1 ok")
    here.says("1 problem")
    here.settle()
    gap = box_of(here.bar)["top"] - box_of(page.locator(".box"))["bottom"]
    page.add_style_tag(content="ul { min-height: 100px; } body { display: block }")
    page.wait_for_function(
        """gap => {
            const bar = document.querySelector("linkwell-ui").shadowRoot.querySelector(".lw-bar").getBoundingClientRect();
            return Math.abs(bar.top - document.querySelector(".box").getBoundingClientRect().bottom - gap) <= 1;
        }""",
        arg=gap,
    )
    assert abs(gap - 6) <= 1


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("desktop", ["light", "dark"])
def test_the_theme_is_the_composers(desk: Opener, page: Page, dark: bool, desktop: str) -> None:
    page.emulate_media(color_scheme="dark" if desktop == "dark" else "light")
    here = desk("field", **({"dark": "yes"} if dark else {}))
    here.type(CLEAN)
    here.says("No problems")
    background = here.bar.evaluate("node => getComputedStyle(node).backgroundColor")
    assert background == ("rgb(29, 34, 40)" if dark else "rgb(255, 255, 255)")


def test_without_the_helper_it_says_so_and_tries_again(desk: Opener, helper: Helper) -> None:
    helper.stop()
    here = desk("field")
    here.type(CLEAN)
    here.says("Not checked · Linkwell is not running")
    helper.start()
    here.action("Try again").click()
    here.says("No problems", timeout=10_000)


def test_a_page_with_the_strictest_policy_shows_it_too(desk: Opener) -> None:
    here = desk("rich", path="/strict")
    here.type(BAD)
    here.says("2 problems")
    assert here.bar.evaluate("node => getComputedStyle(node).borderRadius") == "8px"
    here.action("Fix all").click()
    here.says("No problems")
    here.send.click()
    here.sends(1)
    assert here.texts == ["Sale: https://acme.com/x?utm_source=a&b=c."]


def test_a_page_that_takes_it_out_gets_it_back(desk: Opener) -> None:
    here = desk("field")
    here.type(BAD)
    here.says("2 problems")
    here.page.evaluate("document.querySelector('linkwell-ui').remove()")
    here.page.keyboard.type(" x")
    here.says("2 problems")


def test_underlines_are_painted_and_the_text_stays_the_pages(desk: Opener) -> None:
    here = desk("rich")
    here.type("See htps://acme.com/1 and https://acme.com/a?b=1?c=2 ok")
    here.says("2 problems")
    assert here.page.evaluate("[...CSS.highlights].map(([name, { size }]) => [name, size])") == [["linkwell-light-block", 2]]
    assert here.page.evaluate("[...CSS.highlights.get('linkwell-light-block')].map(String)") == [
        "htps://acme.com/1",
        "https://acme.com/a?b=1?c=2",
    ]
    assert "<span" not in here.html()

"""The card's line about phones: what Android opens, where that is not the address that is meant."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.extension.conftest import Opener
from tests.extension.desk import Desk


def card_on(here: Desk, text: str, chip: str) -> Locator:
    """Type a message and open the card of one of its findings."""
    here.type(text)
    here.says("1 link")
    more = here.bar.get_by_role("button", name="No problems")
    wanted = here.findings.filter(has_text=chip)
    expect(wanted.or_(more).first).to_be_visible()  # what was said of half of the text is over
    if more.is_visible():
        more.click()
    wanted.click()
    return here.card


@pytest.mark.parametrize(
    ("text", "chip", "line"),
    [
        ("Sale ends today: https://acme.com/sale.", "full stop", "On Android this opens https://acme.com/sale."),
        ("Order at acme.com/sale today", "https", "On Android this opens http://acme.com/sale"),
        ("Order here: htps://acme.com/sale today", "htps", "Android shows no link here."),
    ],
)
def test_it_says_what_android_makes_of_the_link(desk: Opener, text: str, chip: str, line: str, screenshots: Path) -> None:
    card = card_on(desk("field"), text, chip)
    expect(card.locator(".phones")).to_have_text(line)
    card.screenshot(path=screenshots / "card.png")


@pytest.mark.parametrize(
    ("text", "chip"), [("Order here: https://acme.com/ today", "not tracked"), ("Order: https://acme.con/sale", ".con")]
)
def test_it_says_nothing_where_android_opens_what_is_meant(desk: Opener, text: str, chip: str) -> None:
    card = card_on(desk("field"), text, chip)
    expect(card).to_contain_text("Now")
    expect(card.locator(".phones")).to_have_count(0)


def test_an_address_reads_left_to_right_and_wraps(desk: Opener) -> None:
    here = desk("field")
    card = card_on(here, f"Order at acme.com/{'a' * 90}/{'b' * 90} now", "https")
    address = card.locator(".phones bdi")
    expect(address).to_have_css("direction", "ltr")
    assert card.evaluate("node => node.querySelector('.in').scrollWidth <= node.querySelector('.in').clientWidth")

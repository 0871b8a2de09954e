"""What visits are taken for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from linkwell import signals
from linkwell.model.visit import Category, Classified, Visit

CHROME = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS {} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{} Mobile/15E148 Safari/604.1"
)
SAFARI_26 = IPHONE.format("26_1", "26.1")
SAFARI_15 = IPHONE.format("15_4", "15.4")
IMESSAGE = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 "
    "facebookexternalhit/1.1 Facebot Twitterbot/1.0"
)
TAP = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document", "sec-fetch-site": "none"}


def classified(agent: str | None, method: str = "GET", scheme: str = "https", **headers: str) -> Classified:
    sent = {name.replace("_", "-"): value for name, value in headers.items()} | ({"user-agent": agent} if agent else {})
    at = datetime(2026, 11, 23, tzinfo=UTC)
    return signals.classify(Visit("w", 1, at, "7xkq2mf4", "7xkq2mf4", "exact", 302, method, scheme, "go.acme.example", sent, "v"))


def category(agent: str | None, method: str = "GET", scheme: str = "https", headers: dict[str, str] | None = None) -> Category:
    return classified(agent, method, scheme, **(headers or {})).category


@pytest.mark.parametrize("agent", [CHROME, SAFARI_26])
def test_a_tap_in_a_browser_is_human(agent: str) -> None:
    assert category(agent, headers=TAP) is Category.HUMAN


def test_safari_is_human_without_sec_fetch_user() -> None:
    assert category(SAFARI_26, headers={"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}) is Category.HUMAN


@pytest.mark.parametrize("method", ["HEAD", "POST", "OPTIONS"])
def test_any_method_but_get_is_a_scanner_even_with_a_browsers_headers(method: str) -> None:
    assert category(CHROME, method, headers=TAP) is Category.SCANNER


@pytest.mark.parametrize(
    ("name", "value"),
    [("sec-purpose", "prefetch;prerender"), ("purpose", "prefetch"), ("x-purpose", "preview"), ("x-moz", "prefetch")],
)
def test_loading_ahead_is_prefetch(name: str, value: str) -> None:
    assert category(CHROME, headers=TAP | {name: value}) is Category.PREFETCH


@pytest.mark.parametrize(
    ("name", "agent"),
    [
        ("iMessage", IMESSAGE),
        ("Google Messages", "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/150 Mobile Safari/537.36 GoogleMessages/1.2"),
        ("Google Messages", "Mozilla/5.0 (compatible; Google-PageRenderer Google (+https://developers.google.com/+/web/snippet/))"),
        ("WhatsApp and Signal", "WhatsApp/2.24.1 A"),
        ("WhatsApp and Signal", "WhatsApp/2"),
        ("Telegram", "TelegramBot (like TwitterBot)"),
        ("Slack", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"),
        ("Teams and Skype", "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com"),
        ("Discord", "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"),
        ("Viber", "Viber/20.5.0 CFNetwork/1410"),
        ("Line", "facebookexternalhit/1.1;line-poker/1.0"),
        ("Facebook", "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"),
    ],
)
def test_preview_fetchers_are_previews_and_are_named(name: str, agent: str) -> None:
    found = classified(agent)
    assert found.category is Category.PREVIEW
    assert found.reasons[0] == f"preview fetched by {name}"


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.0.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS]",
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Instagram 300.0.0.0",
    ],
)
def test_a_tap_inside_an_app_is_human(agent: str) -> None:
    assert category(agent, headers=TAP) is Category.HUMAN


@pytest.mark.parametrize("agent", [None, "", "curl/8.5.0", "okhttp/4.9", "SAMSUNG-SGH-E250/1.0"])
def test_no_browsers_shape_is_unknown_and_never_a_robot_by_shape(agent: str | None) -> None:
    assert category(agent, headers=TAP) is Category.UNKNOWN


def test_an_older_browser_cannot_be_told() -> None:
    found = classified(SAFARI_15)
    assert found.category is Category.UNKNOWN
    assert "suspect" not in found.reasons[0]


@pytest.mark.parametrize("agent", [CHROME, SAFARI_26])
def test_a_browser_of_today_that_does_not_say_how_it_came_is_suspect(agent: str) -> None:
    found = classified(agent)
    assert found.category is Category.UNKNOWN
    assert found.reasons[0].startswith("suspect")


def test_over_plain_http_its_silence_means_nothing() -> None:
    assert "suspect" not in classified(CHROME, scheme="http").reasons[0]


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}, {"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}]
)
def test_part_of_another_page_is_no_tap(headers: dict[str, str]) -> None:
    assert category(CHROME, headers=headers) is Category.UNKNOWN


def test_every_signals_file_is_listed() -> None:
    files = {file.stem for file in Path(signals.__file__).parent.glob("*.py")} - {"__init__", "clue"}
    assert {read.__module__.rpartition(".")[2] for read in signals.ALL} == files

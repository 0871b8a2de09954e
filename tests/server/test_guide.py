"""The team's link guide: everything that its policy says stands in it, in words, and nothing of it can break out of the page."""

import re

import pytest
from bs4 import BeautifulSoup

from linkwell.actions.guide import guide_of
from linkwell.actions.guide_page import as_html, as_markdown
from linkwell.checks import ALL
from linkwell.model.finding import Severity
from linkwell.model.policy import Brand, Owner, Policy
from linkwell.store import documents
from tests.server.policy_document import FULL

NASTY = '</title><script>alert("1")</script> *B* `c` [x](y) & &amp;\n# Sons'


def part(markdown: str, heading: str) -> str:
    return markdown.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_with_nothing_set_it_says_what_that_means() -> None:
    guide = as_markdown(guide_of(Policy()))
    for said in (
        "Links may lead to any website",
        "No campaign tags are set",
        "No domain for short links is set yet",
        "Tracking is recommended",
        "No quiet hours are set",
        "Reply STOP to opt out.",
        "Up to 2 links in one text.",
        "Ask your Linkwell administrator",
    ):
        assert said in guide
    assert "Not looked at here" not in guide


def test_what_the_policy_says_stands_in_it() -> None:
    guide = as_markdown(guide_of(documents.read(FULL)))
    for said in (
        "- `acme.com` and everything below it",
        "- `partner.com` itself, nothing below it",
        "- what lies below `shop.acme.com`, as `www.shop.acme.com`",
        "- `blog.com` and everything below it, pages like `/acme/*` only",
        "- `evil.com` and everything below it",
        "- `staging-*.acme.com`",
        "Acme or Acme Outfitters: `acme.com`",
        "`utm_source=sms`",
        "`utm_campaign={campaign}`, with the name of the campaign in the place of `{campaign}`",
        "as `https://go.acme.com/7xkq2mf4`",
        "`links.acme.com` are ours as well",
        "`old.acme.com` are old",
        "`bit.ly` may be used here",
        "No texts from 21:00 to 08:30",
        "of New York",
        "Every campaign text ends with “Text STOP to end.”",
        "So does `nope` here.",
        "Up to 3 links",
        "over 300 characters is worth a look",
        "over 900 characters is held",
        "more than 6 parts",
        "500 characters at most",
        "hi@acme.com or +1 555 0100",
        "Curly quotes",
    ):
        assert said in guide, said
    there = part(guide, "Different on crm.acme.com")
    for said in ("Links need not be tracked.", "`crm.acme.com` and everything below it", "Up to 5 links", "20:00 to 09:00", "of London"):
        assert said in there, said


def test_each_check_stands_where_the_team_wants_it() -> None:
    policy = documents.read(FULL)
    guide = as_markdown(guide_of(policy))
    title = {check.code: check.title for check in ALL}
    assert title["missing-scheme"] in part(guide, "What is worth a look")
    assert title["unfilled-placeholder"] in part(guide, "What is worth a look")
    assert title["untracked-link"] in part(guide, "Not looked at here")
    assert title["malformed-scheme"] in part(guide, "What holds the send")
    assert title["unapproved-destination"] in part(guide, "What is worth a look")
    assert title["unapproved-destination"] not in as_markdown(guide_of(Policy())), "nothing is approved, so it never says a word"
    rows = [line for line in guide.splitlines() if line.startswith("| ") and "---" not in line and "What we see" not in line]
    assert len(rows) == len(set(rows)) == len(ALL) - 1, "every check but the one that is off, once"


def test_a_locked_check_is_never_told_as_off() -> None:
    policy = Policy(severities=dict.fromkeys((check.code for check in ALL), None))
    guide = as_markdown(guide_of(policy))
    worth_a_look = part(guide, "What is worth a look")
    assert all((check.title in worth_a_look) is check.locked for check in ALL if check.code != "denied-host")
    assert part(guide, "What holds the send").strip() == "Nothing."
    assert "Whether a link is tracked is not looked at here" in guide


@pytest.mark.parametrize("policy", [Policy(), documents.read(FULL), Policy(owner=Owner(NASTY, email="a@b.c"))])
def test_the_page_needs_nothing_else_and_holds_all_of_it(policy: Policy) -> None:
    guide = guide_of(policy)
    page = BeautifulSoup(as_html(guide), "html.parser")
    assert [heading.text for heading in page.find_all("h2")] == [section.heading for section in guide.sections]
    assert [link["href"] for link in page.find_all("a")] == [f"#{heading['id']}" for heading in page.find_all("h2")]
    assert page.find_all(["script", "img", "link", "iframe", "object"]) == []
    assert "url(" not in str(page.style)
    assert "@import" not in str(page.style)
    kinds = {row["class"][0] for row in page.select("tbody tr")}
    assert kinds <= {severity.value for severity in Severity}
    assert len(page.select("tbody tr")) == as_markdown(guide).count("\n| ") - 2 * len(page.find_all("table"))


def test_what_a_policy_says_stays_text() -> None:
    policy = Policy(owner=Owner(NASTY), approved_destinations=("acme.com/`<b>`/*",))
    page = BeautifulSoup(as_html(guide_of(policy)), "html.parser")
    assert page.find_all("script") == page.find_all("b") == []
    assert page.title is not None
    assert page.title.text == f"Links in texts from {NASTY.replace('`', chr(39))}"
    heading = as_markdown(guide_of(policy)).splitlines()[0]
    assert heading == "# Links in texts from " + r"\</title\>\<script\>alert(\"1\")\</script\> \*B\* 'c' \[x\](y) & \&amp; # Sons".replace(
        r"\"", '"'
    )
    assert not re.search(r"(?<!\\)<script", as_markdown(guide_of(policy)))


def test_a_name_that_looks_like_markdown_begins_no_heading_and_no_list() -> None:
    names = ("# Acme", "- Acme", "+ Acme", "1. Acme", "12) Acme", "=== Acme", "* Acme", "> Acme")
    guide = as_markdown(guide_of(Policy(brands=tuple(Brand((name,), ("acme.com",)) for name in names))))
    entries = [line.removeprefix("- ") for line in guide.splitlines() if line.endswith("Acme: `acme.com`")]
    assert [entry.replace("\\", "") for entry in entries] == [f"{name}: `acme.com`" for name in names]
    assert all(re.match(r"\d*\\", entry) for entry in entries), entries

"""What single checks do at their edges, and what they leave alone."""

from datetime import UTC, datetime

import pytest

from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.finding import Finding, Severity
from linkwell.model.message import Channel, Message
from linkwell.model.policy import Policy
from linkwell.model.tracked_link import TrackedLink
from linkwell.text.edits import apply_edits


def found(text: str, code: str, context: Context | None = None) -> list[Finding]:
    return [finding for finding in review(Message(text), context or Context()).findings if finding.code == code]


def codes(text: str, context: Context | None = None) -> set[str]:
    return {finding.code for finding in review(Message(text), context or Context()).findings}


def mended(text: str, code: str, context: Context | None = None) -> str:
    return apply_edits(text, [finding.edit for finding in found(text, code, context) if finding.edit is not None])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("https://a.com/x?u=a?b=c", "https://a.com/x?u=a&b=c"),
        ("https://a.com/x?u=a?b=c?d=e", "https://a.com/x?u=a&b=c&d=e"),
        ("https://a.com/x?&u=a&&b=c", "https://a.com/x?u=a&b=c"),
        ("https://a.com/x&u=a&b=c", "https://a.com/x?u=a&b=c"),
        ("https://a.com&u=a", "https://a.com?u=a"),
        ("https://a.com/x?keep=a+b%20c;d=&flag&&e=f", "https://a.com/x?keep=a+b%20c;d=&flag&e=f"),
        ("https://a.com/x?q=1#top?utm_source=s&utm_medium=m", "https://a.com/x?q=1&utm_source=s&utm_medium=m#top"),
        ("https://a.com/#utm_source=s", "https://a.com/?utm_source=s"),
        ("https://a.com/x&q=1&&r=2#t?utm_source=s", "https://a.com/x?q=1&r=2&utm_source=s#t"),
        ("https://a.com/50%-off?x=%zz", "https://a.com/50%25-off?x=%25zz"),
        ("https://a.com/x?u=a/?b=c", "https://a.com/x?u=a&b=c"),
        ("https://a.com/x/?d=5/14&/?b=c", "https://a.com/x/?d=5/14&b=c"),
    ],
)
def test_a_query_is_mended_without_touching_the_rest(text: str, after: str) -> None:
    assert mended(text, "broken-query") == after
    assert not found(after, "broken-query")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("https://a.com/x?u=a?b=c", Severity.BLOCK),
        ("https://a.com/x#t?utm_source=s", Severity.BLOCK),
        ("https://a.com/x?a=1&&b=2", Severity.WARN),
        ("https://a.com/x?a=50%", Severity.WARN),
    ],
)
def test_only_what_loses_the_click_blocks(text: str, severity: Severity) -> None:
    assert [finding.severity for finding in found(text, "broken-query")] == [severity]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("https://a.com/?gclid=1", "https://a.com/"),
        ("https://a.com/?gclid=1#t", "https://a.com/#t"),
        ("https://a.com/?gclid=1&a=b", "https://a.com/?a=b"),
        ("https://a.com/?a=b+c%20;d&gclid=1", "https://a.com/?a=b+c%20;d"),
        ("https://a.com/?a=b&gclid=1&c=&fbclid=2&d", "https://a.com/?a=b&c=&d"),
        ("https://a.com/?GCLID=1&a=b&fbclid=2", "https://a.com/?a=b"),
    ],
)
def test_somebody_elses_click_is_cut_out(text: str, after: str) -> None:
    [finding] = found(text, "borrowed-click-id")
    assert finding.edit is not None
    assert apply_edits(text, [finding.edit]) == after


def test_what_sticks_to_a_link_matters_at_the_end_of_the_message() -> None:
    assert [f.severity for f in found("Go https://a.com/x.", "touching-punctuation")] == [Severity.INFO]
    assert [f.severity for f in found("Go (https://a.com/x)", "touching-punctuation")] == [Severity.WARN]
    assert [f.severity for f in found("Go https://a.com/x😀 now", "touching-punctuation")] == [Severity.WARN]
    assert not found("Go https://a.com/x. Now", "touching-punctuation")
    assert not found("Go https://a.com.", "touching-punctuation")
    tracked = Context(tracking_hosts=frozenset({"go.acme.com"}))
    assert not found("Go https://go.acme.com/7xkq2mf4.", "touching-punctuation", tracked)
    assert mended("Go https://a.com/x?", "touching-punctuation") == "Go https://a.com/x ?"


def test_an_unusual_space_is_grave_only_next_to_a_link() -> None:
    assert codes("At 10\u00a0am") == {"unicode-cost"}
    assert "invisible-character" not in codes("At 10\u00a0am https://a.com/x")
    text = "At 10\u00a0am https://a.com/x\u00a0today"
    assert [f.span.start for f in found(text, "invisible-character")] == [text.rindex("\u00a0")]
    assert [f.span.start for f in found(text, "unicode-cost")] == [text.index("\u00a0")]


def test_direction_overrides_matter_wherever_a_link_is() -> None:
    assert len(found("\u202ahi\u202c https://a.com/x", "invisible-character")) == 2
    assert not found("\u202ahi\u202c", "invisible-character")


def test_a_placeholder_is_no_bad_percent_sign() -> None:
    assert codes("https://a.com/?n=%NAME%") == {"unfilled-placeholder"}


def test_costly_characters_are_told_only_where_they_alone_cost() -> None:
    assert len(found("“Hi” – it’s us…", "unicode-cost")) == 5
    assert mended("“Hi” – it’s us…", "unicode-cost") == '"Hi" - it\'s us...'
    assert not found("It’s us 😀", "unicode-cost")
    assert not found("https://a.com/it’s", "unicode-cost")
    assert not review(Message("It’s us", channel=Channel.EMAIL), Context()).findings


def test_a_hyphen_for_a_dash_does_not_grow_onto_a_link() -> None:
    text = "Order—acme.com—now"
    after = mended(text, "unicode-cost")
    assert [link.written for link in review(Message(after), Context()).message.links] == ["acme.com"]


def tracked(slug: str) -> TrackedLink:
    return TrackedLink(slug, f"https://go.acme.com/{slug}", "https://acme.com/", datetime(2026, 1, 1, tzinfo=UTC))


def test_a_tracked_link_is_judged_by_what_was_looked_up() -> None:
    hosts = frozenset({"go.acme.com"})
    text = "https://go.acme.com/7xkq2mf4"
    assert not found(text, "edited-tracked-link", Context(tracking_hosts=hosts))
    assert not found(text, "edited-tracked-link", Context(tracking_hosts=hosts, known={"7xkq2mf4": tracked("7xkq2mf4")}))
    [unknown] = found(text, "edited-tracked-link", Context(tracking_hosts=hosts, known={"7xkq2mf4": None}))
    assert unknown.title == "This tracked link does not exist"
    assert unknown.edit is None


def test_a_changed_slug_is_given_back() -> None:
    context = Context(tracking_hosts=frozenset({"go.acme.com"}), near={"7xkq2mf5": "7xkq2mf4"})
    assert mended("Go go.acme.com/7XKQ2mf5. Bye", "edited-tracked-link", context).startswith("Go go.acme.com/7xkq2mf4")


def test_policy_allows_a_shortener_and_demands_tracking() -> None:
    assert codes("Sale: https://bit.ly/x", Context(policy=Policy(allowed_shorteners=("bit.ly",)))) == set()
    [finding] = found("https://youtu.be/x", "public-shortener")
    assert (finding.severity, "YouTube" in finding.title) == (Severity.WARN, True)
    [demanded] = found("https://a.com/x", "untracked-link", Context(policy=Policy(require_tracking=True)))
    assert demanded.severity is Severity.WARN


def test_places_are_approved_by_host_subdomain_and_path() -> None:
    policy = Policy(approved_destinations=("acme.com", "=only.com", "shop.com/sale/*"))
    verdicts = {
        url: bool(codes(url, Context(policy=policy)) & {"unapproved-destination", "lookalike-host"})
        for url in (
            "https://acme.com/x", "https://a.b.acme.com", "https://acme.com.evil.com", "https://notacme.com", "https://only.com/x", "https://www.only.com",
            "https://shop.com/sale/1", "https://shop.com/sale/../x", "https://shop.com/other",
        )
    }  # fmt: skip
    assert [url for url, told in verdicts.items() if told] == [
        "https://acme.com.evil.com",
        "https://notacme.com",
        "https://www.only.com",
        "https://shop.com/sale/../x",
        "https://shop.com/other",
    ]
    assert not found("https://anything.com", "unapproved-destination")

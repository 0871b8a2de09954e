"""A review names every fault once, its edits mend the message, and ordinary texts pass."""

import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwell.actions.review import read, review, slugs_in
from linkwell.checks import ALL
from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.model.review import Review, Verdict
from linkwell.model.span import Span
from linkwell.text.edits import apply_edits

HOSTS = frozenset({"go.acme.com", "127.0.0.1:18473"})
CONTEXT = Context(Policy(tracking_domain="go.acme.com"), HOSTS)


def edits(of: Review, *severities: Severity) -> list[Edit]:
    return [finding.edit for finding in of.findings if finding.edit is not None and (not severities or finding.severity in severities)]


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_a_check_that_the_policy_raises_holds_the_send(check: Check) -> None:
    context = check.example_context or Context()
    raised = replace(context, policy=replace(context.policy, severities={check.code: Severity.BLOCK}))
    for text in check.bad:
        found = {finding.code: finding.severity for finding in review(Message(text, campaign=check.example_campaign), raised).findings}
        assert found[check.code] is Severity.BLOCK, text


def test_the_documented_review_comes_out_as_documented() -> None:
    text = "Sale ends today: htps://acme.com/sale."
    result = review(Message(text), CONTEXT)
    [link] = result.message.links
    assert (link.span, link.written, link.url) == (Span(17, 37), "htps://acme.com/sale", "https://acme.com/sale")
    assert (link.host, link.domain, link.kind) == ("acme.com", "acme.com", LinkKind.PLAIN)
    first = result.findings[0]
    assert (first.code, first.severity, first.span, first.link) == ("malformed-scheme", Severity.BLOCK, Span(17, 37), 0)
    assert first.edit == Edit(Span(17, 21), "https")
    assert first.title == "“htps” is missing a letter"
    assert result.verdict is Verdict.BLOCK
    assert (result.segments.encoding, result.segments.units, result.segments.segments, result.segments.remaining) == ("GSM-7", 38, 1, 122)
    assert (result.after_tracking.segments, result.after_tracking.units) == (1, 46)


def test_a_message_with_three_faults_is_mended_in_one_go() -> None:
    text = "Sale: htps://acme.com/x?ref=a?b=c."
    result = review(Message(text), CONTEXT)
    assert [(finding.code, finding.severity) for finding in result.findings] == [
        ("malformed-scheme", Severity.BLOCK),
        ("broken-query", Severity.BLOCK),
        ("touching-punctuation", Severity.INFO),
    ]
    assert not result.is_sound(0)
    after = apply_edits(text, edits(result, Severity.BLOCK, Severity.WARN))
    assert after == "Sale: https://acme.com/x?ref=a&b=c."
    mended = review(Message(after), CONTEXT)
    assert mended.verdict is Verdict.OK
    assert mended.is_sound(0)
    assert [finding.code for finding in mended.findings] == ["untracked-link", "touching-punctuation"]


def test_nothing_to_check_is_nothing_found() -> None:
    for text in ("", " ", "Thanks, see you at 10:30.", "Grüße!"):
        result = review(Message(text), CONTEXT)
        assert (result.message.links, result.findings, result.verdict) == ((), (), Verdict.OK)
        assert result.after_tracking == result.segments


def test_findings_stand_in_the_order_of_the_text() -> None:
    result = review(Message("Hi {{name}}, acme.con and htps://acme.com/x?a=1?b=2."), CONTEXT)
    assert [finding.span for finding in result.findings] == sorted(finding.span for finding in result.findings)
    assert result.verdict is Verdict.BLOCK


def test_one_fault_has_one_finding() -> None:
    assert [f.code for f in review(Message("https://acme/x"), CONTEXT).findings] == ["broken-host"]
    assert [f.code for f in review(Message("https://acme..con/x"), CONTEXT).findings] == ["broken-host"]
    assert [f.code for f in review(Message("https://acme.com/{{id}}"), CONTEXT).findings] == ["unfilled-placeholder"]
    assert [f.code for f in review(Message("https://bit.ly/x"), CONTEXT).findings] == ["public-shortener"]


def test_tracked_length_counts_every_link_that_can_be_tracked() -> None:
    text = "https://acme.com/a and acme.com/b, https://bit.ly/c, https://acme/d, https://go.acme.com/7xkq2mf4"
    tracked = "https://go.acme.com/22222222"
    after = review(Message(text), CONTEXT).after_tracking
    assert after.units == len(text.replace("https://acme.com/a", tracked).replace("acme.com/b", tracked))
    helper = review(Message("https://acme.com/a"), Context(base="http://127.0.0.1:18474/"))
    assert helper.after_tracking.units == len("http://127.0.0.1:18474/22222222")


def test_slugs_are_named_before_the_store_is_asked() -> None:
    text = "https://go.acme.com/7XKQ2mf4. go.acme.com/7xkq2mf5 https://go.acme.com/ https://acme.com/7xkq2mf4 http://127.0.0.1:18473/x"
    assert slugs_in(read(Message(text), HOSTS)) == {"7xkq2mf4", "7xkq2mf5", "x"}
    assert slugs_in(read(Message("No link of ours: https://acme.com/x"), HOSTS)) == frozenset()


def ordinary_texts() -> list[str]:
    lines = (Path(__file__).parent / "corpus" / "corpus_ordinary.txt").read_text("utf-8").splitlines()
    return [line for line in lines[4:] if line]


def test_ordinary_texts_are_not_held_and_hardly_ever_warned_of() -> None:
    texts = ordinary_texts()
    assert len(texts) >= 300
    reviews = [review(Message(text), Context()) for text in texts]
    assert [text for text, one in zip(texts, reviews, strict=True) if one.verdict is Verdict.BLOCK] == []
    warned = [text for text, one in zip(texts, reviews, strict=True) if one.verdict is Verdict.WARN]
    assert len(warned) < len(texts) / 100, warned


WORDS = [
    "Hi Dana", "order", "10:30am", "etc.", "Thanks", "John.It", "don’t", "“quoted”", "—", "…", "20% off", "{{name}}", "[URL]", "v1.2",
    "dana@acme.com", "wait..no",
]  # fmt: skip
LEADS = ["", "(", "“", "'", "😀", "\u200b", "\u00a0", "—", "问", "_", "<", "-"]
SCHEMES = [
    "https://", "http://", "", "htps://", "http//", "https:/", "https:", "https:\\\\", "https;//", "https：//", "hxxps://",
    "https://https://", "www.", "wwww.", "www,", "://", "//", "ttp://", "Https://", "mailto:", "Seehttps://",
]  # fmt: skip
NAMES = [
    "acme.com", "acme,com", "acme..com", "acme.con", "go.acme.com", "bit.ly", "acme", "a_b.com", "acme-.com", "acme․com", "acme。com",
    "bücher.de", "shop.acme.co.uk", "acme\u200b.com", "xn--99.com", "acme.com:8080", "acme.cmo", "127.0.0.1:18473", "t.co",
]  # fmt: skip
TAILS = [
    "", "/", "/x", "/7xkq2mf4", "/7xkq2mf5", "?a=1", "/x?a=1?b=2", "/x?utm_source=a&&b=2", "/x#top?utm_source=a", "/x?gclid=1&b=2",
    "/x?b=2&fbclid=1#t", "/x&utm_source=a", "/x?off=20%", "/{{id}}", "/x(y)", "/x\u00adz", "/x?gclid=1?b=2", "/x?a=%ZZ&gclid=2&&c=1",
    "/%LINK%", "/x??a=1",
]  # fmt: skip
ENDS = ["", ".", ",", "!", "?", ")", "”", "😀", "…", "\u200b", "\u00a0", "’s", ";", ":", "...", "—", "\u202a", "/", "!?", ").", "'"]
LINKS = st.tuples(*map(st.sampled_from, (LEADS, SCHEMES, NAMES, TAILS, ENDS))).map("".join)
PIECES = st.tuples(st.one_of(st.sampled_from(WORDS), LINKS), st.sampled_from([" ", "\n", "", "\u00a0", "  "])).map("".join)
TEXTS = st.one_of(
    st.lists(PIECES, min_size=1, max_size=5).map("".join), st.text("ahtps:/.,?&=#%x1 \u200b\u00a0’…—😀{}[]()www.com", max_size=40)
)
GENERATED = Context(tracking_hosts=HOSTS, near={"7xkq2mf5": "7xkq2mf4"})


PARTS = (LEADS, SCHEMES, NAMES, TAILS, ENDS)
SOUND = ("", "https://", "acme.com", "/x", "")


@st.composite
def links_with_two_faults(draw: st.DrawFn) -> str:
    """Draw a link of which any two parts may be wrong, between words."""
    faulty = draw(st.sets(st.integers(0, 4), min_size=1, max_size=2))
    link = "".join(draw(st.sampled_from(PARTS[place])) if place in faulty else SOUND[place] for place in range(5))
    words, spaces = st.sampled_from(WORDS), st.sampled_from([" ", "\n", "  "])
    return draw(words) + draw(spaces) + link + draw(spaces) + draw(words)


def rounds_of_edits(text: str) -> int:
    """Apply every edit and review again until there is none left; return how often there was one."""
    for count in range(10):
        found = edits(review(Message(text), GENERATED))
        if not found:
            return count
        text = apply_edits(text, found)
    return 10


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(links_with_two_faults())
def test_edits_of_a_link_with_two_faults_converge_in_two_rounds(text: str) -> None:
    assert rounds_of_edits(text) <= 2


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_edits_never_overlap_and_never_go_in_circles(text: str) -> None:
    """Faults that hide each other in one link, or in links that stick together, may take a round each."""
    assert rounds_of_edits(text) <= 6


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_links_and_findings_lie_in_the_text_in_order(text: str) -> None:
    result = review(Message(text), GENERATED)
    links = result.message.links
    assert all(link.span.of(text) == link.written for link in links)
    assert all(one.span.end <= other.span.start for one, other in pairwise(links))
    keys = [(finding.span, finding.severity.rank) for finding in result.findings]
    assert keys == sorted(keys)
    assert all(finding.link is None or finding.link < len(links) for finding in result.findings)


def seconds(text: str) -> float:
    start = time.process_time()
    review(Message(text), CONTEXT)
    return time.process_time() - start


def in_proportion(short: str, long: str) -> bool:
    """Four times the text may take four times as long; sixteen times would be a square."""
    took = seconds(short)
    return took < 0.05 and seconds(long) < 10 * max(took, 0.0005)


@pytest.mark.parametrize("lead", ["", "https://acme.com/?", "https://acme.com/#", "https://acme.com/x?gclid=1"])
@pytest.mark.parametrize(
    "piece",
    [
        "&",
        "?",
        "&a=",
        "?a=1",
        "%",
        "&gclid=1",
        "utm_a=",
        "{",
        "[a",
        "<a",
        "%A",
        "’",
        "’ https://a.com ",
        "\u200b",
        ").",
        "insert ",
        "a.com ",
    ],
)
def test_a_hostile_text_costs_no_more_than_its_length(lead: str, piece: str) -> None:
    review(Message("https://acme.com"), CONTEXT)
    short, long = ((lead + piece * length)[:length] for length in (1600, 6400))
    assert any(in_proportion(short, long) for _ in range(8))  # a busy machine may spoil some tries, a square spoils all

"""Spans are counted in UTF-16 code units on the wire and in code points inside, and emoji do not shift them."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from environment import Environment
from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.message import Message
from linkwell.model.span import Span
from linkwell.text.units import Units
from linkwell.web.wire.reviews import SpanOut, review_out
from node import find_node
from tests.server.helper import Helper

TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("😀𝒳a")), max_size=40)


@given(TEXTS, st.data())
def test_a_span_covers_the_same_characters_in_both_counts(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    units = Units(text)
    there = units.to_utf16(span)
    coded = text.encode("utf-16-le")
    assert coded[2 * there.start : 2 * there.end].decode("utf-16-le") == span.of(text)
    assert units.to_points(there) == span
    assert len(units) == len(coded) // 2


def test_half_of_an_emoji_is_no_place() -> None:
    with pytest.raises(ValueError, match="inside a character"):
        Units("a😀b").to_points(Span(0, 2))


# Everything that takes another number of units than it seems to, between links of every kind.
PIECES = st.sampled_from(
    "😀|👨‍👩‍👧|🏴󠁧󠁢󠁥󠁮󠁧󠁿|👍🏽|🇩🇪|𝒳|é|e\u0301|a\u0300\u0301\u0302|مرحبا|שלום|\u200f|\u202a|\u200b|\u00a0|\u2028|\r\n|\n|\t| | |x|問|“|…|"
    "https://acme.com/sale|https://acme.com/🎉|htps://acme.com|acme.com|ACME.COM/X|http://münchen.de/ü|https://😀.com/a|{{link}}|tel:+15550123456|"
    "https://acme.com/a?b=1?c=2|acme .com|bit.ly/x|.|!|)|_".split("|")
)
SLICE = """
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { text, spans } = JSON.parse(line);
  console.log(JSON.stringify(spans.map(({ start, end }) => text.slice(start, end))));
});
"""
Slices = Callable[[str, list[SpanOut]], list[str]]


@pytest.fixture(scope="module")
def slices() -> Iterator[Slices]:
    """What JavaScript's own ``slice`` cuts out of a text."""
    program = os.environ.get("LINKWELL_NODE") or find_node(Environment()).program
    with subprocess.Popen([program, "-e", SLICE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as node:
        assert node.stdin
        assert node.stdout
        pipe_in, pipe_out = node.stdin, node.stdout

        def ask(text: str, spans: list[SpanOut]) -> list[str]:
            pipe_in.write(json.dumps({"text": text, "spans": [span.model_dump() for span in spans]}) + "\n")
            pipe_in.flush()
            cut: list[str] = json.loads(pipe_out.readline())
            return cut

        yield ask


def spans_of(text: str) -> list[tuple[Span, SpanOut]]:
    """Every span of a review: as it is inside, and as it is sent."""
    inside = review(Message(text), Context())
    sent = review_out(inside)
    pairs = []
    for link, out in zip(inside.message.links, sent.links, strict=True):
        pairs.append((link.span, out.span))
        if link.phones is not None and link.phones.android is not None:
            assert out.phones is not None
            assert out.phones.android is not None
            pairs.append((link.phones.android.span, out.phones.android.span))
    for finding, told in zip(inside.findings, sent.findings, strict=True):
        pairs.append((finding.span, told.span))
        if finding.edit is not None:
            assert told.edit is not None
            pairs.append((finding.edit.span, told.edit.span))
    return [*pairs, *zip(inside.segments.forced_by, sent.segments.forced_by, strict=True)]


@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_spans_on_the_wire_cut_what_is_meant_in_javascript(slices: Slices, text: str) -> None:
    pairs = spans_of(text)
    assert slices(text, [sent for _, sent in pairs]) == [span.of(text) for span, _ in pairs]


def test_half_a_character_is_refused_by_the_api(helper: Helper) -> None:
    for half in ("\ud83d", "\ude00", "\ude00\ud83d"):
        answer = helper.ask("POST", "/v1/reviews", {"text": f"{half} https://acme.com"}, token=helper.agent)
        assert answer.status_code == 422
        assert "half a surrogate pair" in answer.json()["detail"]


def test_half_a_character_shifts_nothing_in_process() -> None:
    text = "\ud83d 😀 https://acme.com/\ude00x 👍 htps://acme.com \ude00"
    coded = text.encode("utf-16-le", "surrogatepass")
    pairs = spans_of(text)
    assert pairs
    for span, sent in pairs:
        assert coded[2 * sent.start : 2 * sent.end].decode("utf-16-le", "surrogatepass") == span.of(text)

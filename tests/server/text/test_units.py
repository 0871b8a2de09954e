"""Spans are counted in UTF-16 code units on the wire and in code points inside, and emoji do not shift them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwell.model.span import Span
from linkwell.text.units import Units

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

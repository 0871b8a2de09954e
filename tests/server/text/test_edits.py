"""Edits change what they name and nothing else; edits that overlap are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwell.model.errors import InvalidInput
from linkwell.model.finding import Edit
from linkwell.model.span import Span
from linkwell.text.edits import apply_edits


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


def test_edits_are_made_in_any_order() -> None:
    edits = [edit(4, 7, "two"), edit(0, 0, ">"), edit(0, 3, "one"), edit(7, 7, "!")]
    assert apply_edits("abc def", edits) == ">one two!"
    assert apply_edits("abc def", edits[::-1]) == ">one two!"
    assert apply_edits("abc def", []) == "abc def"


@pytest.mark.parametrize(
    "edits",
    [
        [edit(0, 3, ""), edit(2, 4, "")],
        [edit(0, 3, "x"), edit(0, 3, "x")],
        [edit(0, 5, ""), edit(2, 2, "x")],
        [edit(2, 2, "x"), edit(2, 2, "y")],
        [edit(6, 9, "")],
    ],
)
def test_edits_that_overlap_or_lie_outside_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(InvalidInput):
        apply_edits("abcdefg", edits)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.text(max_size=3)), max_size=6))
def test_every_other_character_stays(text: str, steps: list[tuple[int, int, str]]) -> None:
    edits, kept, place, expected = [], [], 0, ""
    for gap, length, new in steps:
        start = place + gap
        if start + length > len(text):
            break
        kept.append(text[place:start])
        expected += text[place:start] + new
        edits.append(edit(start, start + length, new))
        place = start + length
    assert apply_edits(text, edits) == expected + text[place:]

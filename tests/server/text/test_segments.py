"""Segments are cut as carriers cut them: an escaped character and an emoji are never cut in half."""

import pytest

from linkwell.model.review import Encoding
from linkwell.model.span import Span
from linkwell.text.segments import count

GSM, UCS2 = Encoding.GSM7, Encoding.UCS2

# text, alphabet, units, segments, remaining: what sms-toolkit 1.0.9 and the standard's arithmetic say
CASES = [
    ("", GSM, 0, 0, 160),
    ("a", GSM, 1, 1, 159),
    ("a" * 160, GSM, 160, 1, 0),
    ("a" * 161, GSM, 161, 2, 145),
    ("a" * 306, GSM, 306, 2, 0),
    ("a" * 307, GSM, 307, 3, 152),
    ("€" * 80, GSM, 160, 1, 0),
    ("€" * 81, GSM, 162, 2, 143),
    ("a" * 152 + "€" * 5, GSM, 162, 2, 143),
    ("a" * 152 + "€" + "b" * 8, GSM, 162, 2, 143),
    ("\f", GSM, 2, 1, 158),
    ("[x]^{y}\\~|€", GSM, 20, 1, 140),
    ("Çñàüß¿Ω", GSM, 7, 1, 153),
    ("ç", UCS2, 1, 1, 69),
    ("a`b", UCS2, 3, 1, 67),
    ("’" * 70, UCS2, 70, 1, 0),
    ("’" * 71, UCS2, 71, 2, 63),
    ("’" * 134, UCS2, 134, 2, 0),
    ("’" * 135, UCS2, 135, 3, 66),
    ("😀" * 35, UCS2, 70, 1, 0),
    ("😀" * 36, UCS2, 72, 2, 61),
    ("x" * 66 + "😀" * 3, UCS2, 72, 2, 61),
    ("x" * 66 + "😀" + "x" * 66 + "😀" + "y", UCS2, 137, 3, 63),
]


@pytest.mark.parametrize(("text", "encoding", "units", "segments", "remaining"), CASES)
def test_reference_cases(text: str, encoding: Encoding, units: int, segments: int, remaining: int) -> None:
    counted = count(text)
    assert (counted.encoding, counted.units, counted.segments, counted.remaining) == (encoding, units, segments, remaining)


def test_the_characters_that_force_the_longer_alphabet_are_named() -> None:
    text = "It’s 5 € 😀"
    assert count(text).forced_by == (Span(2, 3), Span(9, 10))
    assert count("It's 5 €").forced_by == ()

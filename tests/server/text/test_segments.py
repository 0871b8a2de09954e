"""Segments are cut as carriers cut them: an escaped character and an emoji are never cut in half."""

import pytest

from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.message import Message
from linkwell.model.policy import Policy, Provider
from linkwell.model.review import Encoding
from linkwell.model.span import Span
from linkwell.text.segments import GSM_BASIC, GSM_EXTENSION, count

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
    ("a" * 158 + "€", GSM, 160, 1, 0),
    ("a" * 159 + "€", GSM, 161, 2, 145),
    ("a" * 152 + "[]" + "b" * 150, GSM, 306, 3, 152),
    ("a" * 152 + "[" + "b" * 151 + "]" + "c", GSM, 308, 3, 150),
    ("€" * 153, GSM, 306, 3, 151),
    ("é" * 160, GSM, 160, 1, 0),
    ("line\r\nline\n", GSM, 11, 1, 149),
    ("\r\n" * 80, GSM, 160, 1, 0),
    ("\r\n" * 81, GSM, 162, 2, 144),
    ("tab\t", UCS2, 4, 1, 66),
    ("日本語", UCS2, 3, 1, 67),
    ("я" * 134, UCS2, 134, 2, 0),
    ("á" * 71, UCS2, 71, 2, 63),
    ("à" * 71, GSM, 71, 1, 89),
    ("a" * 69 + "😀", UCS2, 71, 2, 63),
    ("a" * 68 + "😀", UCS2, 70, 1, 0),
    ("😀" * 67, UCS2, 134, 3, 65),
    ("😀" * 66 + "ab", UCS2, 134, 3, 66),
    ("👨\u200d👩\u200d👧", UCS2, 8, 1, 62),
    ("x" * 64 + "👨\u200d👩\u200d👧", UCS2, 72, 2, 62),
    ("€" * 35 + "’", UCS2, 36, 1, 34),
    (" ", GSM, 1, 1, 159),
]


@pytest.mark.parametrize(("text", "encoding", "units", "segments", "remaining"), CASES)
def test_reference_cases(text: str, encoding: Encoding, units: int, segments: int, remaining: int) -> None:
    counted = count(text)
    assert (counted.encoding, counted.units, counted.segments, counted.remaining) == (encoding, units, segments, remaining)


def test_the_characters_that_force_the_longer_alphabet_are_named() -> None:
    text = "It’s 5 € 😀"
    assert count(text).forced_by == (Span(2, 3), Span(9, 10))
    assert count("It's 5 €").forced_by == ()


def test_every_character_of_the_alphabet_is_one_septet_or_two() -> None:
    assert len(GSM_BASIC) == 127  # 128 places, one of which is the escape
    assert all(count(character).units == 1 for character in GSM_BASIC)
    assert all(count(character).units == 2 for character in GSM_EXTENSION)
    assert {count(character).encoding for character in GSM_BASIC + GSM_EXTENSION} == {GSM}


@pytest.mark.parametrize(
    ("text", "segments", "remaining"),
    [
        ("a" * 160, 1, 0),
        ("a" * 304, 2, 0),
        ("a" * 305, 3, 151),
        ("a" * 151 + "€" + "b" * 152, 3, 150),
        ("’" * 70, 1, 0),
        ("’" * 132, 2, 0),
        ("’" * 133, 3, 65),
        ("x" * 65 + "😀" * 4, 2, 58),
    ],
)
def test_a_wider_header_leaves_less_room_in_each_of_several_segments(text: str, segments: int, remaining: int) -> None:
    counted = count(text, Provider.WIDE_HEADER)
    assert (counted.segments, counted.remaining) == (segments, remaining)


def test_smart_encoding_writes_typographic_characters_plainly() -> None:
    assert count("“It’s” 9–5…", Provider.SMART) == count('"It\'s" 9-5...')
    assert count("’" * 160, Provider.SMART).segments == 1
    assert count("½ price\u00a0now\u200b", Provider.SMART).units == len("1/2 price now")
    assert count("ＳＡＬＥ！", Provider.SMART).units == 5
    assert count("{“x”}", Provider.SMART).units == 7


def test_smart_encoding_replaces_nothing_where_one_character_has_no_twin() -> None:
    counted = count("It’s here… 😀", Provider.SMART)
    assert (counted.encoding, counted.units) == (UCS2, 13)
    assert counted.forced_by == (Span(11, 12),)


def test_a_review_counts_as_the_provider_does() -> None:
    text = "It’s ready: https://acme.com/x " + "x" * 130
    assert review(Message(text), Context()).segments.segments == 3
    smart = review(Message(text), Context(Policy(provider=Provider.SMART, tracking_domain="go.acme.com")))
    assert (smart.segments.segments, smart.segments.forced_by) == (2, ())
    assert smart.after_tracking.units == len(text) - len("https://acme.com/x") + len("https://go.acme.com/22222222")
    assert "unicode-cost" not in [finding.code for finding in smart.findings]
    mixed = review(Message("It’s 5 • 6"), Context(Policy(provider=Provider.SMART)))
    assert [finding.span for finding in mixed.findings] == [Span(7, 8)]


@pytest.mark.parametrize(
    "text",
    [
        "https://a.com",
        "https://acme.com/[x]~ and acme.com",
        "Zoë https://acme.com/é~ 😀",
        "x" * 150 + " https://a.com",
        "‘" * 50 + " https://a.com/’",
        "https://acme.com/" + "x" * 200,
    ],
)
@pytest.mark.parametrize("provider", list(Provider))
def test_the_length_after_tracking_is_that_of_the_tracked_text(text: str, provider: Provider) -> None:
    context = Context(Policy(tracking_domain="go.acme.com", provider=provider))
    result = review(Message(text), context)
    written = text
    for link in reversed(result.message.links):
        written = f"{written[: link.span.start]}https://go.acme.com/22222222{written[link.span.end :]}"
    assert result.after_tracking == count(written, provider)

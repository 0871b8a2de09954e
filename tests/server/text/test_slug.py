"""A slug's check character catches every slip of one character and every swap; what texting apps swallow is taken off again."""

import itertools
import random

import pytest

from linkwell.text.slug import ALPHABET, LENGTH, check_character, is_sound, make, recover


def some_slugs(count: int) -> list[str]:
    numbers = random.Random(7)
    return [make(numbers.randrange) for _ in range(count)]


def test_a_slug_has_eight_characters_without_look_alikes() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 31
    assert not set(ALPHABET) & set("01ilo")
    for slug in some_slugs(500):
        assert len(slug) == LENGTH
        assert set(slug) <= set(ALPHABET)
        assert is_sound(slug)


def test_every_single_wrong_character_is_caught() -> None:
    for slug in some_slugs(40):
        for place, letter in itertools.product(range(LENGTH), ALPHABET):
            if letter != slug[place]:
                assert not is_sound(slug[:place] + letter + slug[place + 1 :])


def test_every_pair_of_characters_at_every_pair_of_places_is_caught_when_swapped() -> None:
    # The sum is linear, so what stands at the other places does not matter: all pairs of values at all pairs of places are all cases.
    for one, other in itertools.combinations(range(LENGTH), 2):
        for first, second in itertools.permutations(ALPHABET, 2):
            slug = ["2"] * LENGTH
            slug[one], slug[other] = first, second
            free = next(place for place in range(LENGTH - 1) if place not in {one, other})
            sound = next(s for letter in ALPHABET if is_sound(s := "".join([*slug[:free], letter, *slug[free + 1 :]])))
            swapped = list(sound)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            assert not is_sound("".join(swapped))


def test_the_documented_slug_is_sound() -> None:
    assert check_character("7xkq2mf") == "4"
    assert is_sound("7xkq2mf4")


@pytest.mark.parametrize("written", ["", "7xkq2mf", "7xkq2mf44", "7xkq2mf0", "7xkq2mfé", "sale", "7XKQ2MF4"])
def test_what_is_no_slug_is_not_sound(written: str) -> None:
    assert not is_sound(written)


def test_only_seven_characters_have_a_check_character() -> None:
    with pytest.raises(ValueError, match="7 characters"):
        check_character("7xkq2mf4")


@pytest.mark.parametrize(
    ("path", "rung"),
    [
        ("/7xkq2mf4", "exact"),
        ("7xkq2mf4", "exact"),
        *(
            (f"/7xkq2mf4{swallowed}", "trimmed")
            for swallowed in (".", ",", ")", "!", "'", '"', "…", "?", ":", ";", "”", "。", "\u200b", ").", "&x=1", "&amp;y")
        ),
        ("/7xkq2mf4%E2%80%A6", "trimmed"),
        ("/7xkq2mf4%29", "trimmed"),
        ("/7XKQ2MF4", "lowered"),
        ("/7Xkq2mF4).", "lowered"),
    ],
)
def test_a_slug_is_recovered_from_what_arrives(path: str, rung: str) -> None:
    assert recover(path) == ("7xkq2mf4", rung)


@pytest.mark.parametrize("path", ["/", "", "/7xkq2mf5", "/7xqk2mf4", "/7xkq2mf", "/7xkq2mf4/x", "/favicon.ico", "/%", "/" + "." * 5000])
def test_a_path_that_fails_its_check_is_never_guessed(path: str) -> None:
    assert recover(path) == (None, "none")

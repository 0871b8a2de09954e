"""A language: the phrases that the wording checks look for in it, as data, and the shape that they are read in.

Phrases are regular expressions over *folded* text: lower case, without accents, one letter for one, so that places stay what they are.
In the data they are spelled rightly (``contraseña``); a space stands for some white space. Every gap in them is bounded, so that they take
time in proportion to the text. Each names the ``stems`` without one of which it cannot fit; it is compiled when one is first seen.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

_ACCENTED: Final = "áàâãäåçéèêëíìîïñóòôõöúùûüýœæß’‘´`¡¿\xa0\u202f"
_PLAIN: Final = tuple(zip(_ACCENTED, "aaaaaaceeeeiiiinooooouuuuyoas''''    ", strict=True))
_CODE: Final = r"(?:[0-9]{3}[-\s][0-9]{3,4}|[0-9]{2}[-\s][0-9]{2}[-\s][0-9]{2}|[0-9]{4,8})"


def fold(text: str) -> str:
    """Return a text in lower case and without the accents of these languages, as long as it was."""
    return text.lower() if text.isascii() else _without_accents(text.replace("İ", "I").lower())  # the one letter that grows


def _without_accents(text: str) -> str:
    for letter, plain in _PLAIN:
        text = text.replace(letter, plain)  # a few times as fast as str.translate
    return text


@dataclass(frozen=True, slots=True)
class Phrases:
    """What is said in one language for one purpose: alternatives that need one of some ``stems``; none where there are no alternatives."""

    stems: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()

    def all(self, folded: str) -> Iterator[re.Match[str]]:
        """Return every place in a folded text where one of them stands."""
        for stem in self.stems:
            if stem in folded:
                return _compiled("|".join(self.alternatives)).finditer(folded)
        return iter(())

    def within(self, folded: str) -> bool:
        """Tell whether one of them stands in a folded text."""
        return next(self.all(folded), None) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_without_accents(pattern).replace(" ", r"\s{1,3}"), re.ASCII)


def said(stems: str, *alternatives: str) -> Phrases:
    """Return phrases; ``stems`` are parted by white space."""
    return Phrases(tuple(fold(stems).split()), alternatives)


def handed_out(stems: str, code: str, is_: str, for_: str, *others: str) -> Phrases:
    """Return what hands out a code: “your code is 123456” and “123456 is your code”; ``code`` is what a code is called there.

    ``others`` are more alternatives, with ``#`` in the place of the code.
    """
    mark = rf"[\s\"*]{{0,3}}(?:{is_}|:|=|-)?[\s:#\"*]{{0,4}}"
    return said(
        stems,
        rf"\b(?:{code})\b(?:\s[\w&'.-]{{2,20}})?(?:\s(?:{for_})\s[^.!?:\n0-9]{{1,40}}?)?{mark}{_CODE}\b",
        rf"\b{_CODE}[\s\"*]{{0,3}}(?:{is_}|=|-)\s(?:[\w&'.-]+\s){{0,4}}?(?:{code})\b",
        *(other.replace("#", _CODE) for other in others),
    )


@dataclass(frozen=True, slots=True)
class Language:
    """What the wording checks know of one language.

    ``cues`` are words of which every text that they are to find has one, and English ones hardly ever.
    ``instead`` says what stands in the place of a phrase of ``vague`` right before a link, by the name of its group;
    ``goal`` begins what is to be done there.
    """

    name: str
    cues: frozenset[str]
    vague: Phrases
    instead: Mapping[str, str]
    goal: str
    code: Phrases
    maybe_code: Phrases
    other_codes: Phrases
    threat: Phrases
    wanted: Phrases  # what people asked for themselves is no threat
    worry: Phrases
    notice: Phrases
    demand: Phrases
    secret: Phrases
    soft_secret: Phrases
    never: Phrases  # “we never ask for …”
    prize: Phrases
    earned: Phrases
    urgent: Phrases
    haste: Phrases

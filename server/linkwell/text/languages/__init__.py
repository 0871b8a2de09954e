"""Languages: the phrases of the wording checks beyond English, and in which of them a text may be written.

Another language is another module like these, listed in ``LANGUAGES``.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from linkwell.text.languages.dutch import DUTCH
from linkwell.text.languages.french import FRENCH
from linkwell.text.languages.german import GERMAN
from linkwell.text.languages.italian import ITALIAN
from linkwell.text.languages.language import Language, fold
from linkwell.text.languages.portuguese import PORTUGUESE
from linkwell.text.languages.spanish import SPANISH
from linkwell.text.tokens import pieces, tokens

LANGUAGES: Final = (SPANISH, FRENCH, GERMAN, PORTUGUESE, ITALIAN, DUTCH)


class Reading(NamedTuple):
    """A folded text (``language.fold``), and the languages that it has words of.

    The one with the most words comes first; those with less than half as many are left out.
    """

    folded: str
    languages: tuple[Language, ...]


def _cues(language: Language) -> frozenset[bytes]:
    """Return the cues as they come out of a text: the longest piece of each, where letters with accents part it."""
    return frozenset(max(parts, key=len) for word in language.cues if (parts := pieces(word)) and len(max(parts, key=len)) > 1)


_CUES: Final = tuple((language, _cues(language)) for language in LANGUAGES)
_ALL: Final = frozenset().union(*(cues for _, cues in _CUES))


@lru_cache(maxsize=4)
def reading(text: str) -> Reading | None:
    """Return a text as the phrases of its languages fit it; None for one that has no word of any, as nearly every English one."""
    said = tokens(text)
    if _ALL.isdisjoint(said):
        return None
    heard = sorted(((len(cues.intersection(said)), language) for language, cues in _CUES), key=lambda one: -one[0])
    most = heard[0][0]
    return Reading(fold(text), tuple(language for count, language in heard if count and count * 2 >= most))

r"""Word edges: where a word begins or ends, as ICU's regular expressions see it (``\b``), which Android and iOS find links with.

Source: https://unicode-org.github.io/icu/userguide/strings/regexp.html, and regexst.cpp and rematch.cpp of ICU for what is a word.
"""

from functools import lru_cache
from typing import Final
from unicodedata import category

_WORDS: Final = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Nd", "Pc", "Mc"})
_CIRCLED: Final = (("\u24b6", "\u24e9"), ("\U0001f130", "\U0001f149"), ("\U0001f150", "\U0001f169"), ("\U0001f170", "\U0001f189"))
_LINE_ENDS: Final = "\n\v\f\r\x85\u2028\u2029"


def is_edge(text: str, at: int) -> bool:
    r"""Tell whether ``(?:\b|$|^)`` matches before the character at ``at``: there, at both ends of a text, and before its last line end."""
    if at <= 0 or at >= len(text):
        return True
    after = text[at]
    if after in _LINE_ENDS and (text[at:] == "\r\n" or (at + 1 == len(text) and text[at - 1 :] != "\r\n")):
        return True
    reading = _reading(after)
    if reading == "joined":
        return False
    while (before := _reading(text[at - 1])) == "joined" and at > 1:
        at -= 1
    return (reading == "word") != (before == "word")


@lru_cache(maxsize=4096)
def _reading(character: str) -> str:
    """Tell what a character is: of a ``word``, ``joined`` to the one before it (an accent, a joiner, a direction mark), or ``""``."""
    kind = category(character)
    if kind in {"Mn", "Me", "Cf"}:
        return "joined"
    return "word" if kind in _WORDS or any(first <= character <= last for first, last in _CIRCLED) else ""

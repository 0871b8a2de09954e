"""Characters that nobody sees: zero-width ones, soft hyphens, direction marks, and spaces that are no plain space."""

import re

ZERO_WIDTH = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufeff\uffa0"
ODD_SPACES = "\u00a0\u2007\u202f"

# Android shows no link at all in a message that holds one of these.
OVERRIDES = re.compile("[\u202a-\u202e]")
INVISIBLE = re.compile(f"[{ZERO_WIDTH}{ODD_SPACES}]")
RUN = re.compile(f"[{ZERO_WIDTH}{ODD_SPACES}]+")

_UNSEEN_IN_LINKS = re.compile(f"[{ZERO_WIDTH}]+|(?<=://)[{ODD_SPACES}]+(?=\\S)")


def without_invisible(text: str) -> tuple[str, list[int]]:
    """Return ``text`` as it is seen, and for each of its characters (and its end) the place it has in ``text``."""
    seen: list[int] = []
    start = 0
    for match in _UNSEEN_IN_LINKS.finditer(text):
        seen.extend(range(start, match.start()))
        start = match.end()
    seen.extend(range(start, len(text)))
    return "".join(text[place] for place in seen), [*seen, len(text)]

"""Tails: where a link ends behind its host."""

import re
from functools import cache

from linkify_it import LinkifyIt

# Closing punctuation that linkify-it leaves on a link and texting apps do not.
_EMOJI = "\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\ufe0e\ufe0f"
_CLOSING = re.compile(rf"""[.,;:!?'"*_~|…’”»›‘“„。、，．！？；：」』】》）〉｡､–—{_EMOJI}]""")
_CJK_STOP = re.compile("[。、，！？；：「」『』【】《》（）〈〉｡､\u3000]")
_NEXT_LINK = re.compile(r"(?<=[,;|)])https?://", re.IGNORECASE)
_MORE = re.compile(r"\?+[\w.\-\[\]]+=")
_STAND_IN = "//a.aa"
_PAIRS = {")": "(", "]": "[", "}": "{"}


@cache
def _linkify() -> LinkifyIt:
    return LinkifyIt()


def tail_end(text: str, start: int, end: int) -> int:
    """Return where the path, query and fragment end that begin at ``start``, in a piece without spaces that ends at ``end``."""
    tail = _within_brackets(text[start:end])
    length = _followed(tail, 0)
    for _ in range(8):
        rest = tail[length : length + 64]
        more = _MORE.match(rest)
        if more is not None:  # "??a=1", "?&a=1": a query that is broken, but goes on
            length = _followed(tail, length + len(more.group()) - 1)
        elif rest[:1] == "}" and tail.count("{", 0, length) > tail.count("}", 0, length):
            length = _followed(tail, length + 1)  # "{{id}}": linkify-it stops inside nested braces
        else:
            break
    for stop in (_CJK_STOP.search(tail, 0, length), _NEXT_LINK.search(tail, 0, length)):
        if stop is not None:
            length = min(length, stop.start())
    return start + _trimmed(tail, length)


def _within_brackets(tail: str) -> str:
    """End the tail at a bracket that is never closed, so that nobody looks for its other half again and again."""
    for opening, closing in ("()", "[]", "{}", '""'):
        at = tail.find(opening)
        if at >= 0 and tail.find(closing, at + 1) < 0:
            tail = tail[:at]
    return tail


def _followed(tail: str, start: int) -> int:
    """Let linkify-it follow the tail from ``start``, as if it stood behind a host."""
    rest = tail[start:]
    if not rest:
        return start
    lead = "" if rest[0] in "/?#" else "/"
    length: int = _linkify().test_schema_at(f"{_STAND_IN}{lead}{rest}", "http:", 0)
    return start + max(0, length - len(_STAND_IN) - len(lead))


def _trimmed(tail: str, length: int) -> int:
    while length:
        last = tail[length - 1]
        if last in _PAIRS:
            if tail.count(last, 0, length) <= tail.count(_PAIRS[last], 0, length):
                break
        elif _CLOSING.match(last) is None:
            break
        length -= 1
    return length

"""Tails: where a link ends behind its host."""

import re
from functools import cache

from linkify_it import LinkifyIt

# Closing punctuation that linkify-it leaves on a link and texting apps do not.
_EMOJI = "\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\ufe0e\ufe0f\u20e3\U000e0020-\U000e007f"
_CLOSING = re.compile(rf"""[.,;:!?'"*_~`|\\…’”»›‘“„。、，．！？；：」』】》）〉｡､～＊＿–—•·{_EMOJI}]""")
# Letters of scripts that are written without spaces: behind a Latin letter or digit they are the sentence, not the link.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_STOP = re.compile(rf"""[。、，！？；：「」『』【】《》（）〈〉｡､\u3000—“”„«»•…]|(?<=[A-Za-z0-9])(?:[{_UNSPACED}]|[{_EMOJI}])""")
# A path, query and fragment that nothing but white space ends, as most are.
_SIMPLE = re.compile(
    r"(?:/(?:[\w/=%+@~-]|\.(?=[a-z0-9_]))*+)?+(?:\?(?:[\w/=%+@~&-]|\.(?=[a-z0-9_]))*+)?+(?:#(?:[\w/=%+@~-]|\.(?=[a-z0-9_]))*+)?+"
    r"(?<=[a-zA-Z0-9/])",
    re.ASCII,
)
_LITERAL = re.compile(r"\\[nr]|\\t(?![a-z0-9])|\\[\"']")  # an escape that a program forgot to resolve
_NEXT_LINK = re.compile(r"(?<=[a-zA-Z0-9.,;!?|*~)\]}>•·…])https?://", re.IGNORECASE)  # behind "=", "/" and ":" one is part of the other
# The next sentence, whose space is missing: "acme.com/sale.Thanks".
_NEXT_SENTENCE = re.compile(r"(?<=[a-zA-Z0-9/])[.!?,;]([A-Z][a-z]{1,9})(?:['’][a-z]{1,2})?[.,:;!?]*\Z")
_STARTS = frozenset(
    "all also and any are as ask at be best book but by call can cheers click come dear do for from get give go have hello hey hi hope "
    "how if in is it its just kind let log love make msg need no not note now offer on open or order our pay please pls questions regards "
    "reply reserve see send sent show sorry stop take tap text thank thanks thanx that the then there they this thx to tomorrow today "
    "until up use valid visit want was we what when where who will with yes you your".split()
)
_MORE = re.compile(r"\?+[\w.\-\[\]]+=")
_STAND_IN = "//a.aa"
_PAIRS = {")": "(", "]": "[", "}": "{"}


@cache
def _linkify() -> LinkifyIt:
    return LinkifyIt()


def tail_end(text: str, start: int, end: int) -> int:
    """Return where the path, query and fragment end that begin at ``start``, in a piece without spaces that ends at ``end``."""
    if _SIMPLE.fullmatch(text, start, end) is not None:
        return end
    tail = text[start:end]
    if "\\" in tail:
        literal = _LITERAL.search(tail)
        tail = tail[: literal.start() if literal is not None else None].replace("\\", "/")  # as browsers do
    tail = _within_brackets(tail)
    following = _NEXT_LINK.search(tail)
    if following is not None:
        tail = tail[: following.start()]
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
    return start + ended(tail, length)


def ended(tail: str, length: int) -> int:
    """Return how much of the first ``length`` characters of a tail is left without what closes a sentence or begins the next one."""
    for stop in (None if tail.isascii() else _STOP.search(tail, 0, length), _NEXT_LINK.search(tail, 0, length)):
        if stop is not None:
            length = min(length, stop.start())
    sentence = _NEXT_SENTENCE.search(tail, max(0, length - 24), length)
    if sentence is not None and sentence.group(1).lower() in _STARTS:
        length = sentence.start()
    return _trimmed(tail, length)


def _within_brackets(tail: str) -> str:
    """End the tail at a quotation mark, which no address holds, and at a bracket that is never closed, so that nobody seeks its half."""
    tail = tail.partition('"')[0]
    for opening, closing in ("()", "[]", "{}"):
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

"""Schemes: what stands in front of a link, as it is written and as it was meant."""

import re
from dataclasses import dataclass

from linkwell.text.suffix import one_slip

_SEPARATOR = re.compile(r"[:;：；︓﹕∶]?[/\\／⁄∕]*[:：]?[/\\／⁄∕]*")
_SLASHES = re.compile(r"[/\\／⁄∕]")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*$")
_AGAIN = re.compile(r"(?:(https?)(?:[:;：]\s?[/\\]+|[/\\]{2,}))+", re.IGNORECASE)
# Schemes without slashes, and what must stand behind them for a link: "Tel: 0800…" and "data:5GB" are prose.
_NUMBER = re.compile(r"[+(]?\d|\?\w+=")
_SLASHLESS = {
    **dict.fromkeys(("tel", "sms", "smsto", "mms", "callto", "facetime", "facetime-audio"), _NUMBER),
    "mailto": re.compile(r"[^\s@/]{1,64}@|\?\w+="),
    "geo": re.compile(r"-?\d"),
    "javascript": re.compile(r"\S{0,80}[(=;.`]"),
    "vbscript": re.compile(r"\S{0,80}[(=;.`]"),
    "data": re.compile(r"[a-z]+/[\w.+\-]+[;,]|[;,]\S", re.IGNORECASE),
    "blob": re.compile(r"https?:", re.IGNORECASE),
    "intent": re.compile(r"#Intent;"),
    "skype": re.compile(r"[\w.:+\-]+\?"),
}
# What attackers write in any case.
_ANY_CASE = frozenset({"javascript", "vbscript", "data", "blob"})
_NOT_A_HOST = frozenset("/\\／⁄∕:：hH")  # what may stand for more of the scheme, or begin it again
_LONGEST = 24

# Real schemes that lie one slip from http.
_OTHERS = frozenset({"ftp", "ftps", "sftp", "tftp", "hcp", "ldap", "ipp", "ipps", "rtp", "rtsp", "smtp", "nntp", "htm", "html"})


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme as written from ``start`` to ``end``; ``meant`` is ``http`` or ``https``, or ``None`` for every other scheme.

    Where something is wrong, replacing ``[fault_start, fault_end)`` by ``instead`` repairs it. ``sure`` tells that the scheme alone
    shows that a link was meant; else what follows must look like a host.
    """

    start: int
    end: int
    meant: str | None
    instead: str | None = None
    fault_start: int = 0
    fault_end: int = 0
    note: str = ""
    sure: bool = True


def read_scheme(text: str, start: int, word_end: int, end: int) -> Scheme | None:
    """Read the scheme whose word ends at ``word_end``, in a piece of ``text`` without spaces from ``start`` to ``end``."""
    word = text[start:word_end] if word_end - start < 6 else ""
    if word in {"https", "http"} and text.startswith("://", word_end) and text[word_end + 3 : word_end + 4] not in _NOT_A_HOST:
        return Scheme(start, word_end + 3, word)  # as most are
    found = _WORD.search(text[max(start, word_end - _LONGEST) : word_end])
    separator = _SEPARATOR.match(text, word_end, end)
    if found is None or separator is None or separator.end() == word_end:
        return None
    written = found.group()
    word_start = word_end - len(written)
    between = separator.group()
    if "." in written[:-1] and between != "://" and not written.lower().endswith(("http", "https")):
        return None  # a host, and what follows it
    meant = _meant(written)
    if meant is None:
        return _other(text, written, Scheme(word_start, separator.end(), None), between)
    if len(written) > len(meant) and written.lower().endswith(meant):
        glued = written[: -len(meant)]
        escape = glued in {"n", "r", "t"} and text[word_start - 1 : word_start] == "\\"
        if len(glued) > 1 or not glued.isalpha() or escape:  # "Seehttps://", "\\nhttps://": the link begins behind it
            word_start, written = word_end - len(meant), meant
    again = _AGAIN.match(text, separator.end(), end)
    if again is not None:
        last = again.group(1).lower()
        note = "This link begins twice"
        return Scheme(word_start, again.end(), last, f"{last}://", word_start, again.end(), note)
    return _judge(written, word_start, separator.end(), between, meant)


def _meant(written: str) -> str | None:
    word = written.lower()
    for scheme in ("https", "http"):
        if word.endswith(scheme):
            return scheme
    if word in _OTHERS or len(word) > 9:
        return None
    squeezed = "".join(letter for index, letter in enumerate(word) if word[index - 1 : index] != letter)
    for scheme, core in (("https", "htps"), ("http", "htp")):
        if one_slip(squeezed, core) or one_slip(word, scheme):
            return scheme
    return "https" if word == "hxxps" else "http" if word == "hxxp" else None


def _other(text: str, word: str, scheme: Scheme, between: str) -> Scheme | None:
    if between.startswith("://") or (word.lower() == "file" and between.startswith(":/")):
        return scheme
    proof = _SLASHLESS.get(word.lower() if word.lower() in _ANY_CASE else word)
    if proof is None or between[:1] != ":" or proof.match(text, scheme.start + len(word) + 1) is None:
        return None
    return Scheme(scheme.start, scheme.start + len(word) + 1, None)


def _judge(written: str, start: int, end: int, between: str, meant: str) -> Scheme | None:
    exact = written.lower() == meant
    if exact and between == "://":
        return Scheme(start, end, meant)
    slashes = len(_SLASHES.findall(between))
    colon = len(between) > slashes
    word_end = start + len(written)
    if exact:
        return Scheme(start, end, meant, "://", word_end, end, _of_separator(written, between), sure=slashes >= 2 or colon)
    sure = slashes >= 2 and colon
    if between == "://":
        return Scheme(start, end, meant, meant, start, word_end, _of_word(written, meant), sure=sure)
    return Scheme(start, end, meant, f"{meant}://", start, end, _of_word(written, meant), sure=sure)


def _of_word(written: str, meant: str) -> str:
    if len(written) == len(meant) or not written.isalpha():
        return f"“{written}” is misspelt"
    return f"“{written}” is missing a letter" if len(written) < len(meant) else f"“{written}” has a letter too many"


def _of_separator(written: str, between: str) -> str:
    if between[:1] in "/\\":
        return f"The colon behind “{written}” is missing"
    return f"“{written}{between}” should be “{written}://”"

"""Schemes: what stands in front of a link, as it is written and as it was meant."""

import re
from dataclasses import dataclass

from linkwell.text.suffix import one_slip

_SEPARATOR = re.compile(r"[:;：；︓﹕∶]?[/\\／⁄∕]*[:：]?[/\\／⁄∕]*")
_SLASHES = re.compile(r"[/\\／⁄∕]")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*$")
_ODD_END = re.compile(r"https?[,_]$", re.IGNORECASE)
_AGAIN = re.compile(r"(?:(?:www\.)?(https?)(?:[:;：]\s?[/\\]+|[/\\]{2,}))+", re.IGNORECASE)
_ODD_SEPARATOR = re.compile(r"[^\w\s@%]{1,5}(?<=[/\\])")
_BEGUN = re.compile(r"(?:https?\W?)?w{2,4}\.?|https?", re.IGNORECASE)  # what a link begins with, in front of where it begins again
_CUT_OFF = {"ps": "https", "s": "https", "p": "http"}  # whose front was not copied along
# Schemes without slashes, and what must stand behind them for a link: "Tel: 0800…" and "data:5GB" are prose.
_NUMBER = re.compile(r"[+(]?\d|\?\w+=")
_SLASHLESS = {
    **dict.fromkeys(("tel", "sms", "smsto", "mms", "callto"), _NUMBER),
    **dict.fromkeys(("facetime", "facetime-audio"), re.compile(rf"{_NUMBER.pattern}|[^\s@/]{{1,64}}@")),
    "mailto": re.compile(r"[^\s@/]{1,64}@|\?\w+="),
    "geo": re.compile(r"-?\d"),
    "javascript": re.compile(r"\S{0,80}[(=;.`]"),
    "vbscript": re.compile(r"\S{0,80}[(=;.`]"),
    "data": re.compile(r"[a-z]+/[\w.+\-]+[;,]|[;,]\S", re.IGNORECASE),
    "blob": re.compile(r"https?:", re.IGNORECASE),
    "intent": re.compile(r"#Intent;"),
    "skype": re.compile(r"[\w.:+\-]+\?"),
    "spotify": re.compile(r"(?:track|album|artist|playlist|show|episode|user):\w"),
    "magnet": re.compile(r"\?xt="),
    "about": re.compile(r"blank(?!\w)"),
    "view-source": re.compile(r"https?:"),
    **dict.fromkeys(("bitcoin", "ethereum", "litecoin"), re.compile(r"[a-zA-Z0-9]{26,}")),
}
# What attackers write in any case.
_ANY_CASE = frozenset({"javascript", "vbscript", "data", "blob"})
_NOT_A_HOST = frozenset("/\\／⁄∕:：hH")  # what may stand for more of the scheme, or begin it again
_LONGEST = 24
_TWICE = "This link begins twice"

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
    host = word_end + 3
    plain = word in {"https", "http"} and text.startswith("://", word_end) and text[host : host + 1] not in _NOT_A_HOST
    if plain and not text.startswith("www.http", host):
        return Scheme(start, host, word)  # as most are
    piece = text[max(start, word_end - _LONGEST) : word_end]
    found = _WORD.search(piece) or _ODD_END.search(piece)
    separator = _SEPARATOR.match(text, word_end, end)
    if found is None or separator is None or separator.end() == word_end:
        return None
    written = found.group()
    word_start = word_end - len(written)
    between = separator.group()
    if "." in written[:-1] and between != "://" and not written.lower().endswith(("http", "https")):
        return None  # a host, and what follows it
    meant = _meant(written) or (_CUT_OFF.get(written.lower()) if between == "://" else None)
    if meant is None:
        return _other(text, written, Scheme(word_start, separator.end(), None), between)
    if len(written) > len(meant) and written.lower().endswith(meant):
        glued = written[: -len(meant)]
        before = text[word_start - 1 : word_start]
        escape = glued in {"n", "r", "t"} and before == "\\"
        if between == "://" and _BEGUN.fullmatch(glued) is not None:  # "www.https://", "httphttps://"
            return Scheme(word_start, separator.end(), meant, f"{meant}://", word_start, separator.end(), _TWICE)
        if len(glued) > 1 or not glued.isalpha() or before.isalpha() or escape:  # "Seehttps://", "\\nhttps://": the link begins behind it
            word_start, written = word_end - len(meant), meant
    again = _AGAIN.match(text, separator.end(), end)
    if again is not None:
        last = again.group(1).lower()
        return Scheme(word_start, again.end(), last, f"{last}://", word_start, again.end(), _TWICE)
    return _judge(written, word_start, separator.end(), between, meant)


def read_odd_scheme(text: str, start: int, word_end: int, end: int) -> Scheme | None:
    """Read ``https`` or ``http`` and a separator that is no separator at all: ``https>//``, ``https:?/``."""
    word = text[start:word_end].lower()
    odd = _ODD_SEPARATOR.match(text, word_end, end) if word in {"https", "http"} else None
    if odd is None:
        return None
    note = f"“{text[start : odd.end()]}” should be “{word}://”"
    return Scheme(start, odd.end(), word, "://", word_end, odd.end(), note, sure=False)


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

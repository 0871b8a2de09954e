"""Patterns: whether a link leads to a place that a policy names, as ``acme.com``, ``=acme.com``, ``*.acme.com`` or ``acme.com/shop/*``."""

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from ada_url import URL

from linkwell.model.message import Link


class Place(NamedTuple):
    """A pattern taken apart: ``path`` is ``""`` where every path fits; ``alone`` keeps what lies below the host out."""

    host: str
    path: str
    alone: bool


def fits(link: Link, pattern: str) -> bool:
    """Tell whether ``link`` leads to the place that ``pattern`` names.

    ``acme.com`` is the host and everything below it, ``=acme.com`` the host alone, ``*.acme.com`` only what lies below it;
    ``acme.com/shop/*`` takes only paths that fit. ``*`` stands for any characters, also in ``staging-*.acme.com``; capitals do not
    count, and hosts may be written in their own letters (``bücher.de``). What is no pattern fits nothing.
    """
    host, path, alone = _place(pattern)
    name = link.host.rstrip(".")
    if not host or not name:
        return False
    if "*" in host:
        here = _stands(name, host)
    else:
        here = name == host or (not alone and name.endswith(host) and name[-len(host) - 1] == ".")
    return here and (not path or _stands(_path(link), path))


@lru_cache(maxsize=1 << 14)  # more than the lists of a policy hold together
def _place(pattern: str) -> Place:
    written = pattern.strip().lower()
    alone = written.startswith("=")
    written = written.removeprefix("=").removeprefix("https://").removeprefix("http://")
    host, slash, path = written.partition("/")
    host = host.rstrip(".")
    if not host.isascii():
        try:
            host = URL(f"https://{host}").hostname
        except ValueError:
            host = ""
    return Place(host, unquote(slash + path) if path else "", alone)


def _path(link: Link) -> str:
    return unquote(URL(link.url).pathname).lower() if link.url is not None else ""


def _stands(text: str, pattern: str) -> bool:
    """Tell whether ``pattern`` stands for the whole of ``text``; linear in both but for the stars."""
    first, *others = pattern.split("*")
    if not others:
        return text == first
    last = others.pop()
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
        return False
    position, end = len(first), len(text) - len(last)
    for piece in others:
        found = text.find(piece, position, end)
        if found < 0:
            return False
        position = found + len(piece)
    return True

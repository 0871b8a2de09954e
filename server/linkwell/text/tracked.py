"""Tracked: where in a link to one of our hosts its slug stands, and what it leads to; which links may become one."""

import re
from collections.abc import Mapping
from functools import lru_cache

from linkwell.model.message import Link, LinkKind
from linkwell.model.span import Span
from linkwell.model.tracked_link import TrackedLink
from linkwell.text.find import find_links
from linkwell.text.slug import recover, trim
from linkwell.text.words import may_be_words

_PATH = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.\-]*:?//)?[^/?#\\]*/([^?#]*)")


def slug_place(link: Link) -> Span | None:
    """Return the span of what stands in the place of a slug, ``None`` where the link is not ours or leads to the root page."""
    path = _PATH.match(link.written) if link.kind is LinkKind.TRACKED else None
    if path is None or not path.group(1):
        return None
    return Span(link.span.start + path.start(1), link.span.start + path.end(1))


def slug_key(link: Link) -> str | None:
    """Return what stands in the place of a slug, as it is looked up: trimmed and in lower case."""
    place = slug_place(link)
    if place is None:
        return None
    return trim(link.written[place.start - link.span.start : place.end - link.span.start]).lower() or None


def looked_up(link: Link, known: Mapping[str, TrackedLink | None]) -> TrackedLink | None:
    """Return the tracked link that a link of a message is, where it was looked up and is one."""
    place = slug_place(link)
    if place is None:
        return None
    slug, _ = recover(link.written[place.start - link.span.start : place.end - link.span.start])
    return known.get(slug) if slug is not None else None


def may_be_tracked(link: Link) -> bool:
    """Tell whether a link leads somewhere of its own, and nobody could have meant two words."""
    return link.kind is LinkKind.PLAIN and link.url is not None and not may_be_words(link.written)


def page_behind(link: Link, known: Mapping[str, TrackedLink | None]) -> Link | None:
    """Return the page that a tracked link of a message leads to, read as a link, where it was looked up and is one."""
    tracked = looked_up(link, known) if known and link.kind is LinkKind.TRACKED else None
    return None if tracked is None else _read(tracked.destination)


@lru_cache(maxsize=1024)
def _read(destination: str) -> Link | None:
    return next(iter(find_links(destination)), None)

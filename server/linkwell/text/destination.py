"""What a tracked link may lead to."""

import re
from collections.abc import Iterable
from typing import Final

import ada_url

from linkwell.model.errors import InvalidInput

LONGEST: Final = 8000
_LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def fault(url: str) -> str | None:
    """Say what keeps ``url`` from being a destination, ``None`` where nothing does."""
    if len(url) > LONGEST:
        return f"A destination has {LONGEST} characters at most; this one has {len(url)}."
    if any(ord(c) <= 0x20 or 0x7F <= ord(c) <= 0x9F or 0xD800 <= ord(c) <= 0xDFFF for c in url):
        return "A destination holds no spaces and no control characters."
    if not url.lower().startswith(("https://", "http://")):
        return "A destination begins with https:// or http://."
    try:
        parsed = ada_url.URL(url)
    except ValueError:
        return "That is not a web address. A destination looks like https://acme.com/sale."
    if parsed.username or parsed.password:
        return "A destination holds no user name and no password."
    return None if parsed.hostname else "A destination needs a host, as in https://acme.com/sale."


def leads_to(url: str, hosts: Iterable[str]) -> bool:
    """Tell whether a sound ``url`` leads to one of ``hosts`` (``go.acme.com``, or ``127.0.0.1:18473`` for that port alone)."""
    parsed = ada_url.URL(url)
    name = parsed.hostname.rstrip(".")
    return not {name, f"{name}:{parsed.port}"}.isdisjoint(hosts)


def in_ascii(url: str) -> str:
    """Return a sound ``url`` as it can stand in a header: byte for byte as it is, or percent-encoded where it is not ASCII."""
    return url if url.isascii() else str(ada_url.URL(url).href)


def as_tracking_domain(text: str) -> str:
    """Return the host that somebody means by ``text``, in ASCII and lower case.

    Raises InvalidInput, with what to write instead, where it is no name that links can live on.
    """
    written = text.strip().lower()
    try:
        parsed = ada_url.URL(written if "://" in written else f"https://{written}")
    except ValueError as error:
        raise InvalidInput("That is not a domain. It looks like go.acme.com.", "tracking_domain") from error
    name = parsed.hostname
    if "://" in written or parsed.port or parsed.pathname != "/" or parsed.search or parsed.hash or "@" in written:
        raise InvalidInput(f"Write the name alone: {name}.", "tracking_domain")
    labels = name.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdecimal() or len(name) > 253:
        raise InvalidInput("A domain is a name with a dot in it, as go.acme.com. Recipients must be able to reach it.", "tracking_domain")
    return name

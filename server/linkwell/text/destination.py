"""What a tracked link may lead to."""

from typing import Final

import ada_url

LONGEST: Final = 8000


def fault(url: str) -> str | None:
    """Say what keeps ``url`` from being a destination, ``None`` where nothing does."""
    if len(url) > LONGEST:
        return f"A destination has {LONGEST} characters at most; this one has {len(url)}."
    if any(ord(c) <= 0x20 or ord(c) == 0x7F or 0xD800 <= ord(c) <= 0xDFFF for c in url):
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


def host(url: str) -> str:
    """Return the host of a sound ``url`` in lower case, with its port where one is named."""
    return ada_url.URL(url).host

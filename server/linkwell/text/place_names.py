"""Place names: how hosts, patterns of places, sites and suffixes are written in a policy, and what to write instead where they are not."""

import re
from typing import Final

import ada_url

from linkwell.model.errors import InvalidInput
from linkwell.text.destination import as_tracking_domain
from linkwell.text.shorteners import owner, shortener
from linkwell.text.suffix import is_known, nearest, registrable

_LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_SPACE: Final = re.compile(r"[\s\x00-\x1f\x7f]")
_PORT: Final = re.compile(r":[0-9]{1,5}")


def as_domain(written: str) -> str:
    """Return the host that somebody means; raises InvalidInput with what to write instead."""
    return as_tracking_domain(_full(written, "go.acme.com"))


def as_pattern(written: str) -> str:
    """Return a pattern of places (``text.patterns``), its host in lower case and ASCII; raises InvalidInput with what to write instead."""
    text = _full(written, "acme.com")
    if "://" in text:
        raise InvalidInput(f"Write it without https://, as {text.partition('://')[2] or 'acme.com'}.")
    exact, _, rest = ("=", "", text[1:]) if text.startswith("=") else ("", "", text)
    host, slash, path = rest.partition("/")
    if set("?#@\\") & set(rest):
        raise InvalidInput("A place is a host, and perhaps a path, as acme.com/shop/*. Leave out user names and what follows ? or #.")
    if _PORT.search(host):
        raise InvalidInput(f"Leave the port out, as {host.partition(':')[0]}: a place stands for every port of its host.")
    if not host.strip("*."):
        raise InvalidInput("This would be every host there is. Write one, as acme.com or *.acme.com.")
    if exact and "*" in host:
        raise InvalidInput(f"Write {host} or ={host.lstrip('*.')}: one host alone has no * in it.")
    name = _in_ascii(host)
    if len(name) > 253 or not all(_LABEL.fullmatch(label.replace("*", "a")) for label in name.split(".")):
        raise InvalidInput("That is not a host. A place reads acme.com, =acme.com, *.acme.com or acme.com/shop/*.")
    return f"{exact}{name}{slash if path else ''}{path}"


def as_site(written: str) -> str:
    """Return the host of a site, with its port where it names one; raises InvalidInput with what to write instead."""
    text = _full(written, "crm.acme.com").lower()
    if "://" in text or "/" in text:
        raise InvalidInput(f"Write the host alone, as {text.rpartition('://')[2].partition('/')[0] or 'crm.acme.com'}.")
    host, port = text.partition(":")[0], _PORT.search(text)
    name = _in_ascii(host)
    if (":" in text and (port is None or port.end() != len(text))) or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise InvalidInput("That is not the host of a site. It reads crm.acme.com, or localhost:8080.")
    return f"{name}{port.group() if port else ''}"


def as_suffix(written: str) -> str:
    """Return the ending of hosts that somebody means, without the dot before it; raises InvalidInput with what to write instead."""
    name = _in_ascii(_full(written, "zip").lower().removeprefix("*").removeprefix("."))
    last = name.rpartition(".")[2]
    if not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise InvalidInput("That is not the ending of a host. It reads zip or co.uk.")
    if not is_known(last):
        near = nearest(last)
        raise InvalidInput(f"No host ends in .{last}." + (f" Did you mean {near}?" if near else " Take it out."))
    return name


def unfit(domain: str) -> str | None:
    """Say why nobody's tracked links can live on a sound ``domain``, and what to take instead; ``None`` where they can."""
    name = shortener(domain)
    if name is not None and owner(name) is None:
        return (
            f"{name} is a public link shortener, and phone companies filter texts that use one. Take a domain of your own, as go.acme.com. "
            f"If {name} is yours, list it under allowed_shorteners as well."
        )
    if not registrable(domain):
        return f"{domain} is an ending that many share, not a domain of your own. Take a name in front of it, as acme.{domain}."
    return None


def _full(written: str, example: str) -> str:
    text = written.strip()
    if not text:
        raise InvalidInput(f"This entry is empty. Take it out, or write one, as {example}.")
    if _SPACE.search(text):
        raise InvalidInput(f"There is a space in it. Write one entry for each, as {example}.")
    return text


def _in_ascii(host: str) -> str:
    if host.isascii():
        return host.lower().rstrip(".")
    if set("@/\\?#:%") & set(host):  # or what stands before or behind it would be left out
        raise InvalidInput("That is not a host. It reads acme.com.")
    try:
        return ada_url.URL(f"https://{host}").hostname
    except ValueError as error:
        raise InvalidInput("That is not a host. It reads acme.com.") from error

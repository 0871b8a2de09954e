"""Trackers: addresses that send visitors on to another one, and the address that they carry."""

import re
from functools import cache, lru_cache
from typing import Final
from urllib.parse import unquote

from linkwell.data import table
from linkwell.text.destination import fault
from linkwell.text.parts import parts

_USER: Final = re.compile(r"^.*@|:\d*$")
# How senders of mail count taps, whatever the host, for many do on one of their customers.
_ROUTE: Final = re.compile(
    r"https?://(?:[^/?#@]*@)?([^/?#]*)/(?:(?:ls|wf|[au])/click\?(?:upn|_t)=|ss/c/[\w.-]{20}|track/click(?:/\d|\?u=)|ctt\?[a-z]+=|CL0/http"
    r"|(?:e3t/)?Ctc/|e2t/c/|f/a/[\w~-]{20}|e/c/eyJ|lt\.php\?|Prod/link-tracker\?|lnk/[A-Za-z0-9]{8,}/|mk/cl/|tr/cl/)"
    r"|https?://(?:(click\.[^/?#]*)/?\?qs=[\da-f]{16}|(email\.[^/?#]*)/c/eJ)"
)


def tracker(url: str) -> str | None:
    """Return the listed name of the tracker that ``url`` is a link of, its host where only its form tells, ``None`` where it is none."""
    written = parts(url)
    name = _USER.sub("", written.authority.lower()).removeprefix("www.")
    path = written.path.lower().rstrip("/")
    listed, with_paths = table("trackers"), _with_paths()
    while "." in name:
        if name in listed:
            return name
        for entry in with_paths.get(name, ()):
            if path == entry[len(name) :] or path.startswith(f"{entry[len(name) :]}/"):
                return entry
        name = name.partition(".")[2]
    route = _ROUTE.match(url)
    return None if route is None else (route[route.lastindex or 0]).lower()


def is_tracker(host: str, url: str) -> bool:
    """Tell at little cost whether ``url``, which leads to ``host``, is a link of a tracker."""
    return (_is_listed(host) or _ROUTE.match(url) is not None) and tracker(url) is not None


@lru_cache(maxsize=4096)
def _is_listed(host: str) -> bool:
    """Tell whether a host is listed, be it with some of its paths alone."""
    name = host
    while "." in name:
        if name in table("trackers") or name in _with_paths():
            return True
        name = name.partition(".")[2]
    return False


def carried(url: str, name: str) -> str | None:
    """Return the address that a link of the tracker ``name`` carries in its parameter, ``None`` where it carries none in plain sight."""
    wanted = table("trackers").get(name, "-")
    for parameter in parts(url).parameters():
        if parameter.value and parameter.name.lower() in {wanted, "url" if wanted == "q" else wanted}:
            target = unquote(parameter.value)
            return target if fault(target) is None else None
    return None


@cache
def _with_paths() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in table("trackers"):
        host, slash, _ = entry.partition("/")
        if slash:
            found[host] = (*found.get(host, ()), entry)
    return found

"""Trackers: addresses that send visitors on to another one, and the address that they carry."""

import re
from functools import cache
from typing import Final
from urllib.parse import unquote

from linkwell.data import table
from linkwell.text.destination import fault
from linkwell.text.parts import parts

_USER: Final = re.compile(r"^.*@|:\d*$")


def tracker(url: str) -> str | None:
    """Return the listed name of the tracker that ``url`` is a link of, ``None`` where it is none."""
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
    return None


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

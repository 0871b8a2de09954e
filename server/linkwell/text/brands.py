"""Brands: the well-known ones that scams pretend to be, with their own domains."""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from linkwell.data import table

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


class Use(StrEnum):
    """How ordinary texts use a brand's name."""

    SENDER = "sender"  # who names it first speaks in its name
    OPTION = "option"  # one way to pay, follow or find the sender
    WORD = "word"  # also an everyday word or a person's name


class WellKnown(NamedTuple):
    """A brand with its ``names`` in texts and its own ``hosts`` (each with everything below).

    ``labels`` are its names as hosts have them; ``others`` are the names a slip away that belong to others, ``None`` where a slip
    proves nothing.
    """

    names: tuple[str, ...]
    use: Use
    hosts: tuple[str, ...]
    labels: frozenset[str]
    others: frozenset[str] | None


@cache
def well_known() -> tuple[WellKnown, ...]:
    """Return every brand of the list."""
    return tuple(_read(names, rest.split("\t")) for names, rest in table("brands").items())


def _read(names: str, columns: list[str]) -> WellKnown:
    use, hosts, others = columns
    named = {squeezed(name) for name in names.split("|")}
    own = {host.partition(".")[0] for host in hosts.split()}
    labels = frozenset(label for label in own if squeezed(label) in named and len(label) > 3)
    slips = None if others == "-" else frozenset(others.split()) - {"."}
    return WellKnown(tuple(names.split("|")), Use(use), tuple(hosts.split()), labels, slips)


def squeezed(name: str) -> str:
    """Return a name as a host would have it: lower case, letters and digits alone."""
    return _NOT_IN_A_NAME.sub("", name.lower())


def owner_of(host: str) -> frozenset[int]:
    """Return which brands (places in ``well_known``) a host belongs to, none for most hosts."""
    owners = _owners()
    name = host
    while name:
        if name in owners:
            return owners[name]
        name = name.partition(".")[2]
    return frozenset()


@cache
def _owners() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for place, brand in enumerate(well_known()):
        for host in brand.hosts:
            found.setdefault(host, set()).add(place)
    return {host: frozenset(places) for host, places in found.items()}

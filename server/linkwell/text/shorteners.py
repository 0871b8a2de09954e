"""Shorteners: hosts that links are shortened on, and the owner of those that have one."""

from linkwell.data import entries, table


def shortener(host: str) -> str | None:
    """Return the listed domain that ``host`` is or lies in, ``None`` where there is none."""
    listed, owners = entries("shorteners"), table("shortener_owners")
    name = host
    while "." in name:
        if name in listed or name in owners:
            return name
        name = name.partition(".")[2]
    return None


def owner(name: str) -> str | None:
    """Return who alone shortens links on a listed domain, ``None`` where everybody may."""
    return table("shortener_owners").get(name)

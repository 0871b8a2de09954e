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


def owner(name: str, path: str = "") -> str | None:
    """Return who alone shortens links on a listed domain, or below a ``path`` of one, ``None`` where everybody may."""
    found = _owner(name, path)
    return None if found is None else found.partition("\t")[0]


def is_usual(name: str, path: str = "") -> bool:
    """Tell whether businesses pass on such links as they are: maps, forms and chats, which have no longer form that people know."""
    return (_owner(name, path) or "").endswith("\tusual")


def _owner(name: str, path: str) -> str | None:
    owners = table("shortener_owners")
    return owners.get(name) or owners.get(f"{name}/{path[1:].partition('/')[0]}")

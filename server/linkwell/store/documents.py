"""The policy as a JSON document: the one reader and the one writer of what is kept, comes in and goes out.

Its fields are those of ``model.policy.Policy``, by the same names: nothing lists them a second time. A document of an older release
has fewer fields, and the rest of them their defaults.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from linkwell.model.policy import Policy

VERSION: Final = 1  # of the format; a document that names none is of this one
OFF: Final = "off"  # in the place of a severity: the check is turned off


def write(policy: Policy) -> dict[str, Any]:
    """Return a policy as a document, every field of it."""
    return {"version": VERSION, **_written(policy)}


def read(document: Mapping[str, Any]) -> Policy:
    """Return the policy of a document that was checked when it came in; what this release does not know is left out."""
    policy: Policy = _read(Policy, document)
    return policy


def domain_changes(domains: Iterable[tuple[datetime, str | None]]) -> tuple[datetime, ...]:
    """Return the moments at which the tracking domain became another one, of what it was set to when, oldest first.

    The first domain that a team ever sets replaces none, and one that is taken away for a while and comes back is the same one.
    """
    last, moments = None, []
    for moment, domain in domains:
        if domain and last and domain != last:
            moments.append(moment)
        last = domain or last
    return tuple(moments)


def _written(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, Mapping):
        return {name: OFF if each is None else _written(each) for name, each in value.items()}
    if is_dataclass(value):
        return {each.name: _written(getattr(value, each.name)) for each in fields(value)}
    return value


def _read(kind: Any, value: Any) -> Any:
    if isinstance(kind, UnionType):
        [kind] = {*get_args(kind)} - {type(None)}
        return None if value is None or value == OFF else _read(kind, value)
    inner = get_args(kind)
    if get_origin(kind) is tuple:
        return tuple(_read(inner[0], each) for each in value)
    if inner:
        return {name: _read(inner[1], each) for name, each in value.items()}
    hints = _hints(kind)
    if hints:
        return kind(**{name: _read(hint, value[name]) for name, hint in hints.items() if name in value})
    if kind is time:
        return time.fromisoformat(value)
    return kind(value) if issubclass(kind, Enum) else value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """Return the fields of a dataclass with their types, nothing for other types."""
    return get_type_hints(kind) if is_dataclass(kind) else {}

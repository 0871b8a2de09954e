"""Fields of the policy by name: ``limits.links=3`` into its document, and a document as lines to compare."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from linkwell.model.errors import InvalidInput
from linkwell.model.policy import Policy, SitePolicy
from linkwell.store import documents

_SITE: Final = re.compile(rf"(.+?)\.({'|'.join(each.name for each in fields(SitePolicy))})(?:\.(.+))?")
_BOOLEANS: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def assign(document: dict[str, Any], assignment: str) -> None:
    """Set one field of a document, as ``name=value`` says it; without a value it goes back to its default.

    What a value means is up to the field: words for a list are separated by commas, or written as JSON like everything that has parts.
    What the document cannot hold is found when it is read; raises InvalidInput where there is no name, or no JSON where it takes some.
    """
    path, equals, text = (part.strip() for part in assignment.partition("="))
    if not equals or not path:
        raise InvalidInput(f"{assignment}: Write it as name=value, as limits.links=3.", assignment)
    *outer, last = _parts(path)
    here, kind = document, Policy
    for part in outer:
        kind = _inner(kind, part)
        here[part] = here.get(part) or {}
        here = here[part]
        if not isinstance(here, dict):
            raise InvalidInput(f"{path}: There is nothing of this name here. Set {part} as a whole.", path)
    if not text:
        here.pop(last, None)
        return
    here[last] = _value(path, _inner(kind, last), text)


def lines(policy: Policy) -> list[str]:
    """Return a policy as lines, one for each field and each entry of a list, to be compared with another one's.

    What is empty has a line only where that is not the default: an empty list says another thing than none.
    """
    return [f"{path}: {value}" for path, value in _flat("", documents.write(policy)) if (path, value) not in _empty()]


@cache
def _empty() -> frozenset[tuple[str, str]]:
    default = _flat("", documents.write(Policy()))
    return frozenset((path, value) for path, value in default if path == "version" or value == "[]")


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict | list) and not value:
        yield path, json.dumps(value)
    elif isinstance(value, dict):
        inner = [line for name, each in value.items() for line in _flat(f"{path}.{name}" if path else name, each)]
        yield from [line for line in inner if line[1] != "{}"] or inner[:1]
    elif isinstance(value, list):
        for each in value:
            yield path, each if isinstance(each, str) else json.dumps(each, ensure_ascii=False)
    elif value not in {None, ""}:
        yield path, value if isinstance(value, str) else json.dumps(value)


def _parts(path: str) -> list[str]:
    """Take a name apart; codes, tags and hosts may have dots of their own."""
    first, dot, rest = path.partition(".")
    if not dot:
        return [first]
    if first != "sites":
        return [first, rest]
    site = _SITE.fullmatch(rest)
    return [first, rest] if site is None else [first, site[1], site[2], *([site[3]] if site[3] else [])]


def _inner(kind: Any, name: str) -> Any:
    """Return the type of what ``name`` stands for in ``kind``, ``str`` where it stands for nothing."""
    if is_dataclass(kind):
        kind = get_type_hints(kind).get(name, str)
    elif get_origin(kind) is not None and issubclass(get_origin(kind), Mapping):
        kind = get_args(kind)[1]
    else:
        return str
    if isinstance(kind, UnionType):
        [kind] = {*get_args(kind)} - {type(None)}
    return kind


def _value(path: str, kind: Any, text: str) -> Any:
    if text == "null":
        return None
    if kind is bool:
        return _BOOLEANS.get(text.lower(), text)
    if kind is int:
        return int(text) if re.fullmatch("[0-9]{1,9}", text) else text
    if kind == tuple[str, ...] and not text.startswith("["):
        return [word.strip() for word in text.split(",")]
    if is_dataclass(kind) or get_origin(kind) is not None:
        try:
            return json.loads(text)
        except ValueError as error:
            raise InvalidInput(f"{path}: Write it as JSON, as docs/policy.md shows, or set {path}.… one by one.", path) from error
    return text

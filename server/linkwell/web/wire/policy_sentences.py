"""What is wrong with the shape of a policy: pydantic's findings as paths and sentences that say what to write."""

from difflib import get_close_matches
from typing import Any, Final

from pydantic import ValidationError

from linkwell.actions.policy_faults import PolicyFault

LONGEST: Final = 260  # characters of a name that was sent and is told back
_SHAPES: Final = {
    "begin": "A time reads 21:00: hours and minutes of the day.",
    "end": "A time reads 08:00: hours and minutes of the day.",
    "website": "A website begins with https://, as https://acme.com.",
    "email": "An e-mail address reads hello@acme.com.",
    "phone": "A phone number has digits, spaces and + ( ) . / - only.",
}
_KINDS: Final = {
    "missing": "This is needed here.",
    "bool_type": "Write true or false.",
    "int_type": "Write a whole number.",
    "greater_than_equal": "Write a whole number from 1 on.",
    "less_than_equal": "Write a whole number up to 1000000.",
    "string_type": "Write text in quotes.",
    "list_type": 'Write a list in brackets, as ["one", "other"].',
    "dict_type": "Write names with their values in braces.",
    "model_type": "Write names with their values in braces.",
    "model_attributes_type": "Write names with their values in braces.",
}


def faults_of(error: ValidationError, names: list[str]) -> list[PolicyFault]:
    """Return what is wrong with the shape of a policy; ``names`` are those that a misspelt field may have meant."""
    return [PolicyFault(_path(one["loc"]), _sentence(one, names)) for one in error.errors(include_url=False)[:20]]


def _path(parts: tuple[int | str, ...]) -> str:
    path = ""
    for part in parts:
        if part != "[key]":
            path += f"[{part}]" if isinstance(part, int) else f".{part[:LONGEST]}" if path else part[:LONGEST]
    return path or "body"


def _sentence(one: Any, names: list[str]) -> str:
    """Say in words what pydantic found, and what to write instead."""
    kind, name, context = one["type"], str(one["loc"][-1]) if one["loc"] else "", one.get("ctx", {})
    if kind == "extra_forbidden":
        near = get_close_matches(name, names, 1)
        return (
            f"There is no field of this name here. Did you mean {near[0]}?"
            if near
            else "There is no field of this name here. Leave it out."
        )
    if kind == "string_pattern_mismatch":
        return _SHAPES.get(name, f"{one['msg']}.")
    if kind == "literal_error":
        return f"Write {context['expected'].replace(chr(39), chr(34))}."
    if kind in {"too_long", "string_too_long"}:
        return f"{context['max_length']} {'characters' if kind == 'string_too_long' else 'entries'} at most."
    return _KINDS.get(kind, f"{one['msg']}.")

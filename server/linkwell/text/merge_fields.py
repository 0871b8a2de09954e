"""Merge fields: fill the gaps of a template with sample values, so that the filled message can be reviewed."""

import re
from collections.abc import Mapping
from typing import Final

_GAP: Final = re.compile(
    r"\{\{\s*([^{}|\n]{1,60}?)\s*(?:\|[^{}\n]{0,60})?\}\}"  # {{first_name}}, {{ name | there }}
    r"|\$?\{\s*([^{}\n]{1,60}?)\s*\}"  # {name}, ${name}
    r"|<<\s*([^<>\n]{1,60}?)\s*>>"
    r"|\*\|([^|*\n]{1,60})\|\*"
    r"|%%(\w{1,60})%%"
    r"|%(?![0-9A-Fa-f]{2})(\w{1,60})%"
    r"|\[\[?\s*([^\[\]\n]{1,60}?)\s*\]\]?"
    r"|<([^<>\n]{1,60})>"
)
_SEPARATORS: Final = re.compile(r"[\s_.\-]+")


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return ``template`` with every gap filled that has a value; others stay as they are. Keys of ``values`` are ``field_key`` names."""
    return _GAP.sub(lambda gap: values.get(field_key(gap[gap.lastindex or 0]), gap[0]), template)


def field_key(name: str) -> str:
    """Return a field's name without case, spaces and separators: ``First Name``, ``first_name`` and ``FIRSTNAME`` are one field."""
    return _SEPARATORS.sub("", name).casefold()

"""Zones: whether a name is one of the IANA time zones that this computer knows."""

import re
from typing import Final
from zoneinfo import ZoneInfo

_NAME: Final = re.compile(r"[A-Z][A-Za-z0-9_+/-]{0,63}")  # "localtime" and paths are no names of places


def is_zone(name: str) -> bool:
    """Tell whether ``name`` is an IANA time zone such as ``America/New_York``."""
    if _NAME.fullmatch(name) is None:
        return False
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):  # no such file, a folder, or no name at all
        return False
    return True

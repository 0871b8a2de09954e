"""Visit and Category: any request for a tracked link, raw, and what it is taken for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Category(StrEnum):
    """What a visit is taken for; only ``human`` visits become clicks."""

    HUMAN = "human"
    PREVIEW = "preview"
    PREFETCH = "prefetch"
    SCANNER = "scanner"
    CRAWLER = "crawler"
    TEST = "test"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Visit:
    """One request for a tracked link, as it came in.

    ``writer`` and ``sequence`` name it for ever: each writer numbers its visits from 1. ``requested`` is the path as it was
    asked for, ``slug`` what it was recovered to, ``None`` for an orphan, and ``rung`` how. ``headers`` are an allow-list, names in
    lower case. ``visitor`` is a keyed hash of address and user agent under a salt of the day; the address itself is never kept.
    """

    writer: str
    sequence: int
    at: datetime
    requested: str
    slug: str | None
    rung: str
    status: int
    method: str
    scheme: str
    host: str
    headers: Mapping[str, str]
    visitor: str

    @property
    def user_agent(self) -> str:
        """The user agent verbatim, ``""`` where none was sent."""
        return self.headers.get("user-agent", "")


@dataclass(frozen=True, slots=True)
class Classified:
    """A visit's category under one version of the rules, with the reasons."""

    category: Category
    reasons: tuple[str, ...]
    ruleset: int

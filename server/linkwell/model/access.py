"""Scope and Token: who may ask the helper what."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Agents review, mint and read; admins also set the policy."""

    AGENT = "agent"
    ADMIN = "admin"

    def covers(self, other: "Scope") -> bool:
        """Tell whether a token of this scope may do what ``other`` may."""
        return self is Scope.ADMIN or self is other


@dataclass(frozen=True, slots=True)
class Token:
    """A bearer token as the store knows it; ``hash`` is the SHA-256 of the token that was handed out once."""

    id: str
    hash: bytes
    name: str
    scope: Scope

"""Clue: what one signal says about a visit."""

from collections.abc import Callable
from dataclasses import dataclass

from linkwell.model.visit import Category, Visit


@dataclass(frozen=True, slots=True)
class Clue:
    """A reason in words; ``category`` is set where it decides, ``None`` where it is only noted."""

    reason: str
    category: Category | None = None


Signal = Callable[[Visit], Clue | None]

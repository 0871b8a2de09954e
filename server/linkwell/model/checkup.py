"""CheckupStep: one thing that was looked at about a tracking domain."""

from dataclasses import dataclass
from enum import StrEnum


class StepState(StrEnum):
    """How a step ended; ``unknown`` is an answer."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckupStep:
    """What was seen, and what to do about it (``""`` where nothing is to be done)."""

    name: str
    state: StepState
    evidence: str
    fix: str = ""

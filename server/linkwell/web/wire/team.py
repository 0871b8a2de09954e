"""Pairing, domains and health on the wire."""

from typing import Annotated, Literal

from pydantic import Field

from linkwell.model.access import Scope
from linkwell.web.wire.base import Moment, Wire


class PairingIn(Wire):
    """A code that a person read off the helper's window, and a name for the browser."""

    code: Annotated[str, Field(max_length=20)]
    name: Annotated[str, Field(max_length=200)] = ""


class PairingOut(Wire):
    """The token, said this once, and what it may do."""

    token: str
    scope: Scope


class StepOut(Wire):
    """One step of a checkup: what was seen, and what to do."""

    name: str
    state: Literal["pass", "warn", "fail", "unknown"]
    evidence: str
    fix: str


class CheckupOut(Wire):
    """What was found about a tracking domain."""

    host: str
    checked_at: Moment
    steps: list[StepOut]


class HealthOut(Wire):
    """That it is Linkwell, and which."""

    name: Literal["linkwell"]
    version: str
    api: Literal["v1"]

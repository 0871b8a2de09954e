"""Policy, pairing, domains and health on the wire."""

from typing import Annotated, Literal

from pydantic import Field

from linkwell.model.access import Scope
from linkwell.model.policy import Owner, Policy
from linkwell.web.wire.base import Moment, Wire


class OwnerWire(Wire):
    """Who answers for the tracking domain."""

    name: Annotated[str, Field(max_length=200)] = ""
    website: Annotated[str, Field(max_length=500, pattern=r"^(https?://\S+)?$")] = ""
    email: Annotated[str, Field(max_length=200, pattern=r"^([^\s@]+@[^\s@]+)?$")] = ""
    phone: Annotated[str, Field(max_length=40, pattern=r"^[+0-9 ()./-]*$")] = ""
    address: Annotated[str, Field(max_length=300)] = ""


class PolicyWire(Wire):
    """The policy. ``locked`` names what a flag or the environment sets; it may be sent back or left out."""

    tracking_domain: Annotated[str, Field(max_length=253)] | None = None
    approved_destinations: Annotated[list[str], Field(max_length=1000)] = []
    allowed_shorteners: Annotated[list[str], Field(max_length=1000)] = []
    require_tracking: bool = False
    owner: OwnerWire = OwnerWire()
    locked: list[str] = []


def policy_out(policy: Policy, locked: list[str]) -> PolicyWire:
    """Turn a policy into its wire form."""
    owner = policy.owner
    return PolicyWire(
        tracking_domain=policy.tracking_domain,
        approved_destinations=list(policy.approved_destinations),
        allowed_shorteners=list(policy.allowed_shorteners),
        require_tracking=policy.require_tracking,
        owner=OwnerWire(name=owner.name, website=owner.website, email=owner.email, phone=owner.phone, address=owner.address),
        locked=locked,
    )


def policy_in(wire: PolicyWire) -> Policy:
    """Turn the wire form into a policy."""
    return Policy(
        tracking_domain=wire.tracking_domain or None,
        approved_destinations=tuple(wire.approved_destinations),
        allowed_shorteners=tuple(wire.allowed_shorteners),
        require_tracking=wire.require_tracking,
        owner=Owner(**wire.owner.model_dump()),
    )


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

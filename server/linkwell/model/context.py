"""Context: what was looked up before the checks run; a check looks nothing up itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from linkwell.model.policy import Policy
from linkwell.model.tracked_link import TrackedLink


@dataclass(frozen=True, slots=True)
class Context:
    """What the checks may know beside the message.

    ``tracking_hosts`` are the hosts that our redirector answers for, port included only for the helper's own address.
    ``known`` maps each slug of the message that was looked up to its tracked link, or ``None`` where there is none; ``near`` maps
    what stands in the place of a slug to the slug that was probably meant. ``base`` is what a new tracked link begins with.
    ``at`` is the moment of the review, with its zone; ``domain_changes`` are the moments at which the team's tracking domain became
    another; ``opted_out`` tells that the contact wants no more texts, ``first_contact`` that nothing was sent to it yet.
    """

    policy: Policy = field(default_factory=Policy)
    tracking_hosts: frozenset[str] = frozenset()
    known: Mapping[str, TrackedLink | None] = field(default_factory=dict)
    near: Mapping[str, str] = field(default_factory=dict)
    base: str = ""
    at: datetime | None = None
    domain_changes: tuple[datetime, ...] = ()
    opted_out: bool = False
    first_contact: bool = False

"""Context: what was looked up before the checks run; a check looks nothing up itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linkwell.model.policy import Policy
from linkwell.model.tracked_link import TrackedLink


@dataclass(frozen=True, slots=True)
class Context:
    """What the checks may know beside the message.

    ``tracking_hosts`` are the hosts that our redirector answers for, port included only for the helper's own address.
    ``known`` maps each slug of the message that was looked up to its tracked link, or ``None`` where there is none; ``near`` maps
    what stands in the place of a slug to the slug that was probably meant. ``base`` is what a new tracked link begins with.
    """

    policy: Policy = field(default_factory=Policy)
    tracking_hosts: frozenset[str] = frozenset()
    known: Mapping[str, TrackedLink | None] = field(default_factory=dict)
    near: Mapping[str, str] = field(default_factory=dict)
    base: str = ""

"""Context: what was looked up before the checks run; a check looks nothing up itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linkwell.model.policy import Policy
from linkwell.model.tracked_link import TrackedLink


@dataclass(frozen=True, slots=True)
class Context:
    """What the checks may know beside the message.

    ``tracking_hosts`` are the hosts that our redirector answers for, port included only for the helper's own address.
    ``known`` maps each slug that stands in the message on one of them to its tracked link, or ``None`` where there is none.
    """

    policy: Policy = field(default_factory=Policy)
    tracking_hosts: frozenset[str] = frozenset()
    known: Mapping[str, TrackedLink | None] = field(default_factory=dict)
    near: Mapping[str, str] = field(default_factory=dict)

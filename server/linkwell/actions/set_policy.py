"""Set the policy: what comes in is checked whole before anything is kept."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from linkwell.model.errors import Conflict, InvalidInput
from linkwell.model.policy import Policy
from linkwell.store import policies
from linkwell.text.destination import as_tracking_domain


def set_policy(session: Session, new: Policy, locked_domain: str | None, version: int, now: datetime, by: str) -> Policy:
    """Keep ``new`` as the policy after ``version`` and return it as it was kept.

    Raises InvalidInput with the field that is at fault, Conflict where a locked field or a newer version stands against it.
    """
    domain = as_tracking_domain(new.tracking_domain) if new.tracking_domain else None
    if locked_domain is not None and domain != locked_domain:
        raise Conflict(
            f"The approved domain is {locked_domain}: the helper was started with it, so it is changed where the helper is started."
        )
    for index, pattern in enumerate(new.approved_destinations):
        if not pattern.strip() or any(character.isspace() for character in pattern) or "://" in pattern:
            raise InvalidInput("An approved destination reads acme.com, =acme.com or acme.com/shop/*.", f"approved_destinations.{index}")
    kept = replace(new, tracking_domain=domain, approved_destinations=tuple(pattern.strip() for pattern in new.approved_destinations))
    policies.save(session, kept, version, now, by)
    return kept

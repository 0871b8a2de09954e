"""Set the policy: what comes in is checked whole before anything is kept."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from linkwell.actions.check_policy import usable
from linkwell.model.errors import Conflict
from linkwell.model.policy import Policy
from linkwell.store import policies


def set_policy(session: Session, new: Policy, locked_domain: str | None, version: int, now: datetime, by: str) -> Policy:
    """Keep ``new`` as the policy after ``version`` and return it as it is in force.

    A domain that a flag or the environment sets is in force but not kept: what was kept of it before stays.
    Raises InvalidInput that names every fault, Conflict where a locked field or a newer version stands against it.
    """
    checked = usable(new)
    if locked_domain is not None and checked.tracking_domain not in {locked_domain, None}:
        raise Conflict(
            f"The approved domain is {locked_domain}: the helper was started with it, so it is changed where the helper is started."
        )
    kept = replace(checked, tracking_domain=policies.newest(session)[1].tracking_domain) if locked_domain else checked
    policies.save(session, kept, version, now, by)
    return replace(checked, tracking_domain=locked_domain) if locked_domain else checked

"""The policy, every version of it; the newest is in force."""

import json
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from linkwell.model.errors import Conflict
from linkwell.model.policy import Owner, Policy
from linkwell.store.schema import policy


def newest(session: Session) -> tuple[int, Policy]:
    """Return the version in force and the policy; version 0 is the default one."""
    row = session.execute(select(policy).order_by(policy.c.version.desc()).limit(1)).one_or_none()
    return (0, Policy()) if row is None else (row.version, _read(row.document))


def save(session: Session, new: Policy, version: int, now: datetime, by: str) -> int:
    """Keep ``new`` as the version after ``version`` and return its number.

    Raises Conflict where somebody else saved one in the meantime.
    """
    row = {"version": version + 1, "document": json.dumps(asdict(new), sort_keys=True), "changed_at": now, "changed_by": by}
    try:
        with session.begin_nested():
            session.execute(insert(policy).values(row))
    except IntegrityError as error:
        raise Conflict("Somebody else changed the policy meanwhile. Read it again, then make your change.") from error
    return version + 1


def _read(document: str) -> Policy:
    fields = json.loads(document)
    return Policy(
        tracking_domain=fields["tracking_domain"],
        approved_destinations=tuple(fields["approved_destinations"]),
        allowed_shorteners=tuple(fields["allowed_shorteners"]),
        require_tracking=fields["require_tracking"],
        owner=Owner(**fields["owner"]),
    )

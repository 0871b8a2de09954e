"""The policy, every version of it; the newest is in force."""

import json
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from linkwell.model.errors import Conflict
from linkwell.model.policy import Policy
from linkwell.store import documents
from linkwell.store.schema import policy


def newest(session: Session) -> tuple[int, Policy]:
    """Return the version in force and the policy; version 0 is the default one."""
    row = session.execute(select(policy).order_by(policy.c.version.desc()).limit(1)).one_or_none()
    return (0, Policy()) if row is None else (row.version, documents.read(json.loads(row.document)))


def domain_changes(session: Session) -> tuple[datetime, ...]:
    """Return the moments at which the tracking domain became another one, oldest first.

    It reads every version: ask again only where ``newest`` tells of a new one.
    """
    rows = session.execute(select(policy.c.changed_at, policy.c.document).order_by(policy.c.version))
    return documents.domain_changes((row.changed_at, json.loads(row.document).get("tracking_domain")) for row in rows)


def save(session: Session, new: Policy, version: int, now: datetime, by: str) -> int:
    """Keep ``new`` as the version after ``version`` and return its number.

    Raises Conflict where somebody else saved one in the meantime.
    """
    document = json.dumps(documents.write(new))
    row = {"version": version + 1, "document": document, "changed_at": now, "changed_by": by}
    try:
        with session.begin_nested():
            session.execute(insert(policy).values(row))
    except IntegrityError as error:
        raise Conflict("Somebody else changed the policy meanwhile. Read it again, then make your change.") from error
    return version + 1

"""``/v1/clicks``: which links were opened lately, for the extension's receipts."""

from datetime import datetime
from typing import Final

from flask import request

from linkwell.signals import RULESET
from linkwell.store import visits
from linkwell.web.api import Call, Resource
from linkwell.web.problems import Problem
from linkwell.web.wire.links import RecentClicksOut, recent_out

resource: Final = Resource("clicks")
MOST: Final = 50


@resource.route("GET", "/v1/clicks/recent", answers=RecentClicksOut)
def get_recent(call: Call) -> RecentClicksOut:
    """List the links that were visited lately, the latest first; ``contact`` and ``since`` narrow it."""
    asked = request.args
    found = visits.recent(call.session, RULESET, contact=asked.get("contact"), since=_moment(asked.get("since")), limit=MOST)
    return RecentClicksOut(clicks=[recent_out(one) for one in found])


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Problem(400, "since is a time such as 2026-11-23T09:30:00Z.") from error
    if moment.tzinfo is None:
        raise Problem(400, "since needs a time zone, as in 2026-11-23T09:30:00Z.")
    return moment

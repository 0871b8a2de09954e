"""``/v1/optouts``: who wants no more texts. Contacts are opaque references, and none is ever logged."""

from datetime import UTC, datetime
from typing import Final

from flask import request

from linkwell.actions.optout import end, take
from linkwell.model.access import Scope
from linkwell.model.optout import OptOutSource
from linkwell.store import optouts
from linkwell.web import cursors
from linkwell.web.api import BATCH_BYTES, Call, Resource
from linkwell.web.wire.optouts import (
    OneOrMany,
    OptOutIn,
    OptOutPageOut,
    OptOutsIn,
    TakenManyOut,
    TakenOut,
    optout_out,
    taken_out,
)

resource: Final = Resource("optouts")
PAGE: Final = 200


@resource.route("GET", "/v1/optouts", answers=OptOutPageOut)
def get_optouts(call: Call) -> OptOutPageOut:
    """List the opt-outs in force, the last first; with ``contact`` all of that contact, those that ended too."""
    asked = request.args
    found = optouts.page(call.session, contact=asked.get("contact") or None, before=cursors.read_id(asked.get("cursor")), limit=PAGE + 1)
    here = found[:PAGE]
    more = cursors.of_id(here[-1][0]) if len(found) > PAGE else None
    return OptOutPageOut(optouts=[optout_out(entry) for _, entry in here], next=more)


@resource.route("POST", "/v1/optouts", body=OneOrMany, answers=TakenOut | TakenManyOut, most_bytes=BATCH_BYTES, writes=True)
def post_optouts(call: Call) -> TakenOut | TakenManyOut:
    """Record that a contact wants no more texts, what it replied, or up to 10,000 of these; a reply such as START ends its opt-out."""
    wanted: OptOutIn | OptOutsIn = call.body
    policy, now = call.services.current.policy, datetime.now(UTC)
    if isinstance(wanted, OptOutIn):
        [taken] = take(call.session, [wanted.notice(policy, OptOutSource.API)], now)
        return taken_out(taken)
    done = take(call.session, [one.notice(policy, OptOutSource.IMPORT) for one in wanted.optouts], now)
    return TakenManyOut(optouts=[taken_out(one) for one in done])


@resource.route("DELETE", "/v1/optouts/{contact}", needs=Scope.ADMIN, answers=TakenOut, writes=True)
def delete_optout(call: Call, contact: str) -> TakenOut:
    """End a contact's opt-out: it may be texted again. What was is kept."""
    return taken_out(end(call.session, contact, OptOutSource.API, datetime.now(UTC)))

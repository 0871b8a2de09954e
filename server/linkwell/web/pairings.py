"""``/v1/pairings``: a browser trades the code that a person typed for a token."""

from datetime import UTC, datetime
from typing import Final

from flask import Response

from linkwell.actions.pair import pair
from linkwell.web.api import Call, Resource
from linkwell.web.problems import problem
from linkwell.web.wire.team import PairingIn, PairingOut

resource: Final = Resource("pairings")


@resource.route("POST", "/v1/pairings", needs=None, body=PairingIn, answers=PairingOut, status=201, writes=True)
def post_pairing(call: Call) -> PairingOut | Response:
    """Trade a pairing code for a token."""
    got = pair(call.session, call.body.code, call.body.name or "a browser", datetime.now(UTC))
    return problem(403, got) if isinstance(got, str) else PairingOut(token=got[0], scope=got[1])

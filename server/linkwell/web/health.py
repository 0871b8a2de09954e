"""``/v1/health``: that it is Linkwell, and on request the proof that it is the one a browser was paired with."""

import re
from typing import Final

from flask import Response, request

from linkwell import VERSION
from linkwell.actions.access import prove
from linkwell.web.api import Call, Resource
from linkwell.web.wire.team import HealthOut

resource: Final = Resource("health")
_NONCE: Final = re.compile(r"[0-9a-f]{32,128}")


@resource.route("GET", "/v1/health", needs=None, answers=HealthOut)
def get_health(call: Call) -> Response:
    """Tell that this is Linkwell; with ``Linkwell-Token-Id`` and ``Linkwell-Nonce`` also prove that it knows that token."""
    answer = Response(HealthOut(name="linkwell", version=VERSION, api="v1").model_dump_json(), content_type="application/json")
    id, nonce = request.headers.get("Linkwell-Token-Id"), request.headers.get("Linkwell-Nonce", "")
    if id and _NONCE.fullmatch(nonce) and (proof := prove(call.session, id, nonce, str(call.services.port))):
        answer.headers["Linkwell-Proof"] = proof
    return answer

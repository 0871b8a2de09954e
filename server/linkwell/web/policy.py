"""``/v1/policy``: what this team allows; two admins cannot overwrite each other unseen."""

from datetime import UTC, datetime
from typing import Final

from flask import Response, request

from linkwell.actions.set_policy import set_policy
from linkwell.model.access import Scope
from linkwell.model.policy import Policy
from linkwell.store import policies
from linkwell.web.api import BATCH_BYTES, Call, Resource
from linkwell.web.problems import Problem
from linkwell.web.wire.policy import PolicyWire, policy_in, policy_out

resource: Final = Resource("policy")


@resource.route("GET", "/v1/policy", needs=Scope.ADMIN, answers=PolicyWire)
def get_policy(call: Call) -> Response:
    """Show the policy in force, with its version as ``ETag``."""
    version, stored = policies.newest(call.session)
    return _answer(call, version, call.services.current.in_force(stored))


@resource.route("PUT", "/v1/policy", needs=Scope.ADMIN, body=PolicyWire, answers=PolicyWire, most_bytes=BATCH_BYTES, writes=True)
def put_policy(call: Call) -> Response:
    """Set the policy; with ``If-Match`` only if nobody changed it since."""
    version, _ = policies.newest(call.session)
    expected = request.headers.get("If-Match", "*").strip()
    if expected not in {"*", _tag(version)}:
        raise Problem(412, "Somebody else changed the policy meanwhile. Read it again, then make your change.")
    assert call.token is not None
    locked = call.services.current.locked_domain
    new = set_policy(call.session, policy_in(call.body), locked, version, datetime.now(UTC), call.token.id)
    return _answer(call, version + 1, new)


def _answer(call: Call, version: int, policy: Policy) -> Response:
    answer = Response(policy_out(policy, call.services.locked).model_dump_json(), content_type="application/json")
    answer.headers["ETag"] = _tag(version)
    return answer


def _tag(version: int) -> str:
    return f'"{version}"'

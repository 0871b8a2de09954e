"""``/v1/rewrites``: the same message with its sound links tracked."""

from datetime import UTC, datetime
from typing import Final

from flask import request

from linkwell.actions.rewrite import rewrite
from linkwell.web.api import Call, Resource, idempotency_key
from linkwell.web.wire.rewrites import RewriteIn, RewriteOut, rewrite_out

resource: Final = Resource("rewrites")


@resource.route("POST", "/v1/rewrites", body=RewriteIn, answers=RewriteOut, writes=True)
def post_rewrite(call: Call) -> RewriteOut:
    """Track the sound links of a message; an ``Idempotency-Key`` makes a repeat mint nothing new."""
    services, message = call.services, call.body.message()
    done = rewrite(
        call.session,
        message,
        services.known,
        services.mint(call.token, datetime.now(UTC)),
        idempotency_key(request.headers.get("Idempotency-Key")),
    )
    call.minted.extend(done.links)
    return rewrite_out(message.text, done, services.notice)

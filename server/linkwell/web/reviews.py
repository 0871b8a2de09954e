"""``/v1/reviews``: what is wrong with a message before it is sent. Nothing of it is stored."""

import json
from typing import Final

from flask import Response

from linkwell.actions.review_message import review_message
from linkwell.store import links
from linkwell.web.api import BATCH_BYTES, BODY_BYTES, Call, Resource, parse
from linkwell.web.problems import Problem
from linkwell.web.wire.reviews import BatchIn, ReviewIn, ReviewOut, review_out

resource: Final = Resource("reviews")


@resource.route("POST", "/v1/reviews", body=ReviewIn, answers=ReviewOut)
def post_review(call: Call) -> ReviewOut:
    """Review a message: its links, findings and length."""
    return _review(call, call.body)


@resource.route("POST", "/v1/reviews/batch", body=BatchIn, most_bytes=BATCH_BYTES, lenient=True)
def post_reviews(call: Call) -> Response:
    """Review up to 1,000 messages, answered in order; a bad one is answered by a problem in its place."""
    return Response(json.dumps({"reviews": [_one(call, item) for item in call.body.messages]}), content_type="application/json")


def _one(call: Call, item: object) -> object:
    try:
        wanted = parse(ReviewIn, _one_raw(item))
    except Problem as error:
        return {"error": {"status": error.status, "detail": str(error), "errors": error.fields or []}}
    return _review(call, wanted).model_dump(mode="json")


def _one_raw(item: object) -> bytes:
    if len(json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass")) > BODY_BYTES:
        raise Problem(413, f"A message has {BODY_BYTES // 1024} KiB at most.")
    return json.dumps(item).encode()


def _review(call: Call, wanted: ReviewIn) -> ReviewOut:
    return review_out(review_message(wanted.message(), call.services.known, links.lookup_in(call.session)))

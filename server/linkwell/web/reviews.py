"""``/v1/reviews``: what is wrong with a message before it is sent. Nothing of it is stored."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

from flask import Response

from linkwell.actions.lookups import lookups_in
from linkwell.actions.review_message import review_message, review_messages
from linkwell.model.review import Review
from linkwell.web.api import BATCH_BYTES, BODY_BYTES, Call, Resource, parse
from linkwell.web.problems import Problem
from linkwell.web.wire.reviews import BatchIn, ReviewIn, ReviewOut, review_out

resource: Final = Resource("reviews")


@resource.route("POST", "/v1/reviews", body=ReviewIn, answers=ReviewOut)
def post_review(call: Call) -> ReviewOut:
    """Review a message: its links, findings and length."""
    wanted: ReviewIn = call.body
    return review_out(review_message(wanted.message(), call.services.known, lookups_in(call.session), datetime.now(UTC)))


@resource.route("POST", "/v1/reviews/batch", body=BatchIn, most_bytes=BATCH_BYTES, lenient=True)
def post_reviews(call: Call) -> Response:
    """Review up to 1,000 messages, answered in order; a bad one is answered by a problem in its place."""
    read = [_read(item) for item in call.body.messages]
    messages = [one.message() for one in read if isinstance(one, ReviewIn)]
    done = iter(review_messages(messages, call.services.known, lookups_in(call.session), datetime.now(UTC)))
    return Response(json.dumps({"reviews": list(_answers(read, done))}), content_type="application/json")


def _answers(read: Iterable[ReviewIn | Problem], done: Iterator[Review]) -> Iterator[object]:
    for one in read:
        if isinstance(one, ReviewIn):
            yield review_out(next(done)).model_dump(mode="json")
        else:
            yield {"error": {"status": one.status, "detail": str(one), "errors": one.fields or []}}


def _read(item: object) -> ReviewIn | Problem:
    try:
        wanted: ReviewIn = parse(ReviewIn, _one_raw(item))
    except Problem as error:
        return error
    return wanted


def _one_raw(item: object) -> bytes:
    if len(json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass")) > BODY_BYTES:
        raise Problem(413, f"A message has {BODY_BYTES // 1024} KiB at most.")
    return json.dumps(item).encode()

"""``linkwell review --jsonl``: a review a line, as soon as a line is there; what waits already is looked up together."""

import json
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import click

from linkwell.model.message import Message
from linkwell.model.review import Review

if TYPE_CHECKING:
    from linkwell.web.problems import Problem
    from linkwell.web.wire.reviews import ReviewIn

AT_ONCE = 200  # lines reviewed together where as many wait


def review_stream(reviewer: Callable[[list[Message]], list[Review]]) -> int:
    """Review every line of standard input, in order. Return 1 where a line could not be read, else 0."""
    from linkwell.web.wire.reviews import ReviewIn, review_out

    failed = False
    for lines in _waiting(sys.stdin.buffer):
        read = [_read(line) for line in lines]
        done = iter(reviewer([one.message() for one in read if isinstance(one, ReviewIn)]))
        for one in read:
            if isinstance(one, ReviewIn):
                click.echo(review_out(next(done)).model_dump_json())
            else:
                failed = True
                click.echo(json.dumps({"error": {"status": one.status, "detail": str(one), "errors": one.fields or []}}))
        sys.stdout.flush()
    return int(failed)


def _read(line: bytes) -> "ReviewIn | Problem":
    from linkwell.web.api import parse
    from linkwell.web.problems import Problem
    from linkwell.web.wire.reviews import ReviewIn

    try:
        wanted: ReviewIn = parse(ReviewIn, line)
    except Problem as error:
        return error
    return wanted


def _waiting(stream: BinaryIO) -> Iterator[list[bytes]]:
    """Yield the lines that are there, up to ``AT_ONCE``; wait only where none is."""
    lines: queue.Queue[bytes | None] = queue.Queue(2 * AT_ONCE)

    def read() -> None:
        for line in stream:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, name="read", daemon=True).start()
    while (line := lines.get()) is not None:
        here = [line]
        while len(here) < AT_ONCE:
            try:
                following = lines.get_nowait()
            except queue.Empty:
                break
            if following is None:
                lines.put(None)
                break
            here.append(following)
        yield here

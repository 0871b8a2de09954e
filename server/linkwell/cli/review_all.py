"""Many reviews at once: a row a message with its verdict, and a summary by code."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import click

from linkwell.cli.message_file import Row
from linkwell.cli.output import show, show_csv_row
from linkwell.model.finding import Check, Severity
from linkwell.model.message import Message
from linkwell.model.review import Review, Verdict

COLUMNS = ("line", "sample", "verdict", "codes", "links", "segments", "tracked_segments", "text")
BAD_LINE = 1  # exit code where a line could not be read and nothing is graver
_SHOWN = 60
_AT_ONCE = 200  # messages reviewed together: what they need of the store is looked up once

Reviewer = Callable[[list[Message]], list[Review]]


@dataclass(slots=True)
class Tally:
    """What was seen so far: messages by verdict, findings and messages by check, lines that could not be read."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)
    checks: dict[str, Check] = field(default_factory=dict)
    severities: dict[str, Severity] = field(default_factory=dict)  # the gravest seen
    unread: int = 0

    def add(self, review: Review) -> None:
        """Count one review in."""
        self.verdicts[review.verdict] += 1
        codes = [finding.code for finding in review.findings]
        self.findings.update(codes)
        self.messages.update(set(codes))
        for finding in review.findings:
            self.checks[finding.code] = finding.check
            self.severities[finding.code] = min(
                finding.severity, self.severities.get(finding.code, Severity.HINT), key=lambda one: one.rank
            )

    @property
    def exit_code(self) -> int:
        """2 where a message is blocked, 1 where one is worth a look or a line could not be read, else 0."""
        if self.verdicts[Verdict.BLOCK]:
            return 2
        return max(int(self.verdicts[Verdict.WARN] > 0), BAD_LINE * (self.unread > 0))


def review_all(rows: Iterable[Row], total: int, reviewer: Reviewer, shape: str | None, *, every: bool) -> int:
    """Review ``rows``, ``total`` of them, and write a row for each; the table leaves out what is fine unless ``every`` is set.

    Returns the exit code.
    """
    tally = Tally()
    listed: list[dict[str, Any]] = []
    if shape == "csv":
        show_csv_row(COLUMNS)
    with _progress(total) as step:
        for row, review in _reviewed(rows, reviewer):
            step()
            if review is None:
                tally.unread += 1
            else:
                tally.add(review)
            if shape == "json":
                click.echo(_as_json(row, review))
            elif shape == "csv":
                show_csv_row(_as_row(row, review).values())
            elif every or review is None or review.verdict is not Verdict.OK:
                listed.append(_as_row(row, review))
    if shape is None:
        has_samples = any(one["sample"] is not None for one in listed)
        shown = [{**one, "text": _clipped(one["text"])} for one in listed]
        show(shown, [name for name in COLUMNS if name != "sample" or has_samples], None, "")
    _summary(tally, to_error=shape is not None)
    return tally.exit_code


def _reviewed(rows: Iterable[Row], reviewer: Reviewer) -> Iterator[tuple[Row, Review | None]]:
    waiting: list[Row] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _AT_ONCE:
            yield from _together(waiting, reviewer)
            waiting = []
    yield from _together(waiting, reviewer)


def _together(rows: list[Row], reviewer: Reviewer) -> Iterator[tuple[Row, Review | None]]:
    reviews = iter(reviewer([row.message for row in rows if row.message is not None]))
    for row in rows:
        yield row, next(reviews) if row.message is not None else None


def _as_row(row: Row, review: Review | None) -> dict[str, Any]:
    if review is None:
        nothing = dict.fromkeys(("links", "segments", "tracked_segments"), "")
        return {"line": row.line, "sample": row.sample, "verdict": "unread", "codes": row.error, **nothing, "text": ""}
    codes = dict.fromkeys(finding.code for finding in sorted(review.findings, key=lambda finding: finding.severity.rank))
    return {
        "line": row.line,
        "sample": row.sample,
        "verdict": review.verdict.value,
        "codes": " ".join(codes),
        "links": len(review.message.links),
        "segments": review.segments.segments,
        "tracked_segments": review.after_tracking.segments,
        "text": review.message.text,
    }


def _as_json(row: Row, review: Review | None) -> str:
    where: dict[str, Any] = {"line": row.line} | ({} if row.sample is None else {"sample": row.sample})
    if review is None:
        return json.dumps(where | {"error": {"status": 422, "detail": row.error}}, ensure_ascii=False)
    from linkwell.web.wire.reviews import review_out

    text = {} if row.sample is None else {"text": review.message.text}
    return json.dumps(where | text | review_out(review).model_dump(mode="json"), ensure_ascii=False)


def _clipped(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"


def _summary(tally: Tally, *, to_error: bool) -> None:
    total = sum(tally.verdicts.values())
    counts = ", ".join(f"{tally.verdicts[verdict]:,} {verdict.value}" for verdict in Verdict)
    unread = f"; {tally.unread:,} line{'s' * (tally.unread != 1)} could not be read" if tally.unread else ""
    click.echo(f"{total:,} message{'s' * (total != 1)}: {counts}{unread}", err=to_error)
    if not tally.findings or to_error:
        return
    click.echo()
    ranked = sorted(tally.checks.values(), key=lambda check: (tally.severities[check.code].rank, -tally.messages[check.code], check.code))
    rows = [
        {"code": check.code, "severity": tally.severities[check.code].value, "messages": tally.messages[check.code],
         "findings": tally.findings[check.code], "title": check.title}
        for check in ranked
    ]  # fmt: skip
    show(rows, ("code", "severity", "messages", "findings", "title"), None, "")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Give what is called once a message; a bar is drawn on a terminal, on standard error."""
    if total < _AT_ONCE or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reviewing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)

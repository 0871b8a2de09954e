"""A review as a person reads it on a terminal: the message with marks under it, then what is wrong and how to mend it."""

import textwrap
from itertools import groupby

import click

from linkwell.model.finding import Finding, Severity
from linkwell.model.message import Link
from linkwell.model.review import Review
from linkwell.text.edits import apply_edits

WORDS = {Severity.BLOCK: "Holds the send", Severity.WARN: "Worth a look", Severity.INFO: "Good to know", Severity.HINT: "Good to know"}
COLOURS = {Severity.BLOCK: "red", Severity.WARN: "yellow", Severity.INFO: "blue", Severity.HINT: "blue"}
MARKS = {Severity.BLOCK: "━", Severity.WARN: "~", Severity.INFO: "·", Severity.HINT: "·"}
WIDTH = 96


def write(review: Review) -> None:
    """Write a review to standard output; colour only on a terminal that wants it."""
    click.echo(_summary(review))
    click.echo()
    for line in _marked(review):
        click.echo(f"  {line}")
    for line in filter(None, map(_on_android, review.message.links)):
        click.echo(f"\n  {line}")
    for finding in review.findings:
        click.echo()
        _write_finding(finding, review.message.text)


def _summary(review: Review) -> str:
    links = len(review.message.links)
    problems = sum(finding.severity in {Severity.BLOCK, Severity.WARN} for finding in review.findings)
    parts = [
        f"{links} link" + "s" * (links != 1),
        "No problems" if not problems else f"{problems} problem" + "s" * (problems != 1),
        f"{review.segments.segments} → {review.after_tracking.segments} segments",
    ]
    return " · ".join(parts)


def _marked(review: Review) -> list[str]:
    text = review.message.text
    worst: dict[int, Severity] = {}
    for finding in sorted(review.findings, key=lambda finding: finding.severity.rank, reverse=True):
        worst |= dict.fromkeys(range(finding.span.start, max(finding.span.end, finding.span.start + 1)), finding.severity)
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(line)
        under = [worst.get(start + column) for column in range(len(line) + 1)]
        if any(under):
            lines.append("".join(_paint(severity, len(list(run))) for severity, run in groupby(under)).rstrip())
        start += len(line) + 1
    return lines


def _on_android(link: Link) -> str:
    """Say what Android opens, where that is not the address that is meant."""
    if link.phones is None:
        return ""
    android = link.phones.android
    if android is None:
        return f"{link.written}: Android shows no link here."
    return "" if link.url is not None and _same(android.url, link.url) else f"{link.written}: on Android this opens {android.url}"


def _same(one: str, other: str) -> bool:
    from ada_url import URL

    try:
        return one == other or URL(one).href == URL(other).href
    except ValueError:
        return False


def _paint(severity: Severity | None, times: int) -> str:
    return " " * times if severity is None else _style(MARKS[severity] * times, fg=COLOURS[severity])


def _write_finding(finding: Finding, text: str) -> None:
    click.echo(f"  {_style(finding.title, bold=True)}  {_style(WORDS[finding.severity], fg=COLOURS[finding.severity])}  [{finding.code}]")
    for line in textwrap.wrap(f"{finding.detail.rstrip('.')}. {finding.check.why}", WIDTH):
        click.echo(f"    {line}")
    if finding.edit is None:
        click.echo(textwrap.fill(finding.check.fix, WIDTH, initial_indent="    ", subsequent_indent="    "))
        return
    start, end = _word(text, finding.edit.span.start, finding.edit.span.end)
    fixed = apply_edits(text, [finding.edit])
    click.echo(f"    Now    {text[start:end]}")
    click.echo(f"    Fixed  {fixed[start : end + len(fixed) - len(text)]}")


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _style(text: str, fg: str | None = None, bold: bool = False) -> str:
    import os

    return text if os.environ.get("NO_COLOR") else click.style(text, fg=fg, bold=bold)

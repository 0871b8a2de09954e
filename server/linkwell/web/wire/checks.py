"""The catalogue on the wire."""

from linkwell.model.finding import Check, Severity
from linkwell.web.wire.base import Wire


class CheckOut(Wire):
    """One row of the catalogue."""

    code: str
    severity: Severity
    title: str
    why: str
    fix: str
    bad: list[str]
    good: list[str]
    source: str | None
    edits: bool
    locked: bool


class ChecksOut(Wire):
    """The catalogue as data."""

    checks: list[CheckOut]


def check_out(check: Check) -> CheckOut:
    """Turn a check into its wire form."""
    return CheckOut(
        code=check.code,
        severity=check.severity,
        title=check.title,
        why=check.why,
        fix=check.fix,
        bad=list(check.bad),
        good=list(check.good),
        source=check.source,
        edits=check.edits,
        locked=check.locked,
    )

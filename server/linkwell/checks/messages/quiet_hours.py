"""quiet-hours: it is night, or another hour at which the team does not text, where the recipient is."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.policy import Policy, QuietHours
from linkwell.model.span import Span
from linkwell.text.zone import is_zone


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding, of the message as a whole, during the policy's quiet hours; none where no zone is known."""
    quiet = context.policy.quiet_hours
    if quiet is None or context.at is None or not message.text.strip():
        return
    theirs = _zone(message.zone) if message.zone else None
    zone = theirs or _zone(quiet.zone)
    if zone is None:
        return
    now = context.at.astimezone(zone).time()
    if _is_quiet(now, quiet):
        where = "where they are" if theirs is not None else f"in {zone.key}"
        detail = f"It is {now:%H:%M} {where}. Your team does not text from {quiet.begin:%H:%M} to {quiet.end:%H:%M}."
        yield Finding(CHECK, Span(0, 0), detail=detail)


def _is_quiet(now: time, quiet: QuietHours) -> bool:
    begin, end = quiet.begin.replace(tzinfo=None), quiet.end.replace(tzinfo=None)
    return begin <= now < end if begin <= end else now >= begin or now < end


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo | None:
    return ZoneInfo(name) if is_zone(name) else None


_NIGHT = Policy(quiet_hours=QuietHours(time(21), time(8), "America/New_York"))

CHECK = Check(
    code="quiet-hours",
    severity=Severity.WARN,
    title="It is late or early for a text",
    why="A text at night wakes people, and they opt out. US rules allow sales texts only from 8 in the morning to 9 in the evening, "
    "where the recipient is; some states allow less.",
    fix="Send it in the daytime.",
    bad=("Sale today: https://acme.com/sale", "Hi Dana, are you coming?", "Your table is booked."),
    good=("Sale today: https://acme.com/sale", "Hi Dana, are you coming?", "Your table is booked."),
    source="https://www.ecfr.gov/current/title-47/section-64.1200",
    needs_link=False,
    example_context=Context(_NIGHT, at=datetime(2026, 3, 2, 3, 30, tzinfo=UTC)),
    good_context=Context(_NIGHT, at=datetime(2026, 3, 2, 16, 30, tzinfo=UTC)),
    find=find,
)

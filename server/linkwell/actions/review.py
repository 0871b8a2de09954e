"""Review: find the links of a message, run every check over it, and let each fault have one finding."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from linkwell.checks import ALL
from linkwell.model.context import Context
from linkwell.model.finding import Edit, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.policy import Policy
from linkwell.model.review import Review
from linkwell.model.span import Span
from linkwell.text.find import find_links
from linkwell.text.phones import on_phones
from linkwell.text.segments import count, count_tracked
from linkwell.text.tracked import slug_key

_OF_TEXT = tuple(check for check in ALL if not check.needs_link)


def read(message: Message, tracking_hosts: frozenset[str]) -> Message:
    """Return the message with the links found in its text, and with what phones make of each."""
    return replace(message, links=on_phones(message.text, find_links(message.text, tracking_hosts)))


def slugs_in(message: Message) -> frozenset[str]:
    """Return what stands in the place of a slug in every link of a read message that is on a host of ours.

    Each is trimmed and in lower case, sound or not: these are the keys of ``Context.known`` and ``Context.near``.
    """
    return frozenset(key for link in message.links if (key := slug_key(link)) is not None)


def review(message: Message, context: Context) -> Review:
    """Review a message in the light of ``context``; its links are found where it was not read before."""
    if not message.links:
        message = read(message, context.tracking_hosts)
    policy = context.policy.at(message.site)
    if policy is not context.policy:
        context = replace(context, policy=policy)
    checks = ALL if message.links else _OF_TEXT
    found = [finding for check in checks for finding in check.find(message, context)]
    if policy.severities:
        found = list(_as_the_team_sees_it(found, policy))
    findings = sorted(settle(found), key=lambda finding: (finding.span.start, finding.span.end))  # at one place the gravest stays first
    return Review(message, tuple(_apart(findings, message.text)), count(message.text, policy.provider), count_tracked(message, context))


def settle(found: Iterable[Finding]) -> list[Finding]:
    """Let each fault have one finding, the more specific one; ``found`` stands in the order of ``ALL``, what is left in that of severity.

    A check that gives way is silent about a link that one which does not blocks. Of two findings that would change or point at the same
    characters the graver stays, then the one whose check comes first in ``ALL``; the other comes back once that is mended.
    """
    ranked = sorted(found, key=_severity_rank)  # each check goes through the text in order, and sorting keeps that
    grave = (finding for finding in ranked if finding.severity is Severity.BLOCK and not finding.check.gives_way)
    blocked = {finding.link for finding in grave if finding.link is not None}
    kept: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for finding in ranked:
        if finding.check.gives_way and finding.link in blocked:
            continue
        place = _place(finding)
        if place is not None:
            at = bisect_left(taken, place)
            if (at < len(taken) and _clash(taken[at], place)) or (at and _clash(taken[at - 1], place)):
                continue
            taken.insert(at, place)
        kept.append(finding)
    return kept


def _as_the_team_sees_it(found: Iterable[Finding], policy: Policy) -> Iterator[Finding]:
    """Give findings the severity that the policy sets for their check, never a locked one below a warning; drop those it turned off.

    A finding of a locked check that is no warning to begin with may be anything.
    """
    for finding in found:
        severity = policy.severities.get(finding.code, finding.severity)
        grave = finding.check.locked and finding.severity.rank <= Severity.WARN.rank
        if grave and (severity is None or severity.rank > Severity.WARN.rank):
            severity = Severity.WARN
        if severity is not None:
            yield replace(finding, severity_here=severity)


def _apart(findings: list[Finding], text: str) -> list[Finding]:
    """Let an insertion take the character before it along where a later finding replaces what stands behind it.

    Edits are then apart in whatever order they are made.
    """
    edits = [finding.edit for finding in findings if finding.edit is not None]
    if len(edits) < 2 or all(len(edit.span) for edit in edits):
        return findings
    for index, finding in enumerate(findings):
        edit = finding.edit
        if edit is None or len(edit.span) or not (at := edit.span.start):
            continue
        behind = any(later.edit is not None and later.edit.span.start == at and len(later.edit.span) for later in findings[index + 1 :])
        if behind and not any(other.span.start < at <= other.span.end for other in edits):
            findings[index] = replace(finding, edit=Edit(Span(at - 1, at), text[at - 1] + edit.text))
    return findings


def _severity_rank(finding: Finding) -> int:
    return finding.severity.rank


def _place(finding: Finding) -> tuple[int, int] | None:
    """The characters that a finding claims: those it would change, or those it points at inside of a link or apart from one."""
    if finding.edit is not None:
        return finding.edit.span.start, finding.edit.span.end
    return (finding.span.start, finding.span.end) if finding.check.claims_span else None


def _clash(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one == other

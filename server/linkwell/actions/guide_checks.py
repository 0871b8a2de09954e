"""Which checks hold for a team, how much they matter there, and which have nothing to say as its policy stands."""

from dataclasses import dataclass

from linkwell.model.finding import Check, Severity
from linkwell.model.policy import Policy

_SILENT_WITHOUT = {
    "unapproved-destination": lambda policy: policy.approved_destinations,
    "denied-host": lambda policy: policy.denied_hosts,
    "retired-domain": lambda policy: policy.retired_domains,
    "no-brand": lambda policy: policy.brands,
    "missing-opt-out": lambda policy: policy.opt_out.required,
    "quiet-hours": lambda policy: policy.quiet_hours,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A check as it matters to a team."""

    code: str
    severity: Severity
    title: str
    fix: str


def here(check: Check, policy: Policy) -> Row | None:
    """Return how a check matters to a team, ``None`` where it is turned off or has nothing to say."""
    severity = policy.severities.get(check.code, check.severity)
    if check.code == "untracked-link" and policy.require_tracking and check.code not in policy.severities:
        severity = Severity.WARN
    if check.locked and (severity is None or severity.rank > Severity.WARN.rank):
        severity = Severity.WARN
    if severity is None or silent(check, policy):
        return None
    return Row(check.code, severity, check.title, check.fix)


def silent(check: Check, policy: Policy) -> bool:
    """Tell whether a check says nothing because the policy does not name what it is about."""
    needed = _SILENT_WITHOUT.get(check.code)
    return needed is not None and not needed(policy)

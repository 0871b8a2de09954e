"""Own: whether a link leads to a place that the team itself named as its own or approved."""

from linkwell.model.message import Link, LinkKind
from linkwell.model.policy import Policy
from linkwell.text.patterns import fits


def is_own(link: Link, policy: Policy) -> bool:
    """Tell whether ``link`` is one of ours, or on a tracking domain, an approved destination or a host of the team's brands."""
    if link.kind is LinkKind.TRACKED or link.host == policy.tracking_domain or link.host in policy.tracking_domains:
        return True
    return any(fits(link, pattern) for pattern in policy.approved_destinations) or on_brand(link, policy)


def on_brand(link: Link, policy: Policy) -> bool:
    """Tell whether ``link`` is on a host of one of the team's brands."""
    return any(fits(link, host) for brand in policy.brands for host in brand.hosts)

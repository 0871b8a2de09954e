"""What cannot be meant in a policy whose entries are sound: each fault by its path, and with what to do about it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import Final
from zoneinfo import available_timezones

from linkwell.checks import ALL
from linkwell.model.finding import Severity
from linkwell.model.policy import Limits, OptOut, Policy, QuietHours, SitePolicy
from linkwell.text.optout_words import OPT_OUT_WORDS
from linkwell.text.place_names import unfit
from linkwell.text.zone import is_zone

_CHECKS: Final = {check.code: check for check in ALL}
_TAG: Final = re.compile(r"[A-Za-z0-9_.~-]{1,60}")
_TAG_VALUE: Final = re.compile(r"(?:[A-Za-z0-9_.~-]|\{campaign\})+")


@dataclass(frozen=True, slots=True)
class PolicyFault:
    """What cannot be meant in a policy, where (``brands[0].names``), and what to do about it."""

    path: str
    detail: str


def contradictions(policy: Policy) -> Iterator[PolicyFault]:
    """Tell of domains that contradict one another; every one of them is sound."""
    own = [("tracking_domain", policy.tracking_domain)] if policy.tracking_domain else []
    own += [(f"tracking_domains[{index}]", domain) for index, domain in enumerate(policy.tracking_domains)]
    for path, domain in own:
        reason = unfit(domain)
        if reason is not None and domain not in policy.allowed_shorteners:
            yield PolicyFault(path, reason)
    names = {domain for _, domain in own}
    for index, domain in enumerate(policy.retired_domains):
        if domain in names:
            yield PolicyFault(f"retired_domains[{index}]", f"{domain} is in use as a tracking domain. Take it out here or there.")
    approved, tracked = _by_what_covers(policy.approved_destinations), _by_what_covers(sorted(names))
    for index, denied in enumerate(policy.denied_hosts):
        if denied in approved:
            detail = f"{approved[denied]} is approved, and this denies it. Take it out here or there."
            yield PolicyFault(f"denied_hosts[{index}]", detail)
        if denied in tracked:
            detail = f"{tracked[denied]} is your tracking domain, and this denies it. Take it out here."
            yield PolicyFault(f"denied_hosts[{index}]", detail)


def rest(policy: Policy) -> Iterator[PolicyFault]:
    """Tell of everything but hosts and domains, everywhere and on each site."""
    yield from _tags(policy.campaign_tags)
    yield from _severities("severities", policy.severities)
    yield from _limits("limits", policy.limits)
    yield from _quiet_hours("quiet_hours", policy.quiet_hours)
    yield from _opt_out("opt_out", policy.opt_out)
    for host, site in policy.sites.items():
        yield from _site(f"sites.{host}", site, policy.at(host))


def _by_what_covers(places: Iterable[str]) -> dict[str, str]:
    """Map whatever leaves nothing of a place once it is denied to the first such place: the place itself, its host, and all above that."""
    covered: dict[str, str] = {}
    for place in places:
        labels = place.removeprefix("=").partition("/")[0].split(".")
        hosts = (".".join(labels[index:]) for index in range(len(labels)))
        for name in (place, *(host for host in hosts if "*" not in host)):
            covered.setdefault(name, place)
    return covered


def _tags(tags: Mapping[str, str]) -> Iterator[PolicyFault]:
    for name, value in tags.items():
        path, utm = f"campaign_tags.{name}", name.lower().startswith("utm_")
        if not _TAG.fullmatch(name):
            yield PolicyFault(path, "The name of a tag has letters, digits and . _ ~ - only, as utm_source.")
        elif utm and name != name.lower():
            yield PolicyFault(path, f"Write {name.lower()}: analytics reads these names in small letters alone.")
        if not _TAG_VALUE.fullmatch(value):
            braces = "{campaign} is the only gap that is filled in. " if "{" in value else ""
            yield PolicyFault(path, f"{braces}A value has letters, digits, . _ ~ - and {{campaign}} only, as spring-sale.")
        elif utm and value != value.lower():
            yield PolicyFault(path, f"Write {value.lower()}: analytics counts capitals and small letters as two campaigns.")


def _severities(path: str, severities: Mapping[str, Severity | None]) -> Iterator[PolicyFault]:
    for code, severity in severities.items():
        check = _CHECKS.get(code)
        if check is None:
            near = get_close_matches(code, _CHECKS, 1)
            instead = f"Did you mean {near[0]}?" if near else "docs/catalogue.md lists them all."
            yield PolicyFault(f"{path}.{code}", f"There is no check of this name. {instead}")
        elif check.locked and (severity is None or severity.rank > Severity.WARN.rank):
            yield PolicyFault(f"{path}.{code}", "This check protects recipients: it stays on, at warn at least. Write block or warn.")


def _limits(path: str, limits: Limits) -> Iterator[PolicyFault]:
    if limits.characters_to_warn >= limits.characters_to_block:
        detail = (
            f"Nobody would be warned before the send is held: make it less than characters_to_block, which is {limits.characters_to_block}."
        )
        yield PolicyFault(f"{path}.characters_to_warn", detail)


def _quiet_hours(path: str, hours: QuietHours | None) -> Iterator[PolicyFault]:
    if hours is None:
        return
    if hours.begin == hours.end:
        yield PolicyFault(f"{path}.end", "They begin and end at the same minute. Write another end, or null for no quiet hours.")
    if not is_zone(hours.zone):
        yield PolicyFault(f"{path}.zone", f"There is no time zone of this name. {_zone_instead(hours.zone)}")


@lru_cache(maxsize=256)
def _zone_instead(name: str) -> str:
    near = get_close_matches(name.replace(" ", "_"), sorted(filter(is_zone, available_timezones())), 1, 0.7)
    return f"Did you mean {near[0]}?" if near else "Write one such as America/New_York or Europe/London."


def _opt_out(path: str, opt_out: OptOut) -> Iterator[PolicyFault]:
    for index, word in enumerate(opt_out.words):
        if not word.strip():
            yield PolicyFault(f"{path}.words[{index}]", "This word is empty. Take it out.")
    said = re.findall(r"\w+", opt_out.instruction.casefold())
    known = OPT_OUT_WORDS | {" ".join(word.casefold().split()) for word in opt_out.words}
    if opt_out.required and known.isdisjoint([*said, *(f"{one} {other}" for one, other in pairwise(said))]):
        detail = (
            "It names no word that recipients can reply with. Write one such as “Reply STOP to opt out.”, or list its word under words."
        )
        yield PolicyFault(f"{path}.instruction", detail)


def _site(path: str, site: SitePolicy, in_force: Policy) -> Iterator[PolicyFault]:
    yield from _severities(f"{path}.severities", site.severities)
    yield from _quiet_hours(f"{path}.quiet_hours", site.quiet_hours)
    if site.limits is not None:
        yield from _limits(f"{path}.limits", in_force.limits)
    if site.opt_out is not None:
        yield from _opt_out(f"{path}.opt_out", in_force.opt_out)

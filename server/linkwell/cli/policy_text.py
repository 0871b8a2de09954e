"""The policy as a person reads it on a terminal: what is set, in words, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

import click

from linkwell.model.policy import Limits, OptOut, Owner, Policy, Provider, QuietHours, SitePolicy

NOTHING = "Nothing is set, and nothing is demanded. `linkwell policy guide` tells what that means for messages."
LIMITS = {
    "links": "{} link{s} in a message",
    "characters_to_warn": "worth a look over {} character{s}",
    "characters_to_block": "the send is held over {} character{s}",
    "segments": "{} segment{s}",
    "link_characters": "{} character{s} in a link",
}
PROVIDERS = {
    Provider.STANDARD: "sends every character as it is",
    Provider.WIDE_HEADER: "sends every character as it is, one less in each part of a long text",
    Provider.SMART: "replaces typographic characters by plain ones",
}


def write(policy: Policy, sources: Mapping[str, str]) -> None:
    """Write what is set to standard output; ``sources`` says for a field where else it is set, which is stronger."""
    said = False
    for heading, every in _groups(policy):
        rows = [(label, text) for label, text in every if text]
        if not rows:
            continue
        click.echo(("\n" if said else "") + heading)
        for label, text in rows:
            click.echo(f"  {label:<28}{' '.join(text.split())}".rstrip())
        said = True
    if not said:
        click.echo(NOTHING, err=True)
    for name, source in sources.items():
        click.echo(f"\n{name} is set by {source}, and changed there.")


def _groups(policy: Policy) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield (
        "Tracked links",
        [
            ("Approved domain", policy.tracking_domain or ""),
            ("Further domains", _listed(policy.tracking_domains)),
            ("No longer in use", _listed(policy.retired_domains)),
            ("Links must be tracked", "yes" if policy.require_tracking else ""),
            ("Campaign tags", _pairs(policy.campaign_tags)),
        ],
    )
    yield (
        "Where links may lead",
        [
            ("Approved", _listed(policy.approved_destinations)),
            ("Denied", _listed(policy.denied_hosts)),
            ("Only the team can open", _listed(policy.staging_hosts)),
            ("Shorteners used on purpose", _listed(policy.allowed_shorteners)),
            ("Endings to hint at", "" if policy.risky_suffixes is None else _listed(policy.risky_suffixes) or "none"),
        ],
    )
    yield (
        "Messages",
        [
            *(("Brand", f"{_listed(brand.names)}" + (f" on {_listed(brand.hosts)}" if brand.hosts else "")) for brand in policy.brands),
            ("Limits", _limits(policy.limits, Limits())),
            ("Quiet hours", _hours(policy.quiet_hours)),
            ("Opting out", "" if policy.opt_out == OptOut() else _opt_out(policy.opt_out)),
            ("SMS provider", "" if policy.provider is Provider.STANDARD else PROVIDERS[policy.provider]),
        ],
    )
    yield "Checks that are different here", [(code, severity or "off") for code, severity in policy.severities.items()]
    for host, site in policy.sites.items():
        yield f"On {host}", _site(site, policy.at(host))
    yield "Named on link pages", [(each.name.capitalize(), getattr(policy.owner, each.name)) for each in fields(Owner)]


def _site(site: SitePolicy, here: Policy) -> list[tuple[str, str]]:
    rows = [(code, str(severity or "off")) for code, severity in site.severities.items()]
    if site.require_tracking is not None:
        rows.append(("Links must be tracked", "yes" if site.require_tracking else "no"))
    if site.approved_destinations is not None:
        rows.append(("Approved", _listed(site.approved_destinations) or "every place"))
    if site.limits is not None:
        rows.append(("Limits", _limits(here.limits, site.limits, same=True)))
    if site.quiet_hours is not None:
        rows.append(("Quiet hours", _hours(site.quiet_hours)))
    if site.opt_out is not None:
        rows.append(("Opting out", _opt_out(here.opt_out)))
    return rows


def _limits(limits: Limits, other: object, *, same: bool = False) -> str:
    """Say the limits that differ from ``other``, or those that are the ``same``."""
    counts = {name: getattr(limits, name) for name in LIMITS if (getattr(limits, name) == getattr(other, name)) is same}
    return ", ".join(LIMITS[name].format(count, s="" if count == 1 else "s") for name, count in counts.items())


def _hours(hours: QuietHours | None) -> str:
    return f"{hours.begin:%H:%M} to {hours.end:%H:%M}, {hours.zone}" if hours else ""


def _opt_out(opt_out: OptOut) -> str:
    asked = "campaign texts must say" if opt_out.required else "not asked for; the sentence is"
    return f"{asked} “{opt_out.instruction}”" + (f", and {_listed(opt_out.words)} counts too" if opt_out.words else "")


def _listed(entries: tuple[str, ...]) -> str:
    return ", ".join(entries)


def _pairs(tags: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in tags.items())

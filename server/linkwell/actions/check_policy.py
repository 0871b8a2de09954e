"""Check a policy: tidy up what is written in it, and name whatever could not be meant."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from linkwell.actions import policy_faults
from linkwell.actions.policy_faults import PolicyFault
from linkwell.model.errors import InvalidInput
from linkwell.model.policy import Brand, Policy, SitePolicy
from linkwell.text.place_names import as_domain, as_pattern, as_site, as_suffix

_LISTS = {
    "tracking_domains": as_domain,
    "retired_domains": as_domain,
    "approved_destinations": as_pattern,
    "denied_hosts": as_pattern,
    "staging_hosts": as_pattern,
    "allowed_shorteners": as_domain,
    "risky_suffixes": as_suffix,
}


def check_policy(policy: Policy) -> tuple[Policy, list[PolicyFault]]:
    """Return the policy tidied up, hosts in lower case and ASCII and nothing twice, and every fault in it; usable where there is none."""
    faults: list[PolicyFault] = []
    read: dict[str, Any] = {
        name: _each(name, entries, _LISTS[name], faults) for name in _LISTS if (entries := getattr(policy, name)) is not None
    }
    tidy = replace(
        policy,
        **read,
        tracking_domain=_one("tracking_domain", policy.tracking_domain, faults),
        brands=tuple(_brand(f"brands[{index}]", brand, faults) for index, brand in enumerate(policy.brands)),
        sites=dict(_sites(policy.sites, faults)),
        opt_out=replace(policy.opt_out, words=tuple(word.strip() for word in policy.opt_out.words)),
    )
    faults += [] if faults else policy_faults.contradictions(tidy)
    faults += policy_faults.rest(tidy)
    once: dict[str, Any] = {name: tuple(dict.fromkeys(entries)) for name, entries in read.items()}
    return replace(tidy, **once), faults


def usable(policy: Policy) -> Policy:
    """Return the policy tidied up; raises InvalidInput that names every fault."""
    tidy, faults = check_policy(policy)
    if faults:
        raise refused(faults)
    return tidy


def refused(faults: list[PolicyFault]) -> InvalidInput:
    """Return the error that names these faults, the first one in its own words."""
    [first, *others] = faults
    more = "" if not others else " There is 1 more fault." if len(others) == 1 else f" There are {len(others)} more faults."
    return InvalidInput(f"{first.path}: {first.detail}{more}", first.path, tuple((fault.path, fault.detail) for fault in faults))


def _one(path: str, written: str | None, faults: list[PolicyFault]) -> str | None:
    try:
        return as_domain(written) if written else None
    except InvalidInput as error:
        faults.append(PolicyFault(path, str(error)))
        return None


def _each(path: str, written: Iterable[str], read: Callable[[str], str], faults: list[PolicyFault]) -> tuple[str, ...]:
    """Return entries as ``read`` understands them; what it does not is kept as it is, and named."""
    done = []
    for index, entry in enumerate(written):
        try:
            done.append(read(entry))
        except InvalidInput as error:
            faults.append(PolicyFault(f"{path}[{index}]", str(error)))
            done.append(entry)
    return tuple(done)


def _brand(path: str, brand: Brand, faults: list[PolicyFault]) -> Brand:
    names = tuple(name.strip() for name in brand.names)
    if not names:
        faults.append(PolicyFault(f"{path}.names", "A brand needs one name at least, as it stands in texts."))
    faults += [PolicyFault(f"{path}.names[{at}]", "This name is empty. Take it out.") for at, name in enumerate(names) if not name]
    return Brand(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(_each(f"{path}.hosts", brand.hosts, as_domain, faults))))


def _sites(sites: Mapping[str, SitePolicy], faults: list[PolicyFault]) -> Iterator[tuple[str, SitePolicy]]:
    seen = set()
    for written, site in sites.items():
        found: list[PolicyFault] = []
        [host] = _each("sites", [written], as_site, found)
        faults += [PolicyFault(f"sites.{written}", fault.detail) for fault in found]
        if host in seen:
            faults.append(PolicyFault(f"sites.{written}", f"{host} is there twice. Put both into one."))
        seen.add(host)
        approved = site.approved_destinations
        path = f"sites.{written}.approved_destinations"
        yield host, replace(site, approved_destinations=None if approved is None else _each(path, approved, as_pattern, faults))

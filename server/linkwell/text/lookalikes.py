"""Lookalikes: hosts that are easily taken for another one, of the team's own or of a well-known brand."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Final, NamedTuple

from ada_url import URL

from linkwell.model.policy import Brand, Policy
from linkwell.text.brands import Use, owner_of, well_known
from linkwell.text.confusables import decoded, in_latin, skeleton
from linkwell.text.mistyped import short_name, tracking_host
from linkwell.text.slips import near, variants
from linkwell.text.suffix import registrable

_SUFFIX_SLIPS: Final = frozenset({("com", "co"), ("com", "cm"), ("com", "om"), ("org", "or"), ("net", "ne")})
_LONG: Final = 10  # from here on two slips count
_MOST_LONG: Final = 200  # long names that are gone through for two slips


class Name(NamedTuple):
    """A name that others may imitate: its ``label``, the ``host`` it stands for, and how strictly it is compared.

    ``word``: an everyday word, so only digits and foreign letters in it count; ``slips``: one wrong letter counts;
    ``others``: names a slip away that belong to somebody else.
    """

    label: str
    host: str
    word: bool
    slips: bool
    others: frozenset[str] = frozenset()


class Names:
    """Names, laid out so that a host is compared with all of them at once."""

    def __init__(self, names: Iterable[Name], hosts: Iterable[str]) -> None:
        self.names = tuple(names)
        self.hosts = frozenset(hosts)
        self.labels = {name.label: name for name in self.names}
        self._looks = {skeleton(name.label): name for name in reversed(self.names)}
        self._loose = {_loose(name.label): name for name in reversed(self.names) if len(name.label) > 5 and not name.word}
        self._slips: dict[str, list[Name]] = {}
        for name in self.names:
            if name.slips and len(name.label) > 5:
                for variant in variants(name.label):
                    self._slips.setdefault(variant, []).append(name)
        self._long = tuple(islice((name for name in self.names if name.slips and len(name.label) >= _LONG), _MOST_LONG))
        self._inside = tuple(name for name in self.names if len(name.label) > 5 and not name.word)

    def imitated(self, label: str, *, two_slips: bool) -> Name | None:
        """Return the name that a decoded label, one that is no name itself, is taken for."""
        if label in self.labels:
            return None
        for written in (label, label[3:].lstrip("-")) if label.startswith("www") else (label,):
            found = self._same_look(written) or self._one_slip(written) or (self._two_slips(written) if two_slips else None)
            if found is not None:
                return found
        if label.startswith("www") and label[3:].lstrip("-") in self.labels:
            return self.labels[label[3:].lstrip("-")]
        return self._hidden(label)

    def _same_look(self, label: str) -> Name | None:
        found = self._looks.get(skeleton(label))
        if found is not None and label not in found.others and (not found.word or not label.isalpha() or not label.isascii()):
            return found if found.label != label else None
        found = self._loose.get(_loose(label))
        return found if found is not None and label not in found.others else None

    def _one_slip(self, label: str) -> Name | None:
        if len(label) < 5:
            return None
        seen = in_latin(label)
        for variant in variants(seen):
            for name in self._slips.get(variant, ()):
                if label not in name.others and seen not in name.others and near(seen, name.label, 1):
                    return name
        return None

    def _two_slips(self, label: str) -> Name | None:
        if len(label) < _LONG - 1:
            return None
        return next((name for name in self._long if near(label, name.label, 2)), None)

    def _hidden(self, label: str) -> Name | None:
        """Find a name in a longer label where it only looks like it: ``paypa1-secure``."""
        seen = skeleton(label)
        if seen == label:
            return None
        for part in seen.split("-"):
            short = self.labels.get(part)
            if short is not None and part not in label.split("-") and (not short.word or len(part) > 4):
                return short
        return next((name for name in self._inside if name.label in seen and name.label not in label), None)


def _loose(label: str) -> str:
    return skeleton(label).replace("i", "l").replace("-", "")


@lru_cache(maxsize=4096)
def imitated(host: str, domain: str, own: Names) -> str | None:
    """Return the host that ``host`` (of the registrable ``domain``) is taken for, ``None`` where it is that of nobody else.

    ``own`` are the team's own names; a well-known brand's host, or one of the team's, imitates nobody.
    """
    if domain in own.hosts or host in own.hosts:
        return None
    found = _of_own(host, domain, own) if own.names else None
    return found or _of_brands(host, domain)


def _of_own(host: str, domain: str, own: Names) -> str | None:
    label, _, suffix = decoded(domain).partition(".")
    same = own.labels.get(label)
    if same is not None:
        meant = same.host.partition(".")[2]
        return same.host if len(label) > 3 and (meant, suffix) in _SUFFIX_SLIPS else None
    found = own.imitated(label, two_slips=True)
    if found is not None:
        return found.host
    short = {name.label: name.host for name in own.names if name.host.partition(".")[2] == suffix} if len(label) < 7 else {}
    return short_name(label, short) or tracking_host(host, domain, own.hosts) or _in_front(host, domain, own.hosts)


def _of_brands(host: str, domain: str) -> str | None:
    if owner_of(host):
        return None
    known = _well_known()
    front = _in_front(host, domain, known.hosts)
    if front is not None:
        return front
    for label in (decoded(domain).partition(".")[0], *decoded(host[: -len(domain) - 1]).split(".")):
        found = known.imitated(label, two_slips=False) if len(label) > 3 else None
        if found is not None:
            return found.host
    return None


def _in_front(host: str, domain: str, hosts: frozenset[str]) -> str | None:
    """Find a whole host in front of the domain that counts: ``paypal.com.evil.com``, ``paypal.com-login.xyz``."""
    labels = host.split(".")
    last = len(labels) - domain.count(".") - 1  # the first label of the domain
    labels[last] = labels[last].partition("-")[0]
    for start in range(last):
        for length in (2, 3):
            name = ".".join(labels[start : start + length])
            if start + length <= last + 1 and name in hosts and not (start + length == last + 1 and labels[last] == host.split(".")[last]):
                return name
    return None


@cache
def _well_known() -> Names:
    names, hosts = [], set()
    for brand in well_known():
        hosts |= {host for host in brand.hosts if host.partition(".")[0] in brand.labels}
        by_label = {host.partition(".")[0]: host for host in reversed(brand.hosts)}
        for label in sorted(brand.labels):
            word = brand.use is Use.WORD
            names.append(Name(label, by_label[label], word, brand.others is not None, brand.others or frozenset()))
    return Names(names, hosts)


def own_names(policy: Policy, tracking_hosts: frozenset[str]) -> Names:
    """Return the names of the team: its tracking domains, brands' hosts and approved destinations."""
    domains = (policy.tracking_domain or "", *policy.tracking_domains)
    return _own_names(policy.approved_destinations, policy.brands, domains, tracking_hosts)


@lru_cache(maxsize=32)
def _own_names(approved: tuple[str, ...], brands: tuple[Brand, ...], domains: tuple[str, ...], tracking: frozenset[str]) -> Names:
    of_brands = (host for brand in brands for host in brand.hosts)
    hosts = {host for written in (*approved, *of_brands, *domains, *tracking) for host in _host(written)}
    by_domain = sorted({domain for host in hosts if (domain := registrable(host))})
    names = [Name(decoded(domain).partition(".")[0], domain, word=False, slips=True) for domain in by_domain]
    return Names([name for name in names if len(name.label) > 2], {*hosts, *by_domain})


def _host(written: str) -> Iterator[str]:
    host = written.strip().lower().removeprefix("=").removeprefix("https://").removeprefix("http://").partition("/")[0]
    host = host.removeprefix("*.").partition(":")[0]
    if host and "*" not in host and URL.can_parse(f"https://{host}"):
        yield host if host.isascii() else URL(f"https://{host}").hostname

"""Hosting: domains below which strangers put their pages, for nothing or as customers."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from linkwell.data import table

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# Below two letters of a country these are registries' own, or companies that sell names: nothing is hosted there.
_REGISTRIES: Final = frozenset("ac co com edu gob gov go gouv id ltd me ne net nhs nom or org plc sch web".split())


class Shared(NamedTuple):
    """A domain that strangers share, and whether anybody gets a page there for nothing."""

    name: str
    free: bool


@lru_cache(maxsize=4096)
def shared_host(host: str, domain: str) -> Shared | None:
    """Return the shared domain that a link's ``host`` lies below, ``None`` where its owner is alone with it.

    ``domain`` is the registrable domain of ``host``. A host that is the shared domain itself, or ``www.`` of it, is its owner's.
    """
    kinds = table("free_hosts")
    if host == "sites.google.com":
        return Shared(host, free=True)
    if kinds.get(domain) == "free" and host not in {domain, f"www.{domain}"}:
        return Shared(domain, free=True)
    suffix = domain.partition(".")[2]
    above, dot, top = suffix.partition(".")
    if not dot or (len(top) == 2 and above in _REGISTRIES) or not _is_private(suffix):
        return None
    kind = _kind(suffix, kinds)
    return None if kind == "name" else Shared(suffix, free=kind == "free")


def _kind(suffix: str, kinds: dict[str, str]) -> str:
    name = suffix
    while "." in name:
        if name in kinds:
            return kinds[name]
        name = name.partition(".")[2]
    return "free"


def _is_private(suffix: str) -> bool:
    """Tell whether a public suffix is one that a company, not a registry, gave out."""
    return _registries().publicsuffix(f"a.{suffix}") != suffix


@cache
def _registries() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True)

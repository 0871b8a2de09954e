"""Policy: what this team allows, one versioned document."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import time
from enum import StrEnum
from typing import Any

from linkwell.model.finding import Severity


class Provider(StrEnum):
    """How the SMS provider counts and changes a text before it is sent."""

    STANDARD = "standard"  # every character is sent as it is; parts carry a 6-octet header
    WIDE_HEADER = "wide-header"  # the same with 16-bit references: a 7-octet header
    SMART = "smart"  # typographic characters are replaced by their GSM-7 twins, as Twilio's smart encoding does


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for the tracking domain; shown to recipients on its pages."""

    name: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand of the team's own: the names it goes by in texts, and the hosts that it links to (each with everything below it)."""

    names: tuple[str, ...]
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What is too much: links in a message, characters (from where on a warning, over what a block), segments, characters of one link."""

    links: int = 2
    characters_to_warn: int = 320
    characters_to_block: int = 1600
    segments: int = 10
    link_characters: int = 2000


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nobody wants a text: from ``begin`` to ``end``, over midnight where ``end`` is earlier.

    Times are the recipient's own where the message names its zone, else those of ``zone`` (an IANA name such as ``America/New_York``).
    """

    begin: time
    end: time
    zone: str


@dataclass(frozen=True, slots=True)
class OptOut:
    """Whether campaign texts must say how to opt out, the sentence that does, and words that count as opting out beside the usual ones."""

    required: bool = False
    instruction: str = "Reply STOP to opt out."
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteLimits:
    """The limits that are others on one site; ``None`` leaves what holds everywhere."""

    links: int | None = None
    characters_to_warn: int | None = None
    characters_to_block: int | None = None
    segments: int | None = None
    link_characters: int | None = None


@dataclass(frozen=True, slots=True)
class SiteOptOut:
    """What is different about opting out on one site; ``None`` leaves what holds everywhere."""

    required: bool | None = None
    instruction: str | None = None
    words: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SitePolicy:
    """What is different on one site; ``None`` and an empty mapping leave what holds everywhere."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    require_tracking: bool | None = None
    approved_destinations: tuple[str, ...] | None = None
    limits: SiteLimits | None = None
    quiet_hours: QuietHours | None = None
    opt_out: SiteOptOut | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What this team allows. With nothing set, nothing is demanded.

    ``tracking_domain``       host that tracked links are minted on; ``None`` mints on the helper's own address
    ``tracking_domains``      further approved tracking domains: links on them are ours too
    ``retired_domains``       former tracking domains that messages may no longer use
    ``approved_destinations`` hosts that links may lead to: ``acme.com`` allows the host and everything below it,
                              ``=acme.com`` the host alone, ``*.acme.com`` only what lies below it, ``acme.com/shop/*`` only paths that
                              fit; empty allows all
    ``denied_hosts``          hosts that links may never lead to, in the same form
    ``staging_hosts``         hosts that only the team can open, in the same form
    ``allowed_shorteners``    public shorteners that this team uses on purpose
    ``require_tracking``      an untracked link is a warning instead of a note
    ``brands``                the team's own brands
    ``campaign_tags``         what every destination should carry, name to value; ``{campaign}`` stands for the message's campaign
    ``severities``            check code to its severity for this team; ``None`` turns the check off
    ``risky_suffixes``        suffixes to hint at instead of the bundled ones; ``None`` takes the bundled ones
    ``sites``                 host of a site to what is different there
    """

    tracking_domain: str | None = None
    tracking_domains: tuple[str, ...] = ()
    retired_domains: tuple[str, ...] = ()
    approved_destinations: tuple[str, ...] = ()
    denied_hosts: tuple[str, ...] = ()
    staging_hosts: tuple[str, ...] = ()
    allowed_shorteners: tuple[str, ...] = ()
    require_tracking: bool = False
    brands: tuple[Brand, ...] = ()
    campaign_tags: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    quiet_hours: QuietHours | None = None
    opt_out: OptOut = field(default_factory=OptOut)
    risky_suffixes: tuple[str, ...] | None = None
    provider: Provider = Provider.STANDARD
    sites: Mapping[str, SitePolicy] = field(default_factory=dict)
    owner: Owner = field(default_factory=Owner)

    def base(self, own_base: str) -> str:
        """Return what short URLs begin with: the approved domain, or the helper's own address where none is set."""
        return f"https://{self.tracking_domain}/" if self.tracking_domain else own_base

    @property
    def own_hosts(self) -> frozenset[str]:
        """Every approved tracking domain."""
        return frozenset(self.tracking_domains) | ({self.tracking_domain} if self.tracking_domain else frozenset())

    def at(self, site: str | None) -> "Policy":
        """Return what holds on a site, named by its host or its origin: its own settings over those that hold everywhere."""
        if not self.sites or not site:
            return self
        host = site.lower().rpartition("://")[2].partition("/")[0]
        here = self.sites.get(host) or self.sites.get(host.partition(":")[0])
        if here is None:
            return self
        own = _set(here)
        own["severities"] = {**self.severities, **here.severities}
        if here.limits is not None:
            own["limits"] = replace(self.limits, **_set(here.limits))
        if here.opt_out is not None:
            own["opt_out"] = replace(self.opt_out, **_set(here.opt_out))
        return replace(self, **own)


def _set(here: SitePolicy | SiteLimits | SiteOptOut) -> dict[str, Any]:
    return {each.name: value for each in fields(here) if (value := getattr(here, each.name)) is not None}

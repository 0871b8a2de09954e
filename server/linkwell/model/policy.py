"""Policy: what this team allows."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for the tracking domain; shown to recipients on its pages."""

    name: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What this team allows. With nothing set, nothing is demanded.

    ``tracking_domain``       host that tracked links are minted on; ``None`` mints on the helper's own address
    ``approved_destinations`` hosts that links may lead to: ``acme.com`` allows the host and everything below it,
                              ``=acme.com`` the host alone, ``acme.com/shop/*`` only paths that fit; empty allows all
    ``allowed_shorteners``    public shorteners that this team uses on purpose
    ``require_tracking``      an untracked link is a warning instead of a note
    """

    tracking_domain: str | None = None
    approved_destinations: tuple[str, ...] = ()
    allowed_shorteners: tuple[str, ...] = ()
    require_tracking: bool = False
    owner: Owner = field(default_factory=Owner)

    def base(self, own_base: str) -> str:
        """Return what short URLs begin with: the approved domain, or the helper's own address where none is set."""
        return f"https://{self.tracking_domain}/" if self.tracking_domain else own_base

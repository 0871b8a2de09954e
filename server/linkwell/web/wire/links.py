"""Tracked links, their visits and clicks on the wire."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from linkwell.model.figures import LinkFigures, RecentClicks
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.model.visit import Category, Classified, Visit
from linkwell.web.wire.base import Moment, Reference, Time, Wire
from linkwell.web.wire.reviews import ProbeOut


class LinkIn(Wire):
    """A link to mint."""

    destination: str
    campaign: Reference | None = None
    contact: Reference | None = None
    audience: Reference | None = None
    expires_at: Time | None = None
    fallback_url: str | None = None


class LinksIn(Wire):
    """Links to mint in one call, 10,000 at most."""

    links: Annotated[list[LinkIn], Field(max_length=10_000)]


def _one_or_many(body: object) -> str:
    return "(many)" if isinstance(body, dict) and "links" in body else "(one)"


OneOrMany = Annotated[Annotated[LinkIn, Tag("(one)")] | Annotated[LinksIn, Tag("(many)")], Discriminator(_one_or_many)]


class LinkPatch(Wire):
    """What of a link is to change."""

    state: LinkState | None = None
    destination: str | None = None
    fallback_url: str | None = None
    expires_at: Time | None = None


class ClicksOut(Wire):
    """Human visits, those of one visitor within 30 s counted once; visits that cannot be told; people."""

    human: int
    unknown: int
    unique: int


class TrackedLinkOut(Wire):
    """A tracked link with its figures; ``visits`` is every request recorded."""

    slug: str
    short_url: str
    destination: str
    campaign: str | None
    contact: str | None
    audience: str | None
    state: LinkState
    created_at: Moment
    expires_at: Moment | None
    fallback_url: str | None
    visits: int
    clicks: ClicksOut
    by_category: dict[Category, int]
    health: ProbeOut = ProbeOut()
    notice: str | None = None


class LinkPageOut(Wire):
    """A page of links, newest first; ``next`` is the cursor of the following page."""

    links: list[TrackedLinkOut]
    next: str | None


class LinksOut(Wire):
    """Minted links, in the order of the request."""

    links: list[TrackedLinkOut]
    notice: str | None


NO_FIGURES = LinkFigures(visits=0, by_category={}, clicks=0, unknown=0, unique=0)


def tracked_link_out(link: TrackedLink, figures: LinkFigures, notice: str | None = None) -> TrackedLinkOut:
    """Turn a link and its figures into their wire form."""
    return TrackedLinkOut(
        slug=link.slug,
        short_url=link.short_url,
        destination=link.destination,
        campaign=link.campaign,
        contact=link.contact,
        audience=link.audience,
        state=link.state,
        created_at=link.created_at,
        expires_at=link.expires_at,
        fallback_url=link.fallback_url,
        visits=figures.visits,
        clicks=ClicksOut(human=figures.clicks, unknown=figures.unknown, unique=figures.unique),
        by_category={category: figures.by_category.get(category, 0) for category in Category},
        notice=notice,
    )


class VisitOut(Wire):
    """One request for a link, as it came in, and what it is taken for."""

    id: int
    at: Moment
    requested: str
    rung: str
    status: int
    method: str
    headers: Mapping[str, str]
    category: Category
    reasons: list[str]
    ruleset: int


class VisitPageOut(Wire):
    """A page of visits, oldest first; ``next`` is the cursor of the following page."""

    visits: list[VisitOut]
    next: str | None


def visit_out(id: int, visit: Visit, verdict: Classified) -> VisitOut:
    """Turn a visit into its wire form."""
    return VisitOut(
        id=id,
        at=visit.at,
        requested=visit.requested,
        rung=visit.rung,
        status=visit.status,
        method=visit.method,
        headers=visit.headers,
        category=verdict.category,
        reasons=list(verdict.reasons),
        ruleset=verdict.ruleset,
    )


class RecentOut(Wire):
    """One link that was visited lately."""

    slug: str
    short_url: str
    destination: str
    contact: str | None
    campaign: str | None
    clicks: int
    previews: int
    first_click_at: Moment | None
    last_click_at: Moment | None
    last_visit_at: Moment


class RecentClicksOut(Wire):
    """Links that were visited lately, the latest first."""

    clicks: list[RecentOut]


def recent_out(recent: RecentClicks) -> RecentOut:
    """Turn a row of recent clicks into its wire form."""
    link = recent.link
    return RecentOut(
        slug=link.slug,
        short_url=link.short_url,
        destination=link.destination,
        contact=link.contact,
        campaign=link.campaign,
        clicks=recent.clicks,
        previews=recent.previews,
        first_click_at=recent.first_click_at,
        last_click_at=recent.last_click_at,
        last_visit_at=recent.last_visit_at,
    )

"""``/v1/links``: tracked links are minted, listed, shown with their figures, and changed."""

from datetime import UTC, datetime
from typing import Final

from flask import request

from linkwell.actions.figures import figures_of
from linkwell.actions.mint import ONE_HOP, Wish, mint
from linkwell.model.errors import InvalidInput, NotFound
from linkwell.model.figures import LinkFigures
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.signals import RULESET
from linkwell.store import links, visits
from linkwell.text import destination
from linkwell.web import cursors
from linkwell.web.api import BATCH_BYTES, Call, Resource
from linkwell.web.problems import Problem
from linkwell.web.wire.links import (
    NO_FIGURES,
    LinkIn,
    LinkPageOut,
    LinkPatch,
    LinksIn,
    LinksOut,
    OneOrMany,
    TrackedLinkOut,
    VisitPageOut,
    tracked_link_out,
    visit_out,
)

resource: Final = Resource("links")
PAGE: Final = 50
VISITS: Final = 200


@resource.route("POST", "/v1/links", body=OneOrMany, answers=TrackedLinkOut | LinksOut, status=201, most_bytes=BATCH_BYTES, writes=True)
def post_links(call: Call) -> TrackedLinkOut | LinksOut:
    """Mint one link, or up to 10,000."""
    wanted: LinkIn | LinksIn = call.body
    now, notice = datetime.now(UTC), call.services.notice
    if isinstance(wanted, LinkIn):
        try:
            [link] = mint(call.session, [_wish(wanted)], call.services.mint(call.token, now))
        except InvalidInput as error:
            raise InvalidInput(str(error), (error.field or "").removeprefix("links.0.")) from error
        call.minted.append(link)
        return tracked_link_out(link, _figures(call, link), notice)
    minted = mint(call.session, [_wish(one) for one in wanted.links], call.services.mint(call.token, now))
    call.minted.extend(minted)
    return LinksOut(links=[tracked_link_out(link, NO_FIGURES) for link in minted], notice=notice)


@resource.route("GET", "/v1/links", answers=LinkPageOut)
def get_links(call: Call) -> LinkPageOut:
    """List links, newest first; ``query`` looks into slug and destination."""
    asked = request.args
    found = links.page(
        call.session,
        query=asked.get("query") or None,
        campaign=asked.get("campaign"),
        state=_state(asked.get("state")),
        before=cursors.read_time_and_slug(asked.get("cursor")),
        limit=PAGE + 1,
    )
    here = found[:PAGE]
    more = cursors.of_time_and_slug(here[-1].created_at, here[-1].slug) if len(found) > PAGE else None
    return LinkPageOut(links=[tracked_link_out(link, _figures(call, link)) for link in here], next=more)


@resource.route("GET", "/v1/links/{slug}", answers=TrackedLinkOut)
def get_link(call: Call, slug: str) -> TrackedLinkOut:
    """Show a link with its figures."""
    link = _find(call, slug)
    return tracked_link_out(link, _figures(call, link))


@resource.route("PATCH", "/v1/links/{slug}", body=LinkPatch, answers=TrackedLinkOut, writes=True)
def patch_link(call: Call, slug: str) -> TrackedLinkOut:
    """Pause, resume, expire or retarget a link; every redirector follows within a second."""
    changes = {name: getattr(call.body, name) for name in call.body.model_fields_set}
    for name in ("destination", "fallback_url"):
        if changes.get(name) is None:
            continue
        if fault := destination.fault(changes[name]):
            raise InvalidInput(fault, name)
        if destination.leads_to(changes[name], call.services.hosts):
            raise InvalidInput(ONE_HOP, name)
        changes[name] = destination.in_ascii(changes[name])
    for name in ("destination", "state"):
        if name in changes and changes[name] is None:
            raise InvalidInput(f"{name} cannot be taken away.", name)
    link = links.change(call.session, _find(call, slug).slug, datetime.now(UTC), **changes)
    assert link is not None
    return tracked_link_out(link, _figures(call, link))


@resource.route("GET", "/v1/links/{slug}/visits", answers=VisitPageOut)
def get_visits(call: Call, slug: str) -> VisitPageOut:
    """List every visit of a link that is stored, oldest first, with what it is taken for and why."""
    link = _find(call, slug)
    found = visits.of_link(call.session, link.slug, RULESET, cursors.read_id(request.args.get("cursor")), VISITS + 1)
    here = found[:VISITS]
    return VisitPageOut(visits=[visit_out(*one) for one in here], next=cursors.of_id(here[-1][0]) if len(found) > VISITS else None)


def _find(call: Call, slug: str) -> TrackedLink:
    link = links.find(call.session, slug.lower())
    if link is None:
        raise NotFound(f"No tracked link is called {slug[:20]!r}.")
    return link


def _figures(call: Call, link: TrackedLink) -> LinkFigures:
    return figures_of(call.session, link, call.services.spooled(call.session, link.slug))


def _wish(wanted: LinkIn) -> Wish:
    return Wish(wanted.destination, wanted.campaign, wanted.contact, wanted.audience, wanted.fallback_url, wanted.expires_at)


def _state(text: str | None) -> LinkState | None:
    try:
        return LinkState(text) if text else None
    except ValueError as error:
        raise Problem(400, "state is one of live, paused, expired.") from error

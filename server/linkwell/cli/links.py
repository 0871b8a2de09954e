"""``linkwell links`` and ``linkwell clicks``: what was minted, and what became of it."""

from datetime import UTC, datetime

import click

from linkwell.cli.output import formats, show

LIMIT = 50


@click.command()
@click.option("--query", help="Part of a destination, or a slug.")
@click.option("--campaign", help="Only of this campaign.")
@click.option("--state", type=click.Choice(["live", "paused", "expired"]))
@formats
def links(query: str | None, campaign: str | None, state: str | None, shape: str | None) -> None:
    """List the newest tracked links with their clicks."""
    from linkwell.actions.figures import figures_of
    from linkwell.cli.store import open_store
    from linkwell.model.tracked_link import LinkState
    from linkwell.redirect import drainer
    from linkwell.settings import load
    from linkwell.store import links as store
    from linkwell.store.engine import transaction
    from linkwell.web.wire.links import tracked_link_out

    settings = load()
    engine = open_store(settings)
    with transaction(engine) as session:
        found = store.page(session, query=query, campaign=campaign, state=LinkState(state) if state else None, before=None, limit=LIMIT)
        each = [(link, figures_of(session, link, drainer.spooled(session, settings.spool_dir, link.slug))) for link in found]
    rows = [{**tracked_link_out(link, figures).model_dump(mode="json"), "clicks": figures.clicks} for link, figures in each]
    document = [tracked_link_out(link, figures).model_dump(mode="json") for link, figures in each]
    columns = ("short_url", "clicks", "visits", "state", "contact", "campaign", "created_at", "destination")
    show(rows, columns, shape, "No links yet. `linkwell rewrite` or the extension's Track links makes some.", document)


@click.command()
@click.option("--contact", help="Only this contact's links.")
@click.option("--since", type=click.DateTime(), help="Only visits from this time on (UTC).")
@formats
def clicks(contact: str | None, since: datetime | None, shape: str | None) -> None:
    """List the links that were opened lately, the latest first."""
    from linkwell.cli.store import session
    from linkwell.signals import RULESET
    from linkwell.store import visits
    from linkwell.web.wire.links import recent_out

    with session() as opened:
        moment = since.replace(tzinfo=UTC) if since else None
        rows = [
            recent_out(one).model_dump(mode="json") for one in visits.recent(opened, RULESET, contact=contact, since=moment, limit=LIMIT)
        ]
    columns = ("last_visit_at", "short_url", "clicks", "previews", "contact", "destination")
    show(rows, columns, shape, "Nobody opened a link yet.")

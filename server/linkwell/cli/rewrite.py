"""``linkwell rewrite``: the same message with its sound links tracked."""

import secrets
from datetime import UTC, datetime

import click

from linkwell.model.message import Message
from linkwell.settings import load


@click.command()
@click.argument("text")
@click.option("--campaign", help="Reference of the campaign.")
@click.option("--contact", help="Reference of the contact; the same one gets the same link again.")
@click.option("--json", "as_json", is_flag=True, help="The answer as it stands in the API.")
def rewrite(text: str, campaign: str | None, contact: str | None, as_json: bool) -> None:
    """Print TEXT with its sound links tracked."""
    from linkwell.actions import rewrite as action
    from linkwell.actions.mint import Mint
    from linkwell.actions.review_message import Known
    from linkwell.cli.store import open_store, policy_in_force
    from linkwell.store import links
    from linkwell.store.engine import transaction
    from linkwell.text import slug

    settings = load()
    with transaction(open_store(settings)) as session:
        policy = policy_in_force(session, settings)
        base = policy.base(settings.own_base)
        known = Known(policy, links.hosts(session), base)
        at = Mint(base, "command line", datetime.now(UTC), lambda: slug.make(secrets.randbelow))
        done = action.rewrite(session, Message(text, campaign=campaign, contact=contact), known, at, None)
    notice = None if policy.tracking_domain else "Only this computer can open these links: no approved domain is set."
    if as_json:
        from linkwell.web.wire.rewrites import rewrite_out

        click.echo(rewrite_out(text, done, notice).model_dump_json())
        return
    click.echo(done.text)
    if notice:
        click.echo(notice, err=True)

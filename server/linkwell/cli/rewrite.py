"""``linkwell rewrite``: the same message with its sound links tracked."""

import json
import secrets
from datetime import UTC, datetime

import click

from linkwell.cli.contact_options import contact_options, well_formed
from linkwell.model.message import Message
from linkwell.settings import RUNTIME_FILE, Settings, load


@click.command()
@click.argument("text", callback=well_formed)
@contact_options
@click.option("--json", "as_json", is_flag=True, help="The answer as it stands in the API.")
def rewrite(text: str, campaign: str | None, contact: str | None, zone: str | None, as_json: bool) -> None:
    """Print TEXT with its sound links tracked."""
    from linkwell.actions import rewrite as action
    from linkwell.actions.mint import Mint
    from linkwell.actions.review_message import Known
    from linkwell.cli.store import open_store, policy_in_force
    from linkwell.store import links, policies
    from linkwell.store.engine import transaction
    from linkwell.text import slug

    settings = load()
    with transaction(open_store(settings)) as session:
        policy = policy_in_force(session, settings)
        base = policy.base(_own_base(settings))
        hosts = links.hosts(session) | policy.own_hosts
        changes = () if settings.tracking_domain else policies.domain_changes(session)
        known = Known(policy, hosts, base, changes)
        at = Mint(base, "command line", datetime.now(UTC), lambda: slug.make(secrets.randbelow), hosts)
        done = action.rewrite(session, Message(text, campaign=campaign, contact=contact, zone=zone), known, at, None)
    notice = None if policy.tracking_domain else "Only this computer can open these links: no approved domain is set."
    if as_json:
        from linkwell.web.wire.rewrites import rewrite_out

        click.echo(rewrite_out(text, done, notice).model_dump_json())
        return
    click.echo(done.text)
    if notice:
        click.echo(notice, err=True)


def _own_base(settings: Settings) -> str:
    """Return what the running helper's links begin with, or those of one that is started without a word."""
    try:
        address: str = json.loads((settings.data_dir / RUNTIME_FILE).read_text(encoding="utf-8"))["address"]
    except (OSError, ValueError):
        return settings.own_base
    return f"{address}/"

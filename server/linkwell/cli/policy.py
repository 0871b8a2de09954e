"""``linkwell policy``: what this team allows; shown, set, checked, compared, and told as a guide for people."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linkwell.model.errors import InvalidInput
from linkwell.settings import Settings, load

if TYPE_CHECKING:
    from linkwell.model.policy import Policy

DIFFERS = 1
USAGE = 64


@click.group()
def policy() -> None:
    """What this team allows, as one document: docs/policy.md tells of its fields."""


@policy.command()
@click.option("--json", "as_json", is_flag=True, help="The whole document, as GET /v1/policy answers it.")
def show(as_json: bool) -> None:
    """Show the policy in force: what is set, and where a flag or the environment sets it."""
    settings = load()
    in_force = _in_force(settings)
    locked = ["tracking_domain"] if settings.tracking_domain else []
    if as_json:
        from linkwell.web.wire.policy import policy_out

        click.echo(policy_out(in_force, locked).model_dump_json(indent=2))
        return
    from linkwell.cli.policy_text import write

    write(in_force, {name: settings.sources[name] for name in locked})


@policy.command(name="set")
@click.argument("what", nargs=-1, required=True, metavar="FILE | - | NAME=VALUE…")
def set_(what: tuple[str, ...]) -> None:
    r"""Set the policy: whole from FILE (or - for standard input), or single fields of it.

    \b
    linkwell policy set policy.json
    linkwell policy set tracking_domain=go.acme.com require_tracking=true
    linkwell policy set approved_destinations=acme.com,partner.com limits.links=3
    linkwell policy set severities.odd-port=off sites.crm.acme.com.limits.links=5

    NAME= without a value goes back to the default. A running helper follows within a second.
    """
    from linkwell.actions.set_policy import set_policy
    from linkwell.cli.policy_fields import assign
    from linkwell.cli.store import session
    from linkwell.store import documents, policies
    from linkwell.web.wire.policy import read_policy

    settings = load()
    whole = len(what) == 1 and "=" not in what[0]
    wanted = _from_file(what[0]) if whole else None
    with session() as opened:
        version, stored = policies.newest(opened)
        before = _under(settings, stored)
        if wanted is None:
            document = documents.write(before)
            for assignment in what:
                assign(document, assignment)
            wanted = read_policy(json.dumps(document))
        after = _under(settings, wanted)
        if after != before or wanted.tracking_domain != before.tracking_domain:
            locked = before.tracking_domain if settings.tracking_domain else None
            set_policy(opened, wanted, locked, version, datetime.now(UTC), "command line")
    for line in _changes(before, after):
        click.echo(line, err=True)
    click.echo(f"Saved as version {version + 1}." if after != before else "Nothing changes: that is the policy already.", err=True)


@policy.command()
@click.argument("file")
def check(file: str) -> int:
    """Check FILE (or - for standard input) without setting it. Exits with 0 where it can be used, 64 with every fault where not."""
    try:
        _from_file(file)
    except InvalidInput as error:
        for path, detail in error.faults:
            click.echo(f"{path}: {detail}")
        if not error.faults:
            click.echo(str(error))
        return USAGE
    click.echo("This policy can be used.")
    return 0


@policy.command()
@click.argument("file")
def diff(file: str) -> int:
    """Show what setting FILE (or - for standard input) changes: - what is, + what will be. Exits with 1 where something changes."""
    settings = load()
    changes = _changes(_in_force(settings), _under(settings, _from_file(file)))
    for line in changes:
        click.echo(line)
    return DIFFERS if changes else 0


@policy.command()
@click.option("--html", is_flag=True, help="One HTML page that needs nothing else.")
@click.option("--output", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Write it to a file.")
def guide(html: bool, output: Path | None) -> None:
    """Print this team's own link guide, made from its policy, as Markdown."""
    from linkwell.actions.guide import guide_of
    from linkwell.actions.guide_page import as_html, as_markdown

    made = guide_of(_in_force(load()))
    text = as_html(made) if html else as_markdown(made)
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    click.echo(f"Written to {output}.", err=True)


def _from_file(name: str) -> "Policy":
    from linkwell.web.wire.policy import read_policy

    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError as error:
        raise click.UsageError(f"There is no file {name}. A single field is set as name=value.") from error
    return read_policy(raw.decode("utf-8-sig"))


def _in_force(settings: Settings) -> "Policy":
    return _under(settings, _stored(settings))


def _under(settings: Settings, policy: "Policy") -> "Policy":
    """Return a policy under what a flag or the environment sets, which is stronger."""
    from dataclasses import replace

    from linkwell.text.destination import as_tracking_domain

    return replace(policy, tracking_domain=as_tracking_domain(settings.tracking_domain)) if settings.tracking_domain else policy


def _stored(settings: Settings) -> "Policy":
    """Return the policy as it is kept; where nothing is kept yet, nothing is made."""
    from linkwell.model.policy import Policy
    from linkwell.store.peek import peek

    file = settings.data_dir / "linkwell.db"
    if not settings.database:
        if not file.exists():
            return Policy()
        peeked = peek(file)
        if peeked is not None:
            return peeked.policy
    from linkwell.cli.store import open_store
    from linkwell.store import policies
    from linkwell.store.engine import reading

    with reading(open_store(settings)) as session:
        return policies.newest(session)[1]


def _changes(before: "Policy", after: "Policy") -> list[str]:
    from linkwell.cli.policy_fields import lines

    old, new = lines(before), lines(after)
    gone = [f"- {line}" for line in old if line not in new]
    return [*gone, *(f"+ {line}" for line in new if line not in old)]

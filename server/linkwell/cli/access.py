"""``linkwell token`` and ``linkwell pair``: letting browsers and programs in."""

from datetime import UTC, datetime

import click

from linkwell.cli.store import session
from linkwell.model.access import Scope

scope_option = click.option(
    "--scope", type=click.Choice([scope.value for scope in Scope]), default=Scope.AGENT.value, show_default=True, help="What it may do."
)


@click.group()
def token() -> None:
    """Bearer tokens for programs, or for a browser that cannot be paired."""


@token.command()
@scope_option
@click.option("--name", default="command line", show_default=True, help="Who has it.")
def new(scope: str, name: str) -> None:
    """Print a new token. It is shown this once; works without a running helper."""
    from linkwell.actions.access import new_token

    with session() as opened:
        text = new_token(opened, Scope(scope), name, datetime.now(UTC))
    click.echo(text)


@token.command()
@click.argument("id")
def revoke(id: str) -> None:
    """End a token; ID is the part between lw_ and the next underscore, or the whole token."""
    from linkwell.model.errors import NotFound
    from linkwell.store import tokens

    short = id.split("_")[1] if id.startswith("lw_") and id.count("_") > 1 else id
    with session() as opened:
        if not tokens.revoke(opened, short, datetime.now(UTC)):
            raise NotFound(f"No token is called {short!r}.")
    click.echo(f"Token {short} is ended.", err=True)


@click.command()
@scope_option
def pair(scope: str) -> None:
    """Print a pairing code, good for two minutes and five tries."""
    from linkwell.actions.pair import open_code

    with session() as opened:
        code = open_code(opened, Scope(scope), datetime.now(UTC))
    click.echo(code)
    click.echo("Type it into the extension's options within two minutes.", err=True)

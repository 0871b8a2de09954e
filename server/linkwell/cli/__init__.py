"""The command line: each command wires what it needs and nothing more, so that short ones start fast."""

import io
import sys
import traceback
from typing import Any, Final

import click

from linkwell import VERSION
from linkwell.model.errors import InvalidInput, LinkwellError

USAGE: Final = 64  # sysexits.h: the command was used wrongly
FAILED: Final = 69  # sysexits.h: a part that is needed does not answer; 1 and 2 are verdicts
COMMANDS: Final = {
    "serve": "linkwell.cli.serve",
    "drain": "linkwell.cli.serve",
    "review": "linkwell.cli.review",
    "rewrite": "linkwell.cli.rewrite",
    "links": "linkwell.cli.links",
    "clicks": "linkwell.cli.links",
    "optouts": "linkwell.cli.optouts",
    "token": "linkwell.cli.access",
    "pair": "linkwell.cli.access",
    "policy": "linkwell.cli.policy",
    "settings": "linkwell.cli.settings",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if name != "drain"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        import importlib

        found: Any = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name)
        assert isinstance(found, click.Command)
        return found


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="linkwell", message="%(prog)s %(version)s")
def linkwell() -> None:
    """Sound, tracked links in business texts, and clicks that can be trusted."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command; a wrong use exits with 64, every other failure with 69, each with one sentence."""
    _speak_utf8()
    try:
        result = linkwell.main(arguments, prog_name="linkwell", standalone_mode=False)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except InvalidInput as error:
        click.echo(f"linkwell: {error}", err=True)
        sys.exit(USAGE)
    except (LinkwellError, OSError) as error:
        click.echo(f"linkwell: {error}", err=True)
        sys.exit(FAILED)
    except UnicodeError:
        click.echo("linkwell: This is no text in UTF-8.", err=True)
        sys.exit(USAGE)
    except Exception as error:
        if type(error).__module__.startswith("sqlalchemy."):
            click.echo(f"linkwell: The database cannot be used: {getattr(error, 'orig', None) or error}", err=True)
        else:
            traceback.print_exc()
        raise SystemExit(FAILED) from error
    sys.exit(result if isinstance(result, int) else 0)


def _speak_utf8() -> None:
    """Write UTF-8 into files and pipes, whatever the system's own encoding; what a terminal cannot show becomes a question mark there."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "strict")

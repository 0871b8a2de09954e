"""``linkwell settings``: each setting with its value and where it came from."""

import click

from linkwell.cli.output import formats, show
from linkwell.settings import TABLE, load


@click.command()
@formats
def settings(shape: str | None) -> None:
    """List every setting: name, value, source and help."""
    read = load()
    rows = [{"name": row.name, "value": read.value(row.name), "source": read.sources[row.name], "help": row.help} for row in TABLE]
    show(rows, ("name", "value", "source", "help"), shape, "")

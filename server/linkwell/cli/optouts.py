"""``linkwell optouts``: who wants no more texts."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

import click

from linkwell.cli.contact_options import reference
from linkwell.cli.output import formats, show

if TYPE_CHECKING:
    from linkwell.actions.optout import Taken

_AT_ONCE = 5000  # contacts taken over between two steps of the bar


@click.group()
def optouts() -> None:
    """Contacts that want no more texts, by their opaque references."""


@optouts.command("list")
@click.option("--contact", help="Only this contact's, those that ended too.")
@formats
def list_(contact: str | None, shape: str | None) -> None:
    """List the opt-outs in force, the last first."""
    from linkwell.cli.store import open_store
    from linkwell.settings import load
    from linkwell.store import optouts as store
    from linkwell.store.engine import reading
    from linkwell.web.wire.optouts import optout_out

    with reading(open_store(load())) as session:
        found = (
            store.in_force(session)
            if contact is None
            else (entry for _, entry in store.page(session, contact=contact, before=0, limit=_AT_ONCE))
        )
        rows = [optout_out(entry).model_dump(mode="json") for entry in found]
    columns = ("contact", "at", "source", "reason") + (() if contact is None else ("ended_at", "ended_source"))
    show(rows, columns, shape, "Nobody opted out.")


@optouts.command()
@click.argument("contacts", nargs=-1, required=True)
@click.option("--reason", default="", help="What to note with it.")
@click.option("--at", help="When it was, as in 2026-11-23T09:30:00Z; now unless said.")
def add(contacts: tuple[str, ...], reason: str, at: str | None) -> None:
    """Record that CONTACTS want no more texts."""
    from linkwell.actions.optout import Notice, take
    from linkwell.cli.contact_file import read_moment
    from linkwell.cli.store import session
    from linkwell.model.optout import OptOutSource

    moment, noted = read_moment(at) if at else None, reference(reason)
    notices = [Notice(_named(contact), True, OptOutSource.CLI, moment, noted) for contact in contacts]
    with session() as opened:
        taken = take(opened, notices, datetime.now(UTC))
    _say(taken)


@optouts.command()
@click.argument("contact")
def remove(contact: str) -> None:
    """End the opt-out of CONTACT: it may be texted again. What was is kept."""
    from linkwell.actions.optout import end
    from linkwell.cli.store import session
    from linkwell.model.optout import OptOutSource

    with session() as opened:
        end(opened, contact, OptOutSource.CLI, datetime.now(UTC))
    click.echo("Opted in again.", err=True)


@optouts.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--column", help="The column with the contacts, if it is not called contact.")
@click.option("--json", "as_json", is_flag=True, help="What was done as one JSON document.")
def import_(file: BinaryIO, column: str | None, as_json: bool) -> None:
    """Take over the contacts of FILE, all or none.

    It is a .csv with a column contact (at and reason are read, too), or holds a contact a line; - is standard input.
    """
    from linkwell.actions.optout import Notice, take
    from linkwell.cli.contact_file import read_contacts
    from linkwell.cli.store import session
    from linkwell.model.optout import OptOutSource

    lines = read_contacts(file.read(), column)
    notices = [Notice(line.contact, True, OptOutSource.IMPORT, line.at, line.reason) for line in lines]
    taken: list[Taken] = []
    now = datetime.now(UTC)
    with _progress(len(notices)) as step, session() as opened:
        for start in range(0, len(notices), _AT_ONCE):
            taken += take(opened, notices[start : start + _AT_ONCE], now)
            step(len(taken))
    if as_json:
        new = sum(one.state == "opted_out" for one in taken)
        click.echo(json.dumps({"opted_out": new, "unchanged": len(taken) - new}))
    else:
        _say(taken)


def _named(contact: str) -> str:
    if not contact:
        raise click.BadParameter("A contact's reference is not empty.")
    return reference(contact)


def _say(taken: "list[Taken]") -> None:
    new = sum(one.state == "opted_out" for one in taken)
    back = sum(not one.opted_out for one in taken)
    already = len(taken) - new - back
    parts = [f"{new:,} opted out"] + ([f"{already:,} already had"] if already else [])
    parts += [f"{back:,} opted in again since"] if back else []
    click.echo(f"{', '.join(parts)}.", err=True)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """Give what is told how many are done; a bar is drawn on a terminal, on standard error."""
    if total <= _AT_ONCE or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Taking over"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda done: progress.update(task, completed=done)

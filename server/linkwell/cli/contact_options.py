"""What several commands may be told of the person that a message is for."""

import os
from collections.abc import Callable
from typing import Any

import click

LONGEST = 200  # characters of a reference, as in the API


def contact_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--contact``, ``--campaign`` and ``--zone``."""
    command = click.option("--zone", callback=_zone, help="Time zone of the contact, as in America/New_York.")(command)
    command = click.option("--campaign", callback=_reference, help="Reference of the campaign.")(command)
    return click.option("--contact", callback=_reference, help="Reference of the contact; the same one gets the same link again.")(command)


def well_formed(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return what was typed as text; raises UnicodeError where it is none."""
    return None if value is None else _as_text(value)


def reference(text: str) -> str:
    """Return a reference as the API takes it; raises click's BadParameter where it does not."""
    text = _as_text(text)
    if len(text) > LONGEST or any(character < " " or character == "\x7f" for character in text):
        raise click.BadParameter(f"A reference has {LONGEST} characters at most, none of them a control character.")
    return text


def _reference(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    return None if value is None else reference(value)


def _zone(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    from linkwell.text.zone import is_zone

    if value is not None and not is_zone(value):
        raise click.BadParameter("A zone is an IANA name such as America/New_York.")
    return value


def _as_text(typed: str) -> str:
    """Read as UTF-8 what the system's own encoding made half surrogate pairs of."""
    return os.fsencode(typed).decode() if any("\ud800" <= character <= "\udfff" for character in typed) else typed

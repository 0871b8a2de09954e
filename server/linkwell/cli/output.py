"""Results on standard output as a table, JSON or CSV; everything else goes to standard error."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click

Row = Mapping[str, Any]


def formats(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--json`` and ``--csv``, handed on as ``shape``."""
    command = click.option("--json", "shape", flag_value="json", help="One JSON document on standard output.")(command)
    return click.option("--csv", "shape", flag_value="csv", help="Comma-separated values with a header.")(command)


def show(rows: Sequence[Row], columns: Sequence[str], shape: str | None, empty: str, document: Any = None) -> None:
    """Write ``rows``: the named columns as a table or CSV, everything as JSON (``document`` in their place where it is given)."""
    if shape == "json":
        click.echo(json.dumps(list(rows) if document is None else document, ensure_ascii=False))
    elif shape == "csv":
        show_csv_row(columns)
        for row in rows:
            show_csv_row(row[column] for column in columns)
    elif not rows:
        click.echo(empty, err=True)
    else:
        _table(rows, columns)


def show_csv_row(cells: Iterable[Any]) -> None:
    """Write one row of comma-separated values to standard output."""
    csv.writer(sys.stdout, lineterminator="\n").writerow([_harmless(cell) for cell in cells])


def _harmless(value: Any) -> Any:
    """Keep a spreadsheet from reading a cell as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _table(rows: Sequence[Row], columns: Sequence[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold", justify="right" if isinstance(rows[0][column], int) else "left")
    for row in rows:
        table.add_row(*(Text("" if row[column] is None else str(row[column])) for column in columns))
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else 160).print(table)

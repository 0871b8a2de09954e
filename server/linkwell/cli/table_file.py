"""Tables in text files (.csv): their columns and rows, and in the place of a row that cannot be read, why."""

import csv
import io
from collections.abc import Iterator

from linkwell.model.errors import InvalidInput

_MARKS = ",;\t|"
_LONGEST_CELL = 1 << 24


def read_table(text: str, name: str) -> tuple[list[str], Iterator[tuple[int, dict[str, str] | str]]]:
    """Return the columns of a table, and its rows, each with the line that it begins on; ``name`` is that of its file.

    A row is its cells by their columns, those that are missing left out, or a sentence that says why it is none. Raises InvalidInput
    where that is so of the first.
    """
    rows = _rows(text)
    line, names = next(rows, (1, []))
    if isinstance(names, str):
        raise InvalidInput(f"{name}, line {line}: {names}")
    return names, ((line, cells if isinstance(cells, str) else _named(names, cells)) for line, cells in rows)


def lines(text: str) -> Iterator[str]:
    """Yield lines without their ends, as editors count them: U+2028 and form feeds end none."""
    return (line.removesuffix("\n") for line in io.StringIO(text, newline=None))


def _rows(text: str) -> Iterator[tuple[int, list[str] | str]]:
    csv.field_size_limit(_LONGEST_CELL)
    head = next((line for line in lines(text) if line), "")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(_MARKS, key=head.count), strict=True)
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, _said(str(error))
            continue
        if cells:
            yield line, cells


def _named(names: list[str], cells: list[str]) -> dict[str, str] | str:
    if any(cell.strip() for cell in cells[len(names) :]):
        return "It has more cells than the first line names. A text that holds the mark between cells stands in quotation marks."
    return dict(zip(names, cells, strict=False))


def _said(error: str) -> str:
    if "unexpected end" in error:
        return "A quotation mark that opens here is never closed: nothing from here on could be read."
    if "field limit" in error:
        return f"A cell here has more than {_LONGEST_CELL:,} characters. Perhaps a quotation mark is never closed."
    return f"This is no row of a table ({error}). A quotation mark inside of quotation marks is written twice."

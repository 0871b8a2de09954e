"""Files of contacts that want no more texts: a table with a ``contact`` column, or a reference a line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from linkwell.cli.table_file import lines
from linkwell.model.errors import InvalidInput

LONGEST: Final = 200  # characters of a reference and of a reason, as in the API
_FIRST_YEAR: Final = 2000
_SHOWN: Final = 20
_MARKS: Final = ",;\t|"


@dataclass(frozen=True, slots=True)
class Line:
    """A contact, with when it opted out and why where the file says so."""

    contact: str
    at: datetime | None = None
    reason: str = ""


def read_contacts(data: bytes, column: str | None) -> list[Line]:
    """Return the contacts of a file; ``column`` is what their column is called if not ``contact``. ``at`` and ``reason`` are read too.

    Raises InvalidInput that names every line that cannot be read, or the columns that there are.
    """
    text = data.decode("utf-8-sig")
    faults: list[str] = []
    lines: list[Line] = []
    table = _of_table(text, column)
    for number, cells in _of_lines(text) if table is None else table:
        if fault := _fault(cells):
            faults.append(f"line {number}: {fault}")
        else:
            lines.append(Line(cells["contact"], _moment(cells["at"]) if cells.get("at") else None, cells.get("reason", "")))
    if faults:
        more = [f"and {len(faults) - _SHOWN:,} lines more"] if len(faults) > _SHOWN else []
        raise InvalidInput("\n  ".join(["Nothing was taken over, because of these lines:", *faults[:_SHOWN], *more]))
    return lines


def read_moment(text: str) -> datetime:
    """Return a time such as ``2026-11-23T09:30:00Z``; one without a zone is of UTC. Raises InvalidInput where it is none."""
    try:
        return _moment(text)
    except ValueError as error:
        raise InvalidInput("A time reads 2026-11-23T09:30:00Z.", "at") from error


def _of_lines(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(lines(text), 1):
        if line.strip():
            yield number, {"contact": line.strip()}


def _of_table(text: str, column: str | None) -> list[tuple[int, dict[str, str]]] | None:
    """Return the rows of a table with their lines, ``None`` where the text is none."""
    head = text.lstrip("\r\n").partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(_MARKS, key=head.count), strict=True)
    found: list[tuple[int, dict[str, str]]] = []
    names: list[str] | None = None
    line = 1
    try:
        for row in rows:
            number, line = line, rows.line_num + 1
            if not any(cell.strip() for cell in row):
                continue
            if names is None:
                names = _names(row, column)
                if names is None:
                    return None
                continue
            cells = {name: cell.strip() for name, cell in zip(names, row, strict=False)}
            found.append((number, cells if len(row) <= len(names) else {"": "it has more cells than the first line names"}))
    except csv.Error as error:
        raise InvalidInput(f"Nothing was taken over: line {line} is no row of a table ({error}).") from error
    return found


def _names(head: list[str], column: str | None) -> list[str] | None:
    names = [cell.strip().lower() for cell in head]
    wanted = (column or "contact").strip().lower()
    if wanted in names:
        return ["contact" if name == wanted else name for name in names]
    if column is None and len(names) == 1:
        return None
    raise InvalidInput(f"The file has no column “{wanted}”. Its first line names: {', '.join(names)}. Name one with --column.")


def _fault(cells: dict[str, str]) -> str | None:
    if "" in cells and "contact" not in cells:
        return cells[""]
    contact, reason = cells.get("contact", ""), cells.get("reason", "")
    if not contact:
        return "it names no contact"
    for name, text in (("contact", contact), ("reason", reason)):
        if len(text) > LONGEST:
            return f"its {name} has more than {LONGEST} characters"
        if any(character < " " or character == "\x7f" for character in text):
            return f"its {name} holds a control character"
    try:
        _moment(cells.get("at") or "2026-01-01")
    except ValueError:
        return "its at is no time such as 2026-11-23T09:30:00Z"
    return None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.year < _FIRST_YEAR:
        raise ValueError(text)
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)

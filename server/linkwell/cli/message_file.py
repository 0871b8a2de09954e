"""Files of messages: one a row (.csv), a JSON object a line (.jsonl) or a message a line (.txt)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from linkwell.cli.table_file import lines, read_table
from linkwell.model.errors import InvalidInput
from linkwell.model.message import Message

OTHER_COLUMNS = ("channel", "campaign", "contact", "site", "audience", "zone")
_USUAL = ("text", "message", "body", "sms", "content", "template")
_TABLES = frozenset((".csv", ".tsv"))
_OBJECTS = frozenset((".jsonl", ".ndjson"))


@dataclass(frozen=True, slots=True)
class Row:
    """One message of a file: the ``line`` that it begins on, and what was read there or why nothing could be.

    ``sample`` numbers the values that a template was filled with, from 1; ``None`` where it was not.
    """

    line: int
    message: Message | None
    error: str = ""
    sample: int | None = None


def read_messages(file: Path, column: str | None) -> list[Row]:
    """Return the messages of a file; ``column`` names the one with the text (``text`` or another usual name where it is ``None``).

    Raises InvalidInput where the file has no such column, or is no text.
    """
    data = file.read_bytes()
    kind = file.suffix.lower()
    if column is not None and kind not in _TABLES:
        raise InvalidInput(f"--column is for a .csv file; {file.name} has no columns.")
    if kind in _TABLES:
        return list(_of_table(data.decode("utf-8-sig"), column, file.name))
    if kind in _OBJECTS:
        return list(_of_json(data))
    text = data.decode("utf-8-sig")
    if kind == ".txt":
        return [Row(number, Message(line)) for number, line in enumerate(lines(text), 1) if line.strip()]
    return [Row(1, Message(text))]


def is_list(file: Path) -> bool:
    """Tell whether a file is one of messages; every other is one message."""
    return file.suffix.lower() in {*_TABLES, *_OBJECTS, ".txt"}


def read_fields(file: Path) -> list[dict[str, str]]:
    """Return the sample values of a .csv file, a row each, by ``field_key`` of the column's name."""
    from linkwell.text.merge_fields import field_key

    names, rows = read_table(file.read_bytes().decode("utf-8-sig"), file.name)
    if not names:
        raise InvalidInput(f"{file.name} is empty. Its first line names the fields, each further one holds sample values.")
    samples: list[dict[str, str]] = []
    for line, cells in rows:
        if isinstance(cells, str):
            raise InvalidInput(f"{file.name}, line {line}: {cells}")
        samples.append({field_key(name): cells.get(name, "") for name in names})
    if not samples:
        raise InvalidInput(f"{file.name} names fields but holds no sample values. Add a line with some.")
    return samples


def filled(rows: list[Row], samples: list[dict[str, str]]) -> Iterator[Row]:
    """Yield every message once for each of the samples, its gaps filled."""
    from linkwell.text.merge_fields import fill

    for row in rows:
        if row.message is None:
            yield row
            continue
        for number, sample in enumerate(samples, 1):
            yield replace(row, message=replace(row.message, text=fill(row.message.text, sample)), sample=number)


def _of_table(text: str, column: str | None, name: str) -> Iterator[Row]:
    names, rows = read_table(text, name)
    found = _column(names, column)
    if found is None:
        wanted = f"no column “{column}”" if column else "no column named text"
        had = ", ".join(names) or "none"
        raise InvalidInput(f"{name} has {wanted}. Its columns: {had}. Name one with --column.")
    others = {known: own for own in names if (known := own.strip().lower()) in OTHER_COLUMNS}
    for line, cells in rows:
        if isinstance(cells, str):
            yield Row(line, None, cells)
            continue
        body = {"text": cells.get(found, "")} | {known: said for known, own in others.items() if (said := cells.get(own, "").strip())}
        if "channel" in body:
            body["channel"] = body["channel"].lower()
        if body["text"].strip():
            yield _read(line, body)


def _column(names: list[str], wanted: str | None) -> str | None:
    if wanted in names:
        return wanted
    plain = {name.strip().lower(): name for name in names if name}
    if wanted is not None:
        return plain.get(wanted.strip().lower())
    usual = next((plain[name] for name in _USUAL if name in plain), None)
    return usual or (names[0] if len(names) == 1 else None)


def _of_json(data: bytes) -> Iterator[Row]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield _read(number, line)


def _read(line: int, body: "bytes | dict[str, str]") -> Row:
    """Read one message by the rules of the API."""
    import json

    from linkwell.web.api import parse
    from linkwell.web.problems import Problem
    from linkwell.web.wire.reviews import ReviewIn

    try:
        wanted: ReviewIn = parse(ReviewIn, body if isinstance(body, bytes) else json.dumps(body).encode())
    except Problem as error:
        fields = "; ".join(f"{field['field']}: {field['detail']}" for field in error.fields or [] if "detail" in field)
        return Row(line, None, fields or str(error))
    return Row(line, wanted.message())

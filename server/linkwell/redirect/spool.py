"""The visit spool: files that a worker appends one line a visit to, before it answers.

A line is a JSON list: the visit's sequence number, then the fields of ``SpooledVisit``.
Files are named ``<writer>-<number>.spool``; a writer that lives holds ``<writer>.lock``.
"""

import json
import logging
import os
import secrets
import threading
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from filelock import FileLock, Timeout

from linkwell.model.visit import Visit

FILE_BYTES: Final = 32 * 1024 * 1024  # then the next file is begun
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_log: Final = logging.getLogger(__name__)


class SpooledVisit(NamedTuple):
    """A visit as it stands in a line, behind its sequence number; ``at`` in microseconds since 1970."""

    at: int
    requested: str
    slug: str | None
    rung: str
    status: int
    method: str
    scheme: str
    host: str
    visitor: str
    headers: Mapping[str, str]


class Spool:
    """One writer's end. ``served`` is the number of visits it was given, ``failed`` of those it could not write."""

    def __init__(self, folder: Path, file_bytes: int = FILE_BYTES) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.writer: Final = secrets.token_hex(8)
        self.served = 0
        self.failed = 0
        self._folder = folder
        self._file_bytes = file_bytes
        self._alive = FileLock(folder / f"{self.writer}.lock")
        self._alive.acquire()
        self._turn = threading.Lock()
        self._number = 0
        self._written = 0
        self._torn = False
        self._file = -1
        self._begin_file()

    def append(self, visit: SpooledVisit) -> None:
        """Write one visit. Never raises: a recipient does not wait for our disk."""
        with self._turn:
            self.served += 1
            line = json.dumps((self.served, *visit), separators=(",", ":")).encode()
            if self._torn:
                line = b"\n" + line
            try:
                self._torn = os.write(self._file, line + b"\n") != len(line) + 1
                self._written += len(line) + 1
                if self._written >= self._file_bytes:
                    self._begin_file()
            except OSError as error:
                self._torn = True
                _log.error("a visit could not be spooled: %s", error)
            self.failed += self._torn

    def close(self) -> None:
        """Let the drainer know that nothing more comes."""
        with self._turn:
            os.close(self._file)
            self._alive.release()

    def _begin_file(self) -> None:
        self._number += 1
        name = self._folder / f"{self.writer}-{self._number:06d}.spool"
        file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        if self._file >= 0:
            os.close(self._file)
        self._file, self._written, self._torn = file, 0, False


def files(folder: Path) -> list[Path]:
    """Return the spool files that are there, each writer's in order."""
    return sorted(folder.glob("*-*.spool"))


def writer_of(file: Path) -> str:
    """Return the name of a file's writer."""
    return file.stem.partition("-")[0]


def is_finished(file: Path) -> bool:
    """Tell whether nothing more will be written to a file: its writer began the next one, or is dead."""
    writer, _, number = file.stem.partition("-")
    if (file.parent / f"{writer}-{int(number) + 1:06d}.spool").exists():
        return True
    lock = FileLock(file.parent / f"{writer}.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    lock.release()
    return True


def read(file: Path, position: int, most: int) -> tuple[list[Visit], int]:
    """Return the visits of whole lines from byte ``position`` on, out of at most ``most`` bytes, and the position after them.

    A line that cannot be read (torn by a full disk or a crash) is passed over and told of in the log.
    """
    with file.open("rb") as stream:
        stream.seek(position)
        data = stream.read(most)
    whole = data[: data.rfind(b"\n") + 1]
    writer = writer_of(file)
    visits = [visit for line in whole.splitlines() if line and (visit := _decode(line, writer)) is not None]
    return visits, position + len(whole)


def _decode(line: bytes, writer: str) -> Visit | None:
    try:
        sequence, *rest = json.loads(line)
        one = SpooledVisit(*rest)
    except (ValueError, TypeError):
        _log.error("a torn line in the spool of %s was passed over", writer)
        return None
    return Visit(
        writer=writer,
        sequence=sequence,
        at=_EPOCH + timedelta(microseconds=one.at),
        **{name: getattr(one, name) for name in SpooledVisit._fields if name != "at"},
    )

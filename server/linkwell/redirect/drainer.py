"""The drainer: a process of its own that moves spooled visits into the store, exactly once, and clears up after dead workers."""

import logging
import threading
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout
from sqlalchemy import Engine
from sqlalchemy.exc import DataError, SQLAlchemyError
from sqlalchemy.orm import Session

from linkwell import signals
from linkwell.model.visit import Classified, Visit
from linkwell.redirect import spool
from linkwell.store import visits
from linkwell.store.engine import reading, transaction

BATCH_BYTES: Final = 256 * 1024  # about a thousand visits a transaction
PAUSE: Final = 0.2  # seconds between two looks at a quiet spool
_log: Final = logging.getLogger(__name__)


def run(engine: Engine, folder: Path, stop: threading.Event) -> None:
    """Drain until ``stop`` is set and once more after it. A second drainer of the same folder waits for the first to end."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    only_one = FileLock(folder / "drainer.lock")
    while not _got(only_one):
        if stop.wait(1):
            return
    try:
        while not stop.is_set():
            if not _try_to_drain(engine, folder):
                stop.wait(PAUSE)
        _try_to_drain(engine, folder)
    finally:
        only_one.release()


def drain(engine: Engine, folder: Path) -> int:
    """Move everything that is spooled now, and return how many visits were new to the store."""
    return sum(_drain_file(engine, file) for file in spool.files(folder))


def spooled(session: Session, folder: Path, slug: str) -> list[tuple[Visit, Classified]]:
    """Return the visits of a link that are spooled and, as ``session`` sees the store, not stored yet."""
    found = []
    for file in spool.files(folder):
        position = visits.position(session, file.name)
        while (batch := _read(file, position))[1] > position:
            read, position = batch
            found += [(one, signals.classify(one)) for one in read if one.slug == slug]
    return found


def _got(lock: FileLock) -> bool:
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    return True


def _try_to_drain(engine: Engine, folder: Path) -> bool:
    try:
        return drain(engine, folder) > 0
    except (SQLAlchemyError, OSError) as error:
        _log.warning("visits stay in the spool for now: %s", type(error).__name__)
        return False


def _drain_file(engine: Engine, file: Path) -> int:
    finished = spool.is_finished(file)  # asked first: what is written after this is not lost with the file
    moved = 0
    position = _position(engine, file)
    while (batch := _read(file, position))[1] > position:
        read, position = batch
        classified = [(one, signals.classify(one)) for one in read]
        try:
            moved += _store(engine, file, classified, position)
        except DataError:
            moved += _store_one_by_one(engine, file, classified, position)
    if finished:
        _clear_away(engine, file)
    return moved


def _store(engine: Engine, file: Path, some: list[tuple[Visit, Classified]], position: int) -> int:
    with transaction(engine) as session:
        new = visits.add(session, some)
        visits.set_position(session, file.name, position)
    return new


def _store_one_by_one(engine: Engine, file: Path, some: list[tuple[Visit, Classified]], position: int) -> int:
    """Keep a visit that the database refuses from holding up the others."""
    moved = 0
    for one in some:
        try:
            with transaction(engine) as session:
                moved += visits.add(session, [one])
        except DataError:
            _log.warning("visit %s of %s cannot be stored", one[0].sequence, one[0].writer)
    return moved + _store(engine, file, [], position)


def _position(engine: Engine, file: Path) -> int:
    with reading(engine) as session:
        return visits.position(session, file.name)


def _read(file: Path, position: int) -> tuple[list[Visit], int]:
    try:
        return spool.read(file, position, BATCH_BYTES)
    except FileNotFoundError:
        return [], position


def _clear_away(engine: Engine, file: Path) -> None:
    file.unlink(missing_ok=True)
    if not any(file.parent.glob(f"{spool.writer_of(file)}-*.spool")):
        (file.parent / f"{spool.writer_of(file)}.lock").unlink(missing_ok=True)
    with transaction(engine) as session:
        visits.forget_file(session, file.name)

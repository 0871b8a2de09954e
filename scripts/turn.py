"""Lets one process at a time set the project up; the system gives the turn back when its holder ends, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from step import SetupError

UNWRITABLE = """{path} cannot be written: {error}
The set-up puts its files into the project's folder: make it writable."""

if sys.platform == "win32":
    import errno
    import msvcrt

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _wait(descriptor: int) -> None:
        while True:
            try:
                return msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            except OSError as error:
                if error.errno != errno.EDEADLK:  # what Windows answers after ten seconds of waiting
                    raise
else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Hold the lock file at ``path``; wait, and say so, while another process holds it."""
    try:
        file = path.open("a")
    except OSError as error:
        raise SetupError(UNWRITABLE.format(path=path, error=error)) from error
    with file:
        if not _taken(file.fileno()):
            print("Another set-up of this folder is under way: waiting for it …", file=sys.stderr, flush=True)
            _wait(file.fileno())
        yield

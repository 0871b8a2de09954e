"""Patience: a PostgreSQL that takes a question and never answers is given up; libpq itself would wait for ever."""

from collections.abc import Generator
from time import monotonic
from typing import Any, Final, TypeVar

from psycopg import Connection, OperationalError

PING: Final = 2.0  # seconds that the question whether anybody is there may take
STATEMENT: Final = 25.0  # seconds for any other: the server itself ends them after 20
_Answer = TypeVar("_Answer")


class BoundedConnection(Connection[Any]):
    """A connection that is closed, with an OperationalError, where the server is silent for too long."""

    def wait(self, gen: Generator[Any, Any, _Answer], *arguments: Any, **more: Any) -> _Answer:
        """Wait until ``gen`` is done, as long as there is patience; only a ping is asked outside of a transaction."""
        try:
            return super().wait(_bounded(gen, PING if self.autocommit else STATEMENT), *arguments, **more)
        except _SilentError:
            self.pgconn.finish()
            raise


class _SilentError(OperationalError):
    pass


def _bounded(gen: Generator[Any, Any, _Answer], seconds: float) -> Generator[Any, Any, _Answer]:
    """Pass everything on between a generator and who drives it, which is told every 0.1 s that nothing came."""
    end = monotonic() + seconds
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted
            if not ready and monotonic() > end:
                raise _SilentError("the server is silent")
            wanted = gen.send(ready)
    except StopIteration as done:
        answer: _Answer = done.value
        return answer

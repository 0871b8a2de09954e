"""Opening the database: SQLite in a file of one's own, or PostgreSQL for a team."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from linkwell.model.errors import InvalidInput

BUSY_SECONDS: Final = 5
_LIMITS: Final = {  # a PostgreSQL that hangs is given up within seconds
    "connect_timeout": 3,
    "tcp_user_timeout": 3000,
    "options": "-c statement_timeout=20000",
}
_READS: Final = "linkwell_reads"


def open_engine(url: str) -> Engine:
    """Return an engine for ``url``; nothing is read or written yet.

    Raises InvalidInput where the address is of neither SQLite nor PostgreSQL.
    """
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise InvalidInput("The database wants sqlite:///file or postgresql://user@host/name.", "database") from error
    if address.get_backend_name() == "postgresql":
        engine = create_engine(
            address.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            pool_size=8,
            pool_timeout=3,
            hide_parameters=True,
            connect_args=_LIMITS,
        )
        event.listen(engine, "do_connect", _connect_bounded)
        return engine
    if address.get_backend_name() != "sqlite" or not address.database:
        raise InvalidInput("The database wants sqlite:///file or postgresql://user@host/name.", "database")
    Path(address.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(address, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _connect_bounded(_dialect: object, _record: object, arguments: list[Any], named: dict[str, Any]) -> Any:
    from linkwell.store.patience import BoundedConnection

    return BoundedConnection.connect(*arguments, **named)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # or Python would begin transactions of its own
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin by hand: who may write waits for his turn now, for SQLite does not wait for it later (SQLITE_BUSY_SNAPSHOT)."""
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get(_READS) else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Give a Session that only reads; it waits for nobody who writes."""
    with Session(engine.execution_options(**{_READS: True}), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """Give a Session whose changes are kept if the block ends well, and dropped if it raises."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session

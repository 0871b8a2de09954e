"""Brings a database to the schema, forward and back, on both engines."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlalchemy import Engine

HEAD: Final = "0004"


def migrate(engine: "Engine") -> None:
    """Bring the database to the newest schema; does nothing, and imports nothing, where it is there already.

    Two processes that start at once wait for each other. Raises Unavailable where a newer release made the schema what it is.
    """
    from sqlalchemy import text

    from linkwell.model.errors import Unavailable

    found = revision(engine)
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise Unavailable("A newer Linkwell has kept this database since. Use that one, or a copy of the data folder from before it.")
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":  # SQLite lets one writer in at a time anyway
            connection.execute(text("SELECT pg_advisory_xact_lock(184730001)"))
        _command("upgrade", HEAD, connection)


def downgrade(engine: "Engine", to: str) -> None:
    """Take the database back to an older revision; ``base`` empties it."""
    with engine.begin() as connection:
        _command("downgrade", to, connection)


def revision(engine: "Engine") -> str | None:
    """Return the revision the database is at, ``None`` for an empty one."""
    from sqlalchemy import inspect, text

    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _command(name: str, target: str, connection: object) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    getattr(command, name)(config, target)

"""The schema is reached forward and back, on both engines, and is what the code believes it is."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from linkwell.store.migrations import HEAD, downgrade, migrate, revision
from linkwell.store.schema import metadata


def test_forward_and_back(empty_engine: Engine) -> None:
    assert revision(empty_engine) is None
    migrate(empty_engine)
    assert revision(empty_engine) == HEAD
    assert set(metadata.tables) < set(inspect(empty_engine).get_table_names())
    downgrade(empty_engine, "base")
    assert set(inspect(empty_engine).get_table_names()) == {"alembic_version"}
    migrate(empty_engine)
    assert revision(empty_engine) == HEAD


def test_migrations_make_the_schema_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_second_time_changes_nothing(engine: Engine) -> None:
    migrate(engine)
    assert revision(engine) == HEAD

"""The schema is reached forward and back, on both engines, and is what the code believes it is."""

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from linkwell.model.errors import Unavailable
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


def test_what_a_newer_release_keeps_is_left_alone_with_a_word_why(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unavailable, match="newer Linkwell"):
        migrate(engine)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{HEAD}'"))


def test_an_index_over_some_rows_is_over_those_that_the_code_believes(engine: Engine) -> None:
    """For which rows an index is, alembic does not compare."""
    kind = engine.dialect.name
    believed = {
        index.name: str(where)
        for table in metadata.tables.values()
        for index in table.indexes
        if (where := index.dialect_options[kind]["where"]) is not None
    }
    made = {
        index["name"]: re.sub(r"[()]|::\w+", "", str(where))
        for table in metadata.tables
        for index in inspect(engine).get_indexes(table)
        if (where := index.get("dialect_options", {}).get(f"{kind}_where")) is not None
    }
    assert made == believed
    assert len(made) > 3

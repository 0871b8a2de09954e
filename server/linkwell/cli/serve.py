"""``linkwell serve``: the helper, its redirector and the drainer as one process tree."""

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click
from filelock import FileLock, Timeout
from sqlalchemy import Engine

from linkwell.cli.store import open_store
from linkwell.model.access import Scope
from linkwell.model.errors import Unavailable
from linkwell.settings import DEFAULT_PORT, FALLBACK_PORTS, RUNTIME_FILE, Settings, hand_down, inherited, load
from linkwell.store.engine import open_engine, transaction

RESTART_PAUSE = 1.0


@click.command()
@click.option("--host", help="Address to listen on; this computer only.")
@click.option("--port", help="Port to listen on. One that is named is taken or refused, never replaced by another.")
@click.option("--database", help="postgresql://user@host/name; without it an SQLite file in the data folder.")
@click.option("--tracking-domain", help="Approved domain of tracked links; sets it and locks it.")
@click.option("--workers", help="Processes that answer requests.")
@click.option("--threads", help="Requests that each worker answers at once.")
@click.option("--data-dir", help="Where everything that is kept lives.")
@click.option("--quiet", is_flag=True, help="Say nothing but what goes wrong.")
def serve(quiet: bool, **flags: str | None) -> None:
    """Run the helper and the redirector until Ctrl+C."""
    settings = load(flags)
    if settings.tracking_domain:
        from linkwell.text.destination import as_tracking_domain

        settings = replace(settings, tracking_domain=as_tracking_domain(settings.tracking_domain))
    engine = open_store(settings)
    with _take_port(settings) as port:
        settings = replace(settings, port=port)
        hand_down(settings)
        if not quiet:
            _greet(engine, settings)
        engine.dispose()
        runtime_file = settings.data_dir / RUNTIME_FILE
        runtime_file.write_text(json.dumps({"address": f"http://{settings.host}:{port}", "pid": os.getpid()}), encoding="utf-8")
        try:
            _run(settings)
        finally:
            runtime_file.unlink(missing_ok=True)


@click.command(hidden=True)
def drain() -> None:
    """Move spooled visits into the store until standard input ends: ``serve`` runs this beside itself."""
    from linkwell.redirect import drainer

    settings = inherited()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    threading.Thread(target=_set_at_end_of_input, args=(stop,), daemon=True).start()
    drainer.run(open_engine(settings.database_url), settings.spool_dir, stop)


def _set_at_end_of_input(stop: threading.Event) -> None:
    sys.stdin.read()
    stop.set()


def _run(settings: Settings) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "linkwell.app:create_worker",
        factory=True,
        address=settings.host,
        port=settings.port or DEFAULT_PORT,
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=settings.threads,
        respawn_failed_workers=True,
        respawn_interval=RESTART_PAUSE,
        workers_kill_timeout=5,
        websockets=False,
        log_level=LogLevels.error,
    )
    with _drainer():
        server.serve()


@contextmanager
def _drainer() -> Iterator[None]:
    """Keep a drainer running beside the block; it ends by itself when this process does, however that happens."""
    over = threading.Event()
    running: list[subprocess.Popen[bytes]] = []
    no_fork = _hold_back_forks()

    def keep_running() -> None:
        while not over.is_set():
            with no_fork:
                process = subprocess.Popen([sys.executable, "-m", "linkwell", "drain"], stdin=subprocess.PIPE)
            running[:] = [process]
            process.wait()
            over.wait(RESTART_PAUSE)

    keeper = threading.Thread(target=keep_running, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        for process in running:
            if process.stdin:
                process.stdin.close()
        keeper.join(10)


def _hold_back_forks() -> threading.Lock:
    """Return a lock that no fork of this process passes while it is held.

    A worker forked amid ``Popen`` inherits the pipe on which ``Popen`` waits for the new program to begin, and it would wait for ever.
    """
    lock = threading.Lock()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release)
    return lock


@contextmanager
def _take_port(settings: Settings) -> Iterator[int]:
    """Hold the port that is named, or the first free one of the usual ones; the server itself would share one silently."""
    if settings.port is not None:
        lock = _try_port(settings.host, settings.port)
        if lock is None:
            raise Unavailable(
                f"Port {settings.port} is in use, perhaps by a Linkwell that runs already. "
                "Stop that program, or name another port with --port."
            )
        with lock:
            yield settings.port
        return
    for port in range(DEFAULT_PORT, DEFAULT_PORT + FALLBACK_PORTS + 1):
        lock = _try_port(settings.host, port)
        if lock is not None:
            with lock:
                yield port
            return
    raise Unavailable(f"Ports {DEFAULT_PORT} to {DEFAULT_PORT + FALLBACK_PORTS} are all in use. Name another with --port.")


def _try_port(host: str, port: int) -> FileLock | None:
    lock = FileLock(Path(tempfile.gettempdir()) / f"linkwell-{os.getuid() if hasattr(os, 'getuid') else 0}-{port}.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    try:
        with socket.socket() as probe:
            if sys.platform == "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections that just ended do not count
            probe.bind((host, port))
            probe.listen()
    except OSError:
        lock.release()
        return None
    return lock


def _greet(engine: Engine, settings: Settings) -> None:
    from linkwell.actions.pair import open_code
    from linkwell.store import tokens

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    address = f"http://{settings.host}:{settings.port}"
    click.echo(f"Linkwell listens on {address}\nDemo inbox          {address}/demo", err=True)
    with transaction(engine) as session:
        if not tokens.any_yet(session):
            code = open_code(session, Scope.ADMIN, datetime.now(UTC))
            click.echo(f"Pairing code        {code}  (good for two minutes; `linkwell pair --scope admin` prints another)", err=True)

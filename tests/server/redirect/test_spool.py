"""The spool and the drainer lose nothing and store nothing twice."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from linkwell.redirect import drainer, spool
from linkwell.redirect.spool import Spool, SpooledVisit
from tests.server.helper import ROOT, wait_until

VISIT = SpooledVisit(
    1_700_000_000_000_000, "7xkq2mf4", None, "exact", 302, "GET", "https", "go.acme.example", "v", {"user-agent": "Mozilla/5.0"}
)


def stored(engine: Engine) -> list[tuple[str, int]]:
    with engine.connect() as connection:
        return [
            (row.writer, row.sequence) for row in connection.execute(text("SELECT writer, sequence FROM visit ORDER BY writer, sequence"))
        ]


def test_visits_come_out_as_they_went_in(engine: Engine, tmp_path: Path) -> None:
    writer = Spool(tmp_path)
    for _ in range(3):
        writer.append(VISIT._replace(requested="é\n\x00”{}"))
    read, _ = spool.read(spool.files(tmp_path)[0], 0, 10_000)
    assert [visit.sequence for visit in read] == [1, 2, 3]
    assert read[0].requested == "é\n\x00”{}"
    assert read[0].at.isoformat() == "2023-11-14T22:13:20+00:00"
    writer.close()


def test_what_is_drained_is_stored_once_and_its_file_goes_when_its_writer_has(engine: Engine, tmp_path: Path) -> None:
    writer = Spool(tmp_path)
    writer.append(VISIT)
    assert drainer.drain(engine, tmp_path) == 1
    assert drainer.drain(engine, tmp_path) == 0
    writer.append(VISIT)
    assert spool.files(tmp_path) != []
    writer.close()
    assert drainer.drain(engine, tmp_path) == 1
    assert stored(engine) == [(writer.writer, 1), (writer.writer, 2)]
    assert spool.files(tmp_path) + list(tmp_path.glob("*.lock")) == []


def test_full_files_are_followed_by_the_next_and_cleared_away(engine: Engine, tmp_path: Path) -> None:
    writer = Spool(tmp_path, file_bytes=500)
    for _ in range(20):
        writer.append(VISIT)
    assert len(spool.files(tmp_path)) > 3
    drainer.drain(engine, tmp_path)
    assert len(stored(engine)) == 20
    assert len(spool.files(tmp_path)) == 1
    writer.close()


def test_a_line_that_is_not_whole_waits_for_its_end(tmp_path: Path) -> None:
    writer = Spool(tmp_path)
    writer.append(VISIT)
    file = spool.files(tmp_path)[0]
    whole = file.stat().st_size
    with file.open("ab") as stream:
        stream.write(b"[2,17000000")
    read, position = spool.read(file, 0, 10_000)
    assert (len(read), position) == (1, whole)
    writer.close()


def test_a_torn_line_is_passed_over_and_the_next_one_kept(engine: Engine, tmp_path: Path) -> None:
    writer = Spool(tmp_path)
    writer.append(VISIT)
    with spool.files(tmp_path)[0].open("ab") as stream:
        stream.write(b"[2,17000000\n[3,null]\n")
    writer.append(VISIT)
    drainer.drain(engine, tmp_path)
    assert [sequence for _, sequence in stored(engine)] == [1, 2]
    writer.close()


def test_a_full_disk_is_counted_and_what_comes_after_it_is_kept(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Spool(tmp_path)
    writer.append(VISIT)
    real = os.write
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda file, data: real(file, data[:20]))  # what the system does when the last block is full
        writer.append(VISIT)

        def refuse(_file: int, _data: bytes) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        full.setattr(os, "write", refuse)
        writer.append(VISIT)
    writer.append(VISIT)
    drainer.drain(engine, tmp_path)
    assert (writer.served, writer.failed) == (4, 2)
    assert [sequence for _, sequence in stored(engine)] == [1, 4]
    writer.close()


def test_a_visit_that_the_database_refuses_holds_nobody_up(engine: Engine, tmp_path: Path) -> None:
    writer = Spool(tmp_path)
    for requested in ("7xkq2mf4", "nul\0", "7xkq2mf4"):
        writer.append(VISIT._replace(requested=requested, method="GET" if requested == "7xkq2mf4" else "A" * 17))
    drainer.drain(engine, tmp_path)
    sequences = [sequence for _, sequence in stored(engine)]
    assert {1, 3} <= set(sequences)
    assert drainer.drain(engine, tmp_path) == 0
    writer.close()


def test_a_database_that_is_away_for_a_while_loses_nothing(engine: Engine, tmp_path: Path) -> None:
    writer = Spool(tmp_path)
    stop = threading.Event()
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE visit RENAME TO hidden"))
    running = threading.Thread(target=drainer.run, args=(engine, tmp_path, stop))
    running.start()
    for _ in range(5):
        writer.append(VISIT)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE hidden RENAME TO visit"))
    wait_until(lambda: len(stored(engine)) == 5, "the visits to be stored")
    writer.append(VISIT)
    stop.set()
    running.join(10)
    assert len(stored(engine)) == 6
    writer.close()


def test_the_spool_of_a_killed_worker_is_adopted(engine: Engine, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from linkwell.redirect.spool import Spool, SpooledVisit\n"
        f"writer = Spool(pathlib.Path(sys.argv[1]))\nvisit = SpooledVisit{tuple(VISIT)!r}\n"
        "while True:\n    writer.append(visit)\n    print(writer.served, flush=True)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT / "server")})
    assert process.stdout is not None
    said = 0
    while said < 200:
        said = int(process.stdout.readline())
    drainer.drain(engine, tmp_path)
    process.kill()
    said = max(int(line) for line in process.stdout.read().split())
    process.stdout.close()
    process.wait(10)
    drainer.drain(engine, tmp_path)
    sequences = [sequence for _, sequence in stored(engine)]
    assert sequences == list(range(1, len(sequences) + 1))
    assert len(sequences) >= said
    assert spool.files(tmp_path) + list(tmp_path.glob("*.lock")) == []

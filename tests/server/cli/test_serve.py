"""``linkwell serve`` as a process: its port, its children, its end."""

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from tests.server.helper import NAVIGATION, Helper, answers, environment, free_port, start_helper, wait_until


def serve(data_dir: Path, *flags: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "linkwell", "serve", *flags]
    return subprocess.Popen(command, env=environment(data_dir), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_a_port_in_use_is_refused_and_never_replaced(helper: Helper, tmp_path: Path) -> None:
    second = serve(tmp_path, "--port", str(helper.port))
    said, _ = second.communicate(timeout=30)
    assert second.returncode == 69
    assert f"Port {helper.port} is in use" in said
    assert "--port" in said
    assert "Traceback" not in said
    assert answers(helper)


def test_another_programs_port_is_refused_too(tmp_path: Path) -> None:
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        second = serve(tmp_path, "--port", str(other.getsockname()[1]))
        said, _ = second.communicate(timeout=30)
    assert (second.returncode, "is in use" in said) == (69, True)


def test_it_says_where_it_is_and_how_to_pair_until_somebody_is_let_in(tmp_path: Path) -> None:
    with start_helper(tmp_path) as first:
        written = json.loads((tmp_path / "helper.json").read_text(encoding="utf-8"))
        assert written == {"address": first.address, "pid": first.process.pid}
        assert first.admin
    said = (tmp_path / "serve.log").read_text(encoding="utf-8")
    assert first.address in said
    assert f"{first.address}/demo" in said
    assert "Pairing code" in said
    assert not (tmp_path / "helper.json").exists()
    with start_helper(tmp_path):
        pass
    assert "Pairing code" not in (tmp_path / "serve.log").read_text(encoding="utf-8")


def test_the_code_of_the_first_start_pairs_an_admin(tmp_path: Path) -> None:
    with start_helper(tmp_path) as running:
        said = (tmp_path / "serve.log").read_text(encoding="utf-8")
        code = said.partition("Pairing code")[2].split("(")[0].strip()
        answer = requests.post(f"{running.address}/v1/pairings", json={"code": code}, timeout=10)
        assert (answer.status_code, answer.json()["scope"]) == (201, "admin")


def minted(running: Helper) -> str:
    short_url: str = running.ask("POST", "/v1/links", {"destination": "https://acme.com/x"}).json()["short_url"]
    return short_url


def visits(running: Helper, short_url: str) -> int:
    found: int = running.ask("GET", f"/v1/links/{short_url.rpartition('/')[2]}").json()["visits"]
    return found


def taps(short_url: str, times: int) -> int:
    """Tap from eight phones at once and return how often the answer came; a helper that is gone answers no more."""

    def tap(_: int) -> int:
        answered = 0
        with requests.Session() as phone:
            for _ in range(times):
                try:
                    answered += phone.get(short_url, headers=NAVIGATION, allow_redirects=False, timeout=10).status_code == 302
                except requests.ConnectionError:
                    break
        return answered

    with ThreadPoolExecutor(8) as pool:
        return sum(pool.map(tap, range(8)))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_no_visit_is_lost_when_everything_is_killed(tmp_path: Path) -> None:
    with start_helper(tmp_path) as running:
        short_url = minted(running)
        with ThreadPoolExecutor(1) as pool:
            answered = pool.submit(taps, short_url, 10_000)
            wait_until(lambda: visits(running, short_url) > 500, "some visits")
            for process in [*children(running.process.pid), running.process.pid]:
                os.kill(process, signal.SIGKILL)
            seen = answered.result(60)
        running.process.wait(10)
    with start_helper(tmp_path, port=running.port) as again:
        wait_until(lambda: not list((tmp_path / "spool").glob("*.spool"))[1:], "the spools of the dead to be taken in")
        assert seen <= visits(again, short_url) <= seen + 8, "eight may have been answered after their phones were cut off"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_nothing_stays_behind_when_the_parent_is_killed(tmp_path: Path) -> None:
    with start_helper(tmp_path) as running:
        brood = children(running.process.pid)
        assert len(brood) >= 2, "a worker and a drainer"
        running.process.kill()
        running.process.wait(10)
        wait_until(lambda: not any(lives(child) for child in brood), "the children to end")
        wait_until(lambda: not answers(running), "the port to be free")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_drainer_that_dies_is_replaced(tmp_path: Path) -> None:
    with start_helper(tmp_path) as running:
        short_url = minted(running)
        drainer = next(child for child in children(running.process.pid) if "drain" in command_of(child))
        os.kill(drainer, signal.SIGKILL)
        assert taps(short_url, 5) == 40
        wait_until(lambda: running.ask("GET", "/v1/clicks/recent").json()["clicks"], "the visits to be stored")
        assert visits(running, short_url) == 40


def test_stopping_stores_what_is_spooled(tmp_path: Path) -> None:
    with start_helper(tmp_path) as running:
        short_url = minted(running)
        assert taps(short_url, 20) == 160
    assert json.loads(running.run("links", "--json").stdout)[0]["visits"] == 160
    assert list((tmp_path / "spool").glob("*.spool")) == []


def test_a_shared_database_serves(tmp_path: Path, postgresql: str) -> None:
    from sqlalchemy import text

    from linkwell.store.engine import open_engine

    engine = open_engine(postgresql)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    (tmp_path / "linkwell.toml").write_text(f'database = "{postgresql}"\n', encoding="utf-8")
    with start_helper(tmp_path, "--port", str(port := free_port()), port=port) as running:
        short_url = minted(running)
        assert taps(short_url, 5) == 40
        wait_until(lambda: running.ask("GET", "/v1/clicks/recent").json()["clicks"], "the visits to be stored")
        wait_until(lambda: visits(running, short_url) == 40, "each visit to be counted once")
        assert not (tmp_path / "linkwell.db").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing can be made to hang here")
def test_a_database_that_hangs_stops_no_link_and_every_review_is_told(tmp_path: Path, own_postgresql: str) -> None:
    host = parse_qs(urlsplit(own_postgresql).query)["host"][0]
    postmaster = int((Path(host) / "postmaster.pid").read_text(encoding="utf-8").partition("\n")[0])
    (tmp_path / "linkwell.toml").write_text(f'database = "{own_postgresql}"\n', encoding="utf-8")
    with start_helper(tmp_path, "--port", str(port := free_port()), port=port) as running, ThreadPoolExecutor(12) as several:
        short_url = minted(running)

        def reviewed(number: int) -> int:
            body = {"text": "Your order is ready.", "contact": f"contact {number}"}
            return running.ask("POST", "/v1/reviews", body, token=running.admin).status_code

        assert set(several.map(reviewed, range(40))) == {200}, "as many connections as threads are open"
        stopped = [postmaster, *children(postmaster)]
        try:
            for process in stopped:
                os.kill(process, signal.SIGSTOP)
            assert set(several.map(reviewed, range(12))) == {503}
            assert taps(short_url, 1) == 8
        finally:
            for process in stopped:
                os.kill(process, signal.SIGCONT)
        wait_until(lambda: reviewed(0) == 200, "the database to be asked again")


def children(parent: int) -> list[int]:
    """Return the processes that ``parent`` started, and those that they did."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [pid for pid, above in pairs if above == parent]
    return found + [deeper for child in found for deeper in children(child)]


def command_of(process: int) -> str:
    return subprocess.run(["ps", "-o", "args=", "-p", str(process)], capture_output=True, text=True, check=False).stdout


def lives(process: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False).stdout.strip()
    return bool(state) and not state.startswith("Z")

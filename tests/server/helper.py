"""A helper that runs as users run it: ``linkwell serve`` as a process of its own on a free port."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import requests

START_SECONDS = 30
ROOT = Path(__file__).resolve().parents[2]
NAVIGATION = {
    "User-Agent": "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Dest": "document",
}
IMESSAGE = {
    "User-Agent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 "
    "facebookexternalhit/1.1 Facebot Twitterbot/1.0"
}


@dataclass
class Helper:
    """A running helper."""

    port: int
    data_dir: Path
    process: "subprocess.Popen[str]"

    @cached_property
    def agent(self) -> str:
        """A token of scope agent."""
        return self.run("token", "new", "--scope", "agent").stdout.strip()

    @cached_property
    def admin(self) -> str:
        """A token of scope admin."""
        return self.run("token", "new", "--scope", "admin").stdout.strip()

    @property
    def address(self) -> str:
        """Its own address."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, json: Any = None, *, token: str | None = None, **more: Any) -> requests.Response:
        """Ask the API, as an admin unless another token is given."""
        headers = {"Authorization": f"Bearer {self.admin if token is None else token}"} | more.pop("headers", {})
        return requests.request(method, self.address + path, json=json, headers=headers, timeout=20, allow_redirects=False, **more)

    def visit(self, short_url: str, headers: Mapping[str, str | bytes] = NAVIGATION, method: str = "GET") -> requests.Response:
        """Open a tracked link as a recipient would: its host is named, this helper is asked."""
        _, _, rest = short_url.partition("://")
        host, _, path = rest.partition("/")
        return requests.request(method, f"{self.address}/{path}", headers={"Host": host} | dict(headers), timeout=20, allow_redirects=False)

    def run(self, *arguments: str, text: str | None = None) -> "subprocess.CompletedProcess[str]":
        """Run a command on the same data."""
        return run_linkwell(self.data_dir, *arguments, text=text)


def run_linkwell(data_dir: Path, *arguments: str, text: str | None = None) -> "subprocess.CompletedProcess[str]":
    """Run ``linkwell`` to its end."""
    command = [sys.executable, "-m", "linkwell", *arguments]
    return subprocess.run(
        command, env=environment(data_dir), input=text, capture_output=True, text=True, timeout=60, check=False, encoding="utf-8"
    )


def environment(data_dir: Path) -> dict[str, str]:
    """Return an environment in which nothing of the user's own is touched."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LINKWELL_")}
    return kept | {"LINKWELL_DATA_DIR": str(data_dir), "PYTHONPATH": str(ROOT / "server"), "PYTHONUTF8": "1"}


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(true: Callable[[], Any], what: str, seconds: float = 20) -> Any:
    """Return the first thing that counts as true; fail with ``what`` was waited for after ``seconds``."""
    end = time.monotonic() + seconds
    while True:
        value = true()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain for {what}")
        threading.Event().wait(0.02)  # other processes run meanwhile


@contextmanager
def start_helper(data_dir: Path, *flags: str, port: int | None = None) -> Iterator[Helper]:
    """Run a helper for the time of the block."""
    port = port or free_port()
    command = [sys.executable, "-m", "linkwell", "serve", "--port", str(port), *flags]
    log = (data_dir / "serve.log").open("w", encoding="utf-8")
    process = subprocess.Popen(command, env=environment(data_dir), stdout=log, stderr=subprocess.STDOUT, text=True)
    running = Helper(port, data_dir, process)
    try:
        wait_until(lambda: answers(running) or process.poll() is not None, "the helper to answer", START_SECONDS)
        assert process.poll() is None, (data_dir / "serve.log").read_text(encoding="utf-8")
        yield running
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def answers(helper: Helper) -> bool:
    """Tell whether the helper answers."""
    try:
        return requests.get(f"{helper.address}/v1/health", timeout=5).status_code == 200
    except requests.ConnectionError:
        return False

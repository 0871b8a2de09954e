"""A real helper on this machine, as a person starts it: stopped and started again on the same address."""

import os
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

SERVER = Path(__file__).parents[2] / "server"
PATIENCE = 30


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Helper:
    """``linkwell serve`` with everything it keeps in a folder of its own."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def run(self, *words: str) -> str:
        """Run another of its commands and return what it prints."""
        return subprocess.run(self._command(*words), env=self._environment(), capture_output=True, text=True, check=True).stdout.strip()

    def start(self) -> None:
        """Start it and wait until it answers."""
        if self.process:
            return
        command = self._command("serve", "--port", str(self.port))
        self.process = subprocess.Popen(command, env=self._environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert self.process.stdout
        said: list[str] = []
        for line in self.process.stdout:
            said.append(line)
            if "listens on" in line:
                break
        while not self._answers():
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=0.05)
                raise AssertionError("".join(said))

    def stop(self) -> None:
        """Stop it and wait until it is gone."""
        if not self.process:
            return
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE)
        self.process = None

    def _answers(self) -> bool:
        with suppress(OSError), urlopen(f"{self.address}/v1/health", timeout=PATIENCE) as answer:
            return bool(answer.status == 200)
        return False

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "linkwell", *words]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(SERVER), "LINKWELL_DATA_DIR": str(self.folder), "LINKWELL_TRACKING_DOMAIN": "go.acme.com"}

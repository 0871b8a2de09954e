"""A helper with an approved domain, as a person starts it: stopped and started again on the same address."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.server.helper import free_port, run_linkwell, start_helper

APPROVED = ("--tracking-domain", "go.acme.com")


@dataclass
class Helper:
    """``linkwell serve`` with everything it keeps in a folder of its own."""

    folder: Path
    port: int = field(default_factory=free_port)
    flags: tuple[str, ...] = APPROVED
    running: ExitStack | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def run(self, *words: str) -> str:
        """Run another of its commands and return what it prints."""
        return run_linkwell(self.folder, *words).stdout.strip()

    def start(self) -> None:
        """Start it and wait until it answers."""
        if self.running is None:
            self.running = ExitStack()
            self.running.enter_context(start_helper(self.folder, *self.flags, port=self.port))

    def stop(self) -> None:
        """Stop it and wait until it is gone."""
        if self.running is not None:
            self.running.close()
            self.running = None

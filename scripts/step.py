"""Runs one long step of the set-up: shows that it goes on, and its last lines with a remedy where it fails."""

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

LAST_LINES = 12


class SetupError(SystemExit):
    """The set-up cannot go on; uncaught, it prints its message and ends the program with 1."""


def run(
    title: str,
    command: Sequence[str | Path],
    *,
    remedy: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    counting: tuple[str, ...] = (),
    total: int = 0,
) -> None:
    """Run ``command`` to its end, or raise SetupError with its last lines and ``remedy``.

    On a terminal the lines that begin with one of ``counting`` are counted against ``total``.
    """
    started = time.monotonic()
    live = sys.stderr.isatty()
    last: deque[str] = deque(maxlen=LAST_LINES)
    count = 0
    _say(f"{title} …", "" if live else "\n")
    try:
        with subprocess.Popen(
            command,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                last.append(line.rstrip())
                if live and line.startswith(counting):
                    count += 1
                    _say(f"\r{title} … {count} of {total}", "")
    except KeyboardInterrupt:
        raise SetupError(f"\n{title} was interrupted. The next run begins it anew.") from None
    except OSError as error:
        raise SetupError(f"\n{title} failed: {command[0]} cannot be run: {error}\n{remedy}") from error
    if process.returncode:
        shown = "\n".join(f"  | {line}" for line in last)
        raise SetupError(f"\n{title} failed ({process.returncode}). It said:\n{shown}\n{remedy}")
    took = f"done in {time.monotonic() - started:.0f} s"
    _say(f"\r{title} … {took}        " if live else f"  {took}", "\n")


def hand_over(command: Sequence[str | Path]) -> int:
    """Become ``command``, so that signals and the exit code are its own; Windows cannot, so wait for it there."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], [os.fspath(part) for part in command])
    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # it heard the same, and ends in its own way


def _say(text: str, end: str) -> None:
    print(text, end=end, file=sys.stderr, flush=True)

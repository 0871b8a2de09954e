"""Starts Linkwell and says what to do next; with --once, shows the whole journey of a message and ends. Runs inside the environment."""

import io
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parents[1]
MESSAGE = "Hi Dana, the sale ends tonight: htps://acme.com/sale?utm_source=text?utm_campaign=spring."
START_SECONDS = 60
VISITORS = {
    "preview": {"User-Agent": "Mozilla/5.0 (Macintosh) AppleWebKit/601.2.4 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0"},
    "tap": {
        "User-Agent": "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Dest": "document",
    },
}


@dataclass(frozen=True)
class Helper:
    """The helper that this script started."""

    address: str
    process: "subprocess.Popen[bytes]"


def main(arguments: list[str]) -> int:
    """Show the journey once, or start the helper and stay; arguments but --once go to ``linkwell serve``."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every terminal has every character
    if "--once" not in arguments:
        return stay(arguments)
    with tempfile.TemporaryDirectory(prefix="linkwell-", ignore_cleanup_errors=True) as folder:
        os.environ["LINKWELL_DATA_DIR"] = folder  # what a demonstration mints is not kept
        return once([argument for argument in arguments if argument != "--once"])


def stay(arguments: list[str]) -> int:
    """Run the helper until Ctrl+C, and hand out pairing codes meanwhile."""
    with running(arguments) as helper:
        show_review()
        say("What to do next")
        print(
            f"""  1. Open chrome://extensions, switch on "Developer mode", press "Load unpacked" and choose
     {ROOT / "extension"}
  2. Open the extension's options and type this pairing code: {pairing_code()}
  3. Open the demo inbox, click the Linkwell icon and switch it on for this site:
     {helper.address}/demo

Linkwell runs at {helper.address}. Enter gives a new pairing code (each is good for two minutes), Ctrl+C stops.""",
            flush=True,
        )
        if sys.stdin is not None and sys.stdin.isatty():
            threading.Thread(target=hand_out_codes, daemon=True).start()
        try:
            return helper.process.wait()
        except KeyboardInterrupt:
            return 0


def hand_out_codes() -> None:
    """Print a new pairing code for every Enter."""
    for _ in sys.stdin:
        print(f"Pairing code: {pairing_code()}", flush=True)


def once(arguments: list[str]) -> int:
    """Go the whole way of one message without a browser; return 0 where every step did what it should."""
    with running(arguments or ["--port", str(free_port())]) as helper:
        token = linkwell("token", "new").strip()
        show_review()
        say("Fixed: the findings' edits, nothing else")
        review = ask(helper, token, "reviews", {"text": MESSAGE})
        text = MESSAGE
        for edit in reversed([one["edit"] for one in review["findings"] if one["edit"] and one["severity"] in {"block", "warn"}]):
            text = text[: edit["span"]["start"]] + edit["text"] + text[edit["span"]["end"] :]
        print(f"  {text}")

        say("Tracked: one link, the rest as it was")
        rewritten = ask(helper, token, "rewrites", {"text": text, "contact": "dana"})
        [link] = rewritten["tracked_links"]
        print(f"  {rewritten['text']}\n  {rewritten['notice']}")

        say("Opened: a preview by the phone, then a tap")
        opened = [(who, requests.get(link["short_url"], headers=sent, allow_redirects=False, timeout=10)) for who, sent in VISITORS.items()]
        for who, answer in opened:
            print(f"  {who:8} GET {link['short_url']} → {answer.status_code} {answer.headers.get('Location')}")

        say("Counted")
        found = requests.get(f"{helper.address}/v1/links/{link['slug']}", headers={"Authorization": f"Bearer {token}"}, timeout=10).json()
        visits, clicks, previews = found["visits"], found["clicks"]["human"], found["by_category"]["preview"]
        print(f"  {visits} visits recorded: {clicks} click of a person, {previews} preview that is not counted")
    redirected = all((answer.status_code, answer.headers.get("Location")) == (302, link["destination"]) for _, answer in opened)
    works = review["verdict"] == "block" and redirected and (visits, clicks, previews) == (2, 1, 1)
    print("\nThe whole journey works." if works else "\nSomething is not as it should be: see the figures above.")
    return 0 if works else 1


@contextmanager
def running(arguments: list[str]) -> Iterator[Helper]:
    """Run ``linkwell serve`` for the time of the block."""
    process = subprocess.Popen([sys.executable, "-m", "linkwell", "serve", "--quiet", *arguments])
    try:
        yield Helper(wait_for_address(process), process)
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


def wait_for_address(process: "subprocess.Popen[bytes]") -> str:
    """Return the address at which the helper answers; end where it ended itself (it said why)."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            sys.exit(process.returncode or 1)
        try:
            written = json.loads(linkwell_folder().joinpath("helper.json").read_text(encoding="utf-8"))
            if written["pid"] == process.pid and requests.get(f"{written['address']}/v1/health", timeout=5).ok:
                return str(written["address"])
        except (OSError, ValueError, requests.ConnectionError):
            pass  # not there yet
        time.sleep(0.05)
    sys.exit(f"Linkwell did not answer within {START_SECONDS} seconds.")


def linkwell_folder() -> Path:
    """Return where the helper keeps its things."""
    from linkwell.settings import load

    return load().data_dir


def show_review() -> None:
    """Print what an agent would be told of a bad message."""
    say("Reviewed: what an agent types, and what Linkwell says before it is sent")
    print(linkwell("review", MESSAGE), end="", flush=True)


def pairing_code() -> str:
    """Return a new pairing code for an admin's browser."""
    return linkwell("pair", "--scope", "admin").strip()


def linkwell(*arguments: str) -> str:
    """Run a command of the command line and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "linkwell", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    if done.returncode not in {0, 1, 2}:
        sys.exit(done.stderr)
    return done.stdout


def ask(helper: Helper, token: str, what: str, body: dict[str, Any]) -> dict[str, Any]:
    """Ask the helper's API."""
    answer = requests.post(f"{helper.address}/v1/{what}", json=body, headers={"Authorization": f"Bearer {token}"}, timeout=10)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def say(heading: str) -> None:
    """Print a heading."""
    print(f"\n{heading}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Sets everything up that the tests need and runs them all; every argument goes to pytest: scripts/test.py -k name."""

import os
import sys

if sys.hexversion < 0x030B0000:
    sys.exit(f"Linkwell needs Python 3.11 or newer, and this one is {sys.version.split()[0]}. Try: python3.11 {sys.argv[0]}")

import browser
import node
from environment import ROOT, Environment
from step import hand_over

SIDE_BY_SIDE = ("--numprocesses=3", "--dist=worksteal", "--max-worker-restart=0")
"""Most tests wait for a browser or for another process: three at once suit two cores. ``-n0`` runs them one after the other."""


def main() -> int:
    """Set up, then hand over to pytest."""
    environment = Environment()
    python = environment.ensure("dev")
    found = node.find_node(environment)
    node.ensure_packages(found)
    os.environ["LINKWELL_NODE"] = str(found.program)
    chromium = browser.ensure_browser(environment)
    if chromium is not None:
        os.environ[browser.VARIABLE] = str(chromium)
    os.chdir(ROOT)
    return hand_over([python, "-m", "pytest", *SIDE_BY_SIDE, *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())

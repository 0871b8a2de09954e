#!/usr/bin/env python3
"""Sets Linkwell up and starts it, and says what to do next; with --once, shows the whole journey of a message and ends."""

import sys

if sys.hexversion < 0x030B0000:
    sys.exit(f"Linkwell needs Python 3.11 or newer, and this one is {sys.version.split()[0]}. Try: python3.11 {sys.argv[0]}")

from environment import ROOT, Environment
from step import hand_over


def main() -> int:
    """Set up, then hand over to scripts/journey.py with every argument."""
    python = Environment().ensure("run")
    return hand_over([python, ROOT / "scripts" / "journey.py", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())

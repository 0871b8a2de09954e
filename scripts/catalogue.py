#!/usr/bin/env python3
"""Writes docs/catalogue.md from the checks themselves; with --check it only tells whether the page is up to date."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent

if TYPE_CHECKING:
    from linkwell.model.finding import Check

PAGE = ROOT / "docs" / "catalogue.md"
GROUPS = {
    "format": "How a link is written",
    "parameters": "What a link carries",
    "domains": "Whose address a link is",
    "messages": "The message as a whole",
}
OPENING = """# What Linkwell checks

Made by `scripts/catalogue.py` from the files in `server/linkwell/checks/`: they hold the rules, this text, and the
examples that run as tests. **block** holds the send, **warn** is worth a look, **info** and **hint** are good to know.
✎ offers an edit that one click applies; * marks what a team's policy cannot lower below warn.
How to add one: [add-a-check.md](add-a-check.md).
"""


def main(arguments: list[str]) -> int:
    """Write the page, or compare it; return 0 where all is well."""
    sys.path.insert(0, str(ROOT / "server"))
    from linkwell.checks import ALL

    page = catalogue(ALL)
    if arguments == ["--check"]:
        if PAGE.is_file() and PAGE.read_text("utf-8") == page:
            return 0
        print("docs/catalogue.md is not what the checks say. Run: python3 scripts/catalogue.py")
        return 1
    PAGE.write_text(page, "utf-8")
    print(f"docs/catalogue.md: {len(ALL)} checks")
    return 0


def catalogue(checks: "tuple[Check, ...]") -> str:
    """Return the page."""
    parts = [OPENING]
    for group, heading in GROUPS.items():
        here = [check for check in checks if check.find.__module__.split(".")[2] == group]
        parts += [f"## {heading}\n", "| code | severity | says |\n| --- | --- | --- |"]
        parts += [f"| [{check.code}](#{check.code}) | {mark(check)} | {check.title} |" for check in here]
        parts += ["", *(entry(check) for check in here)]
    return "\n".join(parts)


def mark(check: "Check") -> str:
    """Return the severity with its marks."""
    return f"{check.severity}{'*' if check.locked else ''}{' ✎' if check.edits else ''}"


def entry(check: "Check") -> str:
    """Return the part of the page that tells of one check."""
    source = f" ([source]({check.source}))" if check.source else ""
    lines = [f"### {check.code}\n", f"**{check.title}.** {check.why}{source}\n", f"{check.fix}\n", "| found in | not in |", "| --- | --- |"]
    places = range(max(len(check.bad), len(check.good)))
    return "\n".join([*lines, *(f"| {example(check.bad, place)} | {example(check.good, place)} |" for place in places), ""])


def example(texts: tuple[str, ...], place: int) -> str:
    """Return one example as code, unseen characters spelled out."""
    if place >= len(texts):
        return ""
    shown = "".join(c if c.isprintable() else f"‹U+{ord(c):04X}›" for c in texts[place]).replace("|", "\\|")
    return f"`{shown if len(shown) <= 80 else shown[:40] + '…' + shown[-20:]}`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

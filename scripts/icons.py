#!/usr/bin/env python3
"""Draws extension/icons/*.png from the SVGs beside them, in the browser that shows them. Run it after a change to an SVG."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from browser import find_browser
from environment import ROOT

ICONS = ROOT / "extension" / "icons"
DRAWINGS = {16: "icon-small.svg", 32: "icon.svg", 48: "icon.svg", 128: "icon.svg"}
# The Chrome Web Store asks for air around the largest one.
MARGINS = {128: 16}


def draw() -> None:
    """Write every size."""
    program = find_browser()
    if program is None:
        sys.exit("No Chromium or Chrome was found to draw with.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for size, drawing in DRAWINGS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(_document(ICONS / drawing, size - 2 * MARGINS.get(size, 0)))
            page.screenshot(path=ICONS / f"{size}.png", omit_background=True)
        browser.close()


def _document(drawing: Path, side: int) -> str:
    return (
        "<style>html,body{margin:0;height:100%;display:grid;place-items:center}"
        f"svg{{width:{side}px;height:{side}px}}</style>{drawing.read_text(encoding='utf-8')}"
    )


if __name__ == "__main__":
    draw()

"""Sec-Fetch headers: a browser says whether somebody went to a page. Scripts cannot set them.

Source: https://www.w3.org/TR/fetch-metadata/
"""

import re
from typing import Final

from linkwell.model.visit import Category, Visit
from linkwell.signals.clue import Clue

# First versions that send the headers to every page.
SINCE: Final = ((re.compile(r"Chrome/(\d+)"), 80), (re.compile(r"Firefox/(\d+)"), 90), (re.compile(r"Version/(\d+)[\d.]* .*Safari/"), 17))


def read(visit: Visit) -> Clue | None:
    """Decide ``human`` for a navigation to a page, ``unknown`` for everything else."""
    mode, dest = visit.headers.get("sec-fetch-mode"), visit.headers.get("sec-fetch-dest")
    if mode == "navigate" and dest == "document":
        return Clue("somebody went to the page in a browser", Category.HUMAN)
    if mode or dest:
        return Clue(f"loaded as part of another page ({mode or '-'}, {dest or '-'})", Category.UNKNOWN)
    if visit.scheme == "https" and _sends_them(visit.user_agent):
        return Clue("suspect: a browser of today would say how it came", Category.UNKNOWN)
    return Clue("an older browser, or one that does not say how it came", Category.UNKNOWN)


def _sends_them(agent: str) -> bool:
    return any((found := pattern.search(agent)) is not None and int(found[1]) >= since for pattern, since in SINCE)

"""Any method but GET: nobody opens a page that way, so it is never a click."""

from linkwell.model.visit import Category, Visit
from linkwell.signals.clue import Clue


def read(visit: Visit) -> Clue | None:
    """Decide ``scanner`` for HEAD, POST and their like."""
    return None if visit.method == "GET" else Clue(f"{visit.method} opens no page", Category.SCANNER)

"""What a visit is taken for: the first decisive signal names the category, and every signal is kept as a reason."""

from linkwell.model.visit import Category, Classified, Visit
from linkwell.signals import fetch_metadata, method, prefetch, preview, user_agent
from linkwell.signals.clue import Clue, Signal

RULESET = 1  # raise it with every change that may give a visit another category

ALL: tuple[Signal, ...] = (method.read, prefetch.read, preview.read, user_agent.read, fetch_metadata.read)


def classify(visit: Visit) -> Classified:
    """Return the category of a visit under this version of the rules."""
    clues: list[Clue] = [clue for read in ALL if (clue := read(visit)) is not None]
    category = next((clue.category for clue in clues if clue.category is not None), Category.UNKNOWN)
    return Classified(category, tuple(clue.reason for clue in clues), RULESET)

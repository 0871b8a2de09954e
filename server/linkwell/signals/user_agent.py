"""A user agent that is missing or has no browser's shape; it decides nothing bad: odd phones are people too."""

from typing import Final

from linkwell.model.visit import Category, Visit
from linkwell.signals.clue import Clue

BROWSER_SHAPE: Final = "Mozilla/"  # what every browser in use begins with


def read(visit: Visit) -> Clue | None:
    """Decide ``unknown`` where no browser names itself."""
    if not visit.user_agent:
        return Clue("no user agent", Category.UNKNOWN)
    if not visit.user_agent.startswith(BROWSER_SHAPE):
        return Clue("the user agent is not of a browser's shape", Category.UNKNOWN)
    return None

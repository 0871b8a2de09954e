"""Programs that fetch a link to draw its preview beside the message.

Source: the user agents that the messengers send, read from their own requests and vendors' documentation.
"""

import re
from typing import Final

from linkwell.model.visit import Category, Visit
from linkwell.signals.clue import Clue

# Name, and what only that program's user agent holds. iMessage borrows the names of two other fetchers at once.
AGENTS: Final = (
    ("iMessage", r"facebookexternalhit/\S+ Facebot Twitterbot/"),
    ("Google Messages", r"GoogleMessages|Google-PageRenderer"),
    ("Line", r"line-poker/"),
    ("Facebook", r"facebookexternalhit|facebookcatalog|meta-externalfetcher"),
    ("WhatsApp and Signal", r"^WhatsApp/"),
    ("Telegram", r"TelegramBot"),
    ("Slack", r"Slackbot|Slack-ImgProxy"),
    ("Teams and Skype", r"SkypeUriPreview|MicrosoftPreview"),
    ("Discord", r"Discordbot"),
    ("Viber", r"^Viber"),
    ("Twitter", r"Twitterbot/"),
    ("LinkedIn", r"LinkedInBot/"),
)
_ANY: Final = re.compile("|".join(pattern for _, pattern in AGENTS))
_EACH: Final = tuple((name, re.compile(pattern)) for name, pattern in AGENTS)


def read(visit: Visit) -> Clue | None:
    """Decide ``preview`` for the fetchers that are known."""
    agent = visit.user_agent
    if not _ANY.search(agent):
        return None
    name = next(name for name, pattern in _EACH if pattern.search(agent))
    return Clue(f"preview fetched by {name}", Category.PREVIEW)

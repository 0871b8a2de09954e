"""Wording: which of a message's links its words are about."""

from linkwell.model.message import LinkKind, Message


def first_web_link(message: Message) -> int | None:
    """Return the index of the first link that opens a web page; telephone numbers, e-mail addresses and apps do not."""
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.OTHER:
            return index
    return None


def link_beside(message: Message, position: int) -> int | None:
    """Return the index of the first web link behind a place in the text, or else of the last one before it."""
    before = None
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.OTHER:
            if link.span.start >= position:
                return index
            before = index
    return before

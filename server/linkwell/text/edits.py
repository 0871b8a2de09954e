"""Edits: replace parts of a text and leave every other character as it was."""

from collections.abc import Iterable

from linkwell.model.errors import InvalidInput
from linkwell.model.finding import Edit


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with every edit made; refuse edits that overlap, insert at one place, or lie outside of it."""
    pieces: list[str] = []
    end = len(text)
    before: Edit | None = None
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        if edit.span.end > end or (before is not None and edit.span == before.span and not len(edit.span)):
            raise InvalidInput(
                f"the edit at {edit.span.start} reaches past the end of the text"
                if before is None
                else f"the edits at {edit.span.start} and {before.span.start} overlap"
            )
        pieces += text[edit.span.end : end], edit.text
        end, before = edit.span.start, edit
    pieces.append(text[:end])
    return "".join(reversed(pieces))

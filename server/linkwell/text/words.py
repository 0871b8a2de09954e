"""Words: what may be the end of one sentence and the beginning of the next, as easily as a host without a scheme."""

from typing import Final

# Suffixes that are everyday words, and those that names of files and products end with.
_WORDS: Final = frozenset("am as at be by do go he id im in is it me my name net no of pm so st to us we".split())


def may_be_words(written: str) -> bool:
    """Tell whether ``written`` reads as two words whose space is missing: ``dog.is``, ``file.name``; a path or ``www.`` settles it."""
    first, dot, last = written.rpartition(".")
    return bool(dot) and last.lower() in _WORDS and not first.lower().startswith(("www.", "http")) and "/" not in written

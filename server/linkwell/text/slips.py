"""Slips: how many letters were typed too much, too little, wrong or in the wrong order."""

from linkwell.text.suffix import one_slip


def variants(word: str) -> frozenset[str]:
    """Return the word, and the word without each of its letters: two words that are one slip apart share one of them."""
    return frozenset({word, *(word[:place] + word[place + 1 :] for place in range(len(word)))})


def near(written: str, meant: str, slips: int) -> bool:
    """Tell whether at most one or two slips make ``written`` of ``meant``."""
    if one_slip(written, meant):
        return True
    if slips < 2 or abs(len(written) - len(meant)) > 2:
        return False
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    one, other = written[start:], meant[start:]
    mended = (one[1:], other[1:]), (one, other[1:]), (one[1:], other), (one[2:], other[2:]) if one[:2] == other[1::-1] else (one, other)
    return any(one_slip(left, right) for left, right in mended)

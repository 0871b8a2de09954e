#!/usr/bin/env python3
"""Reviews of texts made to be slow, per character against ordinary texts in the same run; --json PATH keeps the figures."""

import math
import statistics
import sys
from functools import partial

from measure import best, keep, ordinary_texts, reviewer

LENGTH = 1600
PIECES = (
    "a.", "a,b.", "a-", "a/", "-.", "..", "@", "a@", "a@a.", "#", "?", "?a=", "&", "&a=1", "%", "%A", "%25", "%2525", "=",
    ";", ":", "://", "http:", "htp", "https://", "https://a.com/(", "https://a.com/?a=1?", "https://a.com ", "http://a.b ",
    "www.", "www,", "wwww.", "bit.ly/a ", "go.acme.com/2", "acme.con ", "a .com ", "a. com ", "{{a}}", "{", "[", "[a](",
    "<a href=", "&amp;", "*|", "%%", "(", ")", "’a", "“", "—", "…", "é", "漢", "漢.", "。", "🎉", "👨\u200d👩\u200d👧", "\u200b",
    "\u200ba.com", "\u202e", "\xad", "\xa0", "\n", " \n", "A", "STOP ", "WIN ", "!!!", "$$$", "free ", "click here ",
    "verify your ", "your code is 1 ", "1.", "1.2.3.4 ", "0x7f.", "12:30 ", "+1 555 ", "user:pass@", "xn--", "xn--a.com ",
    "аpple.com ", "javascript:", "data:", "tel:", "utm_source=a&", "eyJ.", "mailto:a@b.c ", "a.com.a.com.", "a.com/a.com/",
    "''", '"', "`", "|", "\\", "\x00",
)  # fmt: skip


def main(arguments: list[str]) -> None:
    """Measure every piece repeated to ``LENGTH`` characters, print the worst, and how their time grows."""
    check = reviewer()
    texts = [text for text in ordinary_texts() if len(text) > 80]
    ordinary = statistics.median(best(partial(check, text), 20) / len(text) for text in texts)
    took = {piece: best(partial(check, grown(piece, LENGTH)), 3) for piece in PIECES}
    ranked = sorted(PIECES, key=lambda piece: took[piece], reverse=True)
    print(f"ordinary texts: {ordinary * 1e6:.2f} µs a character; texts of {LENGTH:,} characters made of:")
    figures: dict[str, float] = {}
    for piece in ranked[:8]:
        small, large = (best(partial(check, grown(piece, length)), 3) for length in (LENGTH // 10, LENGTH * 10))
        exponent = math.log10(large / small) / 2
        ratio = took[piece] / LENGTH / ordinary
        figures[repr(piece)] = ratio
        print(f"{piece!r:>24}: {took[piece] * 1000:5.1f} ms for {LENGTH:,} characters, {ratio:4.1f} x ordinary, exponent {exponent:.2f}")
    figures["worst_ms"] = took[ranked[0]] * 1000
    figures["worst_ratio"] = took[ranked[0]] / LENGTH / ordinary
    print(f"worst: {figures['worst_ms']:.1f} ms, {figures['worst_ratio']:.1f} x an ordinary text per character (goal 3)")
    keep(figures, arguments)


def grown(piece: str, length: int) -> str:
    """Return the piece, repeated to a length."""
    return (piece * (length // len(piece) + 1))[:length]


if __name__ == "__main__":
    main(sys.argv[1:])

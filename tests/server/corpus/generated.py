"""Ordinary business texts without end, from a seed: sentences of many trades with names, times, prices, numbers and links filled in."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
SENTENCES: Final = (HERE / "sentences.txt").read_text("utf-8").splitlines()[4:]
LINES: Final = (HERE / "fillers.txt").read_text("utf-8").splitlines()[4:]
FILLERS: Final = {kind: values for kind, *values in (line.split("|") for line in LINES)}
CODE: Final = " code: "  # a one-time code is sent with no other sentence
LONG: Final = re.compile(r"https://\S{71}")
JOINED: Final = re.compile(r"(?<= [a-z]{3})\. (?=[A-Z][a-z])")


def ordinary(count: int, seed: int) -> Iterator[str]:
    """Yield ``count`` texts of at most 300 characters and two links of under 80, the same ones for the same seed."""
    draw = random.Random(seed)
    harmless = [each for each in SENTENCES if CODE not in each]
    while count:
        body = draw.choice(SENTENCES)
        if CODE not in body and draw.random() < 0.35:
            body += " " + draw.choice(harmless)
        text = filled(draw.choice(FILLERS["greeting"]) + body + draw.choice(FILLERS["ending"]), draw).replace("\\n", "\n")
        if draw.random() < 0.1:
            text = JOINED.sub(".", text)
        if draw.random() < 0.1 and "://" not in text:
            text = text.lower()
        if len(text) <= 300 and text.count("://") <= 2 and not LONG.search(text):
            count -= 1
            yield text


def filled(template: str, draw: random.Random) -> str:
    """Fill every gap of a template, each with a draw of its own; only the brand and its host stay the same."""
    brand, host = draw.choice(FILLERS["brand"]).split("=")
    special: dict[str, Callable[[], str]] = {
        "brand": lambda: brand,
        "bare": lambda: draw.choice(("", "www.")) + host,
        "mail": lambda: f"{draw.choice(FILLERS['mail'])}@{host}",
        "link": lambda: f"https://{draw.choice(('', 'www.', 'my.', 'book.'))}{host}{gaps(draw.choice(FILLERS['path']))}",
        "n": lambda: str(draw.randrange(10 ** draw.randint(3, 9), 10**10)),
        "d": lambda: str(draw.randint(2, 99)),
        "a": lambda: "".join(draw.choices("ABCDEFGHKLMNPRSTXZ23456789", k=draw.randint(4, 9))),
    }

    def gaps(of: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda gap: special[gap[1]]() if gap[1] in special else draw.choice(FILLERS[gap[1]]), of)

    return gaps(template)

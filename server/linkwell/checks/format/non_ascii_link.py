"""non-ascii-link: the link has letters in it that not every phone makes part of a link."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final
from urllib.parse import quote

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import FaultKind, LinkKind, Message
from linkwell.model.span import Span
from linkwell.text.invisible import INVISIBLE
from linkwell.text.parts import parts
from linkwell.text.segments import OUTSIDE_GSM

MOST: Final = 40  # parts of one link that are told of at once

_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_PIECE = re.compile(r"[^\x00-\x7f](?:[^?&#]*[^\x00-\x7f?&#])?")  # from its first letter to its last
_ENCODED = re.compile(r"%[89A-Fa-f][0-9A-Fa-f]")  # a byte of such a letter
_TOLD: Final = frozenset({FaultKind.HOST, FaultKind.SCHEME})  # faults that what is not ASCII there may be, as in "https：//acme.com"
_STUCK = re.compile(r"[^\x00-\x7f](?:[a-zA-Z]{2,9}(?:[:;：]|[/\\]{2})|[wW]{3,4}[.,])")  # another link begins there


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link that is not ASCII.

    Behind the host edits percent-encode what is not, in the path, each parameter and the fragment by itself, and nothing else.
    A host in letters of its own stays as it is written: its other form, which begins with ``xn--``, is only told, beside an edit or alone.
    Such a host goes without saying before letters that are encoded already: that is what the edits leave, and they settle it.
    """
    if message.text.isascii():
        return
    for index, link in enumerate(message.links):
        written = link.written
        if written.isascii() or link.url is None or link.kind is LinkKind.OTHER:
            continue
        if INVISIBLE.search(written) is not None or _STUCK.search(written) is not None:
            continue  # what nobody sees, and links that stick together, are other faults
        taken = parts(written)
        behind = written.index(taken.authority) + len(taken.authority) if taken.authority else 0
        what = "Many phones end the link there."
        if OUTSIDE_GSM.search(written) is not None:
            what += " It also lets only 70 characters into a segment instead of 160."
        own_letters = not taken.authority.isascii() and not any(fault.kind in _TOLD for fault in link.faults)
        pieces = list(islice(_PIECE.finditer(written, behind), MOST)) if not written[behind:].isascii() else []
        shown = f" They may show the address as {link.host}." if own_letters else ""
        for piece in pieces:
            span = Span(link.span.start + piece.start(), link.span.start + piece.end())
            edit = Edit(span, _FOREIGN.sub(lambda found: quote(found.group(), errors="replace"), piece.group()))
            detail = f"“{piece.group()[:20]}” is more than an address can hold. {what}{shown}"
            yield Finding(CHECK, span, detail=detail, link=index, edit=edit)
            shown = ""
        if own_letters and not pieces and _ENCODED.search(written, behind) is None:
            yield Finding(CHECK, link.span, detail=f"Phones and carriers may show it as {link.host}.", link=index)


CHECK = Check(
    code="non-ascii-link",
    severity=Severity.INFO,
    title="This link has letters beyond A to Z",
    why="Some phones end a link at the first such letter, others show its encoded form. Where the letter is not in the alphabet of text "
    "messages, the whole message is sent in one that needs twice the segments.",
    fix="Encode the letters behind the host, or link to an address without them.",
    bad=(
        "Menu: https://acme.com/café",
        "https://acme.com/меню?q=чай#цены",
        "https://acme.com/x?q=naïve+tea&b=1%20",
        "https://acme.com/#größe",
        "Shop: https://bücher.de/sale",
        "bücher.de hat geöffnet",
        "https://例え.jp/x",
        "https://例え.jp/予約",
        "acme.com/メニュー",
    ),
    good=(
        "Menü: https://acme.com/caf%C3%A9",
        "Größe: https://xn--bcher-kva.de/x",
        "https://bücher.de/b%C3%BCro",
        "Crème brûlée — heute!",
        "“https://acme.com/x”",
    ),
    source="https://datatracker.ietf.org/doc/html/rfc3987#section-3.1",
    edits=True,
    find=find,
)

"""markup-left-in: the link still stands in the code of a web page, a chat or an e-mail."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.span import Span
from linkwell.text.markup import Leftover, around, entities, equals_signs, escapes, fences, soft_breaks, tags

MOST: Final = 60  # pieces of markup that one message is told of; the rest comes back once they are mended


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for the markup around every link, and one for each piece of it in a link; elsewhere in the text it is a warning."""
    text = message.text
    if not _may_have_markup(text):
        return
    taken: list[Span] = []
    for piece in islice(_pieces(message), MOST):
        span = Span(piece.start, piece.end)
        if any(span.overlaps(other) for other in taken):
            continue
        taken.append(span)
        index = message.link_over(Span(max(0, piece.start - 1), piece.end))
        written = text[piece.start : piece.end].replace("\r", "").replace("\n", "⏎")
        shown = written if len(written) <= 60 else f"{written[:57]}…"
        detail = f"People would see “{shown}” as it stands here."
        severity = None if index is not None else Severity.WARN
        yield Finding(CHECK, span, detail=detail, link=index, edit=Edit(span, piece.text), severity_here=severity, title_here=_title(piece))


def _may_have_markup(text: str) -> bool:
    """Tell at a glance whether anything of it can stand in a text; most texts have none of these signs."""
    return (
        "&" in text or "<" in text or "](" in text or "=3" in text or "=\n" in text or "=\r" in text or ")[" in text or "**" in text
        or "`" in text or "\\" in text
        or ("[" in text and ("[u" in text or "[U" in text or "[l" in text or "[L" in text or "[i" in text))
    )  # fmt: skip


def _pieces(message: Message) -> Iterator[Leftover]:
    text = message.text
    for link in message.links:
        if (piece := around(text, link.span)) is not None:
            yield piece
        yield from fences(text, link.span)
        if "=3" in link.written and "?" in link.written:
            for piece in equals_signs(link.written):
                yield piece._replace(start=link.span.start + piece.start, end=link.span.start + piece.end)
    if "=\n" in text or "=\r" in text:
        yield from soft_breaks(text, [link.span for link in message.links])
    if "&" in text and ";" in text:
        yield from entities(text)
    if "<" in text:
        yield from tags(text)
    if "\\" in text:
        yield from escapes(text, [link.span for link in message.links])


def _title(piece: Leftover) -> str:
    return f"{piece.kind[0].upper()}{piece.kind[1:]} was left in"


CHECK = Check(
    code="markup-left-in",
    severity=Severity.BLOCK,
    title="Markup was left in",
    why="Text messages show code as it stands. People see brackets and tags, and the link takes some of them along, so it leads to a page "
    "that does not exist.",
    fix="Write the words and then the link, without any code.",
    bad=(
        "Read [our terms](https://acme.com/terms) first",
        "Read [https://acme.com/terms](https://acme.com/terms)",
        'Order <a href="https://acme.com/sale">here</a> today',
        "Order <A HREF='https://acme.com/sale' target='_blank'><b>here</b></A>",
        "Order: https://acme.com/x?a=1&amp;b=2&amp;c=3",
        "Order: https://acme.com/x?utm_source=3Dsms&utm_medium=3Dtext",
        "Order: https://acme.com/sa=\nle-today",
        "Order: https://acme.com/sale<br>See you",
        "Order: [url=https://acme.com/sale]here[/url]",
        "Order: [url]https://acme.com/sale[/url]",
        "Order: <https://acme.com/sale|here>",
        "Order: **https://acme.com/sale**",
        "Order: `https://acme.com/sale`",
        "Order: https://acme.com/x?a=1\\u0026b=2\\nThanks",
        "Oak &amp; Pine: https://acme.com/sale",
    ),
    good=(
        "Order: <https://acme.com/sale>",
        "[Acme] Order (https://acme.com/sale)",
        "Tour: https://acme.com/tour?view=3D",
        "Search: https://acme.com/?q=\nThanks, Sam",
        "I <3 Acme & Co; see https://acme.com/x?a=1&b=2",
        "Order at https://acme.com/a_(b)_c [today]",
        "*https://acme.com/sale* ends today",
        "if a<b and b>c: https://acme.com",
    ),
    source="https://www.w3.org/TR/html4/charset.html#h-5.3",
    edits=True,
    find=find,
)

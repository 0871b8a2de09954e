"""double-encoding: something was percent-encoded that was percent-encoded already."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.span import Span
from linkwell.text.query import parameters, path_place
from linkwell.text.signed import is_signed

# What people's tools encode: spaces and punctuation, and the first of the bytes of a letter that is not ASCII. "100%25off" is neither.
_TWICE = re.compile(
    r"%(?:25)+(?:2[0-9A-F]|3[A-F]|40|5[B-F]|60|7[B-E]|0[AD])|%(?:25)++[C-F][0-9A-F](?:%(?:25)++[89AB][0-9A-F])+", re.IGNORECASE
)
_LAYERS = re.compile(r"%(?:25)+(?=[0-9A-F]{2})", re.IGNORECASE)
# An address or a query of its own inside of it: in there the second layer is its own.
_INNER = re.compile(r"%(?:3A%2F%2F|2F|3F|3D|26)|://|=/", re.IGNORECASE)
_INNER_TWICE = re.compile(r"%253A%252F%252F", re.IGNORECASE)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every path and every parameter that is encoded twice, but not for an address inside of one."""
    for index, link in enumerate(message.links):
        if "%25" not in link.written or link.kind is LinkKind.OTHER or is_signed(link.written):
            continue
        for start, end in _pieces(link.written):
            piece = link.written[start:end]
            found = list(_TWICE.finditer(piece)) if "%25" in piece else []
            if not found or _INNER.search(piece):
                continue
            first, last = found[0].start(), found[-1].end()
            span = Span(link.span.start + start + first, link.span.start + start + last)
            text = _TWICE.sub(_one_less if _INNER_TWICE.search(piece) else _once, piece[first:last])
            detail = f"People would see “{found[0].group()}” where “{_once(found[0])}” was meant."
            yield Finding(CHECK, span, detail=detail, link=index, edit=Edit(span, text))


def _pieces(written: str) -> Iterator[tuple[int, int]]:
    """Yield where the path and each parameter stand."""
    start, end = path_place(written)
    if not _INNER_TWICE.search(written, start, end):  # a path that holds an address is encoded twice on purpose
        yield start, end
    for one in parameters(written):
        yield one.start, one.end


def _once(escape: re.Match[str]) -> str:
    return _LAYERS.sub("%", escape.group())


def _one_less(escape: re.Match[str]) -> str:
    """Take one layer off: the address inside keeps its own."""
    return _LAYERS.sub(lambda layers: layers.group()[:-2], escape.group())


CHECK = Check(
    code="double-encoding",
    severity=Severity.WARN,
    title="This link is encoded twice",
    why="Somebody's tool encoded an address that was encoded already. The page then gets “%20” instead of a space: searches find nothing, "
    "and reports show campaigns with broken names.",
    fix="Encode it once.",
    bad=(
        "https://acme.com/search?q=blue%2520shoes",
        "https://acme.com/x?utm_campaign=spring%2520sale",
        "https://acme.com/x?filter%255B0%255D=size",
        "https://acme.com/my%2520file.pdf",
        "https://acme.com/x?q=caf%25C3%25A9",
        "https://acme.com/x?q=a%252520b",
        "https://acme.com/login?next=https%253A%252F%252Facme.com%252Fcart",
        "https://acme.com/u?email=dana%2540acme.com",
    ),
    good=(
        "https://acme.com/search?q=blue%20shoes",
        "https://acme.com/login?next=https%3A%2F%2Facme.com%2F%3Fq%3Da%2520b",
        "https://acme.com/login?next=%2Fsearch%3Fq%3Da%2520b",
        "https://acme.com/x?off=20%25&title=100%25off",
        "https://acme.com/img/https%253A%252F%252Facme.com%252Fa.png",
        "https://acme.com/x#a%2520b",
    ),
    source="https://owasp.org/www-community/Double_Encoding",
    edits=True,
    find=find,
)

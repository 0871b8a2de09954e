"""invisible-character: something that nobody sees breaks the link."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Link, Message
from linkwell.model.span import Span
from linkwell.text.invisible import INVISIBLE, OVERRIDES, RUN

_NAMES = {
    "\u00a0": "no-break space", "\u2007": "figure space", "\u202f": "narrow no-break space", "\u00ad": "soft hyphen",
    "\u200b": "zero-width space", "\u200c": "zero-width non-joiner", "\u200d": "zero-width joiner", "\u2060": "word joiner",
    "\ufeff": "byte order mark", "\u200e": "left-to-right mark", "\u200f": "right-to-left mark",
}  # fmt: skip
_SPACES = frozenset("\u00a0\u2007\u202f")


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every run of unseen characters in or next to a link, and for direction overrides anywhere beside one."""
    text = message.text
    if not message.links or INVISIBLE.search(text) is None:
        return
    told: set[int] = set()
    for index, link in enumerate(message.links):
        for run in RUN.finditer(text, _before(text, link.span.start), _after(text, link.span.end)):
            if run.start() not in told:
                told.add(run.start())
                stuck = text[run.start() - 1 : run.start()].isalnum() and text[run.end() : run.end() + 1].isalnum()
                yield _finding(run.group(), run.start(), index, link, apart=stuck)
    for override in OVERRIDES.finditer(text):
        if override.start() not in told:
            yield _finding(override.group(), override.start(), None, None)


def _finding(written: str, start: int, index: int | None, link: Link | None, *, apart: bool = False) -> Finding:
    """Tell of a run of them; ``apart`` tells that letters stand on both sides of it, which need a space if one of them is the link's."""
    inside = link is not None and link.span.start < start < link.span.end
    space = not inside and (apart or any(character in _SPACES for character in written))
    name = _NAMES.get(written[0], f"character U+{ord(written[0]):04X}")
    where = "inside" if inside else "next to"
    span = Span(start, start + len(written))
    detail = "With it Android shows no link in the whole message."
    if link is not None:
        detail = f"A {name} stands {where} {link.url or link.written}. Phones end the link there, or open another page."
    edit = Edit(span, " " if space else "")
    return Finding(CHECK, span, detail=detail, link=index, edit=edit, title_here=f"An invisible {name} is in the way")


def _before(text: str, start: int) -> int:
    while start and INVISIBLE.match(text[start - 1]):
        start -= 1
    return start


def _after(text: str, end: int) -> int:
    while end < len(text) and INVISIBLE.match(text[end]):
        end += 1
    return end


CHECK = Check(
    code="invisible-character",
    severity=Severity.BLOCK,
    title="An invisible character is in the way",
    why="Text copied from documents and web pages carries characters that nobody sees. In a link they lead to another page or to none, and "
    "some of them make Android show no link in the whole message.",
    fix="Take it out.",
    bad=(
        "https://acme\u200b.com/sale",
        "https://acme.com/sa\u00adle",
        "\ufeffhttps://acme.com/sale",
        "https://acme.com/sale\u200b today",
        "https://acme.com/sale\u00a0today",
        "Order:\u00a0https://acme.com/sale",
        "https://\u00a0acme.com/sale",
        "\u202aHello\u202c, order at https://acme.com/sale",
    ),
    good=(
        "https://acme.com/sale today",
        "10\u00a0am at https://acme.com/sale",
        "We are a family 👨\u200d👩\u200d👧 at https://acme.com/sale",
        "\u202aHello\u202c without a link",
        "می\u200cخواهم https://acme.com/sale",
    ),
    source="https://android.googlesource.com/platform/frameworks/base/+/main/core/java/android/text/util/Linkify.java",
    edits=True,
    find=find,
)

"""broken-query: what is tacked on behind the question mark falls apart."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.span import Span
from linkwell.text.signed import is_signed

MOST: Final = 40  # faults of one link that are told of at once

_MARKS = frozenset("?&%#")
_KEY = r"(?=[\w.\-\[\]]+=)"
_JOIN = re.compile(rf"(?<![?&])[?&]++{_KEY}")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_OLD_ESCAPE = re.compile(r"%u[0-9A-Fa-f]{4}")
_ADDRESS = re.compile(r"=/|://|%2F|=[\w.\-]+\.[a-z]{2,24}/", re.IGNORECASE)
_TAGS = re.compile(r"(?:^|(?<![?&])[?&]++)(?=utm_\w+=)")

_Fault = tuple[int, int, str | None, str, str, Severity]


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every place where a query is joined wrongly, badly escaped, or behind the fragment.

    A signed link gets no edit: what was added to it has to go, and only its owner knows what that is.
    """
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.OTHER or _MARKS.isdisjoint(link.written):
            continue
        for start, end, text, title, detail, severity in islice(_faults(link.written), MOST):
            span = Span(link.span.start + start, link.span.start + end)
            edit = Edit(span, text) if text is not None and not is_signed(link.written) else None
            yield Finding(CHECK, span, detail=detail, link=index, edit=edit, severity_here=severity, title_here=title)


def _faults(written: str) -> Iterator[_Fault]:
    head, hash_mark, fragment = written.partition("#")
    query = head.find("?")
    joins = list(_unasked(head) if query < 0 else _joins(head, query))
    yield from joins
    if "%" in head:
        for escape in _BAD_ESCAPE.finditer(head):
            text = None if _OLD_ESCAPE.match(head, escape.start()) else "%25"
            title = "A percent sign stands alone"
            yield escape.start(), escape.end(), text, title, "Many servers answer such an address with an error.", Severity.WARN
    if hash_mark and fragment[:1] not in {"/", "!"}:
        tags = _TAGS.search(fragment)
        if tags is not None:
            anchor = f"#{fragment[: tags.start()]}" if tags.start() else ""
            moved = fragment[tags.end() :]
            text = f"{'&' if query >= 0 or joins else '?'}{_mended(moved)}{anchor}" if "#" not in moved else None
            detail = "What follows # never reaches the server, so this campaign would count nobody."
            yield len(head), len(written), text, "The campaign tags stand behind the #", detail, Severity.BLOCK


def _mended(tags: str) -> str:
    return _JOIN.sub("&", _BAD_ESCAPE.sub("%25", tags))


def _unasked(head: str) -> Iterator[_Fault]:
    join = _JOIN.search(head)
    if join is not None and "=" not in head[: join.start()]:
        detail = "Without it the rest belongs to the page's name, and that page does not exist."
        yield join.start(), join.end(), "?", "The question mark is missing", detail, Severity.WARN
        yield from (fault for fault in _joins(head, join.start()) if fault[0] != join.start())


def _joins(head: str, query: int) -> Iterator[_Fault]:
    address = _ADDRESS.search(head, query)
    for join in _JOIN.finditer(head, query):
        first = join.start() == query
        wanted = "?" if first else "&"
        if join.group() == wanted:
            continue
        second = "?" in join.group()[first:]
        if second and address is not None and address.end() <= join.start():
            return  # the value is an address of its own
        if second:
            title, detail = "A second question mark cuts the tags short", "Everything from it on becomes part of the value before it."
            start = join.start()
            while head[start - 1] in "/&" and start - 1 > query:  # "a=1/?b=2": the slash came along with it
                start -= 1
            yield start, join.end(), wanted, title, detail, Severity.BLOCK
        else:
            yield join.start(), join.end(), wanted, "There is an & too many", "Some servers drop what follows it.", Severity.WARN


CHECK = Check(
    code="broken-query",
    severity=Severity.BLOCK,
    title="The end of this link falls apart",
    why="Behind the one question mark come names and values, joined by &. Joined in another way they reach the server garbled or not at "
    "all, so the page may fail and the click is counted for nothing.",
    fix="Join them by one ? and then by &, in front of any #.",
    bad=(
        "https://acme.com/x?utm_source=a?b=c",
        "https://acme.com/x??a=1",
        "https://acme.com/x#top?utm_source=sms",
        "https://acme.com/x#utm_source=sms",
        "https://acme.com/x&utm_source=sms",
        "https://acme.com/x?&a=1",
        "https://acme.com/x?a=1&&b=2",
        "https://acme.com/x?a=1/?utm_source=sms",
        "https://acme.com/x?off=20%&a=1",
    ),
    good=(
        "https://acme.com/x?a=1&b=2#top",
        "https://acme.com/#/route?x=1",
        "https://acme.com/#!/sale?utm_source=a",
        "https://acme.com/x?next=/y?z=1",
        "https://acme.com/x?q=why?",
        "https://acme.com/q&a and https://acme.com/a;b=1&c",
        "https://acme.com/x?flag&empty=&plus=a+b%20c;d=e",
        "https://acme.com/caf%C3%A9",
    ),
    source="https://url.spec.whatwg.org/#application/x-www-form-urlencoded",
    edits=True,
    find=find,
)

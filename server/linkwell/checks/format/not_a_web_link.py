"""not-a-web-link: the link opens an app or a program instead of a page."""

from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message

_DANGEROUS: Final = frozenset({"javascript", "vbscript", "data", "file", "blob"})
_ORDINARY: Final = {
    "tel": "calls a number",
    "callto": "calls a number",
    "facetime": "calls a number",
    "facetime-audio": "calls a number",
    "sms": "begins a text message",
    "smsto": "begins a text message",
    "mms": "begins a text message",
    "mailto": "begins an e-mail",
    "geo": "opens a map",
}


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose scheme is not http or https; worse the less a phone does with it."""
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.OTHER:
            continue
        scheme = link.written.partition(":")[0].lower()
        if scheme in _DANGEROUS:
            yield Finding(
                CHECK,
                link.span,
                detail=f"“{scheme}:” runs on one's own device. No phone opens it from a text, and filters take it for an attack.",
                link=index,
                severity_here=Severity.BLOCK,
                title_here="No phone opens this from a text",
            )
        elif scheme in _ORDINARY:
            detail = f"It {_ORDINARY[scheme]}. Its taps are not counted, and it stays as it is."
            yield Finding(CHECK, link.span, detail=detail, link=index)
        else:
            yield Finding(
                CHECK,
                link.span,
                detail=f"“{link.written[: len(scheme) + 1]}” needs the app for it. Elsewhere the tap does nothing, and none is counted.",
                link=index,
                severity_here=Severity.WARN,
                title_here="This link opens an app only",
            )


CHECK = Check(
    code="not-a-web-link",
    severity=Severity.INFO,
    title="This link opens no web page",
    why="Texting apps make links of web addresses. What else looks like one may do nothing when it is tapped, cannot be tracked, and in "
    "some forms is what attackers send.",
    fix="Send the address of a page that begins with https:// instead.",
    bad=(
        "Tap javascript:alert(document.cookie)",
        "Open data:text/html;base64,PGI+aGk8L2I+",
        "See file:///C:/Users/dana/invoice.pdf",
        "See blob:https://acme.com/0b1c2d3e",
        "Chat: whatsapp://send?phone=15550100",
        "Open myapp://orders/12",
        "Files: ftp://files.acme.com/x",
        "Call tel:+15550100",
        "Write mailto:dana@acme.com",
        "Text sms:+15550100",
    ),
    good=(
        "See https://acme.com/sale",
        "Call +1 555 0100 or write to dana@acme.com",
        "Tel: 0800 123456, Data: 5GB, data:5GB, file: invoice.pdf",
        "Market:open, geo:north, javascript: a language",
    ),
    locked=True,
    find=find,
)

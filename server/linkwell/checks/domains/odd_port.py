"""odd-port: the link names a port that offices and phones often block."""

import re
from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.text.parts import parts

_PORT: Final = re.compile(r":0*(\d{1,5})$")
_USUAL: Final = frozenset({"80", "443", ""})


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link of others with a port of its own; a time or a price behind a host is no port."""
    for index, link in enumerate(message.links):
        written = link.written
        at = written.rfind(":", 1)
        if at < 0 or written.startswith("//", at + 1) or link.url is None or link.kind in {LinkKind.TRACKED, LinkKind.OTHER}:
            continue
        port = _PORT.search(parts(written).authority)
        if port is None or port.group(1) in _USUAL or _may_be_prose(message.text, link, port.group(1)):
            continue
        yield Finding(CHECK, link.span, detail=f"Many networks let nothing through to port {port.group(1)}.", link=index)


def _may_be_prose(text: str, link: Link, port: str) -> bool:
    """Tell ``acme.com:20% off`` and ``acme.com:10am`` from ``acme.com:8443``: no scheme, no path, few digits or something stuck to them."""
    if "//" in link.written or not link.written.endswith(port):
        return False
    follows = text[link.span.end : link.span.end + 1]
    return len(port) < 4 or follows.isalnum() or (follows != "" and follows in "%-:/€$£")


CHECK = Check(
    code="odd-port",
    severity=Severity.WARN,
    title="This link names a port",
    why="Public Wi-Fi and company networks block unusual ports, so the page does not open there. Scams use them too, and carriers know.",
    fix="Link to the address without a port.",
    bad=(
        "https://acme.com:8443/x",
        "http://acme.com:8080",
        "acme.com:8081/x",
        "https://acme.com:444/x?a=1",
        "Go to https://acme.com:2083.",
        "acme.com:3000",
    ),
    good=(
        "https://acme.com/x",
        "https://acme.com:443/x",
        "http://acme.com:80",
        "At 10:30 as agreed, see https://acme.com/10:30",
        "Today at acme.com:20% off everything",
        "https://acme.com/x?next=https://acme.com:8443",
    ),
    source="https://www.iana.org/assignments/service-names-port-numbers",
    gives_way=True,
    find=find,
)

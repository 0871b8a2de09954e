"""uppercase-link: capitals keep phones from seeing a link."""

import re
from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import FaultKind, LinkKind, Message
from linkwell.model.span import Span

_FRONT: Final = re.compile(r"(https?://)?(?:[^/?#\\@]{0,255}@)?([^/?#\\:\s@]+)", re.IGNORECASE)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose scheme, suffix or whole host is in capitals; paths may need theirs and keep them."""
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.OTHER or link.written.islower():
            continue
        front = _FRONT.match(link.written)
        if front is None:
            continue
        scheme, host = front.group(1) or "", front.group(2)
        if not scheme and any(fault.kind is FaultKind.SCHEME for fault in link.faults):
            continue  # "Https//acme.com": once that is mended it is told
        suffix = host.rpartition(".")[2]
        if scheme == scheme.lower() and (suffix == suffix.lower() if not scheme else not host.isupper()):
            continue
        start, end = link.span.start, link.span.start + front.end()
        yield Finding(
            CHECK,
            Span(start, end),
            detail="Not every phone makes a link of it." if scheme else f"Android shows no link for {link.written}, iPhones may show one.",
            link=index,
            edit=Edit(Span(start, end), _lowered(front)),
        )


def _lowered(front: re.Match[str]) -> str:
    """Lower the scheme and the host, and leave what may stand between them."""
    written = front.group()
    host = front.start(2)
    scheme = front.group(1) or ""
    return scheme.lower() + written[len(scheme) : host] + written[host:].lower()


CHECK = Check(
    code="uppercase-link",
    severity=Severity.INFO,
    title="This link is in capitals",
    why="Android knows endings such as .com in small letters only, so an address in capitals is no link there. Behind the host "
    "capitals count: /Sale and /sale may be different pages.",
    fix="Write the address in small letters up to the first slash.",
    bad=(
        "SHOP AT ACME.COM/SALE",
        "Shop at ACME.COM",
        "Shop at HTTPS://ACME.COM/Sale",
        "Shop at Https://acme.com",
        "Shop at HTTP://acme.com/Sale",
        "Shop at WWW.ACME.COM",
        "Shop at www.acme.COM/x",
        "Shop at Acme.Com/x",
        "Shop at https://ACME.COM/Sale",
    ),
    good=(
        "Shop at https://acme.com/SALE?ID=7",
        "Shop at https://AcmeShop.com",
        "Shop at Acme.com",
        "OPEN TODAY. SEE YOU AT 5 P.M.",
        "MAILTO:DANA@ACME.COM",
    ),
    source="https://android.googlesource.com/platform/frameworks/base/+/main/core/java/android/util/Patterns.java",
    edits=True,
    find=find,
)

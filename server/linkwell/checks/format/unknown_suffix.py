"""unknown-suffix: the address ends in something that no address ends in."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import FaultKind, Message


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose top-level domain does not exist; with an edit where it is one slip from a common one."""
    for index, link in enumerate(message.links):
        for fault in link.faults:
            if fault.kind is FaultKind.SUFFIX:
                edit = Edit(fault.span, fault.instead) if fault.instead is not None else None
                meant = f" “.{fault.instead}” was meant." if edit is not None else ""
                yield Finding(
                    CHECK, fault.span, detail=f"Nobody can open {link.written}.{meant}", link=index, edit=edit, title_here=fault.note
                )


CHECK = Check(
    code="unknown-suffix",
    severity=Severity.BLOCK,
    title="No address ends like this",
    why="Every address ends in one of some 1,400 endings such as .com. With any other the page is not found, and where https:// is missing "
    "too, phones show no link.",
    fix="Correct the ending.",
    bad=(
        "https://acme.con/sale",
        "Shop at acme.cmo today",
        "www.acme.ocm",
        "https://acme.orgg",
        "https://acme.cim/x",
        "https://acme.qqzzy/x",
    ),
    good=(
        "https://acme.com/sale",
        "https://acme.co.uk https://acme.ngo https://acme.photography",
        "https://пример.рф and https://xn--e1afmkfd.xn--p1ai",
        "https://go.acme.example/7xkq2mf4",
        "The pros.cons list, ven.Con gusto, node.js, readme.txt",
        "https://acme.com.Thanks for waiting",
    ),
    source="https://www.iana.org/domains/root/db",
    edits=True,
    find=find,
)

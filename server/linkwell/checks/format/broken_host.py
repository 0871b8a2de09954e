"""broken-host: no server can have the name that stands in this link."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import FaultKind, Message
from linkwell.text.host import SLIPS_OF_WWW


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose host is impossible; with an edit where one repair is clear."""
    for index, link in enumerate(message.links):
        for fault in link.faults:
            if fault.kind is FaultKind.HOST:
                edit = Edit(fault.span, fault.instead) if fault.instead is not None else None
                meant = f" {fault.instead} was meant." if edit is not None else ""
                detail = f"“{fault.span.of(message.text)}” is an address that no phone can open.{meant}"
                if "\\" in fault.span.of(message.text):  # in its path
                    detail = f"Some phones end the link there, others look for another page. {link.url} was meant."
                elif fault.note in SLIPS_OF_WWW:
                    detail = f"“{fault.span.of(message.text)}” leads nowhere, or to somebody else.{meant}"
                yield Finding(
                    CHECK,
                    fault.span,
                    detail=detail,
                    link=index,
                    edit=edit,
                    title_here=fault.note,
                )


CHECK = Check(
    code="broken-host",
    severity=Severity.BLOCK,
    title="No server can have this name",
    why="Phones look up the name between https:// and the next slash. One that breaks the rules for names leads nowhere, or is cut in two.",
    fix="Correct the name. Copying it out of the browser's address bar is the safest way.",
    bad=(
        "Shop at www,acme.com today",
        "Shop at acme,com today",
        "https://acme,com/sale",
        "Shop at acme..com/sale",
        "https://acme..com",
        "wwww.acme.com",
        "https://wwww.acme.com/sale",
        "https://.acme.com/sale",
        f"https://{'a' * 64}.com",
        "https://-acme.com/sale",
        "https://acme-.com",
        "https://acme_shop.com/sale",
        "https://acme\u2024com/sale",
        "https://acme\u3002com/sale",
        "https://acme/sale",
        "https://xn--99999999.com",
        "https://acme.com:99999/x",
        "http://256.1.1.1/x",
    ),
    good=(
        "https://acme.com/sale",
        "https://www.acme.co.uk, and https://acme.com.",
        f"https://{'a' * 63}.com",
        "https://a-b--c.acme.com",
        "https://xn--bcher-kva.example/sale",
        "https://bücher.de",
        "http://192.168.1.1/x and https://[2001:db8::1]/x",
        "Well..no, wait...so be it. Smith,John and yes,no",
        "https://acme.com。ありがとう",
        "my_file.name in the folder",
    ),
    source="https://www.rfc-editor.org/rfc/rfc1123#section-2.1",
    edits=True,
    find=find,
)

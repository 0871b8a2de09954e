"""broken-by-space: a space or a line break cuts the link in two."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import FaultKind, Message


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link that is whole only without the spaces in it."""
    for index, link in enumerate(message.links):
        for fault in link.faults:
            if fault.kind is FaultKind.SPACE and fault.instead is not None:
                meant = f" {link.url} was meant." if link.url is not None else ""
                wraps = "\n" in fault.span.of(message.text)
                yield Finding(
                    CHECK,
                    link.span,
                    detail=f"Phones end the link at the {'line break' if wraps else 'space'}.{meant}",
                    link=index,
                    edit=Edit(fault.span, fault.instead),
                    title_here="A line break cuts this link in two" if wraps else None,
                )


CHECK = Check(
    code="broken-by-space",
    severity=Severity.BLOCK,
    title="A space cuts this link in two",
    why="A link ends where a space begins. What is left of it opens another page, or is no link at all.",
    fix="Take the space out.",
    bad=(
        "Shop at acme .com today",
        "Shop at acme. com/sale today",
        "Order here: https:// acme.com/sale",
        "Order here: https ://acme.com/sale",
        "Order here: https: //acme.com/sale",
        "Order here: http s://acme.com",
        "See www acme.com",
        "See www. acme.com",
        "See www acme com",
        "See acme.com /sale",
        "See acme . com",
        "See https://acme. com/sale",
        "See https://acme com/sale",
        "Track it at https://acme.com/track? order=4821",
        "Track it at https://acme.com/orders/ 4821-77?from=text",
        "Track it at https://acme\n.com/orders/4821",
        "Track it at bit .ly/3xYz",
        "See acme .co.uk",
    ),
    good=(
        "See https://acme.com/sale today",
        "I love it .It is great",
        "Thanks. Com means commercial. See www and more",
        "Order at acme.com /today only, or at acme.com / other.com",
        "Bring forms etc. in case. St. John street no. 5, Vol. 2. Net 30",
        "Our .com store and a .net developer",
        "Details at https://acme.com/ and/or call 555-1234",
        "Sale at https://acme.com/ 10am-2pm, open 24 / 7",
        "Links start with https:// and end with a page",
        "Write to dana@acme.com . Thanks",
    ),
    edits=True,
    find=find,
)

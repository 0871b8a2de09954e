"""missing-scheme: the link has no https:// in front of it."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import FaultKind, Message


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link without a scheme whose address is clear."""
    for index, link in enumerate(message.links):
        for fault in link.faults:
            if fault.kind is FaultKind.NO_SCHEME and fault.instead is not None:
                yield Finding(
                    CHECK,
                    link.span,
                    detail="Some phones open it without encryption, others show plain text that nobody can tap.",
                    link=index,
                    edit=Edit(fault.span, fault.instead),
                )


CHECK = Check(
    code="missing-scheme",
    severity=Severity.INFO,
    title="This link has no https://",
    why="Without https:// each phone decides for itself: some open the unencrypted address, some make no link of it at all.",
    fix="Write https:// in front of it.",
    bad=("See acme.com/sale today", "Shop at www.acme.com", "(acme.co.uk)", "Menu:acme.com/menu", "bücher.de hat geöffnet"),
    good=(
        "See https://acme.com/sale today",
        "Thanks John.It was a pleasure. Bring forms etc.In case of rain we close.",
        "Firmware v1.2.3, open till 10.30am, e.g. on St.John street, see invoice.pdf for $5.00 or 3.50 off",
        "Write to dana@acme.com or call 555.123.4567",
        "All good.So see you at 5 p.m. Mr.Smith",
    ),
    edits=True,
    find=find,
)

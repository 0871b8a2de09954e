"""malformed-scheme: the https:// in front of a link is misspelt."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import FaultKind, Message


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose beginning is recognisable, but wrong."""
    for index, link in enumerate(message.links):
        for fault in link.faults:
            if fault.kind is FaultKind.SCHEME and fault.instead is not None:
                meant = f"{link.url} was meant." if link.url is not None else "Write the whole address anew."
                yield Finding(
                    CHECK,
                    link.span,
                    detail=f"People could not tap this link. {meant}",
                    link=index,
                    edit=Edit(fault.span, fault.instead),
                    title_here=fault.note,
                )


CHECK = Check(
    code="malformed-scheme",
    severity=Severity.BLOCK,
    title="The beginning of this link is misspelt",
    why="A phone makes a link only of what begins with https:// exactly. With one letter or slash wrong, people see words they cannot tap.",
    fix="Write https:// in front of the address.",
    bad=(
        "Sale: htps://acme.com/x?utm_source=a?b=c.",
        "Your order: ttps://acme.com/orders/4821",
        "Menu http//acme.com/menu",
        "Menu https:/acme.com/menu",
        "Menu https:acme.com/menu",
        "Menu https:\\\\acme.com",
        "Menu https;//acme.com",
        "Menu https：//acme.com",
        "Menu hxxps://acme.com/menu",
        "Menu https://https://acme.com/menu",
        "Menu https//acme.com and more",
    ),
    good=(
        "Your order: https://acme.com/orders/4821",
        "Your order: http://acme.com/orders/4821",
        "HTTP/1.1 and http:404 are no links",
        "Archived at https://web.archive.org/web/2020/https://acme.com/",
        "Open myapp://orders/12 or ftp://files.acme.com",
        "Call us at 10:30, ratio 3:1, and/or text back",
    ),
    source="https://developer.android.com/reference/android/util/Patterns#WEB_URL",
    edits=True,
    find=find,
)

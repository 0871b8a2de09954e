"""overlong-link: the link alone takes up more than half of a segment."""

import re
from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Channel, LinkKind, Message
from linkwell.text.segments import count

HALF: Final = 80  # of the 160 septets of a segment
HARMLESS: Final = 100  # up to here it is a note in a message that fits one segment all the same: many order and map links are so long
_DOUBLED: Final = re.compile(r"[~\[\]{}|^\\€]")


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every untracked link of more than 80 units, or of more characters than the policy lets a link have.

    Units are septets, in which ``~ [ ] { } | ^`` count two, or the 16-bit units of a text that needs them: 80 of either, though half a
    segment of the latter is 35 already, which ordinary addresses have. Only text messages have segments. A link that is a little longer
    than half a segment costs nothing in a message that fits one: then it is a note.
    """
    longest = context.policy.limits.link_characters
    short = min(longest, HALF // 2)
    for index, link in enumerate(message.links):
        length = len(link.written)
        if length <= short or link.kind not in {LinkKind.PLAIN, LinkKind.FOREIGN} or link.url is None:
            continue
        if length > longest:
            detail = f"It has {length} characters. Many apps and servers cut off what goes beyond {longest}. Track it and it is short."
            yield Finding(CHECK, link.span, detail=detail, link=index, title_here="Apps may cut this link off")
        elif message.channel is Channel.SMS and (units := length + len(_DOUBLED.findall(link.written))) > HALF:
            whole = units > 2 * HALF
            share = f"{units} characters, and a message has {2 * HALF}" if whole else f"{units} of the {2 * HALF} characters of a message"
            title = "This link takes up more than a message" if whole else None
            costs = units > HARMLESS or count(message.text, context.policy.provider).segments > 1
            yield Finding(
                CHECK,
                link.span,
                detail=f"It takes {share}. Track it and it is short.",
                link=index,
                severity_here=None if costs else Severity.INFO,
                title_here=title,
            )


CHECK = Check(
    code="overlong-link",
    severity=Severity.WARN,
    title="This link takes up half the message",
    why="A long link pushes the text into a second or third segment, and each segment costs. People distrust a link that goes on for "
    "lines, and apps that break it in two make it useless.",
    fix="Choose “Track links”: a tracked link leads to the same page and is short.",
    bad=(
        f"https://acme.com/collections/{'spring-' * 8}sale",
        "Book: https://acme.com/appointments/new?clinic=springfield-main-street&doctor=lee&service=check-up&lang=en",
        "https://docs.google.com/forms/d/e/1FAIpQLSf4kq2Xo7mZr8bTn3vCw5yHj6uDg9eLp1sAaBbCcDdEeFfGg0/viewform",
        f"https://acme.com/x?q={'~' * 31}a",
        f"acme.com/{'a' * 2000}",
    ),
    good=(
        "https://acme.com/orders/4821",
        "https://www.acme.com/collections/spring?utm_source=sms&utm_medium=text",
        f"https://acme.com/{'x' * 63}",
        "No link",
    ),
    source="https://www.twilio.com/docs/glossary/what-sms-character-limit",
    gives_way=True,
    find=find,
)

"""credentials-in-link: something stands before an @ in front of the host."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.text.parts import parts

_LOOKS_LIKE_A_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?=[:@]|$)", re.IGNORECASE)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose authority has user info; an e-mail address in prose is no link, an @ in a path is ordinary."""
    for index, link in enumerate(message.links):
        if "@" not in message.text[link.span.start : link.span.end + 1] or link.kind is LinkKind.OTHER:
            continue
        authority = parts(link.written).authority
        if link.written.endswith(authority) and message.text[link.span.end : link.span.end + 1] == "@":
            authority += "@"  # "https://a@b@c.com": the link was read up to the second @
        user, at, _ = authority.rpartition("@")
        if not at:
            continue
        shown = _LOOKS_LIKE_A_HOST.match(user)
        if shown is not None:
            detail = f"People read {shown.group()}, but the link leads to {link.host}."
        elif ":" in user:
            detail = "A name and a password stand in front of the host. Everybody who gets the text can use them."
        else:
            detail = f"What stands before the @ is not where it leads: that is {link.host}."
        yield Finding(CHECK, link.span, detail=detail, link=index)


CHECK = Check(
    code="credentials-in-link",
    severity=Severity.BLOCK,
    title="There is an @ in front of the host",
    why="Whatever stands before the @ is a user name, not the website. Scams use it to look like somebody else.",
    fix="Take out everything between “https://” and the @.",
    bad=(
        "Log in: https://dana:secret@acme.com/x",
        "Log in: https://acme.com@evil.com/login",
        "Log in: http://admin@acme.com",
        "Log in: https://www.paypal.com:443@evil.com/",
        "Log in: https://acme.com:8443@93.184.216.34/x",
    ),
    good=(
        "Write to dana@acme.com or see https://acme.com",
        "Follow us: https://www.tiktok.com/@acme",
        "We are here: https://www.google.com/maps/@48.13,11.57,15z",
        "Reset: https://acme.com/reset?to=dana@acme.com",
        "mailto:dana@acme.com",
    ),
    source="https://www.rfc-editor.org/rfc/rfc3986#section-7.6",
    locked=True,
    find=find,
)

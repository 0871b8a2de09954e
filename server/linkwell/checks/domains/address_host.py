"""address-host: the link leads to a number instead of a name."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.text.addresses import is_disguised, is_public_address


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose host is a public address, or any that is disguised.

    Private ones as they are usually written are placeholders, our own are tracked links.
    """
    for index, link in enumerate(message.links):
        if link.domain or link.kind is LinkKind.TRACKED:
            continue
        disguised = is_disguised(link.host, link.written)
        if not disguised and not is_public_address(link.host):
            continue
        what = f"This is another way to write the number {link.host}." if disguised else f"{link.host} is a number, not a name."
        yield Finding(CHECK, link.span, detail=f"{what} Nobody can tell whose it is.", link=index)


CHECK = Check(
    code="address-host",
    severity=Severity.BLOCK,
    title="This link leads to a number, not a name",
    why="Scams hide behind bare addresses. Carriers and phones block such links, and no certificate vouches for most of them.",
    fix="Link to the name of the website.",
    bad=(
        "Pay here: http://93.184.216.34/pay",
        "Pay here: https://93.184.216.34:8443/pay",
        "Your parcel: http://1572395042/track",
        "Your parcel: http://0x5db8d822/track",
        "Your parcel: http://3232235777/track",
        "Your parcel: http://0x5d.0xb8.0xd8.0x22/track",
        "Your parcel: http://0135.0270.0330.0042/",
        "Log in: https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/login",
    ),
    good=(
        "Pay here: https://acme.com/pay",
        "The printer is at 192.168.1.20, the version is 10.2.1.4",
        "Camera 93.184.216.34 is offline",
        "Pay 1.249.50 at https://acme.com/1572395042",
        "http://192.168.0.1/setup",
    ),
    source="https://www.rfc-editor.org/rfc/rfc6943#section-3.1.1",
    find=find,
)

"""lookalike-host: the host is easily taken for another one."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Brand, Policy
from linkwell.text.confusables import decoded, mixes_alphabets
from linkwell.text.lookalikes import Names, imitated, own_names
from linkwell.text.parts import parts


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every host that imitates the team's or a well-known brand's; a note for an IDN that nothing else shows."""
    own: Names | None = None
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.PLAIN or not link.domain or link.url is None:
            continue
        own = own or own_names(context.policy, context.tracking_hosts)
        meant = imitated(link.host, link.domain, own)
        if meant is not None:
            yield Finding(CHECK, link.span, detail=f"It looks like {meant}, but it leads to {link.domain}.", link=index)
        elif "xn--" in link.host and link.domain not in own.hosts:
            shown = decoded(link.host)
            if any(mixes_alphabets(label) for label in shown.split(".")):
                detail = f"“{shown}” mixes letters of two alphabets that look alike. It really is {link.host}."
                yield Finding(CHECK, link.span, detail=detail, link=index)
            elif parts(link.written).authority.isascii():  # of a host in its own letters ``non-ascii-link`` tells
                detail = f"Some phones show it as {shown}, others as {link.host}."
                title = "Phones may show this address in another form"
                yield Finding(CHECK, link.span, detail=detail, link=index, severity_here=Severity.INFO, title_here=title)


CHECK = Check(
    code="lookalike-host",
    severity=Severity.BLOCK,
    title="This address looks like another one",
    why="Scams use addresses that are easily taken for well-known ones. One wrong letter, and people land on a stranger's page.",
    fix="Check the address letter by letter, and copy it from the website itself.",
    bad=(
        "Sign in: https://paypa1.com/login",
        "Sign in: https://arnazon.com",
        "Sign in: https://app1e-support.com/x",
        "Sign in: https://micros0ft.com",
        "Sign in: https://rnicrosoft-login.com",
        "Sign in: https://pаypal.com/x",
        "Sign in: https://аррӏе.com",
        "Sign in: https://netfIix.com",
        "Sign in: https://faceboook.com",
        "Sign in: https://paypal.com.account-check.top/x",
        "Sign in: https://harbourbike.co.uk/x",
        "Sign in: https://harborbykes.co.uk/x",
        "Sign in: https://habrourbikes.co.uk",
        "Sign in: https://аcme.com",
        "Sign in: https://wwwharbourbikes.co.uk",
        "Sign in: https://www.acme.com.sale-4821.net/x",
        "Sign in: www.acme.co/x",
    ),
    good=(
        "Sign in: https://paypal.com/login",
        "Sign in: https://www.amazon.co.uk/x",
        "Sign in: https://harbourbikes.co.uk/x",
        "Sign in: https://shop.acme.com/x",
        "Sign in: https://learn.modernbarn.com",
        "Sign in: https://amazone.de",
        "Sign in: https://acne.org/tips",
        "Sign in: https://oakandpine.shop",
        "Sign in: https://paypay.ne.jp",
    ),
    source="https://www.unicode.org/reports/tr39/",
    example_context=Context(
        policy=Policy(approved_destinations=("acme.com",), brands=(Brand(("Harbour Bikes",), ("harbourbikes.co.uk",)),))
    ),
    find=find,
)

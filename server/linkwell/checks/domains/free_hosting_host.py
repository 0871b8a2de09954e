"""free-hosting-host: the link sits on a domain where anybody can put a page."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.text.hosting import shared_host
from linkwell.text.own import is_own


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every plain link on a shared host that the team did not approve; a note where only customers get one."""
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.PLAIN or not link.domain:
            continue
        shared = shared_host(link.host, link.domain)
        if shared is None or is_own(link, context.policy):
            continue
        if shared.free:
            yield Finding(CHECK, link.span, detail=f"Anybody can put a page on {shared.name}.", link=index)
        else:
            detail = f"{shared.name} is shared by many businesses. People see its name, not yours."
            title = "This address is shared with other businesses"
            yield Finding(CHECK, link.span, detail=detail, link=index, severity_here=Severity.INFO, title_here=title)


CHECK = Check(
    code="free-hosting-host",
    severity=Severity.WARN,
    title="This page is on free web space",
    why="Scams live on free web space, so carriers filter texts that link there, and people cannot tell that the page is yours.",
    fix="Link to a page on your own domain, or have an admin approve this one.",
    bad=(
        "Book: https://acme-bookings.weebly.com/",
        "Book: https://acme.wixsite.com/home",
        "Book: acme.github.io/book",
        "Book: https://acme-menu.netlify.app",
        "Book: https://acme.vercel.app/x",
        "Book: https://acmebikes.blogspot.com/2026/01",
        "Book: https://acme.wordpress.com",
        "Book: https://sites.google.com/view/acme",
        "Book: https://a1b2.ngrok-free.app/x",
        "Book: https://acme.pages.dev",
        "Book: https://acme.web.app/login",
        "Book: https://acme-123.herokuapp.com",
        "Our shop: https://acme.myshopify.com/products/1",
        "Your invoice: https://acme.s3.amazonaws.com/i.pdf",
    ),
    good=(
        "Book: https://acme.com",
        "Book: https://acme.co.uk",
        "Book: https://www.weebly.com/features",
        "Book: https://acme.uk.com",
        "Form: https://docs.google.com/forms/d/e/1FA/viewform",
        "Renew: https://www.tax.service.gov.uk/x",
        "Book: https://github.io",
        "Book: https://www.lublin.pl",
    ),
    source="https://publicsuffix.org/",
    gives_way=True,
    find=find,
)

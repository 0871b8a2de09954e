"""placeholder-host: the link leads to a made-up address, or to one that only the sender can open."""

from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.model.span import Span
from linkwell.text.addresses import is_disguised, is_public_address
from linkwell.text.patterns import fits

# RFC 2606 and 6761; those of the second row stand for one's own network (RFC 6762, 8375, ICANN's "internal").
_NEVER: Final = frozenset({"example", "invalid", "test"})
_HERE: Final = frozenset({"home", "internal", "lan", "local", "localdomain", "localhost"})
_MADE_UP: Final = frozenset(
    prefix + hyphen + name
    for prefix in ("your", "insert")
    for hyphen in ("", "-")
    for name in (
        "brand business businessname businesswebsite company companyname companysite companywebsite domain domainhere domainname link "
        "linkhere site sitehere sitename store storename url urlhere web website websitehere websitename"
    ).split()
) | frozenset("linkhere link-here urlhere url-here websitehere domainhere".split())
_MADE_UP_WITH_COM: Final = frozenset(
    "mysite mywebsite mycompany my-site my-website my-company mydomain my-domain yourshop your-shop yourname your-name".split()
)

_NOBODYS: Final = "is made up: nobody's page is there."


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link to an example, to a network of one's own, or to a staging host of the policy.

    Hosts that our redirector answers for are none, whatever they are called; ``localhost:3000`` counts also without a scheme.
    """
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.PLAIN or not link.host:
            continue
        detail = _why(link, context.policy)
        if detail and link.host not in context.tracking_hosts and link.host not in _ours(context.policy):
            title = "This address was never filled in" if detail.endswith(_NOBODYS) else None
            yield Finding(CHECK, link.span, detail=detail, link=index, title_here=title)
    if "localhost:" in message.text:
        yield from _bare(message, context)


def _why(link: Link, policy: Policy) -> str:
    host = link.host.rstrip(".")
    labels = host.split(".")
    last = labels[-1]
    if host == "localhost" or last in _HERE or host.endswith(".home.arpa"):
        return f"{host} exists on the sender's own machine or network alone."
    if last in _NEVER or (len(labels) > 1 and _is_made_up(labels, last)):
        return f"{host} {_NOBODYS}"
    if not link.domain and (last.isdigit() or last[-1:] == "]") and _is_address(host) and _is_plain(link, host):
        return f"{host} exists on the sender's own machine or network alone."
    if policy.staging_hosts and any(fits(link, pattern) for pattern in policy.staging_hosts):
        return f"{host} is a staging host: only your team can open it."
    return ""


def _is_made_up(labels: list[str], last: str) -> bool:
    name = labels[-2]
    if name == "example":
        return last in {"com", "net", "org", "edu"}
    if name in _MADE_UP or (last == "com" and name in _MADE_UP_WITH_COM):
        return True
    return len(labels) > 2 and (labels[0] in _MADE_UP or labels[-3] in _MADE_UP or (labels[-3] == "example" and len(name) < 4 > len(last)))


def _is_address(host: str) -> bool:
    return host[0] == "[" or (host.count(".") == 3 and host.replace(".", "").isdigit())


def _is_plain(link: Link, host: str) -> bool:
    return not is_public_address(host) and not is_disguised(host, link.written)


def _ours(policy: Policy) -> frozenset[str]:
    return frozenset({policy.tracking_domain or "", *policy.tracking_domains})


def _bare(message: Message, context: Context) -> Iterator[Finding]:
    start = message.text.find("localhost:")
    while start >= 0:
        end = start + len("localhost:")
        while end < len(message.text) and not message.text[end].isspace():
            end += 1
        span = Span(start, end)
        before = message.text[start - 1 : start]
        port = message.text[start + len("localhost:") : start + len("localhost:") + 2]
        ours = any(host in message.text[start:end] for host in context.tracking_hosts)
        if message.link_over(span) is None and port.isdigit() and not before.isalnum() and not ours:
            yield Finding(CHECK, span, detail="localhost exists on the sender's own machine alone.")
        start = message.text.find("localhost:", end)


CHECK = Check(
    code="placeholder-host",
    severity=Severity.BLOCK,
    title="Nobody but you can open this link",
    why="The address was never filled in, or leads to the sender's own computer, network or test server. People who tap it see an error.",
    fix="Put in the public address of the page.",
    bad=(
        "Order: https://example.com/sale",
        "Order: https://www.example.org",
        "Order: https://yourdomain.com/sale",
        "Order: www.your-website.com",
        "Order: https://yourcompany.zendesk.com/hc",
        "Order: http://localhost:3000/checkout",
        "Order: localhost:8080/checkout",
        "Order: http://127.0.0.1/x and http://[::1]/x",
        "Order: http://192.168.1.20/x",
        "Order: https://169.254.10.1/x",
        "Order: https://shop.test/sale",
        "Order: https://acme.local/sale",
        "Order: https://wiki.internal/x",
        "Order: https://staging.acme.com/sale",
    ),
    good=(
        "Order: https://acme.com/example.com",
        "Order: https://go.acme.example/7xkq2mf4",
        "Order: http://127.0.0.1:18473/7xkq2mf4",
        "Order: https://www.testing.com, https://local.acme.com or https://latest.acme.com",
        "Write to dana@example.com",
        "Pay at http://93.184.216.34/pay",
        "Our localhost: Sam",
        "Order: https://goodexample.com/yourdomain",
    ),
    locked=True,
    needs_link=False,
    example_context=Context(Policy(staging_hosts=("staging.acme.com",)), frozenset({"go.acme.example", "127.0.0.1:18473"})),
    find=find,
)

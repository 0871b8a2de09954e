"""brand-mismatch: the text speaks in the name of a brand, and the link leads to somebody else."""

import re
from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Brand, Policy
from linkwell.text.brands import owner_of, squeezed, well_known
from linkwell.text.lures import lured_brand
from linkwell.text.own import is_own
from linkwell.text.patterns import fits
from linkwell.text.senders import may_name_a_brand, speaks_as

_LETTERS: Final = re.compile(r"[^a-z0-9]+")


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for links that are not the brand's in whose name the text speaks, and for hosts that add a lure to a brand's name."""
    if not any(link.kind is LinkKind.PLAIN and link.domain for link in message.links):
        return
    told = dict(_of_own(message, context.policy)) if context.policy.brands else {}
    prose = _without_links(message) if may_name_a_brand(message.text) else ""
    speakers = speaks_as(prose) if prose else ()
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.PLAIN or not link.domain:
            continue
        detail = told.get(index)
        if detail is None:
            lured = lured_brand(link.domain)
            if (not speakers and lured is None) or owner_of(link.host) or is_own(link, context.policy):
                continue
            if lured is not None:
                detail = f"{link.domain} has {lured} in its name, but it is not theirs."
            elif not _names_the_host(prose, link.domain):
                detail = f"The text speaks for {well_known()[speakers[0]].names[0]}, but {link.domain} is not theirs."
        if detail is not None:
            yield Finding(CHECK, link.span, detail=detail, link=index)


def _of_own(message: Message, policy: Policy) -> Iterator[tuple[int, str]]:
    """Find links to a host of another brand of the team's than the one that the text names, or to a stranger's."""
    text = message.text.lower()
    named = [brand for brand in policy.brands if any(_has(text, name.lower()) for name in brand.names)]
    if not named:
        return
    name = named[0].names[0]
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.PLAIN or not link.domain:
            continue
        if any(fits(link, host) for brand in named for host in brand.hosts) or not any(brand.hosts for brand in named):
            continue
        others = [brand for brand in policy.brands if any(fits(link, host) for host in brand.hosts)]
        if others:
            yield index, f"The text names {name}, but {link.domain} belongs to {others[0].names[0]}."
        elif not policy.approved_destinations and not owner_of(link.host) and not is_own(link, policy):
            yield index, f"The text speaks for {name}, but {link.domain} is none of its hosts."


def _has(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(name, at + 1)
    return False


def _names_the_host(prose: str, domain: str) -> bool:
    """Tell whether the text also names whose host it is, as an honest one does: “Acme: your UPS parcel …” with acme.com."""
    label = squeezed(domain.partition(".")[0])
    return len(label) > 2 and label in _LETTERS.sub("", prose.lower())


def _without_links(message: Message) -> str:
    pieces, end = [], 0
    for link in message.links:
        pieces.append(message.text[end : link.span.start])
        end = link.span.end
    return " ".join((*pieces, message.text[end:]))


CHECK = Check(
    code="brand-mismatch",
    severity=Severity.WARN,
    title="The text names one brand, the link leads to another",
    why="A brand in the text that the address does not belong to is the surest sign of a scam. Carriers look for it, and so do people.",
    fix="Link to that brand's own website, or say in whose name you write.",
    bad=(
        "USPS: your package is on hold, confirm your address: https://parcel-help.top/x",
        "Your Amazon account has been locked. Verify: https://account-check.net",
        "Netflix: payment failed, update at https://billing-center.info/n",
        "[PayPal] Unusual sign-in. Was it you? https://secure-check.org",
        "Wells Fargo Alert: did you send $500? https://fraud-desk.com/w",
        "This is Chase Bank. Your card is locked: https://cards-unlock.com",
        "Redelivery: https://usps-redelivery.com/4821",
        "Apple Support: your Apple ID was used on a new device https://id-check.io",
        "Hi Dana, USPS: your parcel is waiting https://parcel-desk.net/x",
        "Hi Ana, Spotify here. Your plan ended https://plan-renew.net/x",
        "Harbour Bikes: your order is ready https://oakandpine.shop/o/1",
    ),
    good=(
        "Pay with PayPal at https://acme.com/pay",
        "Track your UPS parcel at https://acme.com/track",
        "Follow us on Facebook and Instagram, see https://acme.com",
        "Win an Amazon gift card: https://acme.com/win",
        "USPS: your package arrives today https://tools.usps.com/go/Track",
        "Acme: your FedEx delivery failed, choose another day: https://acme.com/redeliver",
        "Hi, it's Chase from Acme, the quote: https://acme.com/q/1",
        "Apple pie again! https://acme.com/menu",
        "Hi Dana, Chase here, from Acme. The quote: https://acme.com/q/1",
        "Hi Dana, UPS: 1Z999 https://acme.com/track",
        "Harbour Bikes: your order is ready https://harbourbikes.co.uk/o/1",
        "Harbour Bikes and Oak & Pine: one sale https://oakandpine.shop",
    ),
    source="https://support.twilio.com/hc/en-us/articles/1260804572090",
    gives_way=True,
    example_context=Context(
        policy=Policy(brands=(Brand(("Harbour Bikes",), ("harbourbikes.co.uk",)), Brand(("Oak & Pine",), ("oakandpine.shop",))))
    ),
    find=find,
)

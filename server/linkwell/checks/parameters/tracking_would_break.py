"""tracking-would-break: the team's campaign tags cannot be added to this link without breaking it."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.text.tags import missing, obstacle


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every plain link that lacks tags which the policy asks for and that cannot take them.

    Silent where the policy asks for none. A tracked link leads there all the same: it is minted without the tags.
    """
    template = context.policy.campaign_tags
    if not template:
        return
    for index, link in enumerate(message.links):
        if link.kind is not LinkKind.PLAIN or link.url is None:
            continue
        more = missing(link.url, template, message.campaign)
        why = obstacle(link.url, more, context.policy.limits.link_characters) if more else None
        if why is not None:
            yield Finding(CHECK, link.span, detail=f"{why}. Tracked, its taps are still counted here.", link=index)


CHECK = Check(
    code="tracking-would-break",
    severity=Severity.BLOCK,
    title="Campaign tags would break this link",
    why="Your team adds campaign tags to every link. On this one they would break the page or be lost, so its visits would be missing from "
    "your analytics.",
    fix="Choose “Track links”: the tracked link counts its taps and leads to this address unchanged.",
    bad=(
        "https://acme.com/#/orders/4821",
        "https://acme.com/#!/sale",
        "https://acme.com/app?lang=en#/orders/4821",
        "https://acme.com/f.pdf?expires=1796119200&signature=5f70bf18a086007016e948b04aed3b82",
        f"https://acme.com/x?list={'7,' * 985}7",
    ),
    good=(
        "https://acme.com/sale",
        "https://acme.com/sale#prices",
        "https://acme.com/?utm_source=sms&utm_medium=text#/orders/4821",
        "https://acme.com/x?list=7,8,9",
        "No link",
    ),
    example_context=Context(policy=Policy(campaign_tags={"utm_source": "sms", "utm_medium": "text", "utm_campaign": "{campaign}"})),
    find=find,
)

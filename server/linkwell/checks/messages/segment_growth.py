"""segment-growth: tracking the links makes the message one part longer."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Channel, Message
from linkwell.text.segments import count, count_tracked, may_grow
from linkwell.text.tracked import may_be_tracked


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding, at the first link that would be tracked, where a segment comes on top."""
    if message.channel is not Channel.SMS or not may_grow(message, context):
        return
    now, after = count(message.text, context.policy.provider), count_tracked(message, context)
    if after.segments <= now.segments:
        return
    for index, link in enumerate(message.links):
        if may_be_tracked(link):
            over = after.segments - now.segments
            detail = f"Tracked, this message is sent in {after.segments} parts instead of {now.segments}: {over} more to pay for."
            yield Finding(CHECK, link.span, detail=detail, link=index)
            return


CHECK = Check(
    code="segment-growth",
    severity=Severity.INFO,
    title="Tracking makes this message a part longer",
    why="A tracked link can be longer than the one it replaces. Where the message just fits, it takes one part more, which is paid for.",
    fix="Leave out a few words.",
    bad=(
        "Thank you for your visit to our new store today. " * 2 + "Tell us how it was, it takes a minute: acme.com/feedback",
        "Grüße aus Köln – wir haben heute bis 20 Uhr offen. Karte: acme.de/k 🎉",
        "x" * 140 + " https://a.com",
    ),
    good=(
        "Tell us here: acme.com/feedback. Thank you",
        "x" * 120 + " https://acme.com/spring/collection/2026",
        "x" * 150 + " https://go.acme.example/7xkq2mf4",
    ),
    example_context=Context(tracking_hosts=frozenset({"go.acme.example"}), base="https://go.acme.example/"),
    find=find,
)

"""too-long: the message is longer than people read, or than providers send."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Channel, Message
from linkwell.model.span import Span
from linkwell.text.segments import count

_FEWEST = 33  # characters that fill a segment, were each of them two units of the longer alphabet


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding at what is too much of a text message; other channels have no segments."""
    limits, length = context.policy.limits, len(message.text)
    if message.channel is not Channel.SMS or (length <= limits.characters_to_warn and length <= limits.segments * _FEWEST):
        return
    segments = count(message.text, context.policy.provider).segments
    most = f"more than {limits.segments} {'part' if limits.segments == 1 else 'parts'}"
    if length > limits.characters_to_block:
        start, severity, limit = limits.characters_to_block, Severity.BLOCK, f"more than {limits.characters_to_block} characters"
    elif segments > limits.segments:
        start, severity, limit = 0, Severity.BLOCK, most
    elif length > limits.characters_to_warn:
        start, severity, limit = limits.characters_to_warn, Severity.WARN, f"more than {limits.characters_to_warn} characters"
    else:
        return
    parts = "one part" if segments == 1 else f"{segments} parts, each of which is paid for"
    held = "The provider may refuse it" if severity is Severity.BLOCK else "Few people read that much"
    yield Finding(
        CHECK,
        Span(start, length if start else 0),
        detail=f"{length} characters are sent in {parts}. {held}: it has {limit}.",
        severity_here=severity,
        title_here="This message is too long to send" if severity is Severity.BLOCK else None,
    )


CHECK = Check(
    code="too-long",
    severity=Severity.WARN,
    title="This message is long",
    why="A text is sent in parts of 160 characters (70 with emoji), each of which is paid for, may come late or may be lost. Beyond 1,600 "
    "characters or ten parts providers refuse it.",
    fix="Say the main thing, and put the rest on the page that the link opens.",
    bad=("Please read this. " * 18, "The long story of our spring sale. " * 50, "😀" * 340),
    good=("Please read this. " * 17, "😀" * 100, "See you at 5"),
    source="https://www.twilio.com/docs/api/errors/21617",
    needs_link=False,
    find=find,
)

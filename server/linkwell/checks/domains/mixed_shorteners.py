"""mixed-shorteners: links of one message are shortened on different domains."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.text.parts import parts
from linkwell.text.shorteners import is_usual, shortener


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding, at the first link that is shortened elsewhere than the one before; our own tracking domain counts.

    Trackers do not, nor do links of maps, forms and chats that have no longer form.
    """
    if len(message.links) < 2:
        return
    first = None
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.TRACKED:
            name = link.host
        elif link.kind is LinkKind.FOREIGN:
            name = shortener(link.host) or ""
        else:
            continue
        if not name or is_usual(name, parts(link.written).path):
            continue
        if first is None:
            first = name
        elif name != first:
            yield Finding(CHECK, link.span, detail=f"This message has short links on {first} and on {name}.", link=index)
            return


CHECK = Check(
    code="mixed-shorteners",
    severity=Severity.WARN,
    title="Short links on different domains",
    why="Carriers want one recognizable domain for one sender. Several short domains in a text look like spam that dodges filters.",
    fix="Use tracked links on your own domain for all of them.",
    bad=(
        "Menu https://bit.ly/3xYz, map https://tinyurl.com/2p8abc",
        "Order: https://go.acme.example/7xkq2mf4 Film: https://bit.ly/3xYz",
        "bit.ly/3xYz or rb.gy/abc1 or ow.ly/xyz2",
        "Film: https://youtu.be/dQw4w9WgXcQ Shop: https://amzn.to/3xYz",
        "Map is.gd/abc, menu is.gd/def, prices https://t.ly/ghi",
    ),
    good=(
        "Menu https://bit.ly/3xYz, map https://bit.ly/2p8abc",
        "Order: https://go.acme.example/7xkq2mf4 or https://go.acme.example/23456783",
        "Order: https://go.acme.example/7xkq2mf4 or https://acme.com",
        "Only https://bit.ly/3xYz",
        "Order: https://go.acme.example/7xkq2mf4 Map: https://maps.app.goo.gl/9sKd82hQpL",
        "Menu https://acme.short.gy/x, map https://acme.short.gy/y",
    ),
    source="https://support.bandwidth.com/hc/en-us/articles/360055283833-T-Mobile-Code-of-Conduct",
    example_context=Context(tracking_hosts=frozenset({"go.acme.example"})),
    find=find,
)

"""mixed-shorteners: links of one message are shortened on different domains."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.text.parts import parts
from linkwell.text.shorteners import is_usual, owner, shortener


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding, at the first link that is shortened elsewhere than one before.

    Our own tracking domain counts beside public ones; beside a link of a single owner it is no disguise, and the team itself put it there.
    Trackers do not count, nor do links of maps, forms and chats that have no longer form.
    """
    if len(message.links) < 2:
        return
    seen: dict[str, str] = {}
    for index, link in enumerate(message.links):
        name, whose = _short_domain(link)
        if not name:
            continue
        for other, others in seen.items():
            if other != name and {whose, others} != {"ours", "an owner's"}:
                yield Finding(CHECK, link.span, detail=f"This message has short links on {other} and on {name}.", link=index)
                return
        seen.setdefault(name, whose)


def _short_domain(link: Link) -> tuple[str, str]:
    """Return the domain that a link is shortened on and whose it is, ``""`` for a link that is not."""
    if link.kind is LinkKind.TRACKED:
        return link.host, "ours"
    name = shortener(link.host) if link.kind is LinkKind.FOREIGN else None
    if name is None:
        return "", ""
    path = parts(link.written).path
    return ("", "") if is_usual(name, path) else (name, "everybody's" if owner(name, path) is None else "an owner's")


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

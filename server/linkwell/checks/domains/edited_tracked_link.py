"""edited-tracked-link: a link on our own domain that leads nowhere, because somebody changed it."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Message
from linkwell.text.slug import recover
from linkwell.text.tracked import slug_key, slug_place


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding where a slug fails its check character, or was looked up and does not exist."""
    for index, link in enumerate(message.links):
        place, key = slug_place(link), slug_key(link)
        if place is None or key is None:
            continue
        slug, _ = recover(place.of(message.text))
        if slug is not None and context.known.get(slug, True) is not None:
            continue
        near = context.near.get(key)
        meant = f" {near} was probably meant." if near is not None else ""
        yield Finding(
            CHECK,
            link.span,
            detail=f"{link.host} has no link that ends in “{place.of(message.text)}”, so people would see a page that says so.{meant}",
            link=index,
            edit=Edit(place, near) if near is not None else None,
            title_here="This tracked link does not exist" if slug is not None else None,
        )


CHECK = Check(
    code="edited-tracked-link",
    severity=Severity.BLOCK,
    title="This tracked link was changed",
    why="Every character of a tracked link counts. With one of them changed it leads to no page, and the tap is lost.",
    fix="Copy the link again, or track its destination anew.",
    bad=(
        "Order ready: https://go.acme.example/7xkq2mf5",
        "Order ready: https://go.acme.example/7xqk2mf4.",
        "Order ready: go.acme.example/7xkq2mf",
        "Order ready: https://go.acme.example/sale/spring",
    ),
    good=(
        "Order ready: https://go.acme.example/7xkq2mf4",
        "Order ready: https://go.acme.example/7XKQ2MF4.",
        "Order ready: https://go.acme.example/7xkq2mf4?a=1",
        "We are at https://go.acme.example/",
        "Order ready: https://acme.example/7xkq2mf5",
    ),
    edits=True,
    locked=True,
    example_context=Context(tracking_hosts=frozenset({"go.acme.example"})),
    find=find,
)

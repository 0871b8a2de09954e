"""borrowed-tracked-link: one of our own links that was minted for another contact or campaign."""

from collections.abc import Iterator
from datetime import UTC, datetime

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.tracked_link import TrackedLink
from linkwell.text.tracked import looked_up


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every tracked link that belongs to a contact who is not this one, or to another campaign.

    A link without a contact is nobody's and free to use. One that has a contact is somebody's; where the message names nobody, it may
    be theirs, so it is only a note.
    """
    if not context.known:
        return
    for index, link in enumerate(message.links):
        tracked = looked_up(link, context.known)
        if tracked is None:
            continue
        another_contact = None not in {tracked.contact, message.contact} and tracked.contact != message.contact
        if another_contact or (None not in {tracked.campaign, message.campaign} and tracked.campaign != message.campaign):
            whose = "another contact" if another_contact else f"the campaign “{tracked.campaign}”"
            detail = f"It was made for {whose}, so its clicks are counted there. It leads to {tracked.destination}."
            title = None if another_contact else "This tracked link belongs to another campaign"
            yield Finding(CHECK, link.span, detail=detail, link=index, edit=Edit(link.span, tracked.destination), title_here=title)
        elif tracked.contact is not None and message.contact is None:
            detail = f"If this message is for somebody else, its clicks count for the wrong person. It leads to {tracked.destination}."
            title = "This tracked link was made for one contact"
            yield Finding(CHECK, link.span, detail=detail, link=index, severity_here=Severity.INFO, title_here=title)


_BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
_EXAMPLES = {
    slug: TrackedLink(slug, f"https://go.acme.example/{slug}", "https://acme.com/sale", _BEGUN, campaign=campaign, contact=contact)
    for slug, campaign, contact in (("7xkq2mf4", "autumn", "crm-1"), ("23456783", "autumn", None), ("sprng265", "spring", None))
}

CHECK = Check(
    code="borrowed-tracked-link",
    severity=Severity.WARN,
    title="This tracked link belongs to another contact",
    why="A tracked link that was copied out of another conversation credits its clicks to that person, and they are missing here.",
    fix="Link to the page itself and choose “Track links”: you get one for this contact.",
    bad=(
        "Here you go: https://go.acme.example/7xkq2mf4",
        "Here you go: go.acme.example/23456783.",
        "Again: HTTPS://GO.ACME.EXAMPLE/7XKQ2MF4?x=1",
    ),
    good=(
        "Here you go: https://go.acme.example/sprng265",
        "Here you go: https://go.acme.example/kmnpqrs5",
        "Here you go: https://acme.com/sale",
    ),
    edits=True,
    example_context=Context(tracking_hosts=frozenset({"go.acme.example"}), known=_EXAMPLES),
    example_campaign="spring",
    find=find,
)

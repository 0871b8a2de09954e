"""Rewrites on the wire: a message in, the same with tracked links out."""

from linkwell.actions.rewrite import Rewritten
from linkwell.model.message import Channel, Message
from linkwell.text.units import Units
from linkwell.web.wire.base import Reference, Wire, Zone
from linkwell.web.wire.reviews import EditOut, ReviewOut, edit_out, review_out


class RewriteIn(Wire):
    """A message whose links are to be tracked."""

    text: str
    campaign: Reference | None = None
    contact: Reference | None = None
    audience: Reference | None = None
    channel: Channel = Channel.SMS
    site: Reference | None = None
    zone: Zone | None = None

    def message(self) -> Message:
        """Return the message that is meant."""
        return Message(self.text, (), self.channel, self.campaign, self.contact, self.site, self.audience, self.zone)


class MintedOut(Wire):
    """A link that stands in the rewritten text."""

    slug: str
    short_url: str
    destination: str


class RewriteOut(Wire):
    """The rewritten text; everything outside ``edits`` (spans in the old text) is as it was."""

    text: str
    edits: list[EditOut]
    tracked_links: list[MintedOut]
    review: ReviewOut
    notice: str | None


def rewrite_out(text: str, done: Rewritten, notice: str | None) -> RewriteOut:
    """Turn a rewrite of ``text`` into its wire form."""
    units = Units(text)
    return RewriteOut(
        text=done.text,
        edits=[edit_out(edit, units) for edit in done.edits],
        tracked_links=[MintedOut(slug=link.slug, short_url=link.short_url, destination=link.destination) for link in done.links],
        review=review_out(done.review),
        notice=notice,
    )

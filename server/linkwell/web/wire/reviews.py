"""Reviews on the wire: a message in, its links, findings and segments out."""

from typing import Annotated, Any, Literal

from pydantic import Field

from linkwell.model.finding import Edit, Finding, Severity
from linkwell.model.message import Chance, Channel, Link, LinkKind, Message, Phones
from linkwell.model.review import Encoding, Review, Segments, Verdict
from linkwell.model.span import Span
from linkwell.text.units import Units
from linkwell.web.wire.base import Moment, Reference, Wire, Zone


class ReviewIn(Wire):
    """A message to review. Nothing of it is stored."""

    text: str
    channel: Channel = Channel.SMS
    campaign: Reference | None = None
    contact: Reference | None = None
    site: Reference | None = None
    audience: Reference | None = None
    zone: Zone | None = None
    probe: Literal["none", "cached", "start"] = "none"

    def message(self) -> Message:
        """Return the message that is meant."""
        return Message(self.text, (), self.channel, self.campaign, self.contact, self.site, self.audience, self.zone)


class BatchIn(Wire):
    """Messages to review in one call, 1,000 at most."""

    messages: Annotated[list[Any], Field(max_length=1000)]


class SpanOut(Wire):
    """Half-open range in UTF-16 code units of the text as it was sent."""

    start: int
    end: int


class EditOut(Wire):
    """Replace what the span covers by the text."""

    span: SpanOut
    text: str


class ProbeOut(Wire):
    """What is known of where the link leads; "unprobed" where nobody looked."""

    outcome: str = "unprobed"
    hops: list[dict[str, Any]] = []
    final_url: str | None = None
    checked_at: Moment | None = None


class AndroidLinkOut(Wire):
    """What Android makes a link of, and the address that a tap on it opens."""

    span: SpanOut
    url: str


class PhonesOut(Wire):
    """What phones make of a link, by our model of them: ``android`` is null where Android shows no link there; ``ios`` is a chance."""

    android: AndroidLinkOut | None
    ios: Chance


class LinkOut(Wire):
    """One link found in the text."""

    span: SpanOut
    written: str
    url: str | None
    host: str
    domain: str
    kind: LinkKind
    phones: PhonesOut | None
    probe: ProbeOut = ProbeOut()


class FindingOut(Wire):
    """What one check found; ``link`` is the index of its link, and ``locked`` says that nobody may silence it for good."""

    code: str
    severity: Severity
    title: str
    detail: str
    why: str
    fix: str
    span: SpanOut
    link: int | None
    edit: EditOut | None
    locked: bool


class SegmentsOut(Wire):
    """How the text is cut into SMS segments."""

    encoding: Encoding
    units: int
    segments: int
    remaining: int
    forced_by: list[SpanOut]


class AfterTrackingOut(Wire):
    """The length once every link that can be is tracked."""

    segments: int
    units: int


class ReviewOut(Wire):
    """What was found in one message."""

    verdict: Verdict
    links: list[LinkOut]
    findings: list[FindingOut]
    segments: SegmentsOut
    after_tracking: AfterTrackingOut


def review_out(review: Review) -> ReviewOut:
    """Turn a review into its wire form."""
    units = Units(review.message.text)
    return ReviewOut(
        verdict=review.verdict,
        links=[_link_out(one, units) for one in review.message.links],
        findings=[_finding_out(one, units) for one in review.findings],
        segments=_segments_out(review.segments, units),
        after_tracking=AfterTrackingOut(segments=review.after_tracking.segments, units=review.after_tracking.units),
    )


def edit_out(edit: Edit, units: Units) -> EditOut:
    """Turn an edit into its wire form."""
    return EditOut(span=_span_out(edit.span, units), text=edit.text)


def _span_out(span: Span, units: Units) -> SpanOut:
    there = units.to_utf16(span)
    return SpanOut(start=there.start, end=there.end)


def _link_out(link: Link, units: Units) -> LinkOut:
    return LinkOut(
        span=_span_out(link.span, units),
        written=link.written,
        url=link.url,
        host=link.host,
        domain=link.domain,
        kind=link.kind,
        phones=None if link.phones is None else _phones_out(link.phones, units),
    )


def _phones_out(phones: Phones, units: Units) -> PhonesOut:
    android = phones.android
    there = None if android is None else AndroidLinkOut(span=_span_out(android.span, units), url=android.url)
    return PhonesOut(android=there, ios=phones.ios)


def _finding_out(finding: Finding, units: Units) -> FindingOut:
    return FindingOut(
        code=finding.code,
        severity=finding.severity,
        title=finding.title,
        detail=finding.detail,
        why=finding.check.why,
        fix=finding.check.fix,
        span=_span_out(finding.span, units),
        link=finding.link,
        edit=None if finding.edit is None else edit_out(finding.edit, units),
        locked=finding.locked,
    )


def _segments_out(segments: Segments, units: Units) -> SegmentsOut:
    return SegmentsOut(
        encoding=segments.encoding,
        units=segments.units,
        segments=segments.segments,
        remaining=segments.remaining,
        forced_by=[_span_out(span, units) for span in segments.forced_by],
    )

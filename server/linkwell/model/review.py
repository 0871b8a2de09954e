"""Review: a message's links and findings, its verdict and its length in segments."""

from dataclasses import dataclass
from enum import StrEnum

from linkwell.model.finding import Finding, Severity
from linkwell.model.message import Message
from linkwell.model.span import Span


class Verdict(StrEnum):
    """The highest severity found: ``block`` holds the send."""

    OK = "ok"
    WARN = "warn"
    BLOCK = "block"


class Encoding(StrEnum):
    """The alphabet a text message is sent in: 7-bit GSM 03.38 or 16-bit UCS-2."""

    GSM7 = "GSM-7"
    UCS2 = "UCS-2"


@dataclass(frozen=True, slots=True)
class Segments:
    """How a text is cut into SMS segments.

    ``units`` are septets in GSM-7 (extension characters count two) and UTF-16 code units in UCS-2; ``remaining`` are the
    units left in the last segment; ``forced_by`` are the characters that keep the text from GSM-7.
    """

    encoding: Encoding
    units: int
    segments: int
    remaining: int
    forced_by: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in one message. Findings stand in order of span, then severity."""

    message: Message
    findings: tuple[Finding, ...]
    segments: Segments
    after_tracking: Segments

    @property
    def verdict(self) -> Verdict:
        """The highest severity found."""
        severities = {finding.severity for finding in self.findings}
        if Severity.BLOCK in severities:
            return Verdict.BLOCK
        return Verdict.WARN if Severity.WARN in severities else Verdict.OK

    def is_sound(self, link: int) -> bool:
        """Tell whether the link of that index has an address and nothing blocks it: only such a link may be rewritten."""
        blocked = any(finding.link == link and finding.severity is Severity.BLOCK for finding in self.findings)
        return self.message.links[link].url is not None and not blocked

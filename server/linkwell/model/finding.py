"""Check, Finding and Edit: a rule, what it reports, and the replacement it proposes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from linkwell.model.span import Span

if TYPE_CHECKING:
    from linkwell.model.context import Context
    from linkwell.model.message import Message


class Severity(StrEnum):
    """How much a finding matters, worst first: ``block`` holds the send."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters under ``span`` by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check reports at one place.

    ``link`` is the index of the link in the message it belongs to, where there is one; ``severity_here`` and ``title_here`` override
    what the check says of itself.
    """

    check: "Check"
    span: Span
    detail: str
    link: int | None = None
    edit: Edit | None = None
    severity_here: Severity | None = None
    title_here: str | None = None

    @property
    def code(self) -> str:
        """The check's stable name."""
        return self.check.code

    @property
    def severity(self) -> Severity:
        """How much it matters here."""
        return self.severity_here or self.check.severity

    @property
    def title(self) -> str:
        """What is wrong here, in a few words."""
        return self.title_here or self.check.title

    @property
    def locked(self) -> bool:
        """Whether neither the policy nor an agent may silence it for good."""
        return self.check.locked and self.severity.rank <= Severity.WARN.rank


@dataclass(frozen=True, slots=True)
class Check:
    """A rule, with the prose that the card, the docs and the tests are made from.

    ``bad`` are texts in which it must find something (marked ``✎`` in the catalogue where ``edits`` is true), ``good``
    are texts in which it must stay silent, both read in the light of ``example_context`` (the good ones in that of ``good_context``
    where there is one) and as texts of ``example_campaign``. A check that ``gives_way`` says
    nothing of a link that another check blocks; one that ``claims_span`` wants no other edit in what it points at. One that
    ``needs_link`` is not asked about a message without any.
    """

    code: str
    severity: Severity
    title: str
    why: str
    fix: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    find: "Callable[[Message, Context], Iterator[Finding]]"
    source: str | None = None
    edits: bool = False
    locked: bool = False  # policy may not lower it below warn
    gives_way: bool = False
    claims_span: bool = False
    needs_link: bool = True
    example_context: "Context | None" = None
    good_context: "Context | None" = None
    example_campaign: str | None = None

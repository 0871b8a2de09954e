"""conflicting-parameters: the link says two things about one campaign tag."""

from collections.abc import Iterator, Sequence

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.span import Span
from linkwell.text.parts import Parameter
from linkwell.text.query import cut, parameters
from linkwell.text.signed import is_signed

_Fault = tuple[int, int, str, str, str, Severity | None]


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every campaign tag that stands there again, and for every one whose name is not in small letters.

    The first one counts: analytics read the query from the left and stop at the name. A tag without a value yields to one with a value,
    and one whose name has capitals to one that is written right, since analytics do not see it at all.
    """
    for index, link in enumerate(message.links):
        written = link.written
        if "?" not in written or link.kind is LinkKind.OTHER or "utm" not in written.lower() or is_signed(written):
            continue
        for start, end, text, title, detail, severity in _faults(written):
            span = Span(link.span.start + start, link.span.start + end)
            edit = Edit(span, text)
            yield Finding(CHECK, span, detail=detail, link=index, edit=edit, severity_here=severity, title_here=title)


def _faults(written: str) -> Iterator[_Fault]:
    had = parameters(written)
    same: dict[str, list[Parameter]] = {}
    for one in had:
        name = one.name.lower()
        if name.startswith("utm_"):
            same.setdefault(name, []).append(one)
    for name, some in same.items():
        kept = _kept(some)
        if kept.name != name:
            detail = f"Analytics look for “{name}” and pass over “{kept.name}”."
            yield kept.start, kept.start + len(name), name, f"“{kept.name}” has capital letters", detail, None
        for one in some:
            if one is kept:
                continue
            start, end = cut(one, had[0])
            if (one.value or "") == (kept.value or ""):
                detail = "Once is enough."
                yield start, end, "", f"“{name}” stands there twice", detail, Severity.INFO
            else:
                detail = f"Analytics take “{kept.value or ''}” and never see “{one.value or ''}”."
                yield start, end, "", f"“{name}” has two values", detail, None


def _kept(some: Sequence[Parameter]) -> Parameter:
    """Return the one that analytics see: the first with a value among those that are written right."""
    return min(some, key=lambda one: (not one.value, not one.name.islower()))


CHECK = Check(
    code="conflicting-parameters",
    severity=Severity.WARN,
    title="The campaign tags contradict each other",
    why="A campaign tag counts once and in small letters. Where it stands twice, analytics take the first value and drop the other; with "
    "capitals in its name they do not see it at all. The visits go to a campaign that nobody meant.",
    fix="Keep one of each, with its name in small letters.",
    bad=(
        "https://acme.com/x?utm_source=sms&utm_source=email",
        "https://acme.com/x?utm_campaign=spring&a=1&utm_campaign=summer#top",
        "https://acme.com/x?utm_source=sms&utm_medium=text&utm_medium=sms&utm_campaign=a&utm_campaign=b",
        "https://acme.com/x?UTM_Source=sms",
        "https://acme.com/x?utm_source=sms&Utm_medium=text&UTM_CAMPAIGN=spring",
        "https://acme.com/x?UTM_SOURCE=email&utm_source=sms",
        "https://acme.com/x?utm_source=&utm_source=sms",
        "https://acme.com/x?utm_source=sms&utm_source=sms",
    ),
    good=(
        "https://acme.com/x?utm_source=sms&utm_medium=text&utm_campaign=spring",
        "https://acme.com/x?tag=a&tag=b&Size=M&size=m",
        "https://acme.com/x?next=%2F%3Futm_source%3Dsms&utm_source=text",
        "https://acme.com/x?utm_source=a and https://acme.com/x?utm_source=b",
    ),
    source="https://support.google.com/analytics/answer/10917952",
    edits=True,
    find=find,
)

"""incomplete-campaign-tags: some of the campaign tags are there, and others are missing, empty or written unlike the rest."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.model.span import Span
from linkwell.text.parts import Parameter
from linkwell.text.query import parameters
from linkwell.text.signed import is_signed
from linkwell.text.tags import filled, joint, missing, obstacle

_NEEDED = ("utm_source", "utm_medium", "utm_campaign")
_TAG = re.compile(r"[?&#;]utm_(?:source|medium|campaign)\b", re.IGNORECASE)
_SPACES = re.compile(r"(?:%20|\+|%09)+", re.IGNORECASE)
_ESCAPE_OR_CAPITAL = re.compile(r"%[0-9A-Fa-f]{2}|[A-Z]+")
_GAP = re.compile(r"[{}\[\]<>]|%7[BD]|%(?![0-9A-Fa-f]{2})", re.IGNORECASE)

_Fault = tuple[int, int, str | None, str, str]


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for the tags that a partly tagged link lacks, and one for every value that is empty, has spaces or capitals.

    What is missing is filled in from the policy; a value that the policy itself gives is never changed. A link without any of the three
    tags is left alone.
    """
    for index, link in enumerate(message.links):
        written = link.written
        if "?" not in written or link.kind in {LinkKind.OTHER, LinkKind.TRACKED} or not _TAG.search(written) or is_signed(written):
            continue
        for start, end, text, title, detail in _faults(written, context.policy, message.campaign):
            span = Span(link.span.start + start, link.span.start + end)
            edit = Edit(span, text) if text is not None else None
            yield Finding(CHECK, link.span if edit is None else span, detail=detail, link=index, edit=edit, title_here=title)


def _faults(written: str, policy: Policy, campaign: str | None) -> Iterator[_Fault]:
    template = {name: filled(value, campaign) for name, value in policy.campaign_tags.items()}
    tags = [one for one in parameters(written) if one.name.lower() in _NEEDED]
    lacking = [name for name in _NEEDED if f"{name}=" not in written.lower() and all(one.name.lower() != name for one in tags)]
    at = len(written.partition("#")[0])
    more = _more(written, lacking, at, policy, campaign) if tags and lacking else None
    for one in tags:
        name = one.name.lower()
        value = one.value or ""
        if not value:
            text = None if not template.get(name) else template[name] if one.value is not None else f"={template[name]}"
            if text is not None and more is not None and one.end == at:
                text, more = f"{text}{more}", None  # what is missing goes to the same place
            yield one.end, one.end, text, f"“{name}” is empty", "Reports show this campaign as “not set”."
        elif value != template.get(name) and not _GAP.search(value) and (tidy := _tidy(value)) != value:
            yield _changed(one, value, tidy)
    if tags and lacking:
        detail = "Reports then show part of the visits as “not set”, or under another campaign."
        yield at, at, more, f"{_listed(lacking)} {'is' if len(lacking) == 1 else 'are'} missing", detail


def _more(written: str, lacking: list[str], at: int, policy: Policy, campaign: str | None) -> str | None:
    """Return what the policy has for the tags that are ``lacking``, as it goes in at ``at``; ``None`` where it cannot go there safely."""
    more = missing(written, {name: value for name, value in policy.campaign_tags.items() if name in lacking}, campaign)
    safe = more and obstacle(written, more, policy.limits.link_characters) is None and written.find("?") >= written.rfind("?", 0, at)
    return joint(written[:at]) + more if safe else None


def _changed(one: Parameter, value: str, tidy: str) -> _Fault:
    what = "a space" if _SPACES.search(value) else "capital letters"
    detail = f"“{value}” and “{tidy}” count as two campaigns. Write it one way everywhere."
    return one.end - len(value), one.end, tidy, f"“{one.name.lower()}” has {what} in it", detail


def _tidy(value: str) -> str:
    """Write a value in small letters, with hyphens for spaces; percent escapes stay as they are."""
    hyphened = _SPACES.sub("-", value)
    return _ESCAPE_OR_CAPITAL.sub(lambda found: found.group() if found.group()[0] == "%" else found.group().lower(), hyphened)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


CHECK = Check(
    code="incomplete-campaign-tags",
    severity=Severity.INFO,
    title="The campaign tags are not complete",
    why="Analytics put a visit down to a campaign by source, medium and campaign together. Where one is missing, or is written in another "
    "way from message to message, one campaign falls apart into several lines.",
    fix="Give all three, in small letters, with hyphens for spaces.",
    bad=(
        "https://acme.com/x?utm_source=sms",
        "https://acme.com/x?utm_source=sms&utm_medium=text#top",
        "https://acme.com/x?utm_campaign=spring&a=1",
        "https://acme.com/x?utm_source=sms&utm_medium=text&utm_campaign=",
        "https://acme.com/x?utm_source&utm_medium=text&utm_campaign=spring",
        "https://acme.com/x?utm_source=sms&utm_medium=text&utm_campaign=Spring%20Sale",
        "https://acme.com/x?utm_source=sms&utm_medium=text&utm_campaign=spring+sale",
        "https://acme.com/x?utm_source=SMS&utm_medium=text&utm_campaign=spring",
    ),
    good=(
        "https://acme.com/x?utm_source=sms&utm_medium=text&utm_campaign=spring-sale",
        "https://acme.com/x?utm_source=sms&utm_medium=text&utm_campaign=caf%C3%A9",
        "https://acme.com/x?utm_content=Blue+Button",
        "https://acme.com/x?a=1",
        "https://acme.com/x",
    ),
    source="https://support.google.com/analytics/answer/10917952",
    edits=True,
    example_context=Context(policy=Policy(campaign_tags={"utm_source": "sms", "utm_medium": "text", "utm_campaign": "spring-sale"})),
    find=find,
)

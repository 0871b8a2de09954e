"""vague-link-text: "click here" beside a link, instead of what it opens."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Link, Message
from linkwell.model.span import Span
from linkwell.text.wording import link_beside

# English only; "here:" alone is ordinary, it stands in every fourth business text.
_WHICH = r"(?:the|this|that|our|your|my|following|below|attached|enclosed|secure|personal|private|unique|provided|web)"
_PHRASE = re.compile(
    r"\b(?:(?P<verb>(?:click|tap|press)(?:ing)?|hit|hitting)\s+(?:(?:on|in|at)\s+)?"
    rf"(?:(?:right\s+here|here|below|(?:{_WHICH}\s+){{0,3}}(?:link|url|hyperlink)(?:\s+(?:below|above|here|provided|attached))?)\b"
    r"|this\b(?=\s*:|\s+(?:https?:|www\.)))"
    rf"|(?<!the )(?<!this )(?P<follow>follow(?:ing)?)\s+(?:{_WHICH}\s+){{1,3}}(?:link|url)\b(?:\s+(?:below|above|here|provided"
    rf"|attached)\b)?)"
    r"(?P<to>\s+(?:in\s+order\s+)?to\s+(?=[a-z]))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s:>→👉➡\ufe0f–—-]{1,12}")
_MOST = 3  # findings in one message


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for each such phrase; the edit names the page, or what is to be done there."""
    lowered = message.text.lower()
    if not ("click" in lowered or "tap" in lowered or "press" in lowered or "follow" in lowered or "hit " in lowered):
        return
    told = 0
    for phrase in _PHRASE.finditer(message.text):
        index = link_beside(message, phrase.end())
        if index is None or message.link_over(Span(phrase.start(), phrase.end())) is not None:
            continue
        said = phrase.group()[: -len(phrase["to"])] if phrase["to"] else phrase.group()
        yield Finding(
            CHECK,
            Span(phrase.start(), phrase.start() + len(said)),
            detail=f"“{' '.join(said.split())}” does not say what opens. Most scam texts say it.",
            link=index,
            edit=_edit(message.text, phrase, message.links[index]),
        )
        told += 1
        if told == _MOST:
            return


def _edit(text: str, phrase: re.Match[str], link: Link) -> Edit | None:
    """Write "go to" right before a link; before what is to be done there, leave the phrase out; nothing where neither reads well."""
    verb, end = phrase["verb"] or phrase["follow"], phrase.end()
    gerund = verb.lower().endswith("ing")
    if link.span.start <= end or (phrase["to"] and gerund):
        return None
    if phrase["to"]:
        first = text[end]
        return Edit(Span(phrase.start(), end + 1), first.upper() if verb[0].isupper() else first)
    between = text[end : link.span.start]
    if _BETWEEN.fullmatch(between) is None or not between[-1].isspace():
        return None
    instead = "going to" if gerund else "go to"
    return Edit(Span(phrase.start(), end + len(between.rstrip())), instead.capitalize() if verb[0].isupper() else instead)


CHECK = Check(
    code="vague-link-text",
    severity=Severity.HINT,
    title="These words do not say what the link opens",
    why="“Click here” stands in every tenth scam text and in hardly any other. People tap sooner where they know what they will see.",
    fix="Say what the link opens, or what can be done there. Only English phrases are found.",
    bad=(
        "Click here: https://acme.com/x",
        "Tap this link to reschedule: https://acme.com/x",
        "Your bill is ready, click the link below:\nhttps://acme.com/x",
        "Confirm by clicking here https://acme.com/x",
        "https://acme.com/x (tap here)",
    ),
    good=(
        "Book here: https://acme.com/x",
        "Track it: https://acme.com/x",
        "The link to your bill: https://acme.com/x",
        "Click the button at the gate. Map: https://acme.com/map",
        "Click here when you are done",
    ),
    source="https://www.w3.org/WAI/WCAG22/Techniques/failures/F84",
    edits=True,
    find=find,
)

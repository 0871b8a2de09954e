"""vague-link-text: "click here" beside a link, instead of what it opens."""

import re
from collections.abc import Iterator
from itertools import islice

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Link, Message
from linkwell.model.span import Span
from linkwell.text.languages import reading
from linkwell.text.languages.pointing import Pointer, pointers
from linkwell.text.wording import link_beside

# In English; "here:" alone is ordinary, it stands in every fourth business text.
_WHICH = r"(?:the|this|that|our|your|my|following|below|attached|enclosed|secure|personal|private|unique|provided|web)"
_PHRASE = re.compile(
    r"\b(?:(?P<verb>(?:click|tap|press)(?:ing)?|hit|hitting)(?:\s+|(?=here\b))(?:(?:on|in|at)\s+)?"
    rf"(?:(?:right\s+here|here|below|(?:{_WHICH}\s+){{0,3}}(?:link|url|hyperlink)(?:\s+(?:below|above|here|provided|attached))?)\b"
    r"|this\b(?=\s*:|\s+(?:https?:|www\.)))"
    rf"|(?<!the )(?<!this )(?P<follow>follow(?:ing)?)\s+(?:{_WHICH}\s+){{1,3}}(?:link|url)\b(?:\s+(?:below|above|here|provided"
    r"|attached)\b)?"
    r"|(?P<open>open(?:ing)?|visit(?:ing)?|check(?:ing)?(?:\s+out)?)\s+(?:this|the\s+following)\s+(?:link|url)\b(?!\s+to\b))"
    r"(?P<to>\s+(?:in\s+order\s+)?to\s+(?=[a-z]))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s:>→👉➡\ufe0f–—-]{1,12}")
_HINTS = ("click", "tap", "press", "follow", "hit ", "this link", "this url")
_MOST = 3  # findings in one message
_LOOKED_AT = 20  # phrases of one message, as many more may stand inside of links


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for each such phrase in English, Spanish, French, German, Portuguese, Italian or Dutch.

    The edit names the page, or what is to be done there.
    """
    lowered, read = message.text.lower(), reading(message.text)
    english = any(map(lowered.__contains__, _HINTS))
    if not english and read is None:
        return
    said = list(_in_english(message)) if english else []
    if read is not None:
        said += (
            one
            for one in pointers(message, read)
            if all(one.span.start >= other.span.end or one.span.end <= other.span.start for other in said)
        )
    for one in sorted(said, key=lambda one: one.span.start)[:_MOST]:
        words = " ".join(one.span.of(message.text).split())
        yield Finding(CHECK, one.span, detail=f"“{words}” does not say what opens. Most scam texts say it.", link=one.link, edit=one.edit)


def _in_english(message: Message) -> Iterator[Pointer]:
    for phrase in islice(_PHRASE.finditer(message.text), _LOOKED_AT):
        index = link_beside(message, phrase.end())
        if index is None or message.link_over(Span(phrase.start(), phrase.end())) is not None:
            continue
        end = phrase.start("to") if phrase["to"] else phrase.end()
        yield Pointer(Span(phrase.start(), end), index, _edit(message.text, phrase, message.links[index]))


def _edit(text: str, phrase: re.Match[str], link: Link) -> Edit | None:
    """Write "go to" right before a link; before what is to be done there, leave the phrase out; nothing where neither reads well."""
    verb, end = phrase["verb"] or phrase["follow"] or phrase["open"], phrase.end()
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
    fix="Say what the link opens, or what can be done there. "
    "Phrases are found in English, Spanish, French, German, Portuguese, Italian and Dutch.",
    bad=(
        "Click here: https://acme.com/x",
        "Tap this link to reschedule: https://acme.com/x",
        "Your bill is ready, click the link below:\nhttps://acme.com/x",
        "Confirm by clicking here https://acme.com/x",
        "https://acme.com/x (tap here)",
        "Haz clic aquí para reservar: https://acme.com/x",
        "Votre facture est prête, cliquez ici : https://acme.com/x",
        "Klicken Sie hier: https://acme.com/x",
    ),
    good=(
        "Book here: https://acme.com/x",
        "Track it: https://acme.com/x",
        "The link to your bill: https://acme.com/x",
        "Click the button at the gate. Map: https://acme.com/map",
        "Click here when you are done",
        "Reserva aquí: https://acme.com/x",
        "Termin hier: https://acme.com/x",
    ),
    source="https://www.w3.org/WAI/WCAG22/Techniques/failures/F84",
    edits=True,
    find=find,
)

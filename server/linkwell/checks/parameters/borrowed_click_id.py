"""borrowed-click-id: the link was copied together with somebody's own click."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.span import Span
from linkwell.text.signed import is_signed

_IDS = {
    "Google Ads": "gclid gbraid wbraid gclsrc gad_source gad_campaignid",
    "Google": "dclid srsltid",
    "Google Analytics": "_gl _ga",
    "Facebook": "fbclid",
    "Instagram": "igshid igsh",
    "Microsoft Ads": "msclkid",
    "TikTok": "ttclid",
    "X": "twclid",
    "LinkedIn": "li_fat_id",
    "Pinterest": "epik",
    "Reddit": "rdt_cid",
    "Snapchat": "sccid",
    "Yandex": "yclid",
    "Mailchimp": "mc_eid",
    "HubSpot": "_hsenc _hsmi __hstc __hssc __hsfp hsctatracking",
    "Marketo": "mkt_tok",
    "Omeda": "oly_enc_id oly_anon_id",
    "Vero": "vero_id",
    "Klaviyo": "_kx _ke",
    "Drip": "__s",
    "Impact": "irclickid",
    "Wicked Reports": "wickedid",
    "MailerLite": "ml_subscriber",
    "Kit": "ck_subscriber_id",
    "Eloqua": "elqtrackid",
    "Adobe": "s_kwcid ef_id",
    "Quora": "qclid",
    "Taboola": "tblci",
    "Outbrain": "dicbo",
    "CJ": "cjevent",
    "Awin": "awc",
    "Tradedoubler": "tduid",
    "Branch": "_branch_match_id",
}
_OWNERS = {name: owner for owner, names in _IDS.items() for name in names.split()}


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose query carries the id of one person's click; a signed one is left as it is."""
    for index, link in enumerate(message.links):
        head = link.written.partition("#")[0]
        query = head.find("?")
        if query < 0 or link.kind is LinkKind.OTHER:
            continue
        parts = head[query + 1 :].split("&")
        borrowed = [part.partition("=")[0] for part in parts if _owner(part) is not None]
        if borrowed:
            first = next(_owner(part) for part in parts if _owner(part) is not None)
            edit = _edit(link.span.start + query, parts)
            yield Finding(
                CHECK,
                edit.span,
                detail=f"{_listed(borrowed)} came along from somebody's own browser. Every tap would be counted for that one visit.",
                link=index,
                edit=None if is_signed(link.written) else edit,
                title_here=f"This link carries somebody's click from {first}",
            )


def _owner(part: str) -> str | None:
    name, _, value = part.partition("=")
    return _OWNERS.get(name.lower()) if value else None


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _edit(start: int, parts: list[str]) -> Edit:
    """Cut the borrowed parts out of the query at ``start``, from the first to the last of them, and leave every other byte."""
    places = [place for place, part in enumerate(parts) if _owner(part) is not None]
    first, last = places[0], places[-1]
    kept = [part for part in parts[first:last] if _owner(part) is None]
    begin = start + 1 + sum(len(part) + 1 for part in parts[:first])
    end = start + 1 + sum(len(part) + 1 for part in parts[: last + 1]) - 1
    if last + 1 < len(parts):
        return Edit(Span(begin, end + 1), "".join(f"{part}&" for part in kept))
    return Edit(Span(begin - 1, end), "".join(f"{'?' if not first and not place else '&'}{part}" for place, part in enumerate(kept)))


CHECK = Check(
    code="borrowed-click-id",
    severity=Severity.WARN,
    title="This link carries somebody's own click",
    why="Advertising and mail services add an id to the address when one person clicks. Copied into a message, it makes everybody who taps "
    "look like that person, and their visits go to the wrong campaign.",
    fix="Take the id out. The page stays the same.",
    bad=(
        "https://acme.com/x?gclid=EAIaIQ",
        "https://acme.com/x?a=1&fbclid=IwAR0&b=2#top",
        "https://acme.com/x?fbclid=IwAR0&gclid=EAI&b=2",
        "https://acme.com/x?b=2&mc_eid=12ab",
        "https://acme.com/x?_hsenc=p2A&a=1&_hsmi=77",
    ),
    good=(
        "https://acme.com/x?utm_source=sms&utm_medium=text",
        "https://acme.com/gclid/fbclid",
        "https://acme.com/x?gclid=",
        "https://acme.com/x#gclid=1",
    ),
    source="https://support.google.com/google-ads/answer/9744275",
    edits=True,
    find=find,
)

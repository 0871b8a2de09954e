"""Tags: the campaign tags that a destination should carry, spliced in before its fragment; no other byte is touched."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from linkwell.text.parts import parts
from linkwell.text.query import parameters
from linkwell.text.signed import is_signed

LONGEST: Final = 2000
_CAMPAIGN: Final = "{campaign}"


def tagged(url: str, template: Mapping[str, str], campaign: str | None, longest: int = LONGEST) -> str:
    """Return ``url`` with the tags of ``template`` that it lacks, or as it is where they cannot be added safely.

    ``{campaign}`` in a value stands for ``campaign``; a tag that needs it is left out where there is none. A tag that is there, with
    whatever value, is never overwritten. What is added is percent-encoded in UTF-8.
    """
    more = missing(url, template, campaign)
    return url if not more or obstacle(url, more, longest) is not None else with_more(url, more)


def missing(url: str, template: Mapping[str, str], campaign: str | None) -> str:
    """Return the tags of ``template`` that ``url`` lacks as they would stand in a query (``utm_source=sms&utm_medium=text``), or ``""``."""
    if not template:
        return ""
    had = {one.name.lower() for one in parameters(url)}
    wanted = ((name, filled(value, campaign)) for name, value in template.items() if name.lower() not in had)
    return "&".join(f"{quote(name, safe='')}={value}" for name, value in wanted if value)


def filled(value: str, campaign: str | None) -> str:
    """Return a value of the template as it stands in a query, ``""`` where it needs a campaign and there is none."""
    if _CAMPAIGN in value:
        if not campaign:
            return ""
        value = value.replace(_CAMPAIGN, campaign)
    return quote(value, safe="", errors="replace")


def obstacle(url: str, more: str, longest: int = LONGEST) -> str | None:
    """Say why ``more`` cannot be added to the query of ``url`` safely, ``None`` where it can."""
    if is_signed(url):
        return "It is signed, and anything added to it breaks the signature"
    fragment = parts(url).fragment
    if fragment is not None and fragment[:1] in {"/", "!"}:
        return "The page reads its own address behind the #, and may lose what is added"
    if len(url) + len(more) + 1 > longest:
        return f"With them it is longer than {longest} characters"
    return None


def with_more(url: str, more: str) -> str:
    """Splice ``more`` into the query of ``url``, in front of its fragment."""
    head, mark, fragment = url.partition("#")
    return f"{head}{joint(head)}{more}{mark}{fragment}"


def joint(head: str) -> str:
    """Return what stands between ``head``, an address without its fragment, and the parameters that follow it."""
    query = head.find("?")
    return "?" if query < 0 else "" if query == len(head) - 1 or head[-1] == "&" else "&"

"""Rewrite: put tracked links in the place of a message's sound links, and touch nothing else."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from linkwell.actions.lookups import lookups_in
from linkwell.actions.mint import Mint, Wish, mint
from linkwell.actions.review_message import Known, review_message
from linkwell.checks.domains import untracked_link
from linkwell.checks.parameters import overlong_link, tracking_would_break
from linkwell.model.errors import Conflict
from linkwell.model.finding import Edit, Severity
from linkwell.model.message import Link, Message
from linkwell.model.policy import Policy
from linkwell.model.review import Review
from linkwell.model.tracked_link import TrackedLink
from linkwell.store import answers, links
from linkwell.text import destination
from linkwell.text.edits import apply_edits
from linkwell.text.tags import tagged
from linkwell.text.tracked import may_be_tracked

_MENDED: Final = frozenset(check.code for check in (untracked_link.CHECK, overlong_link.CHECK, tracking_would_break.CHECK))


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new text with the edits that make it from the old one, the links in it, and its review."""

    text: str
    edits: tuple[Edit, ...]
    links: tuple[TrackedLink, ...]
    review: Review


def rewrite(session: Session, message: Message, known: Known, at: Mint, key: str | None) -> Rewritten:
    """Track every sound link of ``message``; broken ones stay as they are and the review says why.

    Destinations get the campaign tags of the policy that they lack, those that it would break none: they are tracked by redirect only.
    With an idempotency ``key`` a repeat of the same request gets the same links; raises Conflict where another request used the key.
    """
    lookups = lookups_in(session)
    before = review_message(message, known, lookups, at.now)
    sound = [link for index, link in enumerate(before.message.links) if _is_ours_to_track(link) and _is_sound(before, index)]
    minted = _minted_once(session, message, _wishes(message, sound, known.policy), at, key)
    edits = tuple(Edit(link.span, tracked.short_url) for link, tracked in zip(sound, minted, strict=True))
    text = apply_edits(message.text, edits)
    after = review_message(replace(message, text=text), replace(known, hosts=known.hosts | {at.host}), lookups, at.now)
    return Rewritten(text, edits, tuple(minted), after)


def _wishes(message: Message, sound: Sequence[Link], policy: Policy) -> list[Wish]:
    policy = policy.at(message.site)
    longest = min(policy.limits.link_characters, destination.LONGEST)
    return [
        Wish(tagged(link.url or "", policy.campaign_tags, message.campaign, longest), message.campaign, message.contact, message.audience)
        for link in sound
    ]


def _minted_once(session: Session, message: Message, wishes: Sequence[Wish], at: Mint, key: str | None) -> list[TrackedLink]:
    if key is None:
        return mint(session, wishes, at)
    parts = [message.text, *(part or "" for part in (message.campaign, message.contact, message.audience)), at.base]
    request = hashlib.sha256("\0".join(parts).encode()).digest()
    try:
        with session.begin_nested():
            had = _had(session, at, key, request, len(wishes))
            if had is not None:
                return had
            minted = mint(session, wishes, at)
            answers.add(session, at.by, key, request, [link.slug for link in minted], at.now)
            return minted
    except IntegrityError:  # the same request came twice at once, and the other was first
        return _had(session, at, key, request, len(wishes)) or []


def _had(session: Session, at: Mint, key: str, request: bytes, count: int) -> list[TrackedLink] | None:
    slugs = answers.find(session, at.by, key, request)
    if slugs is None:
        return None
    if len(slugs) != count:
        raise Conflict("The links of this request are judged differently now. Take a new Idempotency-Key.")
    had = links.find_all(session, slugs)
    return [had[slug] for slug in slugs]


def _is_ours_to_track(link: Link) -> bool:
    """Tell whether a link may be replaced, and where it leads can be a destination."""
    return may_be_tracked(link) and link.url is not None and destination.fault(link.url) is None


def _is_sound(of: Review, index: int) -> bool:
    """Tell whether nothing blocks a link but what a tracked link in its place mends."""
    blocking = {finding.code for finding in of.findings if finding.link == index and finding.severity is Severity.BLOCK}
    return of.is_sound(index) or blocking <= _MENDED

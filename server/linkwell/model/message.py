"""Message: one composed text before it is sent, with the links found in it."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from linkwell.model.span import Span


class Channel(StrEnum):
    """How the message travels; only ``sms`` has segments that cost."""

    SMS = "sms"
    MMS = "mms"
    RCS = "rcs"
    WHATSAPP = "whatsapp"
    EMAIL = "email"


class LinkKind(StrEnum):
    """Whose link it is."""

    PLAIN = "plain"
    TRACKED = "tracked"  # on a tracking domain of ours
    FOREIGN = "foreign"  # somebody else's shortener or tracker
    OTHER = "other"  # any scheme but http and https


class FaultKind(StrEnum):
    """Which part of a link's form is wrong."""

    SCHEME = "scheme"  # https:// is there, but misspelt
    NO_SCHEME = "no scheme"
    HOST = "host"
    SUFFIX = "suffix"  # the last label is no top-level domain
    SPACE = "space"  # a space or a line break cuts the link in two


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the form of a link; ``note`` says it in words.

    Replacing ``span`` by ``instead`` repairs it; ``None`` where no repair is clear.
    """

    kind: FaultKind
    span: Span
    instead: str | None
    note: str


class Chance(StrEnum):
    """How likely it is; all that can be said of iOS, whose finder of links is not public."""

    YES = "yes"
    LIKELY = "likely"
    UNLIKELY = "unlikely"


@dataclass(frozen=True, slots=True)
class AndroidLink:
    """What an Android phone makes a link of, and the address that it opens."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Phones:
    """What phones make of a link, by our model of them: on Android what covers it (``None``: no link), on iOS whether it is one."""

    android: AndroidLink | None
    ios: Chance


@dataclass(frozen=True, slots=True)
class Link:
    """One link as it is written in a text.

    ``written`` is the text under ``span``; ``url`` is what it means once obvious faults of its form are repaired
    (``htps://acme.com`` means ``https://acme.com``, ``acme.com`` means ``https://acme.com``), or ``None`` where no
    repair is clear. ``host`` is lower case, without port; ``domain`` is the registrable domain, ``""`` where the host has none.
    ``phones`` is ``None`` until a model of them looked at the text.
    """

    span: Span
    written: str
    url: str | None
    host: str
    domain: str
    kind: LinkKind
    faults: tuple[Fault, ...] = ()
    phones: Phones | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One composed text before it is sent. ``contact`` and ``campaign`` are opaque references, never personal data.

    ``site`` is the host of the page that it is written in; ``zone`` the contact's time zone (an IANA name), where it is known.
    """

    text: str
    links: tuple[Link, ...] = ()
    channel: Channel = Channel.SMS
    campaign: str | None = None
    contact: str | None = None
    site: str | None = None
    audience: str | None = None
    zone: str | None = None

    def link_over(self, span: Span) -> int | None:
        """Return the index of the first link that shares a character with ``span``."""
        index = bisect_right(self.links, span.start, key=lambda link: link.span.end)
        return index if index < len(self.links) and self.links[index].span.overlaps(span) else None

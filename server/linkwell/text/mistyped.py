"""Mistyped: slips of hosts that only count where more than one letter speaks for them."""

from collections.abc import Iterable, Mapping
from typing import Final

from linkwell.text.slips import near
from linkwell.text.words import is_everyday

_FRONTS: Final = frozenset("go link links l t r s c click clicks sms txt text track tracking m msg".split())
_SHORT: Final = frozenset({4, 5})  # letters of a name that longer ones' slips say nothing of


def short_name(label: str, hosts: Mapping[str, str]) -> str | None:
    """Return the host of the short name that a letter typed twice, or two in the wrong order, makes ``label`` of.

    ``hosts`` maps names to their hosts. Other slips of so few letters are names of others: ``acne.com`` is nobody's ``acme.com``.
    """
    if not 4 <= len(label) <= 6 or label in hosts or is_everyday(label):
        return None
    places = range(1, len(label))
    twice = (label[:at] + label[at + 1 :] for at in places if label[at] == label[at - 1])
    swapped = (label[:at] + label[at + 1] + label[at] + label[at + 2 :] for at in places[:-1])
    return next((hosts[meant] for meant in (*twice, *swapped) if len(meant) in _SHORT and meant in hosts), None)


def tracking_host(host: str, domain: str, hosts: Iterable[str]) -> str | None:
    """Return the one of ``hosts`` that links are tracked on and that ``host`` is a letter away from: ``go.acne.com``, ``go.acme.com``."""
    front = host[: -len(domain) - 1]
    if front not in _FRONTS:
        return None
    label, _, suffix = domain.partition(".")
    for meant in hosts:
        begins, _, rest = meant.partition(".")
        name, _, ends = rest.partition(".")
        if begins == front and ends == suffix and len(name) > 3 and name != label and near(label, name, 1):
            return meant
    return None

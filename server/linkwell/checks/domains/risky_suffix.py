"""risky-suffix: the host ends with a suffix that scams are fond of."""

from collections.abc import Iterator
from functools import lru_cache

from linkwell.data import entries
from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Policy
from linkwell.text.own import is_own


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a hint for every plain link with such a suffix; the policy's list, where it has one, stands in the place of the bundled one."""
    chosen = context.policy.risky_suffixes
    risky = entries("risky_suffixes") if chosen is None else _chosen(chosen)
    for index, link in enumerate(message.links):
        host = link.host
        if host.rpartition(".")[2] not in risky and (chosen is None or not host.endswith(tuple(f".{name}" for name in risky))):
            continue
        if link.kind is LinkKind.PLAIN and link.domain and not is_own(link, context.policy):
            suffix = host.rpartition(".")[2]
            yield Finding(CHECK, link.span, detail=f"Scams use .{suffix} more often than most endings.", link=index)


@lru_cache(maxsize=16)
def _chosen(suffixes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(suffix.lower().strip(".") for suffix in suffixes)


CHECK = Check(
    code="risky-suffix",
    severity=Severity.HINT,
    title="Scams often use this kind of address",
    why="A large part of the names with this ending is used for scams, so carriers and people look twice at them.",
    fix="Use a more usual address where you have one.",
    bad=(
        "Sale: https://acme.top/x",
        "Sale: https://acme-sale.xyz",
        "Sale: www.acme.icu/sale",
        "Sale: acme.click/sale",
        "Sale: https://a.b.acme.cfd",
        "Sale: HTTPS://ACME.SBS",
        "Sale: https://acme.bond?x=1",
        "Sale: https://acme.tk/",
    ),
    good=(
        "Sale: https://acme.com/top",
        "Sale: https://top.acme.com",
        "Sale: https://acme.shop",
        "Sale: https://acme.co.uk/x.xyz",
        "Sale: https://acme.life",
    ),
    source="https://www.cybercrimeinfocenter.org/phishing-activity-in-tlds-august-october-2025",
    gives_way=True,
    example_context=Context(policy=Policy()),
    find=find,
)

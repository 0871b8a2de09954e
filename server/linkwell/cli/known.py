"""What one command judges a message by: the policy and the hosts of the store, opened only where there is one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from linkwell.model.policy import Policy
from linkwell.settings import Settings

if TYPE_CHECKING:
    from linkwell.actions.review_message import Known, Lookup
    from linkwell.model.tracked_link import TrackedLink


def known(settings: Settings, policy_file: Path | None) -> "tuple[Known, Lookup]":
    """Return what to judge by; the store is asked only about tracked links."""
    from linkwell.actions.review_message import Known

    policy, hosts = _stored(settings)
    if policy_file is not None:
        policy = _from_file(policy_file)
    if settings.tracking_domain:
        from linkwell.text.destination import as_tracking_domain

        policy = replace(policy, tracking_domain=as_tracking_domain(settings.tracking_domain))
    if policy.tracking_domain:
        hosts |= {policy.tracking_domain}
    return Known(policy, hosts, policy.base(settings.own_base)), _lookup(settings)


def _stored(settings: Settings) -> tuple[Policy, frozenset[str]]:
    if not _has_store(settings):
        return Policy(), frozenset()
    from linkwell.cli.store import open_store
    from linkwell.store import links, policies
    from linkwell.store.engine import transaction

    with transaction(open_store(settings)) as session:
        return policies.newest(session)[1], links.hosts(session)


def _lookup(settings: Settings) -> "Lookup":
    def look_up(slugs: "Iterable[str]") -> "Mapping[str, TrackedLink]":
        from linkwell.cli.store import open_store
        from linkwell.store import links
        from linkwell.store.engine import transaction

        with transaction(open_store(settings)) as session:
            return links.find_all(session, slugs)

    return look_up


def _has_store(settings: Settings) -> bool:
    return bool(settings.database) or (settings.data_dir / "linkwell.db").exists()


def _from_file(file: Path) -> Policy:
    from linkwell.model.errors import InvalidInput
    from linkwell.web.api import parse
    from linkwell.web.problems import Problem
    from linkwell.web.wire.team import PolicyWire, policy_in

    try:
        return policy_in(parse(PolicyWire, file.read_bytes()))
    except Problem as error:
        where = error.fields[0]["field"] if error.fields else None
        raise InvalidInput(f"{file}: {error}" + (f" Look at {where}." if where else ""), where) from error

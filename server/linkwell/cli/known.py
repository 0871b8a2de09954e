"""What one command judges a message by: the policy and the hosts of the store, opened only where there is one."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from linkwell.model.policy import Policy
from linkwell.settings import Settings

if TYPE_CHECKING:
    from linkwell.actions.review_message import Known, Lookups


def known(settings: Settings, policy_file: Path | None) -> "tuple[Known, Lookups | None]":
    """Return what to judge by; where there is a store, it is asked only about tracked links and contacts."""
    from linkwell.actions.review_message import Known
    from linkwell.cli.when_asked import WhenAsked

    policy, hosts, changes = _stored(settings)
    if policy_file is not None:
        policy = _from_file(policy_file)
    if settings.tracking_domain:
        from linkwell.text.destination import as_tracking_domain

        policy, changes = replace(policy, tracking_domain=as_tracking_domain(settings.tracking_domain)), ()
    lookups = WhenAsked(settings) if _has_store(settings) else None
    return Known(policy, hosts | policy.own_hosts, policy.base(settings.own_base), changes), lookups


def _stored(settings: Settings) -> tuple[Policy, frozenset[str], tuple[datetime, ...]]:
    if not _has_store(settings):
        return Policy(), frozenset(), ()
    from linkwell.store.peek import peek

    seen = None if settings.database else peek(settings.data_dir / "linkwell.db")
    if seen is not None:
        return seen.policy, seen.hosts, seen.domain_changes
    from linkwell.cli.store import open_store
    from linkwell.store import links, policies
    from linkwell.store.engine import reading

    with reading(open_store(settings)) as session:
        return policies.newest(session)[1], links.hosts(session), policies.domain_changes(session)


def _has_store(settings: Settings) -> bool:
    return bool(settings.database) or (settings.data_dir / "linkwell.db").exists()


def _from_file(file: Path) -> Policy:
    from linkwell.model.errors import InvalidInput
    from linkwell.web.wire.policy import read_policy

    try:
        return read_policy(file.read_text(encoding="utf-8"))
    except InvalidInput as error:
        raise InvalidInput(f"{file}: {error}", error.field) from error

"""The policy as a document: nothing of it is lost on the way in and out, and documents of older releases keep reading."""

import json
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import Engine

from linkwell.model.finding import Severity
from linkwell.model.policy import Limits, OptOut, Owner, Policy, QuietHours
from linkwell.store import documents, policies
from linkwell.store.engine import transaction
from linkwell.store.schema import policy as table
from tests.server.policy_document import FULL

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FIRST_RELEASE = (  # as the first release kept it, byte for byte
    '{"allowed_shorteners": ["short.example"], "approved_destinations": ["acme.example", "=only.example"], "owner": {"address": "", '
    '"email": "hello@acme.example", "name": "Acme", "phone": "", "website": ""}, "require_tracking": true, '
    '"tracking_domain": "go.acme.example"}'
)


def test_a_whole_document_comes_out_as_it_went_in() -> None:
    assert documents.write(documents.read(FULL)) == FULL
    default = documents.write(Policy())
    assert FULL.keys() == default.keys()
    assert [name for name in FULL if FULL[name] == default[name]] == ["version"], "every field is tried with a value of its own"


def test_every_field_is_read_as_what_it_is() -> None:
    policy = documents.read(FULL)
    assert policy.quiet_hours == QuietHours(time(21), time(8, 30), "America/New_York")
    assert policy.severities == {"untracked-link": None, "missing-scheme": Severity.WARN, "unfilled-placeholder": Severity.WARN}
    assert policy.limits == Limits(3, 300, 900, 6, 500)
    here = policy.at("https://crm.acme.com")
    assert here == policy.at("CRM.acme.com") == policy.at("crm.acme.com:8443")
    assert here.limits == Limits(5, 300, 900, 6, 500), "a site's own limits stand over those that hold everywhere"
    assert here.opt_out == OptOut(False, "Text STOP to end.", ("nope",))
    assert here.severities["untracked-link"] is here.severities["missing-scheme"] is None
    assert (here.require_tracking, here.approved_destinations) == (False, ("crm.acme.com",))
    assert policy.at("other.acme.com") is policy.at(None) is policy


def test_a_document_of_the_first_release_is_in_force_with_defaults_for_the_rest(engine: Engine) -> None:
    with transaction(engine) as session:
        session.execute(table.insert().values(version=1, document=FIRST_RELEASE, changed_at=NOW, changed_by="admin"))
    with transaction(engine) as session:
        assert policies.newest(session) == (
            1,
            Policy(
                tracking_domain="go.acme.example",
                approved_destinations=("acme.example", "=only.example"),
                allowed_shorteners=("short.example",),
                require_tracking=True,
                owner=Owner(name="Acme", email="hello@acme.example"),
            ),
        )


def test_what_a_newer_release_kept_beside_is_left_out() -> None:
    assert documents.read(FULL | {"moods": ["sunny"]}) == documents.read(FULL)


def test_a_whole_policy_is_kept_in_both_databases(engine: Engine) -> None:
    policy = documents.read(FULL)
    with transaction(engine) as session:
        policies.save(session, policy, 0, NOW, "admin")
    with transaction(engine) as session:
        assert policies.newest(session) == (1, policy)
        assert json.loads(session.execute(table.select()).one().document) == FULL


def test_a_domain_changes_when_it_becomes_another_one(engine: Engine) -> None:
    domains = [None, "go.acme.com", "go.acme.com", None, "go.acme.com", "links.acme.com", None, "go.acme.com"]
    with transaction(engine) as session:
        assert policies.domain_changes(session) == ()
        for version, domain in enumerate(domains):
            policies.save(session, Policy(tracking_domain=domain), version, NOW + timedelta(days=version), "admin")
        assert policies.domain_changes(session) == (NOW + timedelta(days=5), NOW + timedelta(days=7))

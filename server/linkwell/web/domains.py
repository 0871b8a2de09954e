"""``/v1/domains``: the domain that links live on, and what can be said of it."""

from datetime import UTC, datetime
from typing import Final

from linkwell.actions.checkup import checkup
from linkwell.model.access import Scope
from linkwell.text.destination import as_tracking_domain
from linkwell.web.api import Call, Resource
from linkwell.web.wire.team import CheckupOut, StepOut

resource: Final = Resource("domains")


@resource.route("POST", "/v1/domains/{host}/checkups", needs=Scope.ADMIN, answers=CheckupOut)
def post_checkup(call: Call, host: str) -> CheckupOut:
    """Check a tracking domain; today the steps that need no network."""
    name = as_tracking_domain(host)
    steps = checkup(name, call.services.current.policy)
    return CheckupOut(
        host=name,
        checked_at=datetime.now(UTC),
        steps=[StepOut(name=step.name, state=step.state.value, evidence=step.evidence, fix=step.fix) for step in steps],
    )

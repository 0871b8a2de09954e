"""``/v1/checks``: the catalogue as data."""

from typing import Final

from linkwell.checks import ALL
from linkwell.web.api import Call, Resource
from linkwell.web.wire.checks import ChecksOut, check_out

resource: Final = Resource("checks")


@resource.route("GET", "/v1/checks", answers=ChecksOut)
def get_checks(call: Call) -> ChecksOut:
    """List every check, with its prose and examples."""
    return ChecksOut(checks=[check_out(check) for check in ALL])

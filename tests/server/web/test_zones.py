"""A message may say the zone that its recipient lives in."""

import pytest

from tests.server.helper import Helper


@pytest.mark.parametrize("path", ["/v1/reviews", "/v1/rewrites"])
@pytest.mark.parametrize("zone", ["America/Chicago", "Etc/GMT+5", "UTC", None])
def test_a_zone_that_is_on_the_map_is_taken(helper: Helper, path: str, zone: str | None) -> None:
    assert helper.ask("POST", path, {"text": "Your order is ready.", "zone": zone}, token=helper.agent).status_code == 200


@pytest.mark.parametrize("path", ["/v1/reviews", "/v1/rewrites"])
@pytest.mark.parametrize(
    "zone", ["America/Chicagoo", "America", "../America/Chicago", "/etc/localtime", "localtime", "", 5, "x" * 100, "A\0"]
)
def test_an_unknown_zone_is_named_as_what_is_wrong(helper: Helper, path: str, zone: object) -> None:
    answer = helper.ask("POST", path, {"text": "Your order is ready.", "zone": zone}, token=helper.agent)
    assert (answer.status_code, [fault["field"] for fault in answer.json()["errors"]]) == (422, ["zone"])

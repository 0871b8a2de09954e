"""Every route of the OpenAPI document, asked what nobody would ask: never an error of ours, and answers of the shape that it promises."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from linkwell.app import RESOURCES
from linkwell.web.openapi import document
from tests.server.helper import Helper

pytest_plugins = ("schemathesis.pytest.plugin",)
SCHEMA = schemathesis.openapi.from_dict(document(route for resource in RESOURCES for route in resource.routes))


@SCHEMA.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_no_request_is_our_fault(case: "schemathesis.Case[Any]", own_helper: Helper) -> None:
    answer = case.call(base_url=own_helper.address, headers={"Authorization": f"Bearer {own_helper.admin}"})
    case.validate_response(answer, checks=[not_a_server_error, content_type_conformance, response_schema_conformance])
    assert answer.status_code < 500

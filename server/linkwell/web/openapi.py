"""``/v1/openapi.json``: the routes as an OpenAPI 3.1 document, made from the rows that also make the views."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, Literal

from flask import Flask, Response, current_app
from pydantic import TypeAdapter

from linkwell import VERSION
from linkwell.web.api import Call, Resource, Route

resource: Final = Resource("openapi")
_KEY: Final = "linkwell.routes"
_REF: Final = "#/components/schemas/{model}"
PROBLEM: Final = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "object", "properties": {"field": {"type": "string"}, "detail": {"type": "string"}}}},
    },
}
QUERIES: Final = {
    ("GET", "/v1/links"): ("query", "campaign", "state", "cursor"),
    ("GET", "/v1/links/{slug}/visits"): ("cursor",),
    ("GET", "/v1/clicks/recent"): ("contact", "since"),
    ("GET", "/v1/optouts"): ("contact", "cursor"),
}


@resource.route("GET", "/v1/openapi.json")
def get_openapi(call: Call) -> Response:
    """Show this document."""
    return Response(_document(current_app.config[_KEY]), content_type="application/json")


def describe(app: Flask, resources: Iterable[Resource]) -> None:
    """Leave the routes with ``app``; the document is made when somebody asks for it."""
    app.config[_KEY] = tuple(route for each in resources for route in each.routes)


@lru_cache(maxsize=1)
def _document(routes: tuple[Route, ...]) -> str:
    return json.dumps(document(routes))


def document(routes: Iterable[Route]) -> dict[str, Any]:
    """Return the OpenAPI document of some routes."""
    routes = list(routes)
    inputs: list[tuple[tuple[str, str], Literal["validation", "serialization"], TypeAdapter[Any]]] = []
    for route in routes:
        where = (route.method, route.path)
        inputs += [(where, "validation", TypeAdapter(route.body))] if route.body else []
        inputs += [(where, "serialization", TypeAdapter(route.answers))] if route.answers else []
    schemas, shared = TypeAdapter.json_schemas(inputs, ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        where = (route.method, route.path)
        body, answer = schemas.get((where, "validation")), schemas.get((where, "serialization"))
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, body, answer)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Linkwell", "version": VERSION, "description": "Spans count UTF-16 code units of the text as it was sent."},
        "paths": paths,
        "components": {
            "schemas": {**shared.get("$defs", {}), "Problem": PROBLEM},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(route: Route, body: Any, answer: Any) -> dict[str, Any]:
    said = {"description": "OK"} | ({"content": {"application/json": {"schema": answer or {"type": "object"}}}})
    operation: dict[str, Any] = {
        "operationId": route.view.__name__,
        "summary": route.summary,
        "security": [{"token": []}] if route.needs else [],
        "x-scope": route.needs.value if route.needs else None,
        "parameters": _parameters(route),
        "responses": {
            str(route.status): said,
            "default": {
                "description": "A problem",
                "content": {"application/problem+json": {"schema": {"$ref": _REF.format(model="Problem")}}},
            },
        },
    }
    if body:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return operation


def _parameters(route: Route) -> list[dict[str, Any]]:
    text = {"type": "string"}
    parts = [{"name": name, "in": "path", "required": True, "schema": text} for name in re.findall(r"{(\w+)}", route.path)]
    asked = QUERIES.get((route.method, route.path), ())
    return parts + [{"name": name, "in": "query", "required": False, "schema": text} for name in asked]

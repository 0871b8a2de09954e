"""Errors as problem details (RFC 9457); the one place that maps the tree of errors to HTTP."""

from typing import Final

from flask import Flask, Response, jsonify
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree  # every connection is in use
from werkzeug.exceptions import HTTPException

from linkwell.model import errors

STATUS: Final[dict[type[errors.LinkwellError], int]] = {
    errors.InvalidInput: 422,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.Forbidden: 403,
    errors.Unauthorized: 401,
    errors.Unavailable: 503,
}
MOST_FIELDS: Final = 100  # faults that one answer names; the detail tells how many there are
TITLES: Final = {
    400: "Malformed request",
    401: "Not paired",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    409: "Conflict",
    412: "Changed meanwhile",
    413: "Too large",
    415: "Not JSON",
    422: "Wrong shape",
    500: "Something went wrong here",
    503: "Not available",
}


class Problem(Exception):
    """A request that ends with a status of its own."""

    def __init__(self, status: int, detail: str, fields: list[dict[str, str]] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.fields = fields


def problem(status: int, detail: str, fields: list[dict[str, str]] | None = None) -> Response:
    """Return a problem document; ``fields`` are ``{"field", "detail"}`` each."""
    document: dict[str, object] = {"type": "about:blank", "title": TITLES.get(status, "Problem"), "status": status, "detail": detail}
    if fields:
        document["errors"] = fields
    answer = jsonify(document)
    answer.status_code = status
    answer.content_type = "application/problem+json"
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def fields_of(error: ValidationError) -> list[dict[str, str]]:
    """Return what is wrong where, without repeating what was sent."""
    return [
        {"field": ".".join(str(part) for part in one["loc"] if not str(part).startswith("(")) or "body", "detail": one["msg"]}
        for one in error.errors(include_url=False, include_context=False, include_input=False)[:20]
    ]


def register(app: Flask) -> None:
    """Let every error of ``app`` be answered as a problem."""
    app.register_error_handler(Problem, lambda error: problem(error.status, str(error), error.fields))
    app.register_error_handler(errors.LinkwellError, _from_tree)
    for kind in (DBAPIError, NoneFree):
        app.register_error_handler(kind, lambda _: problem(503, "The database does not answer. Try again in a moment."))
    app.register_error_handler(HTTPException, _from_werkzeug)


def _from_werkzeug(error: HTTPException) -> Response:
    answer = problem(error.code or 500, error.description or str(error))
    answer.headers.extend([(name, value) for name, value in error.get_headers() if name == "Allow"])
    return answer


def _from_tree(error: errors.LinkwellError) -> Response:
    faults = error.faults if isinstance(error, errors.InvalidInput) else ()
    fields = [{"field": field, "detail": detail} for field, detail in faults[:MOST_FIELDS]] or None
    return problem(STATUS[type(error)], str(error), fields)

"""The demo inbox: a made-up CRM to try Linkwell on; plain files, no data, no token."""

from http import HTTPStatus
from pathlib import Path

from flask import Blueprint, Response, abort, request

FILES = Path(__file__).parent / "files"
# Said outright: what a machine's own registry calls a script may be something that a browser told not to sniff refuses.
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

blueprint = Blueprint("demo", __name__, url_prefix="/demo")


@blueprint.get("", strict_slashes=False)
def page() -> Response:
    """Serve the inbox itself."""
    return file("page.html")


@blueprint.get("/<name>")
def file(name: str) -> Response:
    """Serve one of its style sheets, scripts or pictures; anything else is not found."""
    path = next((path for path in FILES.iterdir() if path.name == name and path.suffix in TYPES), None)
    if path is None:
        abort(HTTPStatus.NOT_FOUND)
    response = Response(path.read_bytes(), mimetype=TYPES[path.suffix])
    response.cache_control.no_cache = True
    response.add_etag()
    response.make_conditional(request)
    return response


@blueprint.after_request
def close_the_page(response: Response) -> Response:
    """Let the page load and call nothing but this helper, and look up no host that only stands in a message."""
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-DNS-Prefetch-Control"] = "off"
    return response

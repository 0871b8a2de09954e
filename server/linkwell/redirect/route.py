"""The redirector: a bare WSGI route that answers a slug by one hop and records the visit before it does."""

import hashlib
import logging
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from time import time_ns
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.exc import SQLAlchemyError

from linkwell.actions.current import Current
from linkwell.actions.follow import Step
from linkwell.redirect.link_map import LinkMap
from linkwell.redirect.pages import HEADERS, Page, page
from linkwell.redirect.spool import Spool, SpooledVisit
from linkwell.text import slug as slugs

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

KEPT_HEADERS: Final = tuple(
    (name, "HTTP_" + name.upper().replace("-", "_"))
    for name in (
        *(
            "user-agent",
            "sec-fetch-mode",
            "sec-fetch-dest",
            "sec-fetch-site",
            "sec-fetch-user",
            "sec-purpose",
            "purpose",
            "x-purpose",
            "x-moz",
        ),
        *("accept", "accept-language", "dnt", "sec-gpc"),
    )
)
REASONS: Final = {200: "200 OK", 404: "404 Not Found", 405: "405 Method Not Allowed", 410: "410 Gone", 503: "503 Service Unavailable"}
LONGEST_METHOD: Final = 16
LONGEST_HEADER: Final = 512
LONGEST_PATH: Final = 200
_FOUND: Final = (
    ("Cache-Control", "private, no-store"),
    ("Referrer-Policy", "no-referrer-when-downgrade"),
    ("X-Robots-Tag", "noindex"),
    ("Content-Length", "0"),
)
_log: Final = logging.getLogger(__name__)


class Redirector:
    """Answers whatever is asked of the tracking domain. Takes no part of Flask, and nothing that can be left out."""

    def __init__(self, current: Current, links: LinkMap, spool: Spool) -> None:
        self._current = current
        self._links = links
        self._spool = spool

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        path: str = environ["PATH_INFO"]
        if not path.isascii():
            path = path.encode("latin-1").decode("utf-8", "replace")  # WSGI hands bytes over as latin-1 (PEP 3333)
        if path in {"/", "", "/favicon.ico", "/robots.txt"}:
            return self._front(path, environ, start_response)
        requested = path[1:]
        slug, rung = slugs.recover(requested)
        step = None if slug is None else self._step(slug)
        if step is not None and environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            step = Step(405, None)
        status = 404 if step is None else step.status
        self._record(environ, requested, slug if step else None, rung, status)
        if step is not None and step.location is not None:
            start_response("302 Found", [("Location", step.location), *_FOUND])
            return ()
        if status == 405:
            start_response(REASONS[status], [("Allow", "GET, HEAD"), ("Content-Length", "0")])
            return ()
        return self._answer({404: "unknown", 410: "ended", 503: "later"}[status], status, environ, start_response)

    def _step(self, slug: str) -> Step | None:
        try:
            return self._links.step(slug, datetime.now(UTC))
        except (SQLAlchemyError, ValueError, OverflowError) as error:
            _log.warning("a link could not be looked up: %s", type(error).__name__)
            return Step(503, None)

    def _front(self, path: str, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if path in {"/", ""}:
            return self._answer("root", 200, environ, start_response)
        return self._answer("unknown", 404, environ, start_response)

    def _answer(self, name: str, status: int, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        policy = self._current.policy
        found: Page = page(name, REASONS[status], policy.owner, policy.tracking_domain or "this address")
        start_response(found.status, [*HEADERS, ("Content-Length", str(len(found.body)))])
        return () if environ["REQUEST_METHOD"] == "HEAD" else (found.body,)

    def _record(self, environ: "WSGIEnvironment", requested: str, slug: str | None, rung: str, status: int) -> None:
        get: Callable[[str], Any] = environ.get
        headers = {name: value[:LONGEST_HEADER] for name, key in KEPT_HEADERS if (value := get(key))}
        host: str = get("HTTP_HOST") or ""
        who = f"{get('REMOTE_ADDR')}\n{headers.get('user-agent', '')}\n{host}".encode("utf-8", "surrogateescape")
        visitor = hashlib.blake2b(who, key=self._current.salt, digest_size=12).hexdigest()
        if referrer := get("HTTP_REFERER"):
            headers["referrer-host"] = referrer.partition("://")[2].partition("/")[0][:LONGEST_PATH]
        method, scheme = environ["REQUEST_METHOD"][:LONGEST_METHOD], environ["wsgi.url_scheme"]
        path = requested[:LONGEST_PATH].replace("\0", "\ufffd")  # PostgreSQL keeps no NUL
        self._spool.append(SpooledVisit(time_ns() // 1000, path, slug, rung, status, method, scheme, host[:LONGEST_PATH], visitor, headers))

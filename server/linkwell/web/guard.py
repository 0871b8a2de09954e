"""The Host guard, in front of everything: a name that is not ours gets no answer but 421 (DNS rebinding)."""

from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING, Final, Protocol

from linkwell.actions.current import Current

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

API_PATHS: Final = ("/v1/", "/demo/")
API_PAGES: Final = frozenset({"/v1", "/demo", "/"})


class _Redirector(Protocol):
    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]: ...


class Guard:
    """Sends a request to the redirector or to the API by the Host it names, and turns every other Host away.

    The tracking domain matches by name on any port; the helper's own address by name and port. What is asked of the own
    address and is no page of the API is a slug: without a tracking domain links live there.
    """

    def __init__(self, current: Current, own_hosts: frozenset[str], redirector: _Redirector, api: "WSGIApplication") -> None:
        self._current = current
        self._own_hosts = own_hosts
        self._redirector = redirector
        self._api = api

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Pass one request on."""
        self._current.refresh(monotonic())
        host = environ.get("HTTP_HOST", "").lower()
        if host in self._own_hosts:
            path = environ["PATH_INFO"]
            if path in API_PAGES or path.startswith(API_PATHS):
                return self._api(environ, start_response)
            return self._redirector(environ, start_response)
        if _name(host) in self._current.tracking_hosts:
            return self._redirector(environ, start_response)
        return _misdirected(start_response)


def _name(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isascii() and port.isdecimal() else host


def _misdirected(start_response: "StartResponse") -> Iterable[bytes]:
    body = b'{"type":"about:blank","title":"Misdirected Request","status":421,"detail":"Nothing is served under that name here."}'
    start_response("421 Misdirected Request", [("Content-Type", "application/problem+json"), ("Content-Length", str(len(body)))])
    return (body,)

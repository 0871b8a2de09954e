"""The routes of ``/v1`` as data: what each takes, answers and needs; the same rows make the views and the OpenAPI document."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from flask import Flask, Response, request
from pydantic import BaseModel, TypeAdapter, ValidationError
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from werkzeug.routing import BaseConverter

from linkwell.actions.access import recognise
from linkwell.actions.current import Current
from linkwell.actions.mint import Mint
from linkwell.actions.review_message import Known
from linkwell.model.access import Scope, Token
from linkwell.model.tracked_link import TrackedLink
from linkwell.model.visit import Classified, Visit
from linkwell.store.engine import reading, transaction
from linkwell.web.problems import Problem, fields_of

ONLY_HERE: Final = "Only this computer can open these links: no approved domain is set."
SILENT: Final = "The database does not answer. Try again in a moment."
BODY_BYTES: Final = 64 * 1024
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
LONGEST_KEY: Final = 200
BATCH_BYTES: Final = 2 * 1024 * 1024


class _Reference(BaseConverter):
    """A caller's reference in a path: any characters, slashes too, wherever they stand."""

    regex = ".+"
    part_isolating = False


@dataclass(frozen=True)
class Services:
    """What the routes are given by ``app.py``."""

    engine: Engine
    current: Current
    port: int
    own_base: str  # http://127.0.0.1:18473/
    extension_ids: tuple[str, ...]
    spooled: Callable[[Session, str], list[tuple[Visit, Classified]]]
    new_slug: Callable[[], str]
    remember: Callable[[Iterable[TrackedLink]], None]  # minted links are known to the redirector before anybody taps them

    @property
    def base(self) -> str:
        """What new short URLs begin with."""
        return self.current.policy.base(self.own_base)

    @property
    def hosts(self) -> frozenset[str]:
        """Every host that the redirector answers for."""
        return self.current.tracking_hosts | {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}

    @property
    def known(self) -> Known:
        """What a review is judged by."""
        return Known(self.current.policy, self.current.tracking_hosts, self.base, self.current.domain_changes)

    @property
    def notice(self) -> str | None:
        """What everybody who mints should know."""
        return None if self.current.policy.tracking_domain else ONLY_HERE

    @property
    def locked(self) -> list[str]:
        """What of the policy a flag or the environment sets."""
        return ["tracking_domain"] if self.current.locked_domain else []

    def mint(self, token: Token | None, now: datetime) -> Mint:
        """Return where and for whom a request mints."""
        return Mint(self.base, token.id if token else "", now, self.new_slug, self.hosts)


@dataclass(frozen=True, slots=True)
class Call:
    """One request, checked: who asks, what for, with a Session whose changes are kept if the view ends well."""

    services: Services
    session: Session
    token: Token | None
    body: Any
    minted: list[TrackedLink] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Route:
    """One route; ``needs`` is ``None`` where it is open, ``body`` and ``answers`` are wire models or ``None``."""

    method: str
    path: str
    view: Callable[..., Any]
    summary: str
    needs: Scope | None
    body: Any = None
    answers: Any = None
    status: int = 200
    most_bytes: int = BODY_BYTES
    writes: bool = False
    lenient: bool = False  # half a surrogate pair somewhere in the body is the view's business


@dataclass(slots=True)
class Resource:
    """The routes of one file."""

    name: str
    routes: list[Route] = field(default_factory=list)

    def route(
        self, method: str, path: str, *, needs: Scope | None = Scope.AGENT, **more: Any
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Declare a view; its docstring is the summary."""

        def declare(view: Callable[..., Any]) -> Callable[..., Any]:
            self.routes.append(Route(method, path, view, (view.__doc__ or "").strip().partition("\n")[0], needs, **more))
            return view

        return declare


def register(app: Flask, services: Services, resources: list[Resource]) -> None:
    """Give ``app`` a view for every route."""
    app.url_map.merge_slashes = False  # /x and //x are two references
    app.url_map.converters["reference"] = _Reference
    for resource in resources:
        for route in resource.routes:
            rule = route.path.replace("{contact}", "<reference:contact>").replace("{", "<").replace("}", ">")
            app.add_url_rule(rule, f"{resource.name}.{route.view.__name__}", _view(route, services), methods=[route.method])


def _view(route: Route, services: Services) -> Callable[..., Response]:
    def view(**parts: str) -> Response:
        _refuse_other_sites(services)
        if any("\0" in value for value in (*parts.values(), *request.args.values())):
            raise Problem(400, "Leave out the NUL character.")
        raw = None if route.body is None else _read(route)  # before anybody else has to wait for this request
        if route.needs is not None and services.current.hangs:
            raise Problem(503, SILENT)  # or every thread would wait, and nobody follow links
        with (transaction if route.writes else reading)(services.engine) as session:
            token = None if route.needs is None else recognise(session, _bearer(), route.needs)
            call = Call(services, session, token, None if raw is None else parse(route.body, raw, route.lenient))
            answer = route.view(call, **parts)
        services.remember(call.minted)
        if route.method in {"PUT", "PATCH"}:
            services.current.expire()  # whoever changed something sees it with the next request
        return answer if isinstance(answer, Response) else _write(answer, route.status)

    return view


def idempotency_key(key: str | None) -> str | None:
    """Return a request's ``Idempotency-Key``; raises Problem 400 where it is empty or too long."""
    if key is not None and not 1 <= len(key) <= LONGEST_KEY:
        raise Problem(400, f"An Idempotency-Key has 1 to {LONGEST_KEY} characters.")
    return key


def _refuse_other_sites(services: Services) -> None:
    origin = request.headers.get("Origin", "")
    ours = origin.startswith("chrome-extension://") and origin.removeprefix("chrome-extension://") in services.extension_ids
    if origin.startswith("chrome-extension://") and not ours:
        raise Problem(403, "This extension may not call Linkwell. The setting extension_ids lists those that may.")
    if request.headers.get("Sec-Fetch-Site") == "cross-site" and not ours:
        raise Problem(403, "Web pages may not call Linkwell.")


def _bearer() -> str | None:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def _read(route: Route) -> bytes:
    if request.mimetype != "application/json":
        raise Problem(415, "Send JSON, with `Content-Type: application/json`.")
    if (request.content_length or 0) > route.most_bytes:
        raise Problem(413, f"A request has {route.most_bytes // 1024} KiB at most here.")
    raw: bytes = request.stream.read(route.most_bytes + 1)
    if len(raw) > route.most_bytes:
        raise Problem(413, f"A request has {route.most_bytes // 1024} KiB at most here.")
    return raw


def parse(model: Any, raw: bytes, lenient: bool = False) -> Any:
    """Return what ``raw`` says as ``model``.

    Raises Problem 400 where it is no JSON, 422 where it is JSON of another shape or holds half a surrogate pair.
    """
    try:
        return _adapter(model).validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        if first["type"] != "json_invalid":
            raise Problem(422, "The JSON is not of the shape that is wanted here.", fields_of(error)) from error
        if _holds_half_a_pair(raw):
            if lenient:
                return _adapter(model).validate_python(json.loads(raw))
            raise Problem(422, "The text holds half a surrogate pair. Send text that is well formed.", fields_of(error)) from error
        raise Problem(400, f"That is not JSON: {first['msg'].removeprefix('Invalid JSON: ')}.") from error


def _holds_half_a_pair(raw: bytes) -> bool:
    try:
        return _SURROGATE.search(json.dumps(json.loads(raw), ensure_ascii=False)) is not None
    except (ValueError, RecursionError):
        return False


@lru_cache(maxsize=64)
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _write(answer: Any, status: int) -> Response:
    if answer is None:
        return Response(status=204)
    body = answer.model_dump_json() if isinstance(answer, BaseModel) else answer
    return Response(body, status=status, content_type="application/json")

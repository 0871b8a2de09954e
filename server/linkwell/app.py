"""Wires the parts of one worker together: what granian loads in each of its processes."""

import multiprocessing
import os
import secrets
import threading
from time import monotonic
from typing import TYPE_CHECKING

from flask import Flask
from flask_cors import CORS

from linkwell.actions.current import Current
from linkwell.redirect import drainer
from linkwell.redirect.link_map import LinkMap
from linkwell.redirect.route import Redirector
from linkwell.redirect.spool import Spool
from linkwell.settings import Settings, inherited
from linkwell.store.engine import open_engine
from linkwell.text import slug
from linkwell.text.destination import as_tracking_domain
from linkwell.web import (
    api,
    checks,
    clicks,
    demo,
    domains,
    health,
    home,
    links,
    openapi,
    optouts,
    pairings,
    policy,
    problems,
    reviews,
    rewrites,
)
from linkwell.web.guard import Guard

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

RESOURCES = [
    health.resource,
    pairings.resource,
    reviews.resource,
    rewrites.resource,
    links.resource,
    clicks.resource,
    optouts.resource,
    policy.resource,
    domains.resource,
    checks.resource,
    openapi.resource,
]


def create_worker() -> "WSGIApplication":
    """Return the application of one worker, under the settings that the process was started with."""
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()
    return create(inherited())


def _end_with_parent() -> None:
    """Give the port free when the process that started this one is killed; what is spooled is safe."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def create(settings: Settings) -> "WSGIApplication":
    """Return the whole application: the guard, behind it the redirector and the API."""
    if settings.port is None:
        raise ValueError("the port is chosen before a worker starts")
    engine = open_engine(settings.database_url)
    link_map = LinkMap(engine)
    domain = as_tracking_domain(settings.tracking_domain) if settings.tracking_domain else None
    current = Current(engine, domain, link_map.put)
    current.refresh(monotonic())
    threading.Thread(target=link_map.preload, name="preload", daemon=True).start()
    services = api.Services(
        engine=engine,
        current=current,
        port=settings.port,
        own_base=settings.own_base,
        extension_ids=settings.extension_ids,
        spooled=lambda session, slug: drainer.spooled(session, settings.spool_dir, slug),
        remember=link_map.put,
        new_slug=lambda: slug.make(secrets.randbelow),
    )
    own_hosts = frozenset(f"{name}:{settings.port}" for name in (settings.host, "localhost"))
    return Guard(current, own_hosts, Redirector(current, link_map, Spool(settings.spool_dir)), create_flask(services).wsgi_app)


def create_flask(services: api.Services) -> Flask:
    """Return the Flask application: the API and the pages."""
    app = Flask("linkwell", static_folder=None)
    problems.register(app)
    api.register(app, services, RESOURCES)
    openapi.describe(app, RESOURCES)
    app.register_blueprint(demo.blueprint)
    app.register_blueprint(home.blueprint)
    origins = [f"chrome-extension://{id}" for id in services.extension_ids]
    CORS(app, resources={r"/v1/.*": {"origins": origins}}, expose_headers=["ETag", "Linkwell-Proof", "Retry-After"], max_age=600)
    return app

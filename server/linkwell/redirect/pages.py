"""The pages of the tracking domain, in the name of the business: plain HTML that any phone reads, without a script."""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from linkwell.model.policy import Owner

_templates: Final = Environment(
    loader=PackageLoader("linkwell.redirect", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
STYLE: Final = (_templates.loader.get_source(_templates, "page.css")[0] if _templates.loader else "").strip()
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS: Final = (
    ("Content-Type", "text/html; charset=utf-8"),
    (
        "Content-Security-Policy",
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Robots-Tag", "noindex"),
    ("Cache-Control", "private, no-store"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's status line and its bytes."""

    status: str
    body: bytes


@lru_cache(maxsize=64)
def page(name: str, status: str, owner: Owner, host: str) -> Page:
    """Return one of the templates (``root``, ``unknown``, ``ended``, ``later``) for an owner; the same bytes each time."""
    website = owner.website
    html = _templates.get_template(f"{name}.html").render(
        owner=owner,
        name=owner.name or host,
        initial=(owner.name or host)[:1].upper(),
        host=host,
        website=website,
        website_name=website.removeprefix("https://").removeprefix("http://").rstrip("/"),
        style=STYLE,
    )
    return Page(status, html.encode())

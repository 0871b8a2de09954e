"""The demo inbox as it is served: every file under a closed policy, and nothing but its files."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from linkwell.web import demo

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FILES = sorted(path.name for path in demo.FILES.iterdir())


@pytest.fixture
def client() -> FlaskClient:
    app = Flask("demo")
    app.register_blueprint(demo.blueprint)
    return app.test_client()


@pytest.mark.parametrize("path", ["/demo", "/demo/"])
def test_the_page_is_served_with_and_without_a_slash(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert "<title>Acme demo inbox</title>" in answer.text


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_served_closed_and_fresh(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/demo/{name}")
    assert answer.status_code == 200
    kinds = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
    assert answer.mimetype == kinds[Path(name).suffix]
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-cache"

    again = client.get(f"/demo/{name}", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data


@pytest.mark.parametrize("name", ["no.js", "files", "__init__.py", "..%2f__init__.py", "../__init__.py", "deeper/main.js", "%00.js"])
def test_anything_else_is_not_found(client: FlaskClient, name: str) -> None:
    assert client.get(f"/demo/{name}").status_code == 404


def test_it_is_only_read(client: FlaskClient) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert client.open("/demo", method=method).status_code == 405


@pytest.mark.parametrize("name", FILES)
def test_it_knows_no_route_of_ours_and_no_other_address(name: str) -> None:
    text = (demo.FILES / name).read_text(encoding="utf-8")
    assert "/v1" not in text
    assert "linkwell" not in text.lower()
    assert "Authorization" not in text

"""Who may ask the helper what, and under which name."""

import hashlib
import hmac
import json
import socket
import stat
import sys

import pytest
import requests

from tests.server.helper import NAVIGATION, Helper, wait_until

REVIEW = {"text": "Hi https://acme.example/"}


def raw(helper: Helper, *headers: str, path: str = "/v1/health") -> int:
    """Ask with exactly these headers and return the status; 0 where the connection is simply closed."""
    with socket.create_connection(("127.0.0.1", helper.port), timeout=10) as connection:
        lines = [f"GET {path} HTTP/1.1", *headers, "Connection: close", "", ""]
        connection.sendall("\r\n".join(lines).encode())
        first = connection.makefile("rb").readline().split()
    return int(first[1]) if first else 0


def test_health_is_open_and_says_no_more_than_it_must(helper: Helper) -> None:
    answer = requests.get(f"{helper.address}/v1/health", timeout=10)
    assert answer.status_code == 200
    assert set(answer.json()) == {"name", "version", "api"}
    assert (answer.json()["name"], answer.json()["api"]) == ("linkwell", "v1")


def test_the_helper_proves_that_it_knows_a_token_before_it_is_sent(helper: Helper) -> None:
    nonce = "ab" * 16
    headers = {"Linkwell-Token-Id": helper.agent.split("_")[1], "Linkwell-Nonce": nonce}
    proof = requests.get(f"{helper.address}/v1/health", headers=headers, timeout=10).headers["Linkwell-Proof"]
    key = hashlib.sha256(helper.agent.encode()).digest()
    assert proof == hmac.new(key, f"{nonce}|{helper.port}".encode(), "sha256").hexdigest()
    for changed in ({"Linkwell-Token-Id": "0" * 12}, {"Linkwell-Nonce": "short"}, {"Linkwell-Nonce": "G" * 32}):
        assert "Linkwell-Proof" not in requests.get(f"{helper.address}/v1/health", headers=headers | changed, timeout=10).headers


@pytest.mark.parametrize(
    "path",
    ["/v1/reviews", "/v1/rewrites", "/v1/links", "/v1/links/7xkq2mf4", "/v1/clicks/recent", "/v1/policy", "/v1/checks", "/v1/openapi.json"],
)
def test_everything_else_needs_a_token(helper: Helper, path: str) -> None:
    method = "POST" if path in {"/v1/reviews", "/v1/rewrites"} else "GET"
    for token in ("", "nonsense", helper.agent[:-2]):
        answer = helper.ask(method, path, REVIEW, token=token)
        assert answer.status_code == 401
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert "linkwell" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "/v1/policy", None), ("PUT", "/v1/policy", {}), ("POST", "/v1/domains/go.acme.example/checkups", None)],
)
def test_the_policy_is_the_admins(helper: Helper, method: str, path: str, body: object) -> None:
    assert helper.ask(method, path, body, token=helper.agent).status_code == 403
    assert helper.ask(method, path, body).status_code == 200


def test_pairing_gives_a_token_of_the_codes_scope_once(helper: Helper) -> None:
    code = helper.run("pair", "--scope", "admin").stdout.strip()
    answer = requests.post(f"{helper.address}/v1/pairings", json={"code": code, "name": "Dana's Chrome"}, timeout=10)
    assert (answer.status_code, answer.json()["scope"]) == (201, "admin")
    assert helper.ask("GET", "/v1/policy", token=answer.json()["token"]).status_code == 200
    again = requests.post(f"{helper.address}/v1/pairings", json={"code": code, "name": "Somebody"}, timeout=10)
    assert again.status_code == 403


def test_five_wrong_tries_end_a_code(helper: Helper) -> None:
    code = helper.run("pair").stdout.strip()
    wrong = "000 000" if code != "000 000" else "111 111"
    statuses = {requests.post(f"{helper.address}/v1/pairings", json={"code": wrong}, timeout=10).status_code for _ in range(5)}
    assert statuses == {403}
    assert requests.post(f"{helper.address}/v1/pairings", json={"code": code}, timeout=10).status_code == 403


def test_an_ended_token_is_not_known_any_more(helper: Helper) -> None:
    token = helper.run("token", "new").stdout.strip()
    assert helper.ask("POST", "/v1/reviews", REVIEW, token=token).status_code == 200
    helper.run("token", "revoke", token)
    assert helper.ask("POST", "/v1/reviews", REVIEW, token=token).status_code == 401


def test_only_our_own_names_are_answered(helper: Helper) -> None:
    port = helper.port
    assert raw(helper, f"Host: 127.0.0.1:{port}") == 200
    assert raw(helper, f"Host: LOCALHOST:{port}") == 200
    for host in (
        f"127.0.0.1.evil.example:{port}",
        "127.0.0.1",
        f"127.0.0.1:{port + 1}",
        "evil.example",
        f"evil.example:{port}",
        f"[::1]:{port}",
        "",
    ):
        assert raw(helper, f"Host: {host}") in {400, 421}, host
    assert raw(helper) in {400, 421}
    assert raw(helper, f"Host: 127.0.0.1:{port}", "Host: evil.example") in {400, 421}
    assert raw(helper, "Host: evil.example", f"Host: 127.0.0.1:{port}") in {400, 421}


def test_the_tracking_domain_is_answered_by_name_on_any_port_and_never_by_the_api(tracking_helper: Helper) -> None:
    for host in ("go.acme.example", "GO.acme.example:443", f"go.acme.example:{tracking_helper.port}"):
        assert raw(tracking_helper, f"Host: {host}", path="/") == 200
        assert raw(tracking_helper, f"Host: {host}") == 404
    assert raw(tracking_helper, "Host: xgo.acme.example", path="/") == 421


@pytest.mark.parametrize("site", ["cross-site"])
def test_web_pages_may_not_call(helper: Helper, site: str) -> None:
    answer = helper.ask("POST", "/v1/reviews", REVIEW, headers={"Sec-Fetch-Site": site, "Origin": "https://evil.example"})
    assert answer.status_code == 403


def test_other_extensions_may_not_call_and_ours_may(helper: Helper) -> None:
    ours = {"Origin": "chrome-extension://mkofpnndapejngghalaphgcaagalmgmk", "Sec-Fetch-Site": "cross-site"}
    assert helper.ask("POST", "/v1/reviews", REVIEW, headers=ours).status_code == 200
    other = {"Origin": "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}
    assert helper.ask("POST", "/v1/reviews", REVIEW, headers=other).status_code == 403


def test_cross_origin_reads_are_for_our_extension_alone(helper: Helper) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    answer = requests.options(f"{helper.address}/v1/reviews", headers=asked, timeout=10)
    assert answer.headers.get("Access-Control-Allow-Origin") not in {"*", "https://evil.example"}


def test_a_token_in_a_cookie_or_an_address_is_worth_nothing(helper: Helper) -> None:
    answer = requests.get(
        f"{helper.address}/v1/links?token={helper.admin}&access_token={helper.admin}", cookies={"token": helper.admin}, timeout=10
    )
    assert answer.status_code == 401


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the user's folder by access lists instead of modes")
def test_what_is_kept_is_for_its_owner_alone(helper: Helper) -> None:
    files = [file for file in helper.data_dir.rglob("*") if file.is_file() and file.name != "serve.log"]
    assert any(file.name == "linkwell.db" for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) & 0o077 for file in files} == {0}


def test_no_token_and_no_text_is_in_what_is_kept_or_logged(helper: Helper) -> None:
    secret = "a very private sentence"
    helper.ask("POST", "/v1/rewrites", {"text": f"{secret} https://acme.example/private"}, headers={"Idempotency-Key": "once"})
    helper.ask("POST", "/v1/reviews", {"text": f"{secret} htps://acme.example/"})
    helper.visit(helper.ask("POST", "/v1/links", {"destination": "https://acme.example/"}).json()["short_url"], NAVIGATION)
    wait_until(lambda: helper.ask("GET", "/v1/clicks/recent").json()["clicks"], "the visit to be stored")
    for file in helper.data_dir.rglob("*"):
        kept = file.read_bytes() if file.is_file() else b""
        for never in (secret, helper.admin, helper.agent):
            assert never.encode() not in kept, file


def test_a_login_is_asked_for_in_the_way_of_http(helper: Helper) -> None:
    answer = helper.ask("GET", "/v1/links", token="")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert json.loads(answer.text)["status"] == 401

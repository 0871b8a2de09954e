"""The service worker: who may ask it for what, and whom it trusts with the token."""

import base64
import hashlib
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from linkwell.settings import DEFAULT_PORT, EXTENSION_ID, FALLBACK_PORTS
from tests.extension import browser
from tests.extension.newcomer import ContentWorld, Newcomer, arrive, content_world, field, status
from tests.extension.squatter import another_program, hanging, squat
from tests.server.helper import Helper, start_helper, wait_until

TEXT = "Sale: htps://acme.com/x"
WRITING: dict[str, object] = {"text": TEXT, "contact": None, "campaign": None, "channel": "sms"}


@pytest.fixture(scope="module")
def own_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with start_helper(tmp_path_factory.mktemp("own")) as started:
        yield started


@pytest.fixture
def newcomer(playwright: Playwright, own_helper: Helper, tmp_path: Path) -> Iterator[Newcomer]:
    with arrive(playwright, tmp_path / "profile", own_helper) as one:
        one.connect()
        yield one


@pytest.fixture
def crm(newcomer: Newcomer, pages_address: str) -> Page:
    newcomer.switch_on(pages_address)
    page = newcomer.context.new_page()
    page.goto(f"{pages_address}/field.html")
    return page


def world_of(page: Page) -> ContentWorld:
    world = content_world(page)
    assert world
    return world


def ask(world: ContentWorld, message: object) -> dict[str, object]:
    answer = world.run(f"chrome.runtime.sendMessage({json.dumps(message)})")
    assert isinstance(answer, dict)
    return answer


def test_the_key_makes_the_id_that_the_helper_knows() -> None:
    key = base64.b64decode(json.loads((browser.EXTENSION / "manifest.json").read_text(encoding="utf-8"))["key"])
    digest = hashlib.sha256(key).hexdigest()[:32]
    assert "".join(chr(ord("a") + int(digit, 16)) for digit in digest) == EXTENSION_ID


def test_the_manifest_asks_for_no_site_at_install_and_opens_nothing_to_pages() -> None:
    manifest = json.loads((browser.EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["host_permissions"] == ["http://127.0.0.1/*"]
    assert not manifest.keys() & {"content_scripts", "web_accessible_resources", "externally_connectable"}
    for size, path in manifest["icons"].items():
        header = (browser.EXTENSION / path).read_bytes()[:24]
        assert (header[1:4], int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (b"PNG", int(size), int(size))


def test_only_browser_js_speaks_to_chrome() -> None:
    for source in browser.EXTENSION.rglob("*.js"):
        spoken = re.findall(r"\bchrome\.\w+", re.sub(r"//.*|/\*[\s\S]*?\*/", "", source.read_text(encoding="utf-8")))
        assert source.name == "browser.js" or not spoken, source


def test_a_content_script_cannot_read_what_is_stored(newcomer: Newcomer, crm: Page) -> None:
    world = world_of(crm)
    for area in ("local", "session"):
        read = f"chrome.storage.{area}.get(null).then(JSON.stringify, String)"
        assert "Access to storage is not allowed" in str(world.run(read))
    everything = str(world.run("JSON.stringify(globalThis.linkwell.protocol) + document.documentElement.outerHTML"))
    assert newcomer.helper.admin not in everything
    for message in ({"type": "hello"}, {"type": "review", **WRITING}, {"type": "rewrite", **WRITING}):
        assert newcomer.helper.admin not in json.dumps(ask(world, message))


def test_a_content_script_gets_a_review_with_its_site_filled_in(crm: Page, pages_address: str) -> None:
    world = world_of(crm)
    hello = ask(world, {"type": "hello"})
    assert hello["on"] is True
    assert "--lw-accent" in str(hello["css"])
    answer = ask(world, {"type": "review", **WRITING})
    assert answer["ok"] is True
    review = answer["review"]
    assert isinstance(review, dict)
    assert review["verdict"] == "block"
    assert review["findings"][0]["code"] == "malformed-scheme"


@pytest.mark.parametrize(
    "message",
    [
        {"type": "policy"},
        {"type": "domain", "host": "evil.example"},
        {"type": "connect", "address": "https://evil.example", "code": None, "token": None},
        {"type": "site", "origin": "https://evil.example", "on": True},
        {"type": "sites"},
        {"type": "checks"},
        {"type": "opened"},
        {"type": "review", **WRITING, "site": "https://other.example"},
        {"type": "review", **WRITING, "text": "x" * 64_001},
        {"type": "review", **WRITING, "text": 1},
        {"type": "review", **WRITING, "channel": "pigeon"},
        {"type": "review", "text": "x"},
        {"type": "sent", "links": ["x"] * 51, "outcome": "clean", "title": None, "contact": None},
        {"type": "sent", "links": [], "outcome": "won", "title": None, "contact": None},
        {"type": "open", "page": "popup"},
        {"type": "constructor"},
        {"type": "toString"},
        {},
        [],
        "hello",
        None,
        7,
    ],
    ids=repr,
)
def test_a_content_script_is_refused_what_it_may_not_ask(shared_world: ContentWorld, message: object) -> None:
    assert ask(shared_world, message) == {"ok": False, "state": "refused", "detail": "shape"}


@pytest.fixture(scope="module")
def shared_world(
    playwright: Playwright, own_helper: Helper, pages_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ContentWorld]:
    with arrive(playwright, tmp_path_factory.mktemp("profile"), own_helper) as one:
        one.connect()
        one.switch_on(pages_address)
        page = one.context.new_page()
        page.goto(f"{pages_address}/field.html")
        yield world_of(page)


def test_a_site_that_was_switched_off_is_refused_though_its_scripts_are_still_there(
    newcomer: Newcomer, crm: Page, pages_address: str
) -> None:
    world = world_of(crm)
    options = newcomer.options()
    options.get_by_role("switch", name=f"Check links on {pages_address}").uncheck()
    expect(options.get_by_role("switch", name=f"Check links on {pages_address}")).not_to_be_checked()
    assert ask(world, {"type": "hello"})["on"] is False
    assert ask(world, {"type": "review", **WRITING}) == {"ok": False, "state": "refused", "detail": "off"}


def test_a_site_that_chrome_did_not_open_to_us_is_not_switched_on(newcomer: Newcomer) -> None:
    options = newcomer.options()
    turned = browser.tell_worker(options, {"type": "site", "origin": "https://crm.example", "on": True})
    assert turned == {"ok": False, "state": "blocked", "detail": "permission"}
    assert browser.tell_worker(options, {"type": "sites"}) == {"ok": True, "sites": []}


def test_a_site_is_switched_on_though_the_popup_closed_while_chrome_asked(newcomer: Newcomer) -> None:
    """The browser's own question closes the popup, so the worker hears its answer. The event is made here: nobody can press Allow."""
    options = newcomer.options()
    assert browser.tell_worker(options, {"type": "wanted", "origin": "http://127.0.0.1:8090"})["ok"] is True
    browser.worker_of(newcomer.context).evaluate("chrome.permissions.onAdded.dispatch({ origins: ['http://127.0.0.1/*'] })")
    expect(options.get_by_role("row", name="http://127.0.0.1:8090").get_by_role("switch")).to_be_checked()


def test_sites_are_registered_anew_after_an_update_dropped_them(newcomer: Newcomer, crm: Page, pages_address: str) -> None:
    worker = browser.worker_of(newcomer.context)
    registered = "chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))"
    worker.evaluate("chrome.scripting.unregisterContentScripts()")
    assert worker.evaluate(registered) == []
    worker.evaluate("chrome.runtime.onInstalled.dispatch({ reason: 'update' })")
    wait_until(lambda: worker.evaluate(registered) == [f"{pages_address}/*"], "the registration")
    crm.reload()
    assert content_world(crm) is not None


def test_nothing_runs_in_a_site_that_is_not_switched_on(newcomer: Newcomer, crm: Page) -> None:
    other = newcomer.context.new_page()
    other.goto(f"{newcomer.helper.address}/demo")
    assert content_world(other) is None
    assert content_world(crm) is not None


def test_the_badge_counts_the_problems_and_says_when_nothing_was_checked(
    playwright: Playwright, tmp_path: Path, pages_address: str
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with start_helper(folder) as helper, arrive(playwright, tmp_path / "profile", helper) as newcomer:
        newcomer.connect()
        newcomer.switch_on(pages_address)
        page = newcomer.context.new_page()
        page.goto(f"{pages_address}/field.html")
        world = world_of(page)
        badge = """async (address) => {
            const [tab] = await chrome.tabs.query({ url: `${address}/*` });
            return [await chrome.action.getBadgeText({ tabId: tab.id }), await chrome.action.getTitle({ tabId: tab.id })];
        }"""
        worker = browser.worker_of(newcomer.context)
        ask(world, {"type": "review", **WRITING})
        assert worker.evaluate(badge, pages_address) == ["1", "Linkwell: 1 problem in this message"]
        ask(world, {"type": "review", **WRITING, "text": "Hello"})
        assert worker.evaluate(badge, pages_address) == ["", "Linkwell"]
        helper.process.terminate()
        helper.process.wait(20)
        assert ask(world, {"type": "review", **WRITING}) == {"ok": False, "state": "down", "detail": None}
        assert worker.evaluate(badge, pages_address) == ["?", "Linkwell: not checked"]


def test_a_helper_that_hangs_holds_no_send_up(newcomer: Newcomer, crm: Page) -> None:
    """It proves itself or not, and then nobody answers: the review is given up before the helper hangs up."""
    options = newcomer.options()
    with squat(hanging(newcomer.helper.admin)) as proven, socket.create_server(("127.0.0.1", 0)) as silent:
        for address in (proven.address, f"http://127.0.0.1:{silent.getsockname()[1]}"):
            field(options, "Helper address").fill(address)
            options.get_by_role("button", name="Connect").click()
            expect(status(options)).to_have_text(re.compile("^Connected" if address == proven.address else "^Linkwell is not running"))
            for _ in ("fresh", "again"):
                answer = ask(world_of(crm), {"type": "review", **WRITING})
                assert (answer["ok"], answer["state"]) == (False, "down")
        assert any(received.startswith("POST /v1/reviews ") for received in proven.received)


def test_a_program_that_takes_the_port_over_gets_no_token(playwright: Playwright, tmp_path: Path, pages_address: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with start_helper(folder) as helper, arrive(playwright, tmp_path / "profile", helper) as newcomer:
        newcomer.connect()
        newcomer.switch_on(pages_address)
        page = newcomer.context.new_page()
        page.goto(f"{pages_address}/field.html")
        world = world_of(page)
        assert ask(world, {"type": "review", **WRITING})["ok"] is True
        helper.process.terminate()
        helper.process.wait(20)
        assert ask(world, {"type": "review", **WRITING})["ok"] is False
        with squat(another_program, helper.port) as squatter:
            assert ask(world, {"type": "review", **WRITING}) == {"ok": False, "state": "stranger", "detail": None}
            assert ask(world, {"type": "rewrite", **WRITING}) == {"ok": False, "state": "stranger", "detail": None}
        assert squatter.received
        assert helper.admin not in squatter.everything
        assert TEXT not in squatter.everything


def test_the_content_scripts_hear_when_the_helper_is_back(playwright: Playwright, tmp_path: Path, pages_address: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with start_helper(folder) as helper, arrive(playwright, tmp_path / "profile", helper) as newcomer:
        newcomer.connect()
        newcomer.switch_on(pages_address)
        page = newcomer.context.new_page()
        page.goto(f"{pages_address}/field.html")
        world = world_of(page)
        world.run("globalThis.heard = []; chrome.runtime.onMessage.addListener((message) => void heard.push(message));")
        helper.process.terminate()
        helper.process.wait(20)
        assert ask(world, {"type": "review", **WRITING})["state"] == "down"
        with start_helper(folder, port=helper.port):
            options = newcomer.options()
            expect(status(options)).to_contain_text("Connected")
            assert world.run("heard") == [{"type": "helper", "state": "ready"}]


def test_it_finds_its_own_helper_among_the_usual_ports(playwright: Playwright, tmp_path: Path) -> None:
    """Without an address it looks at the usual port and the next ten, and takes the one that knows its token."""
    usual = range(DEFAULT_PORT, DEFAULT_PORT + FALLBACK_PORTS + 1)
    free = [port for port in usual if is_free(port)]
    if len(free) < 2:
        pytest.skip("other programs hold the usual ports")
    folder = tmp_path / "data"
    folder.mkdir()
    with (
        squat(another_program, free[0]) as squatter,
        start_helper(folder, port=free[-1]) as helper,
        arrive(playwright, tmp_path / "profile", helper) as newcomer,
    ):
        options = newcomer.options()
        field(options, "Access token").fill(helper.admin)
        options.get_by_role("button", name="Connect").click()
        expect(status(options)).to_contain_text("Connected")
        expect(field(options, "Helper address")).to_have_value(helper.address)
        assert helper.admin not in squatter.everything


def test_what_matters_outlives_the_worker(newcomer: Newcomer, crm: Page) -> None:
    links = ["https://go.acme.com/7xkq2mf4"]
    sent: dict[str, object] = {"type": "sent", "links": links, "outcome": "clean", "title": None, "contact": "Dana"}
    assert ask(world_of(crm), sent)["ok"] is True
    stop_worker(newcomer)
    assert ask(world_of(crm), {"type": "review", **WRITING})["ok"] is True
    crm.bring_to_front()
    popup = newcomer.popup()
    expect(popup.get_by_role("list", name="Last checks").get_by_role("listitem")).to_contain_text("1 tracked link, sent to Dana")


def test_no_more_than_twenty_sent_messages_are_kept(newcomer: Newcomer, crm: Page) -> None:
    world = world_of(crm)
    sent: dict[str, object] = {"type": "sent", "links": [], "outcome": "clean", "title": None, "contact": None}
    world.run(
        f"Promise.all(Array.from({{ length: 30 }}, (_, n) => chrome.runtime.sendMessage({{ ...{json.dumps(sent)}, contact: `c${{n}}` }})))"
    )
    kept = browser.worker_of(newcomer.context).evaluate(
        "chrome.storage.session.get('checks').then(({ checks }) => checks.map((c) => c.contact))"
    )
    assert len(kept) == len(set(kept)) == 20


def stop_worker(newcomer: Newcomer) -> None:
    """Let the browser end the worker, as it does when nobody has asked for a while."""
    page = newcomer.context.new_page()
    session = newcomer.context.new_cdp_session(page)
    page.goto("chrome://serviceworker-internals")
    row = page.locator(".serviceworker-registration, .serviceworker-item").filter(
        has_text=newcomer.home.removeprefix("chrome-extension://")
    )
    row.get_by_role("button", name="Stop").first.click()
    expect(row.locator(".serviceworker-running-status, .running-status").first).to_contain_text("STOPPED")
    session.detach()
    page.close()


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True

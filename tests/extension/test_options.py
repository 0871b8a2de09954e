"""The settings page, as an admin and an agent use it on their first day."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.extension.desk import Desk
from tests.extension.newcomer import SCHEMES, SIZES, Newcomer, add_site, arrive, field, status, too_wide, violations
from tests.extension.squatter import another_program, impostor, relay_to, squat
from tests.server.helper import Helper, start_helper

CONNECTED = "Connected to Linkwell 0.1.0 on this computer"
STRANGER = "Another program answers here"


@pytest.fixture(scope="module")
def own_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with start_helper(tmp_path_factory.mktemp("own")) as started:
        yield started


@pytest.fixture
def newcomer(playwright: Playwright, own_helper: Helper, tmp_path: Path) -> Iterator[Newcomer]:
    with arrive(playwright, tmp_path / "profile", own_helper) as one:
        yield one


def connect(options: Page) -> None:
    options.get_by_role("button", name="Connect").click()


def domain_of(helper: Helper) -> str | None:
    domain: str | None = helper.ask("GET", "/v1/policy").json()["tracking_domain"]
    return domain


def test_a_browser_is_paired_by_the_code_of_the_helpers_window(newcomer: Newcomer) -> None:
    options = newcomer.options()
    field(options, "Helper address").fill(newcomer.helper.address)
    field(options, "Pairing code").fill(newcomer.code())
    field(options, "Pairing code").press("Enter")
    expect(status(options)).to_have_text(CONNECTED)
    expect(field(options, "Pairing code")).to_have_value("")

    options.reload()
    expect(status(options)).to_have_text(CONNECTED)
    expect(field(options, "Helper address")).to_have_value(newcomer.helper.address)


def test_a_wrong_code_is_named_where_it_was_typed(newcomer: Newcomer) -> None:
    right = newcomer.code()
    wrong = "000 000" if right != "000 000" else "000 001"
    options = newcomer.options()
    field(options, "Helper address").fill(newcomer.helper.address)
    field(options, "Pairing code").fill(wrong)
    connect(options)
    expect(field(options, "Pairing code")).to_have_accessible_description(re.compile(r"That is not the code\. \d tries are left\."))
    expect(field(options, "Pairing code")).to_be_focused()
    expect(field(options, "Pairing code")).to_have_attribute("aria-invalid", "true")
    expect(status(options)).to_have_text("This browser is not paired")

    field(options, "Pairing code").fill(right)
    connect(options)
    expect(status(options)).to_have_text(CONNECTED)
    expect(field(options, "Pairing code")).not_to_have_attribute("aria-invalid", "true")


def test_a_browser_without_a_code_is_told_what_to_do(newcomer: Newcomer) -> None:
    options = newcomer.options()
    field(options, "Helper address").fill(newcomer.helper.address)
    connect(options)
    expect(options.get_by_text("Linkwell is running at")).to_contain_text(newcomer.helper.address.removeprefix("http://"))
    options.get_by_role("button", name="Type the code").click()
    expect(field(options, "Pairing code")).to_be_focused()


def test_whoever_is_faster_than_the_page_loses_nothing(newcomer: Newcomer) -> None:
    """Connect is pressed while the page still looks for a helper: what was typed stays and is used."""
    options = newcomer.context.new_page()
    options.goto(f"{newcomer.home}/options/options.html", wait_until="commit")
    field(options, "Helper address").fill(newcomer.helper.address)
    field(options, "Pairing code").fill(newcomer.code())
    connect(options)
    connect(options)
    expect(status(options)).to_have_text(CONNECTED)
    expect(field(options, "Helper address")).to_have_value(newcomer.helper.address)


def test_what_is_no_address_is_not_used(newcomer: Newcomer) -> None:
    options = newcomer.options()
    for wrong in ("nonsense", "http://linkwell.acme.com", "ftp://127.0.0.1", "http://127.0.0.1:18473/path", "http://me:pw@127.0.0.1:18473"):
        field(options, "Helper address").fill(wrong)
        connect(options)
        expect(field(options, "Helper address")).to_have_accessible_description(re.compile("That is not a web address"))
        expect(field(options, "Helper address")).to_be_focused()


def test_a_token_connects_and_its_scope_decides_what_may_be_changed(newcomer: Newcomer) -> None:
    options = newcomer.options()
    field(options, "Helper address").fill(newcomer.helper.address)
    field(options, "Access token").fill("not a token")
    connect(options)
    expect(field(options, "Access token")).to_have_accessible_description(re.compile("That is not an access token"))

    field(options, "Access token").fill(f"lw_0123456789ab_{'x' * 43}")
    connect(options)
    expect(field(options, "Access token")).to_have_accessible_description(re.compile("does not know this token"))
    expect(status(options)).to_have_text("This browser is not paired")

    field(options, "Access token").fill(newcomer.helper.agent)
    connect(options)
    expect(status(options)).to_have_text(CONNECTED)
    expect(field(options, "Access token")).to_have_value("")
    expect(field(options, "Approved domain")).to_have_attribute("readonly", "")
    expect(field(options, "Approved domain")).to_have_accessible_description(re.compile("your administrator sets this"))
    expect(options.get_by_role("button", name="Check domain")).to_be_hidden()

    field(options, "Access token").fill(newcomer.helper.admin)
    connect(options)
    expect(field(options, "Approved domain")).to_be_editable()


@pytest.mark.parametrize("wanted", ["token", "code", "paired"])
def test_another_program_on_the_port_gets_nothing(newcomer: Newcomer, wanted: str) -> None:
    """Neither a page of its own, nor a made-up proof, nor one fetched from the real helper gets a token, a code or a message."""
    token, code = newcomer.helper.admin, newcomer.code()
    if wanted == "paired":
        newcomer.connect()
    options = newcomer.options()
    programs = [another_program] if wanted == "code" else [another_program, impostor, relay_to(newcomer.helper.address)]
    for program in programs:
        with squat(program) as squatter:
            field(options, "Helper address").fill(squatter.address)
            if wanted != "paired":
                field(options, "Access token" if wanted == "token" else "Pairing code").fill(token if wanted == "token" else code)
            connect(options)
            expect(status(options)).not_to_contain_text("Looking")
            expect(status(options)).not_to_contain_text("Connected")
            if program is another_program or wanted == "paired":
                expect(status(options)).to_have_text(STRANGER)
            assert squatter.received
            for secret in (token, token.split("_", 2)[2], code, code.replace(" ", ""), "Authorization"):
                assert secret not in squatter.everything
            assert all(received.startswith("GET /v1/health ") for received in squatter.received)


def test_a_stranger_can_be_walked_past(newcomer: Newcomer) -> None:
    newcomer.connect()
    options = newcomer.options()
    with squat(another_program) as squatter:
        field(options, "Helper address").fill(squatter.address)
        connect(options)
        expect(options.get_by_text("so we sent it nothing")).to_be_visible()
        options.get_by_role("button", name="Look on the next ports").click()
        expect(status(options)).not_to_contain_text(STRANGER)
    field(options, "Helper address").fill(newcomer.helper.address)
    connect(options)
    expect(status(options)).to_have_text(CONNECTED)


def test_the_helper_stops_and_comes_back(playwright: Playwright, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with start_helper(folder) as first, arrive(playwright, tmp_path / "profile", first) as newcomer:
        newcomer.connect()
        first.process.terminate()
        first.process.wait(20)
        options = newcomer.options()
        expect(status(options)).to_have_text("Linkwell is not running")
        expect(options.get_by_text("Nothing answers at")).to_contain_text("Your messages still go out")
        expect(options.get_by_text("Nothing answers at")).to_contain_text("linkwell serve")
        with start_helper(folder, port=first.port):
            options.get_by_role("button", name="Try again").click()
            expect(status(options)).to_have_text(CONNECTED)
            expect(options.get_by_role("button", name="Try again")).to_be_hidden()


@pytest.mark.parametrize("leave", ["Enter", "Tab"])
def test_the_approved_domain_is_saved_when_the_field_is_left(newcomer: Newcomer, leave: str) -> None:
    newcomer.connect()
    options = newcomer.options()
    domain = f"{leave.lower()}.acme.com"
    field(options, "Approved domain").fill(domain)
    field(options, "Approved domain").press(leave)
    said = options.get_by_role("region", name="Link domain").get_by_role("status")
    expect(said).to_contain_text(f"Saved. Your tracked links now start with https://{domain}/.")
    if leave == "Enter":
        expect(said).to_contain_text("Checked just now")
    assert domain_of(newcomer.helper) == domain

    options.reload()
    expect(field(options, "Approved domain")).to_have_value(domain)
    field(options, "Approved domain").fill("")
    field(options, "Approved domain").press("Tab")
    expect(said).to_have_text("Saved. Without an approved domain only this computer can open tracked links.")
    assert domain_of(newcomer.helper) is None


def test_a_domain_that_the_helper_refuses_is_not_saved(newcomer: Newcomer) -> None:
    newcomer.connect()
    before = domain_of(newcomer.helper)
    options = newcomer.options()
    field(options, "Approved domain").fill("not a domain")
    options.get_by_role("button", name="Check domain").click()
    expect(field(options, "Approved domain")).to_have_attribute("aria-invalid", "true")
    expect(field(options, "Approved domain")).to_be_focused()
    expect(field(options, "Approved domain")).to_have_value("not a domain")
    expect(options.locator("#host-error")).not_to_be_empty()
    expect(options.get_by_role("list", name="Domain checkup")).to_be_hidden()
    assert domain_of(newcomer.helper) == before

    field(options, "Approved domain").fill("go.acme.com")
    options.get_by_role("button", name="Check domain").click()
    expect(options.get_by_role("list", name="Domain checkup")).to_be_visible()
    expect(options.locator("#host-error")).to_be_empty()


def test_check_domain_saves_and_shows_every_step_with_its_verdict(newcomer: Newcomer) -> None:
    newcomer.connect()
    options = newcomer.options()
    field(options, "Approved domain").fill("go.acme.com")
    options.get_by_role("button", name="Check domain").click()
    steps = options.get_by_role("list", name="Domain checkup").get_by_role("listitem")
    expect(steps.first).to_be_visible()
    found = newcomer.helper.ask("POST", "/v1/domains/go.acme.com/checkups").json()["steps"]
    expect(steps).to_have_count(len(found))
    words = {"pass": "Pass", "warn": "Look at this", "fail": "Put this right", "unknown": "Cannot tell"}
    for item, step in zip(steps.all(), found, strict=True):
        expect(item).to_contain_text(words[step["state"]])
        expect(item).to_contain_text(step["evidence"])
        if step["state"] != "pass" and step["fix"]:
            expect(item).to_contain_text(step["fix"])
    assert {step["state"] for step in found} != {"pass"}
    expect(options.get_by_role("region", name="Link domain").get_by_role("status")).to_contain_text("Checked just now")


def test_a_public_shortener_is_refused_with_what_to_do(newcomer: Newcomer) -> None:
    newcomer.connect()
    before = domain_of(newcomer.helper)
    options = newcomer.options()
    field(options, "Approved domain").fill("bit.ly")
    options.get_by_role("button", name="Check domain").click()
    expect(options.locator("#host-error")).to_contain_text("bit.ly is a public link shortener")
    assert domain_of(newcomer.helper) == before


def test_somebody_elses_change_is_not_overwritten(newcomer: Newcomer) -> None:
    """The owner's name that another admin saved meanwhile is still there after this page saved its domain."""
    newcomer.connect()
    options = newcomer.options()
    expect(field(options, "Approved domain")).to_be_editable()
    policy = newcomer.helper.ask("GET", "/v1/policy").json()
    newcomer.helper.ask("PUT", "/v1/policy", policy | {"owner": policy["owner"] | {"name": "Acme Outfitters"}}).raise_for_status()
    field(options, "Approved domain").fill("shop.acme.com")
    field(options, "Approved domain").press("Tab")
    expect(options.get_by_text("Saved.")).to_be_visible()
    expect(options.get_by_role("region", name="Policy")).to_contain_text("Acme Outfitters")
    kept = newcomer.helper.ask("GET", "/v1/policy").json()
    assert (kept["owner"]["name"], kept["tracking_domain"]) == ("Acme Outfitters", "shop.acme.com")


def test_a_domain_set_where_linkwell_was_started_is_locked(playwright: Playwright, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with start_helper(folder, "--tracking-domain", "go.acme.com") as helper, arrive(playwright, tmp_path / "profile", helper) as newcomer:
        newcomer.connect()
        options = newcomer.options()
        expect(field(options, "Approved domain")).to_have_value("go.acme.com")
        expect(field(options, "Approved domain")).to_have_attribute("readonly", "")
        expect(field(options, "Approved domain")).to_have_accessible_description(re.compile("set where Linkwell was started"))
        options.get_by_role("button", name="Check domain").click()
        expect(options.get_by_role("list", name="Domain checkup")).to_be_visible()


def test_a_site_is_added_without_a_prompt_and_works_in_the_open_tab_at_once(newcomer: Newcomer, pages_address: str) -> None:
    newcomer.connect()
    crm = newcomer.context.new_page()
    crm.goto(f"{pages_address}/field.html")
    desk = Desk(crm)
    options = newcomer.options()
    expect(options.get_by_role("region", name="Sites")).to_contain_text("No sites yet")
    add_site(options, f"{pages_address}/field.html?any=thing")
    row = options.get_by_role("row", name=pages_address)
    expect(row.get_by_role("switch")).to_be_checked()
    expect(field(options, "Site address")).to_have_value("")

    crm.bring_to_front()
    desk.type("Sale: htps://acme.com/x")
    desk.says("1 problem")

    options.bring_to_front()
    row.get_by_role("switch").focus()
    options.keyboard.press("Space")
    expect(row.get_by_role("switch")).not_to_be_checked()
    expect(row.get_by_role("switch")).to_be_focused()
    expect(desk.bar).to_be_hidden()

    options.reload()
    expect(row.get_by_role("switch")).not_to_be_checked()
    row.get_by_role("switch").check()
    crm.bring_to_front()
    desk.type("!")
    desk.says("1 problem")

    options.bring_to_front()
    options.get_by_role("button", name=f"Remove {pages_address}").click()
    expect(row).to_have_count(0)
    expect(options.get_by_role("region", name="Sites")).to_contain_text("No sites yet")
    expect(desk.bar).to_be_hidden()
    crm.reload()
    desk.type("Sale: htps://acme.com/x")
    expect(desk.bar).to_be_hidden()


def test_what_is_no_site_is_not_added(newcomer: Newcomer) -> None:
    options = newcomer.options()
    for wrong in ("", "nonsense", "chrome://settings", "javascript:alert(1)", "https://"):
        add_site(options, wrong)
        expect(field(options, "Site address")).to_have_accessible_description(re.compile("That is not a web address"))
    expect(options.get_by_role("table")).to_have_count(0)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(newcomer: Newcomer, scheme: str) -> None:
    for width in SIZES:
        options = newcomer.options(width, scheme)
        expect(status(options)).not_to_have_text(CONNECTED)
        assert violations(options) == []
        assert too_wide(options) == 0
        options.close()
    newcomer.connect()
    newcomer.switch_on("http://127.0.0.1:8090")
    for width in (*SIZES, 320):
        options = newcomer.options(width, scheme)
        field(options, "Approved domain").fill("go.acme.com")
        options.get_by_role("button", name="Check domain").click()
        expect(options.get_by_role("list", name="Domain checkup")).to_be_visible()
        add_site(options, "nonsense")
        assert violations(options) == []
        assert too_wide(options) == 0
        options.close()


FOCUSED = """() => {
    const { activeElement: here } = document;
    if (here === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(here);
    return [here.ariaLabel ?? (here.labels?.[0] ?? here).innerText, `${outlineStyle} ${outlineWidth}`];
}"""


def test_every_control_can_be_reached_by_tab_and_shows_it(newcomer: Newcomer) -> None:
    newcomer.connect()
    newcomer.switch_on("http://127.0.0.1:8090")
    options = newcomer.options()
    expect(field(options, "Approved domain")).to_be_editable()
    reached = []
    options.keyboard.press("Tab")
    while focused := options.evaluate(FOCUSED):
        reached.append(focused)
        assert len(reached) < 30
        options.keyboard.press("Tab")
    assert [name for name, _ in reached] == [
        "Skip to settings",
        *("Connection", "Link domain", "Policy", "Sites"),
        *("Helper address", "Connect", "Pairing code", "Access token"),
        *("Approved domain", "Check domain"),
        *("Site address", "Add site", "Check links on http://127.0.0.1:8090", "Remove http://127.0.0.1:8090"),
    ]
    assert {outline for _, outline in reached} == {"solid 2px"}

"""The settings page changes the approved domain and nothing else of the policy, whatever else stands in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.extension import browser
from tests.extension.newcomer import arrive, field
from tests.server.helper import Helper, start_helper
from tests.server.policy_document import FULL


@pytest.fixture(scope="module")
def own_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with start_helper(tmp_path_factory.mktemp("own")) as started:
        yield started


def test_no_setting_is_lost_that_the_page_knows_nothing_of(playwright: Playwright, own_helper: Helper, tmp_path: Path) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in browser.EXTENSION.rglob("*.js"))
    strange = [name for name in FULL if name not in code]
    assert {"campaign_tags", "quiet_hours", "risky_suffixes"} <= set(strange), "some of the policy is new to the page"
    assert own_helper.ask("PUT", "/v1/policy", FULL).status_code == 200
    with arrive(playwright, tmp_path / "profile", own_helper) as newcomer:
        newcomer.connect()
        options = newcomer.options()
        domain = field(options, "Approved domain")
        expect(domain).to_have_value(FULL["tracking_domain"])
        domain.fill("new.acme.com")
        domain.press("Tab")
        expect(options.get_by_text("Saved.")).to_be_visible()
        assert own_helper.ask("GET", "/v1/policy").json() == FULL | {"tracking_domain": "new.acme.com", "locked": []}
        expect(options.get_by_role("region", name="Policy")).to_contain_text("acme.com and 3 more")
        expect(options.get_by_role("region", name="Policy")).to_contain_text("Required")

        domain.fill("old.acme.com")
        domain.press("Tab")
        expect(domain).to_have_attribute("aria-invalid", "true")
        expect(options.locator("#host-error")).to_have_text(
            "“retired_domains” in the policy speaks against this domain. Choose another one, or take it out there."
        )
        assert own_helper.ask("GET", "/v1/policy").json()["tracking_domain"] == "new.acme.com"
        domain.fill("")
        domain.press("Tab")
        expect(options.get_by_text("Saved.")).to_be_visible()
        assert own_helper.ask("GET", "/v1/policy").json() == FULL | {"tracking_domain": None, "locked": []}

"""The bar: what it says, when, and where it stands."""

import re

import pytest
from playwright.sync_api import expect

from tests.extension.conftest import Opener

BAD = "Sale: htps://acme.com/x?utm_source=a?b=c."
KINDS = ("field", "rich", "react")


@pytest.mark.parametrize("kind", KINDS)
def test_it_names_the_problems_within_a_second(desk: Opener, kind: str) -> None:
    here = desk(kind)
    here.type(BAD)
    here.says(re.compile(r"^1 link · 2 problems · \d+ → \d+ segments"), timeout=1000)
    expect(here.findings.first).to_have_accessible_name("“htps” is missing a letter")

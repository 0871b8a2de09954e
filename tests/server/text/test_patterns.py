"""Patterns of places: hosts, what lies below them, and paths."""

import pytest

from linkwell.text.find import find_links
from linkwell.text.patterns import fits


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        ("https://acme.com/x", "acme.com"),
        ("https://www.acme.com/x", "acme.com"),
        ("https://ACME.com", "Acme.COM "),
        ("acme.com", "https://acme.com/"),
        ("https://acme.com./x", "acme.com"),
        ("https://acme.com/x", "=acme.com"),
        ("https://a.b.acme.com", "*.acme.com"),
        ("https://staging-7.acme.com", "staging-*.acme.com"),
        ("https://acme.com/shop/1?a=2", "acme.com/shop/*"),
        ("https://eu.acme.com/Shop/1", "acme.com/shop/*"),
        ("https://acme.com/%73hop/1", "acme.com/shop/*"),
        ("https://acme.com/a[1]/b", "=acme.com/a[1]/*"),
        ("https://bücher.de/x", "bücher.de"),
        ("https://bücher.de/x", "xn--bcher-kva.de"),
    ],
)
def test_fits(written: str, pattern: str) -> None:
    assert fits(find_links(written)[0], pattern)


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        ("https://notacme.com", "acme.com"),
        ("https://acme.com.evil.com", "acme.com"),
        ("https://www.acme.com", "=acme.com"),
        ("https://acme.com", "*.acme.com"),
        ("https://acme.com/shop", "acme.com/shop/*"),
        ("https://acme.com/blog/shop/1", "acme.com/shop/*"),
        ("https://acme.com/x", ""),
        ("https://acme.com/x", "/x"),
        ("tel:+15550123", "acme.com"),
    ],
)
def test_does_not_fit(written: str, pattern: str) -> None:
    assert not fits(find_links(written)[0], pattern)

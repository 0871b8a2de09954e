"""A link that a space cuts in two is one link; two sentences that a full stop joins are none."""

import pytest

from linkwell.data import entries
from linkwell.model.finding import Edit
from linkwell.model.message import FaultKind
from linkwell.text.edits import apply_edits
from linkwell.text.find import find_links
from linkwell.text.words import BEGINNINGS


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Shop at acme .com today", "https://acme.com"),
        ("Shop at acme . com today", "https://acme.com"),
        ("Shop at acme. com/x today", "https://acme.com/x"),
        ("Visit acme. Com today", "https://acme.Com"),
        ("Shop at shop.acme .com/x", "https://shop.acme.com/x"),
        ("Shop at acme .co.uk", "https://acme.co.uk"),
        ("Shop at acme.co .uk", "https://acme.co.uk"),
        ("Shop at acme. co.uk/x", "https://acme.co.uk/x"),
        ("Shop at acme .io/x or call", "https://acme.io/x"),
        ("Shop at bit. ly/3xYz", "https://bit.ly/3xYz"),
        ("https:// acme.com", "https://acme.com"),
        ("https:// www.acme.com/x", "https://www.acme.com/x"),
        ("https ://acme.com", "https://acme.com"),
        ("https : //acme.com", "https://acme.com"),
        ("https:/ /acme.com/x", "https://acme.com/x"),
        ("http s://acme.com", "https://acme.com"),
        ("h ttps://acme.com", "https://acme.com"),
        ("https://\nacme.com/sale", "https://acme.com/sale"),
        ("https://acme\n.com/sale", "https://acme.com/sale"),
        ("https://acme com/sale", "https://acme.com/sale"),
        ("https://shop. acme.com/x", "https://shop.acme.com/x"),
        ("https://www. acme.com/x", "https://www.acme.com/x"),
        ("See www acme.com now", "https://www.acme.com"),
        ("See www. acme.com now", "https://www.acme.com"),
        ("See www .acme.com now", "https://www.acme.com"),
        ("See www acme com now", "https://www.acme.com"),
        ("See www. acme. com now", "https://www.acme.com"),
        ("See acme.com /sale", "https://acme.com/sale"),
        ("See https://acme.com /spring-sale today", "https://acme.com/spring-sale"),
        ("See https://acme.com/ sale?a=1", "https://acme.com/sale?a=1"),
        ("See https://acme.com/orders/\n4821-77", "https://acme.com/orders/4821-77"),
        ("See https://acme.com/prod\nucts/12?a=1", "https://acme.com/products/12?a=1"),
        ("See https://acme.com/sale ?a=1", "https://acme.com/sale?a=1"),
        ("See https://acme.com/sale? a=1", "https://acme.com/sale?a=1"),
        ("See https://acme.com/sale?a=1 &b=2", "https://acme.com/sale?a=1&b=2"),
        ("See https://acme.com/sale?id= 4821", "https://acme.com/sale?id=4821"),
        ("Shop at acme\u00a0.com", "https://acme.com"),
    ],
)
def test_a_cut_link_is_one_link(text: str, url: str) -> None:
    [link] = find_links(text)
    assert link.url == url
    space = link.faults[0]
    assert space.kind is FaultKind.SPACE
    assert link.span.holds(space.span)
    [whole] = find_links(apply_edits(text, [Edit(space.span, space.instead or "")]))
    assert (whole.url, whole.span.start) == (url, link.span.start)
    assert FaultKind.SPACE not in [fault.kind for fault in whole.faults]


@pytest.mark.parametrize(
    "text",
    [
        "Thanks. Com means commercial", "See www and more", "Order at acme.com /today only", "I love it .It is great", "I love it .it is",
        "etc. in case", "St. John", "no. 5 and Vol. 2", "acme.com / other.com", "Done. Net 30", "done. net 30 days", "Our .com store",
        "a .net developer", "such as .com .net .org", "the .doc .app files", "acme.com /call us", "acme.com /or in store", "acme.com /24h",
        "https://acme.com/ and/or call", "https://acme.com/ Open Mon/Tue", "https://acme.com/ 555-123-4567", "https://acme.com/ 10am-2pm",
        "Links start with https:// and end", "https://acme.com. It is new", "www.acme.com. It was", "https://acme.com/x #summer",
        "dana@acme .com", "https://acme.com/a - https://acme.com/b", "https://acme.com/a /b.com", "10 a.m. in the morning", "cost is 5 .50",
        "Read https://acme.com/a. html is fun", "https://acme.com/ sale now on", "https://acme.com/x //acme.org/?a=1", "Open 24 / 7",
    ],
)  # fmt: skip
def test_ordinary_spaces_cut_nothing(text: str) -> None:
    assert FaultKind.SPACE not in [fault.kind for link in find_links(text) for fault in link.faults]


@pytest.mark.parametrize("suffix", sorted(BEGINNINGS & entries("suffixes")))
def test_everyday_words_that_a_full_stop_joins_are_no_link(suffix: str) -> None:
    for word in ("dog", "ok", "thanks", "ready", "booked", "tomorrow", "Dana", "check-in", "12", "7pm", "7p.m", "deliveries"):
        assert find_links(f"Well {word}.{suffix} then") == ()
        assert find_links(f"Well {word}.{suffix.title()} then") == ()
    for host in ("harborline", "www.dog", "shop.kjelberg"):
        assert [link.written for link in find_links(f"Well {host}.{suffix} then")] == [f"{host}.{suffix}"]
    assert [link.written for link in find_links(f"Well dog.{suffix}/x then")] == [f"dog.{suffix}/x"]

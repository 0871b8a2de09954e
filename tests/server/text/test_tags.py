"""Campaign tags are spliced in byte for byte, and only where nothing breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwell.text.tags import tagged

TEMPLATE = {"utm_source": "sms", "utm_medium": "text", "utm_campaign": "{campaign}"}
ADDED = "utm_source=sms&utm_medium=text&utm_campaign=spring"


@pytest.mark.parametrize(
    ("url", "after"),
    [
        ("https://acme.com", f"https://acme.com?{ADDED}"),
        ("https://acme.com/x", f"https://acme.com/x?{ADDED}"),
        ("https://acme.com/x?", f"https://acme.com/x?{ADDED}"),
        ("https://acme.com/x?a=1", f"https://acme.com/x?a=1&{ADDED}"),
        ("https://acme.com/x?a=1&", f"https://acme.com/x?a=1&{ADDED}"),
        ("https://acme.com/x?q=why?", f"https://acme.com/x?q=why?&{ADDED}"),
        ("https://acme.com/x#top", f"https://acme.com/x?{ADDED}#top"),
        ("https://acme.com/x?q=a+b%20c;d=&flag&e=%C3%A9#t?x", f"https://acme.com/x?q=a+b%20c;d=&flag&e=%C3%A9&{ADDED}#t?x"),
        ("https://acme.com/x?utm_source=mail", "https://acme.com/x?utm_source=mail&utm_medium=text&utm_campaign=spring"),
        ("https://acme.com/x?UTM_Source=&utm_medium&utm_campaign=a", "https://acme.com/x?UTM_Source=&utm_medium&utm_campaign=a"),
        ("https://acme.com/#/orders/7", "https://acme.com/#/orders/7"),
        ("https://acme.com/#!sale", "https://acme.com/#!sale"),
        (
            "https://f.acme.com/a?expires=1796119200&signature=5f70bf18a086007016e9",
            "https://f.acme.com/a?expires=1796119200&signature=5f70bf18a086007016e9",
        ),
        (f"https://acme.com/{'x' * 1940}", f"https://acme.com/{'x' * 1940}"),
    ],
)
def test_tags_are_spliced_in_before_the_fragment(url: str, after: str) -> None:
    assert tagged(url, TEMPLATE, "spring") == after
    assert tagged(after, TEMPLATE, "spring") == after


def test_what_is_not_known_is_not_made_up() -> None:
    assert tagged("https://acme.com/x", TEMPLATE, None) == "https://acme.com/x?utm_source=sms&utm_medium=text"
    assert tagged("https://acme.com/x", {}, "spring") == "https://acme.com/x"
    assert (
        tagged("https://acme.com/x", {"utm_campaign": "{campaign}-sms"}, "Spring & é")
        == "https://acme.com/x?utm_campaign=Spring%20%26%20%C3%A9-sms"
    )
    assert tagged("https://acme.com/x", TEMPLATE, "spring", longest=40) == "https://acme.com/x"


@given(st.text(" abAB01%+;=&?#/_utm", max_size=40))
def test_every_byte_that_was_there_stays(tail: str) -> None:
    url = f"https://acme.com/{tail}"
    after = tagged(url, TEMPLATE, "spring")
    head, mark, fragment = url.partition("#")
    assert after.startswith(head)
    assert after.endswith(mark + fragment)

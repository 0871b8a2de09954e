"""Tracked links carry the campaign tags that the policy asks for, and no link is broken for them."""

from typing import Any

from tests.server.helper import Helper

TAGS = {"utm_source": "sms", "utm_medium": "text", "utm_campaign": "{campaign}"}
SIGNED = "https://f.acme.com/a.pdf?expires=1796119200&signature=5f70bf18a086007016e948b04aed3b82"


def with_tags(helper: Helper) -> None:
    policy = helper.ask("GET", "/v1/policy").json() | {"campaign_tags": TAGS, "tracking_domain": "go.acme.example"}
    saved = helper.ask("PUT", "/v1/policy", policy)
    assert saved.status_code == 200, saved.text


def rewrite(helper: Helper, text: str, **more: Any) -> dict[str, Any]:
    answer = helper.ask("POST", "/v1/rewrites", {"text": text} | more, token=helper.agent)
    assert answer.status_code == 200, answer.text
    done: dict[str, Any] = answer.json()
    return done


def leads_to(helper: Helper, text: str, **more: Any) -> str:
    [tracked] = rewrite(helper, text, **more)["tracked_links"]
    answer = helper.visit(tracked["short_url"])
    assert answer.status_code == 302
    assert answer.headers["Location"] == tracked["destination"]
    return answer.headers["Location"]


def test_a_tracked_link_leads_to_the_page_with_its_tags(own_helper: Helper) -> None:
    with_tags(own_helper)
    tags = "utm_source=sms&utm_medium=text&utm_campaign=spring"
    assert (
        leads_to(own_helper, "See https://acme.com/x?a=b+c%20d;e=&f#top.", campaign="spring")
        == f"https://acme.com/x?a=b+c%20d;e=&f&{tags}#top"
    )
    assert leads_to(own_helper, "See acme.com/x") == "https://acme.com/x?utm_source=sms&utm_medium=text"
    own = "https://acme.com/x?utm_source=mail&utm_campaign=a"
    assert leads_to(own_helper, own, campaign="spring") == f"{own}&utm_medium=text"


def test_a_link_that_tags_would_break_is_tracked_without_them(own_helper: Helper) -> None:
    with_tags(own_helper)
    for link in (SIGNED, "https://acme.com/#/orders/7", "https://acme.com/#!/sale"):
        review = own_helper.ask("POST", "/v1/reviews", {"text": f"See {link}"}, token=own_helper.agent).json()
        assert ("tracking-would-break", "block") in [(finding["code"], finding["severity"]) for finding in review["findings"]]
        assert leads_to(own_helper, f"See {link}", campaign="spring") == link
        assert rewrite(own_helper, f"See {link}")["review"]["verdict"] != "block"
    broken = rewrite(own_helper, "See https://bit.ly/x and https://acme..com/#/x")
    assert broken["tracked_links"] == []


def test_the_same_three_get_the_same_link_with_tags_too(own_helper: Helper) -> None:
    with_tags(own_helper)

    def slug(text: str, **who: str) -> str:
        made: str = rewrite(own_helper, text, **who)["tracked_links"][0]["slug"]
        return made

    first = slug("See https://acme.com/x", contact="dana", campaign="spring")
    assert slug("Again: https://acme.com/x", contact="dana", campaign="spring") == first
    assert slug("See https://acme.com/x", contact="dana", campaign="summer") != first
    assert slug("See https://acme.com/x", contact="ravi", campaign="spring") != first
    headers = {"Idempotency-Key": "k1"}
    body = {"text": "See https://acme.com/x", "campaign": "spring"}
    one = own_helper.ask("POST", "/v1/rewrites", body, token=own_helper.agent, headers=headers).json()
    assert own_helper.ask("POST", "/v1/rewrites", body, token=own_helper.agent, headers=headers).json() == one


def test_a_link_that_is_minted_by_hand_stays_as_it_was_given(own_helper: Helper) -> None:
    with_tags(own_helper)
    link = own_helper.ask("POST", "/v1/links", {"destination": "https://acme.com/x", "campaign": "spring"}).json()
    assert link["destination"] == "https://acme.com/x"

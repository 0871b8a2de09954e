"""What links carry: every fault is found as people type it, ordinary links are left alone, and edits touch nothing else."""

import pytest

from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.finding import Finding, Severity
from linkwell.model.message import Channel, Message
from linkwell.model.policy import Limits, Owner, Policy
from linkwell.text.edits import apply_edits

TAGS = Policy(campaign_tags={"utm_source": "sms", "utm_medium": "text", "utm_campaign": "{campaign}"})
SIGNED = "https://b.s3.amazonaws.com/f?X-Amz-Credential=AKIAQ7XK2MF4WN8P3RTD%2F20261201&X-Amz-Expires=60&X-Amz-Signature=9f86d081884c7d65"


def found(text: str, code: str, policy: Policy | None = None, campaign: str | None = None) -> list[Finding]:
    result = review(Message(text, campaign=campaign), Context(policy or Policy()))
    return [finding for finding in result.findings if finding.code == code]


def mended(text: str, code: str, policy: Policy | None = None, campaign: str | None = None) -> str:
    return apply_edits(text, [finding.edit for finding in found(text, code, policy, campaign) if finding.edit is not None])


PERSONAL = [
    "email=dana@acme.com", "email=dana%40acme.com", "e=dana.lopez%2Bshop%40gmail.com", "u=DANA@GMAIL.COM",
    "id=4821&mail=d_o'neil@acme.co.uk",
    "user=dana%2540gmail.com", "next=https%3A%2F%2Facme.com%2F%3Femail%3Ddana%40gmail.com", "x=1&to=dana@my-shop.example",
    "phone=4155550123", "phone=+14155550123", "phone=%2B14155550123", "tel=415-555-0123", "mobile=07700900123", "Phone=(415)%20555-0123",
    "msisdn=447700900123", "to=+447700900123", "cell=1-415-555-0123", "phone_number=415.555.0123", "x=%2B4915112345678", "to=4155550123",
    "ssn=123-45-6789", "ssn=123456789", "SSN=123%2045%206789", "x=123-45-6789", "social_security_number=123456789", "id=123-45-6789",
    "card=4111111111111111", "cc=4111-1111-1111-1111", "cc_number=4111+1111+1111+1111", "pan=5555555555554444", "card=378282246310005",
    "x=6011111111111117", "creditcard=4242%204242%204242%204242",
    "first_name=Dana", "firstname=dana", "fname=Dana", "last_name=O'Neil", "surname=M%C3%BCller", "name=Dana", "name=Dana+Lopez",
    "name=maria%20garcia", "full_name=Jo+van+der+Berg", "customer_name=Xyq+Zor", "name=Mr+Smith", "patient_name=Lee%2C+Sam",
    "lname=Schmidt&fname=Anna", "fname=Xyq&lname=Zor", "name=Jo+Smith", "name=J.+Smith", "name=Mark+Lee", "x=(212)%20555-0147",
    "p=212.555.0147",
]  # fmt: skip


@pytest.mark.parametrize("query", PERSONAL)
def test_what_names_a_person_is_found_in_a_query(query: str) -> None:
    [finding] = found(f"Hi, see https://acme.com/x?a=1&{query}&b=2 today", "personal-data-in-link")
    assert finding.severity is Severity.BLOCK
    assert finding.link == 0


@pytest.mark.parametrize(
    "path",
    [
        "u/dana@gmail.com", "unsubscribe/dana%40gmail.com/now", "dana.lopez@acme.com", "phone/4155550123", "stop/+14155550123",
        "sms/%2B447700900123",
        "pay/4111111111111111", "card/4111-1111-1111-1111", "ssn/123-45-6789", "c/212-555-0147",
    ],
)  # fmt: skip
def test_what_names_a_person_is_found_in_a_path(path: str) -> None:
    assert found(f"https://acme.com/{path}?a=1#t", "personal-data-in-link")


@pytest.mark.parametrize(
    "link",
    [
        "https://acme.com/orders/4155550123", "https://acme.com/o?order=4155550123&ts=1796119200", "https://acme.com/o?id=4111111111111111",
        "https://acme.com/o?order=553-20-4821", "https://acme.com/i/553-20-4821", "https://www.ups.com/track?tracknum=1Z999AA10123456784",
        "https://www.fedex.com/fedextrack/?trknbr=378282246310005",
        "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111899223197428490",
        "https://www.canadapost-postescanada.ca/track-reperage/en#/details/4003012345678901",
        "https://acme.com/x?from=2026-12-01&to=2026-12-24",
        "https://acme.com/x?from=1796119200&to=1796205600", "https://www.google.com/maps/search/?api=1&query=40.712776,-74.005974",
        "https://www.google.com/maps/place/Acme/@40.7127,-74.0059,15z/data=!3m1!4b1",
        "https://maps.apple.com/?ll=50.894967,4.341626&q=Acme",
        "https://g.page/r/CQ4111111111111111EBM/review", "https://www.facebook.com/events/378282246310005", "https://m.me/acme?ref=Dana",
        "https://wa.me/14155550123?text=Hi", "https://api.whatsapp.com/send?phone=14155550123&text=Hi", "https://t.me/+14155550123",
        "https://www.tiktok.com/@acme/video/7123456789012345678", "https://medium.com/@dana/my-post-4111111111111111",
        "https://mastodon.social/@dana@mas.to",
        "https://unpkg.com/react@18.2.0/umd/react.js", "https://acme.com/img/logo@2x.png",
        "https://calendar.google.com/calendar/embed?src=acme.com_x%40group.calendar.google.com",
        "https://outlook.office365.com/owa/calendar/AcmeDental@acme.com/bookings/", "https://acme.com/contact?email=info@acme.com",
        "https://acme.com/contact?to=support@acme.com", "https://acme.com/call?tel=8005550123",
        "https://acme.com/call?phone=1-888-555-0123",
        "https://acme.com/menu?name=summer-menu", "https://acme.com/menu?name=Summer+Menu", "https://acme.com/x?name=report.pdf",
        "https://acme.com/x?name=4821",
        "https://acme.com/x?first=1&last=30", "https://acme.com/x?name={{name}}", "https://acme.com/x?first_name=",
        "https://acme.com/x?first_name=customer",
        "https://acme.com/x?customer=4821&client=acme-gmbh", "https://acme.com/x?name=Springfield", "https://acme.com/isbn/9780306406157",
        "https://acme.com/x?isbn=978-0-306-40615-7&price=1,249.50", "https://acme.com/o/123e4567-e89b-12d3-a456-426614174000",
        "https://acme.com/x?pin=4003012345678901", "https://acme.com/x?imei=490154203237518", "https://acme.com/x?d=20261201&t=1030",
        "https://acme.com/x?tz=+0100",
        "https://acme.com/x?q=12345-6789&zip=12345-6789", "https://acme.com/x?number=4155550123",
        "https://acme.com/rate?store=415&visit=555-0123",
        "https://youtu.be/dQw4w9WgXcQ?t=4155550123", "https://zoom.us/j/81234567890?pwd=abc", "mailto:dana@acme.com",
        "https://acme.com/x?qty=1+1&sum=2", "https://acme.com/x?fname=menu", "https://acme.com/x?name=Granny+Smith+Apples",
        "https://acme.com/x?name=Taqueria+Lopez", "https://acme.com/x?name=Mark+Down", "https://acme.com/o?order=212-555-0147",
        "https://acme.com/order/212-555-0147", "https://acme.com/c?x=800-555-0147",
    ],
)  # fmt: skip
def test_ordinary_links_name_nobody(link: str) -> None:
    assert not found(f"Hi Dana, see {link}", "personal-data-in-link")


def test_the_teams_own_address_and_number_are_no_secret() -> None:
    policy = Policy(owner=Owner(email="Dana@acme.com", phone="+1 (415) 555-0123"))
    assert not found("https://acme.com/x?reply=dana@acme.com&phone=4155550123", "personal-data-in-link", policy)
    assert found("https://acme.com/x?reply=sam@acme.com", "personal-data-in-link", policy)


def test_a_number_is_not_read_out() -> None:
    [finding] = found("https://acme.com/pay?card=4111111111111111", "personal-data-in-link")
    assert "4111111111111111" not in finding.detail
    assert finding.title == "A card number stands in this link"


@pytest.mark.parametrize(
    ("tail", "title"),
    [
        ("?PHPSESSID=9c7ue6gskhpgq8b0qv1s3k5d41", "session"), (";jsessionid=0A1B2C3D4E5F60718293?a=1", "session"),
        ("?sid=a81bc81bdead4e5dabff90", "session"),
        ("?session_id=cs_test_a1B2c3D4e5F6g7H8", "session"), ("?ASPSESSIONIDQQTRTBCD=1A2B3C4D5E6F7G8H9I", "session"),
        ("?ASP.NET_SessionId=q1w2e3r4t5y6u7i8o9p0", "session"),
        ("?otp=551223", "password"), ("?authkey=4f9a1c7be2", "key"),
        ("?password=hunter2", "password"), ("?u=dana&pwd=Spring2026", "password"), ("?passwd=x", "password"), ("?pass=hunter2", "password"),
        ("?api_key=4f9a1c7be2", "key"), ("?apikey=AbCdEfGhIj", "key"), ("?access_token=2YotnFZFEjr1zCsicMWpAA", "key"),
        ("#access_token=2YotnFZFEjr1zCs", "key"),
        ("?client_secret=pi_3Nx_secret_7Yz", "key"), ("?k=AKIAQ7XK2MF4WN8P3RTD", "key"), ("/sk_live_4eC39HqLyjWDarjtT1zdp7dc", "key"),
        ("?x=AIzaSyD4x7kq2mf4wn8p3rtd9v6h5j2k1l0m9n8", "key"),
        ("?token=8f3a91c2d47be65018c9", "token"), ("?reset_token=Zm9vYmFyMTIzNDU2Nzg5", "token"),
        ("?t=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0ODIxIn0.dBjftJeZ4CVP", "token"),
        ("/magic/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0ODIxIn0.dBjftJeZ4CVP", "token"), ("?auth=1796119200aabbccddeeff", "token"),
    ],
)  # fmt: skip
def test_secrets_are_found(tail: str, title: str) -> None:
    [finding] = found(f"See https://acme.com/x{tail} now", "secret-in-link")
    assert finding.severity is Severity.WARN
    assert title in finding.title


@pytest.mark.parametrize(
    "link",
    [
        SIGNED, "https://us02web.zoom.us/j/81234567890?pwd=dGVzdDEyMzQ1Njc4", "https://acme.com/reset-password",
        "https://acme.com/x?session=2&sid=77",
        "https://acme.com/x?pass=day&token=AB12", "https://acme.com/x?password=reset", "https://acme.com/pay?key=wc_order_7xkq2mf4",
        "https://acme.com/keynote?session=opening-keynote-hall",
        "https://acme.com/x?api_key={{key}}", "https://acme.com/o/8f3a91c2d47be65018c9d4e5f6071829", "https://acme.com/sk-8/passes",
        "https://acme.com/x?resourcekey=0-abc",
        "https://acme.com/x?secretary=dana&tokens=2", "https://acme.com/eyJ",
    ],
)  # fmt: skip
def test_ordinary_links_keep_no_secret(link: str) -> None:
    assert not found(link, "secret-in-link")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://a.com/x?utm_source=a&utm_source=b", "https://a.com/x?utm_source=a"),
        ("https://a.com/x?utm_source=a&k=a+b%20c;d&utm_source=b&flag&e=#t", "https://a.com/x?utm_source=a&k=a+b%20c;d&flag&e=#t"),
        ("https://a.com/x?utm_source=&a=1&utm_source=b", "https://a.com/x?a=1&utm_source=b"),
        ("https://a.com/x?utm_source=a&utm_source=a", "https://a.com/x?utm_source=a"),
        ("https://a.com/x?UTM_Source=a&b=C", "https://a.com/x?utm_source=a&b=C"),
        ("https://a.com/x?UTM_SOURCE=a&utm_source=b", "https://a.com/x?utm_source=b"),
        ("https://a.com/x?Utm_Source=a&UTM_source=b", "https://a.com/x?utm_source=a"),
        ("https://a.com/x?utm_term=a&utm_term=b&utm_term=c&d", "https://a.com/x?utm_term=a&d"),
    ],
)
def test_the_tag_that_counts_is_kept(before: str, after: str) -> None:
    assert mended(f"Hi {before} now", "conflicting-parameters") == f"Hi {after} now"
    assert not found(after, "conflicting-parameters")


def test_the_same_tag_twice_is_only_untidy() -> None:
    assert [f.severity for f in found("https://a.com/?utm_source=a&utm_source=a", "conflicting-parameters")] == [Severity.INFO]
    assert [f.severity for f in found("https://a.com/?utm_source=a&utm_source=b", "conflicting-parameters")] == [Severity.WARN]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("?q=a%2520b", "?q=a%20b"),
        ("?q=a%252520b%2526c&r=1+1%20", "?q=a%20b%26c&r=1+1%20"),
        ("?q=caf%25C3%25A9&r=%2525", "?q=caf%C3%A9&r=%25"),
        ("/a%2520b/c%2520d?e=%20", "/a%20b/c%20d?e=%20"),
        ("?next=https%253A%252F%252Fb.com%253Fq%253Da%252520b", "?next=https%3A%2F%2Fb.com%3Fq%3Da%2520b"),
        ("?a%255B%255D=1", "?a%5B%5D=1"),
        ("?q=50%2525&r=%253d", "?q=50%25&r=%3d"),
    ],
)
def test_what_is_encoded_twice_is_encoded_once(before: str, after: str) -> None:
    assert mended(f"https://a.com/x{before}", "double-encoding") == f"https://a.com/x{after}"
    assert not found(f"https://a.com/x{after}", "double-encoding")


@pytest.mark.parametrize(
    "tail",
    [
        "?next=https%3A%2F%2Fb.com%3Fq%3Da%2520b", "?u=%2Fcart%3Fa%3D1%2520b", "?off=20%25", "?t=100%25off", "?p=a%3D1%26b%3Dx%2520y",
        "/o/img%2Fa%2520b.png",
        "?url=https://b.com/?q=a%2520b", "?r=/search?q=a%2520b", "#a%2520b", "/https%253A%252F%252Fb.com%252Fa.png", "?d=50%25de",
    ],
)  # fmt: skip
def test_an_address_inside_keeps_its_own_encoding(tail: str) -> None:
    assert not found(f"https://a.com/x{tail}", "double-encoding")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("?utm_source=a", "?utm_source=a&utm_medium=text&utm_campaign=spring"),
        ("?utm_source=a&k=a+b%20c;d=&flag#top", "?utm_source=a&k=a+b%20c;d=&flag&utm_medium=text&utm_campaign=spring#top"),
        ("?utm_source=a&", "?utm_source=a&utm_medium=text&utm_campaign=spring"),
        ("?utm_source=a&utm_medium=&utm_campaign", "?utm_source=a&utm_medium=text&utm_campaign=spring"),
        ("?a=1&utm_source=", "?a=1&utm_source=sms&utm_medium=text&utm_campaign=spring"),
        ("?utm_source=SMS&utm_medium=a&utm_campaign=b", "?utm_source=sms&utm_medium=a&utm_campaign=b"),
        ("?utm_source=s&utm_medium=a&utm_campaign=Spring%20Sale+2026", "?utm_source=s&utm_medium=a&utm_campaign=spring-sale-2026"),
        ("?utm_source=s&utm_medium=a&utm_campaign=Caf%C3%A9", "?utm_source=s&utm_medium=a&utm_campaign=caf%C3%A9"),
        ("?utm_source=a#/orders", "?utm_source=a#/orders"),
        ("?utm_source=a&q=why?#top", "?utm_source=a&q=why?#top"),
        ("?a=1", "?a=1"),
    ],
)
def test_campaign_tags_are_completed_from_the_policy(before: str, after: str) -> None:
    assert mended(f"https://a.com/x{before} now", "incomplete-campaign-tags", TAGS, "spring") == f"https://a.com/x{after} now"
    assert not mended(f"https://a.com/x{after}", "incomplete-campaign-tags", TAGS, "spring").replace(f"https://a.com/x{after}", "")


def test_without_a_policy_missing_tags_are_told_and_nothing_is_made_up() -> None:
    [finding] = found("https://a.com/x?utm_source=a", "incomplete-campaign-tags")
    assert (finding.edit, finding.severity, finding.title) == (None, Severity.INFO, "utm_medium and utm_campaign are missing")


def test_a_value_of_the_policy_is_right_as_it_is() -> None:
    policy = Policy(campaign_tags={"utm_campaign": "{campaign}"})
    link = "https://a.com/x?utm_source=s&utm_medium=m&utm_campaign=Spring%20Sale"
    assert not found(link, "incomplete-campaign-tags", policy, "Spring Sale")
    assert found(link, "incomplete-campaign-tags", policy, "other")


@pytest.mark.parametrize(
    ("link", "code"),
    [
        (f"{SIGNED}&gclid=EAI", "borrowed-click-id"),
        (f"{SIGNED}?utm_source=a", "broken-query"),
        (f"{SIGNED}&UTM_Source=a&utm_source=b", "conflicting-parameters"),
        (f"{SIGNED}&q=a%2520b", "double-encoding"),
        (f"{SIGNED}&utm_source=Sms", "incomplete-campaign-tags"),
    ],
)
def test_a_signed_link_is_never_changed(link: str, code: str) -> None:
    assert not [finding for finding in found(link, code, TAGS, "spring") if finding.edit is not None]


@pytest.mark.parametrize(
    "tail",
    [
        "X-Amz-Signature=9f86d081&X-Amz-Date=20261201T101500Z", "x-amz-signature=9f86d081&x-amz-expires=60",
        "AWSAccessKeyId=AKIAQ7XK&Signature=vjby&Expires=1796119200",
        "X-Goog-Credential=a%40p.iam.gserviceaccount.com&X-Goog-Signature=247a2aa45f169edf",
        "GoogleAccessId=a@b.iam&Expires=1796119200&Signature=abcd",
        "Policy=eyJTdGF0ZW1lbnQi&Signature=nitf&Key-Pair-Id=K2JCJMDEHX",
        "sv=2022-11-02&se=2026-12-01&sr=b&sp=r&sig=R6uP4mQ%3D", "expires=1796119200&signature=5f70bf18a086007016e948b0",
        "hmac=5f70bf18a086007016e948b04aed3b82",
        "e=1796119200&st=_e4Nc3iduzkWRm01TBBNYw", "token=8f3a91c2d47be650&expires=1796119200",
        "q-sign-algorithm=sha1&q-signature=9f86d081884c",
        "sign=9e107d9d372bb6826bd81d3542a419d6&t=1796119200", "digest=" + "5f70bf18" * 8, "verify=1796119200-Zm9vYmFyYmF6cXV4MTIzNDU2",
        "ex=65a1b2c3&is=659f6143&hm=9f86d081884c7d659a2feaa0c55ad015", "hdnts=exp=1796119200~acl=/*~hmac=9f86d081884c7d65",
    ],
)  # fmt: skip
def test_signatures_are_known(tail: str) -> None:
    assert found(f"https://files.acme.com/f.pdf?{tail}", "signed-link")
    assert review(Message(f"Your invoice: https://files.acme.com/f.pdf?{tail}"), Context()).verdict.value != "block"


@pytest.mark.parametrize(
    "tail",
    [
        "?sig=1",
        "?token=8f3a91c2d47be65018",
        "?expires=2026-12-01",
        "?signature=please-sign-here",
        "?e=5&s=blue",
        "?h=1&t=2",
        "?sv=1&sp=2",
        "?sign=leo&t=120",
        "?verify=1",
    ],
)
def test_ordinary_parameters_are_no_signature(tail: str) -> None:
    assert not found(f"https://acme.com/f{tail}", "signed-link")


def test_tags_that_would_break_a_link_matter_only_where_they_are_asked_for() -> None:
    for link in ("https://acme.com/#/orders/7", "https://acme.com/#!/sale", SIGNED, f"https://acme.com/{'x' * 1960}"):
        assert [f.severity for f in found(link, "tracking-would-break", TAGS, "spring")] == [Severity.BLOCK]
        assert not found(link, "tracking-would-break")
    assert not found("https://acme.com/sale#top", "tracking-would-break", TAGS, "spring")
    assert not found("https://acme.com/#/orders/7", "tracking-would-break", Policy(campaign_tags={"utm_campaign": "{campaign}"}))
    assert found(
        f"https://acme.com/{'x' * 60}", "tracking-would-break", Policy(campaign_tags={"utm_source": "s"}, limits=Limits(link_characters=80))
    )


def test_a_long_link_is_told_by_what_it_costs() -> None:
    link = f"https://acme.com/{'x' * 64}"
    assert len(link) == 81
    assert found(link, "overlong-link")
    assert not found(link[:-1], "overlong-link")
    assert found(f"{link[:-3]}~x", "overlong-link")
    for text, severity in ((link, Severity.INFO), (f"{link} {'word ' * 20}", Severity.WARN), (f"{link}{'x' * 20}", Severity.WARN)):
        assert [finding.severity for finding in found(text, "overlong-link")] == [severity], text
    assert not [f for f in review(Message(link, channel=Channel.EMAIL), Context()).findings if f.code == "overlong-link"]
    assert found("https://acme.com/sale", "overlong-link", Policy(limits=Limits(link_characters=20)))
    tracked = review(Message(link), Context(tracking_hosts=frozenset({"acme.com"})))
    assert "overlong-link" not in {finding.code for finding in tracked.findings}

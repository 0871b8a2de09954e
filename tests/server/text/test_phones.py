"""What phones make of a link: Android by the model of its own pattern, iOS as a chance."""

import time

import pytest

from linkwell.model.message import AndroidLink, Chance, Link, LinkKind, Phones
from linkwell.text.android import android_links
from linkwell.text.find import MOST_LINKS, find_links
from linkwell.text.phones import on_phones
from tests.server.text.made_texts import texts

# What AOSP's own tests of the pattern say is a link as a whole (core/tests/coretests/src/android/util/PatternsTest.java, Apache-2.0).
WHOLE = (
    "http://www.android.com http://www.android.me android.me android.camera http://xn--fsqu00a.xn--0zwm56d xn--fsqu00a.xn--0zwm56d "
    "http://xn--4gbrim.xn--rmckbbajlc6dj7bxne2c.xn--wgbh1c/ar/default.aspx xn--4gbrim.xn--rmckbbajlc6dj7bxne2c.xn--wgbh1c/ar/default.aspx "
    "http://현금영수증.kr 현금영수증.kr 도메인.한국 http://fortune.cnn.com/2010/schmidt’s-talk-in-abu-dhabi/ "
    "http://www.example.com:8080 http://www.example.com:8080/?foo=bar http://www.example.com:8080/~user/?foo=bar hTtP://android.com "
    "http://android/#notld///a/n/d/r/o/i/d&p1=1&p2=2 Thank☺.com android🌸.com http://android.🌸com "
    "http://android.com/path-with-🌸?v=🌸 http://a-nd.r-oid.com a-nd.r-oid.com http://a_nd.r_oid.com a_nd.r_oid.com "
    "http://android.com/path$?v=$val android.com/path$?v=$val http://android.com?q=v android.com?q=v http://android.com/?q=v "
    "android.com/?q=v"
).split()
NOT_WHOLE = (
    *"http://xn--fsqu00a.-xn--0zwm56d http://xn--fsqu00a.xn--0zwm56d- invalid://www.example.com invalid://foo.bar/baz".split(),
    *"thank.unknowntld Thank☺.unknowntld android@android.com http://android\U0001fffe.com".split(),
    *(f"http://and{space}roid" for space in "\u00a0\u2000\u200a\u2028\u202f\u3000"),
)


@pytest.mark.parametrize("text", WHOLE)
def test_what_aosp_says_is_a_link_is_one(text: str) -> None:
    assert [link.span.of(text) for link in android_links(text)] == [text]


@pytest.mark.parametrize("text", NOT_WHOLE)
def test_what_aosp_says_is_none_is_none(text: str) -> None:
    assert text not in [link.span.of(text) for link in android_links(text)]


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("Sale: https://acme.com/sale.", ["https://acme.com/sale."]),
        ("Sale: https://acme.com/sale. Thanks", ["https://acme.com/sale"]),
        ("Sale: https://acme.com/sale.\n", ["https://acme.com/sale."]),
        ("Sale: https://acme.com/sale)", ["https://acme.com/sale)"]),
        ("Sale at https://acme.com.", ["https://acme.com"]),
        ("Now https://acme.com/sale/ only", ["https://acme.com/sale"]),
        ("HTTPS://Acme.com/Sale", ["https://Acme.com/Sale"]),
        ("ACME.COM/SALE", []),
        ("acme.com/sale", ["http://acme.com/sale"]),
        ("問https://acme.com", []),
        ("_https://acme.com", []),
        ("Look ⟶https://acme.com", ["https://acme.com"]),
        ("https://acme.com/a|b", ["https://acme.com/a"]),
        ("https://acme.com/a[b]", ["https://acme.com/a"]),
        ("https://acme.com/{id}", ["https://acme.com"]),
        ("https://acme.com#top", ["https://acme.com"]),
        ("https://acme.com/🎉 now", ["https://acme.com"]),
        ("https://acme.com/x🎉 now", ["https://acme.com/x"]),
        ("https://acme.com🎉 now", ["https://acme.com"]),
        ("https://acme.com_", ["https://acme."]),
        ("https://acme.con", ["https://acme.con"]),
        ("acme.con", []),
        ("acme.com\u200b", []),
        ("sam@acme.com", []),
        ("htps://acme.com/x", []),
        ("htps://www.acme.com/x", ["http://acme.com/x"]),
        ("acme.com.. and v1.2.3.4", ["http://acme.com"]),
        ("1.2.3.4/x", ["http://1.2.3.4/x"]),
        ("https://sam:secret@acme.com/x", ["https://sam:secret@acme.com/x"]),
        ("https://acme.com:808080", ["https://acme.com"]),
        ("rtsp://acme.com/live", ["rtsp://acme.com/live"]),
        ("etc.In the morning", []),
        ("etc.in the morning", ["http://etc.in"]),
        ("\u202ahttps://acme.com", ["https://acme.com"]),
        ("https://acme.com \u202e", []),
        ("https://acme.com \u2066x\u2069", ["https://acme.com"]),
        ("\ud83c https://acme.com/\udf89x", ["https://acme.com"]),
    ],
)
def test_what_android_opens(text: str, opened: list[str]) -> None:
    assert [link.url for link in android_links(text)] == opened


def only(text: str) -> tuple[Link, Phones]:
    (link,) = on_phones(text, find_links(text))
    assert link.phones is not None
    return link, link.phones


@pytest.mark.parametrize(
    ("text", "android", "ios"),
    [
        ("Order: https://acme.com/1 ok", "https://acme.com/1", Chance.YES),
        ("Order: (https://acme.com/1) ok", "https://acme.com/1", Chance.YES),
        ("Order: https://acme.com/1.", "https://acme.com/1.", Chance.YES),
        ("Order: acme.com/1 ok", "http://acme.com/1", Chance.LIKELY),
        ("Order: www.acme.shop ok", "http://www.acme.shop", Chance.LIKELY),
        ("Order: acme.shop/1 ok", "http://acme.shop/1", Chance.UNLIKELY),
        ("Order: ACME.COM/1 ok", None, Chance.LIKELY),
        ("Order: htps://acme.com ok", None, Chance.UNLIKELY),
        ("Order: https://acme.con ok", "https://acme.con", Chance.YES),
        ("Order: acme.con/x ok", None, Chance.UNLIKELY),
        ("Order: 問https://acme.com ok", None, Chance.LIKELY),
        ("Order: https://acme.com/a\u200bb ok", "https://acme.com/a\u200bb", Chance.UNLIKELY),
        ("Order: https://münchen.de ok", "https://münchen.de", Chance.LIKELY),
        ("Mail mailto:sam@acme.com?subject=Hi", "mailto:sam@acme.com", Chance.YES),
        ("Call tel:+1-555-012-3456 now", "tel:+15550123456", Chance.YES),
        ("Text sms:+15550123456?body=STOP now", "tel:+15550123456", Chance.YES),
        ("Open acme://order/1 now", None, Chance.LIKELY),
        ("Go javascript:alert(1) now", None, Chance.UNLIKELY),
        ("Get ftp://files.acme.com/a now", "http://acme.com/a", Chance.LIKELY),
        ("Order: https://acme.com/1 \u202e", None, Chance.YES),
    ],
)
def test_what_phones_make_of_a_link(text: str, android: str | None, ios: Chance) -> None:
    _, phones = only(text)
    assert (phones.android and phones.android.url, phones.ios) == (android, ios)


def test_androids_link_may_cover_more_or_less() -> None:
    text = "🎉 Order: https://acme.com/1."
    link, phones = only(text)
    assert phones.android is not None
    assert (link.span.of(text), phones.android.span.of(text)) == ("https://acme.com/1", "https://acme.com/1.")
    text = "Mail mailto:sam@acme.com?subject=Hi"
    link, phones = only(text)
    assert phones.android is not None
    assert (link.kind, phones.android.span.of(text)) == (LinkKind.OTHER, "sam@acme.com")


def test_ordinary_links_are_told_as_the_whole_text_is() -> None:
    """Ordinary links are told at once, others out of the word that they stand in; reading everything says the same."""
    asked = 0
    for text in texts(seed=7, count=3000):
        everything = android_links(text)
        for link in on_phones(text, find_links(text)):
            found = next((one for one in everything if one.span.overlaps(link.span)), None)
            assert link.phones is not None
            if found is not None or link.kind is not LinkKind.OTHER:
                assert link.phones.android == found, text
                asked += 1
    assert asked > 3000


def test_nothing_else_of_a_link_changes() -> None:
    text = "htps://acme.com/1 acme.com https://acme.com/2 tel:+15550123456"
    links = find_links(text)
    for before, after in zip(links, on_phones(text, links), strict=True):
        assert all(getattr(before, name) == getattr(after, name) for name in Link.__slots__ if name != "phones")
    assert on_phones("", ()) == ()


HOSTILE = (
    "a. a a- a_ 🙂. 🙂 a.co.. a.co-. https:// https://a/ https://a_ 1.1. 1.1.1.1. é. e\u0301 \u0301 xn-- xn--a. %41 a@ https://🙂 "
    "https://a:1@ _. -a. com. नेट. a.com: a.com?_ a.com/x| https://a.com/. https://a🙂. /"
).split()


@pytest.mark.parametrize("lead", ["", "https://", "a.com/"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_cost_milliseconds(piece: str, lead: str) -> None:
    """Android's own pattern takes seconds for some of these."""
    for end in ("", "_ ", ".com"):
        text = (lead + piece * 1600)[: 1600 - len(end)] + end
        assert min(timed(text) for _ in range(5)) < 0.010, text[:40]


def timed(text: str) -> float:
    start = time.perf_counter()
    android_links(text)
    return time.perf_counter() - start


def test_links_in_one_word_are_read_once() -> None:
    text = "https://a.co/(|" * 100
    links = find_links(text)
    told = on_phones(text, links)
    assert len(told) == MOST_LINKS
    assert all(link.phones is not None and isinstance(link.phones.android, AndroidLink) for link in told)

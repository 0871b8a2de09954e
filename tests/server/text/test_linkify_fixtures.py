"""linkify-it's own fixtures: each link is found, and nothing else, but for what our rules say otherwise, with the reason."""

from pathlib import Path

import pytest

from linkwell.text.find import find_links

NOTHING = ""
E_MAIL = "an e-mail address is no link"
NUMBER = "an address in numbers without a scheme is a version, a phone number or a mask"
LETTERS = "single letters with dots between them are shortened words"
QUOTE = "texting apps end a link at a quotation mark"
BROKEN = "a link is meant that does not open: it is found so that it can be told"
RESERVED = "a reserved suffix is no slip: it is found so that it can be told"

# Input to what is found instead, and why.
OTHERWISE = {
    "//localhost": (NOTHING, "two slashes and a word are a comment or a folder"),
    "//test.123": (NOTHING, "two slashes and a word are a comment or a folder"),
    "4.4.4.4": (NOTHING, NUMBER),
    "192.168.1.1/abc": (NOTHING, NUMBER),
    "s.l.o.w.io": (NOTHING, LETTERS),
    "a.ws": (NOTHING, LETTERS),
    "➡.ws/䨹": (NOTHING, "an arrow is no part of a name: no such host can be registered"),
    'http://foo.com/blah_blah_"doublequoted"': ("http://foo.com/blah_blah", QUOTE),
    "http://foo.com/blah_blah_'singlequoted'": ("http://foo.com/blah_blah_'singlequoted", QUOTE),
    "<user@domain.com>": (NOTHING, E_MAIL),
    "<user@domain.com>.": (NOTHING, E_MAIL),
    'test."foo".bar@gmail.co.uk!': (NOTHING, E_MAIL),
    '"test@example.com"': (NOTHING, E_MAIL),
    "name@example.com": (NOTHING, E_MAIL),
    ">>name@example.com % markdown blockquote": (NOTHING, E_MAIL),
    "MAILTO:NAME@EXAMPLE.COM": (NOTHING, "“MAILTO:” in capitals is a word before an e-mail address, as “Tel:” is one before a number"),
    "foo+bar@gmail.com": (NOTHING, E_MAIL),
    "192.168.1.1@gmail.com": (NOTHING, E_MAIL),
    "(foobar email@example.com)": (NOTHING, E_MAIL),
    "(email@example.com foobar)": (NOTHING, E_MAIL),
    "(email@example.com)": (NOTHING, E_MAIL),
    "｜test@google.com｜bar": (NOTHING, E_MAIL),
    "example.invalid": ("example.invalid", RESERVED),
    "example.invalid/": ("example.invalid/", RESERVED),
    "http://.example.com": ("http://.example.com", BROKEN),
    "http://-example.com": ("http://-example.com", BROKEN),
    "hppt://example.com": ("hppt://example.com", BROKEN),
    "_http://example.com": ("http://example.com", "a link that text sticks to is found so that it can be told"),
    "_example.com": ("example.com", "a link that text sticks to is found so that it can be told"),
    "http://example.com_": ("http://example.com", "an underscore behind a link is emphasis"),
    "google.com:500000 // invalid port": ("google.com", "a number that is no port belongs to the sentence"),
}


def fixtures() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("linkify_fixtures.txt").read_text("utf-8").splitlines()[4:]
    return [(text, link) for text, _, link in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize(("text", "link"), fixtures())
def test_the_fixtures_hold_but_for_what_our_rules_say_otherwise(text: str, link: str) -> None:
    found = next((one.written for one in find_links(text)), NOTHING)
    otherwise, reason = OTHERWISE.get(text, (link, ""))
    assert found == otherwise, reason
    assert not reason or found != link, "this is no exception any more"


def test_every_exception_is_a_fixture() -> None:
    assert set(OTHERWISE) <= {text for text, _ in fixtures()}

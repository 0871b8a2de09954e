"""The model of Android's links, held against Android's own pattern on ICU, the engine that Android runs it on.

The pattern is put together here from the named parts in which AOSP publishes it (``android.util.Patterns``, Copyright (C) 2007 The
Android Open Source Project, Apache License 2.0, http://www.apache.org/licenses/LICENSE-2.0), with our list of suffixes in the place of
its list of 2015: https://android.googlesource.com/platform/frameworks/base/+/main/core/java/android/util/Patterns.java
"""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest

from linkwell.data import entries
from linkwell.model.span import Span
from linkwell.text.android import android_links
from linkwell.text.units import Units

icu: Any = pytest.importorskip("icu", reason="there is no wheel of ICU for this system: see docs/dependencies.md", exc_type=ImportError)

TEXTS = 10_000
BAR = 0.99
MOST_MS = 40  # what ICU may take for one text; AOSP's pattern takes seconds for some

PLANES = "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
UCS_CHAR = f"[\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{PLANES}\U000e1000-\U000efffd&&[^\u00a0[\u2000-\u200a]\u2028\u2029\u202f\u3000]]"
LABEL_CHAR = f"a-zA-Z0-9{UCS_CHAR}"
IRI_LABEL = rf"[{LABEL_CHAR}](?:[{LABEL_CHAR}_\-]{{0,61}}[{LABEL_CHAR}]){{0,1}}"
PUNYCODE_TLD = r"xn\-\-[\w\-]{0,58}\w"
IP_ADDRESS = (
    r"((25[0-5]|2[0-4][0-9]|[0-1][0-9]{2}|[1-9][0-9]|[1-9])\.(25[0-5]|2[0-4][0-9]|[0-1][0-9]{2}|[1-9][0-9]|[1-9]|0)"
    r"\.(25[0-5]|2[0-4][0-9]|[0-1][0-9]{2}|[1-9][0-9]|[1-9]|0)\.(25[0-5]|2[0-4][0-9]|[0-1][0-9]{2}|[1-9][0-9]|[0-9]))"
)
PROTOCOL = "(?i:http|https|rtsp)://"
WORD_BOUNDARY = r"(?:\b|$|^)"
USER_CHAR = r"(?:[a-zA-Z0-9\$\-\_\.\+\!\*\'\(\)\,\;\?\&\=]|(?:\%[a-fA-F0-9]{2}))"
USER_INFO = rf"{USER_CHAR}{{1,64}}(?:\:{USER_CHAR}{{1,25}})?\@"
PORT_NUMBER = r"\:\d{1,5}"
PATH_AND_QUERY = rf"[/\?](?:(?:[{LABEL_CHAR};/\?:@&=#~\-\.\+!\*'\(\),_\$])|(?:%[a-fA-F0-9]{{2}}))*"
RELAXED_DOMAIN_NAME = rf"(?:(?:{IRI_LABEL}(?:\.(?=\S))?)+|{IP_ADDRESS})"


@cache
def autolink_web_url() -> Any:
    known = "|".join(sorted(entries("suffixes"))).replace("-", r"\-")
    strict_host = rf"(?:(?:{IRI_LABEL}\.)+(?:(?:{known})|{PUNYCODE_TLD}))"
    without = rf"({WORD_BOUNDARY}(?<!:\/\/)((?:(?:{strict_host}|{IP_ADDRESS}))(?:{PORT_NUMBER})?)(?:{PATH_AND_QUERY})?{WORD_BOUNDARY})"
    behind = rf"(?:(?:{PROTOCOL}(?:{USER_INFO})?)(?:{RELAXED_DOMAIN_NAME})?(?:{PORT_NUMBER})?)"
    return icu.RegexPattern.compile(f"({rf'({WORD_BOUNDARY}{behind}(?:{PATH_AND_QUERY})?{WORD_BOUNDARY})'}|{without})")


def on_icu(text: str) -> list[Span] | None:
    """What Linkify does with web addresses; ``None`` where ICU gives up."""
    if any(character in text for character in "\u202c\u202d\u202e"):
        return []
    matcher = autolink_web_url().matcher(icu.UnicodeString(text))
    matcher.setTimeLimit(MOST_MS)
    units, found = Units(text), []
    try:
        end = 0
        while matcher.find(end):  # unlike find() it raises where time is up
            end = matcher.end()
            span = units.to_points(Span(matcher.start(), end))
            if span.start == 0 or text[span.start - 1] != "@":
                found.append(span)
    except icu.ICUError:
        return None
    return found


WORDS = (
    "your order is ready, track it here: see our site at and or (open today) reply STOP call 555-0123 before 5pm. Thanks! Really? e.g. "
    "i.e. v1.2.3 10.30am $5.00 etc.In St.John invoice.pdf John.It 1.2.3.4 999.1.1.1 good.So café naïve ﬁn Straße привет мир こんにちは "
    "你好 مرحبا नमस्ते 한국어 👍 🎉 👨‍👩‍👧 🅰 ① e\u0301te a_b a-b --- ... sam@acme.com sam.lee+x@mail.acme.co.uk @acme #sale 50%off %41 "
    "100% https http:// https:// htps://acme.com ftp://files.acme.com/x mailto:sam@acme.com tel:+15550123 www. www.acme .com com.au x.y.z"
).split(" ")
SCHEMES = ["", "", "", *"https:// https:// https:// http:// HTTPS:// Http:// rtsp:// htps:// http:/ // ſttp://".split()]
USERS = [*[""] * 8, *"user@ user:pass@ a.b+c@ acme.com@ %41x@".split()]
NAMES = (
    "acme shop go www a b2 my-shop my_shop acme- -acme _acme acme_ ACME Acme münchen пример 例え 네이버 🍕 i❤ x 123 0 1.2.3.4 xn--80ak "
    f"acme🎉 भारत long{'a' * 61} acme\u200b e\u0301"
).split(" ")
SUFFIXES = (
    "com com com com co.uk com.au net org io shop COM Com con comm museum xn--p1ai xn--p1ai- xn--zz_y рф 中国 भारत संगठन 한국 c co "
    "i0 com_ com- com🎉 com\u0301 com\u200b com\u200d _com local 5"
).split(" ")
PORTS = [*[""] * 5, *":80 :8080 :80808 :808080 : :80a :٣".split()]
PATHS = (
    "   / /sale /sale/2026 /a-b_c~d /a(b) /(a /a|b /a^b /[id] /{id} /%41%42 /%4 /100% /a,b;c=d /$5 /über /例え /🎉 /x🎉 /e\u0301 /a\u200bb "
    '/a`b /"a /a\\b /@me /a:b //x /. /.. /_ /a*b! /«a» /a\u00a0b'
).split(" ")
TAILS = [*[""] * 3, "?a=b c", *"? ?a=1 ?a=1&b=2 ?utm_source=sms&utm_medium=x ?q=%20+ ?a[]=1 #top /#top ?a=1#x &a=1 ?_ ?é".split()]
BEHIND = "    . , ! ? : ; ) ). … ' \" ” » 。 ， 、 * _ ~ - 🎉 !! ?! \u200b \u00a0 | > ] } 's ’s 問 。次 \ufe0f / @ % \u2060 — \u0301".split(
    " "
)
BEFORE = '    ( " “ < [ _ - . / : @ # 問 é x 1 🎉 \u200b * = // :// a@ ， \ufeff'.split(" ")
GAPS = (" ", " ", " ", " ", " ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u3000", ", ", "", "\u2028", "\u202f")
ENDS = ("", "", "", "", ".", "!", "\n", "\r\n", " ", ".\n", ".\r\n", "🎉", "\u202e", "\u2028", "…", "\r")


def address(random: Random) -> str:
    host = ".".join([*(random.choice(NAMES) for _ in range(random.choice((1, 1, 1, 2, 2, 3)))), random.choice(SUFFIXES)])
    host = host.replace(".", random.choice((".",) * 12 + ("..", "·", "。", ",")), 1)
    return "".join((random.choice(SCHEMES), random.choice(USERS), host, random.choice(PORTS), random.choice(PATHS), random.choice(TAILS)))


def texts(seed: int, count: int) -> Iterator[str]:
    """Messages as people type them, and as they should not: every other one has a link that is whole."""
    random = Random(seed)
    for number in range(count):
        pieces: list[str] = []
        for _ in range(random.choice((1, 2, 2, 3, 4, 6, 9))):
            if random.random() < 0.4:
                pieces += address(random), random.choice(BEHIND)
                if random.random() < 0.4:
                    pieces.insert(-2, random.choice(BEFORE))
            elif random.random() < 0.12:
                pieces.append("".join(random.choice("aA1.-_/:@é🎉\u0301?% \n問,(com") for _ in range(random.randint(1, 14))))
            else:
                pieces += random.choice(WORDS), random.choice(("", "", "", ",", ".", "!"))
            pieces.append(random.choice(GAPS) if number % 2 else " ")
        yield "".join(pieces[:-1]) + random.choice(ENDS)


def test_it_agrees_with_androids_own_pattern(capsys: pytest.CaptureFixture[str]) -> None:
    agreed, given_up, linked, wrong = 0, 0, 0, []
    for text in texts(seed=20_26, count=TEXTS):
        theirs = on_icu(text)
        given_up += theirs is None
        linked += bool(theirs)
        ours = [link.span for link in android_links(text)]
        if ours == theirs:
            agreed += 1
        elif theirs is not None:
            wrong.append((text, [span.of(text) for span in ours], [span.of(text) for span in theirs]))
    with capsys.disabled():
        print(f"\nmodel of Android against its pattern on ICU {icu.ICU_VERSION}: {agreed / TEXTS:.2%} of {TEXTS:,} texts agree", end=" ")
        print(f"({linked:,} have a link; on {given_up} ICU gave up after {MOST_MS} ms)")
    assert linked > TEXTS / 3, "the made-up texts hold too few links to show anything"
    assert given_up < TEXTS / 200
    assert agreed / TEXTS >= BAR, wrong[:20]

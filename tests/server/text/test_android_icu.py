"""The model of Android's links, held against Android's own pattern on ICU, the engine that Android runs it on.

The pattern is put together here from the named parts in which AOSP publishes it (``android.util.Patterns``, Copyright (C) 2007 The
Android Open Source Project, Apache License 2.0, http://www.apache.org/licenses/LICENSE-2.0), with our list of suffixes in the place of
its list of 2015: https://android.googlesource.com/platform/frameworks/base/+/main/core/java/android/util/Patterns.java
"""

from functools import cache
from typing import Any

import pytest

from linkwell.data import entries
from linkwell.model.span import Span
from linkwell.text.android import android_links
from linkwell.text.units import Units
from tests.server.text.made_texts import texts

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

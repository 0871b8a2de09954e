"""How a link is written: cut by a space, stuck to text, in capitals, or of another kind than the web's."""

import pytest

from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.finding import Finding, Severity
from linkwell.model.message import Message
from linkwell.model.policy import Policy
from linkwell.text.edits import apply_edits


def found(text: str, code: str, context: Context | None = None) -> list[Finding]:
    return [finding for finding in review(Message(text), context or Context()).findings if finding.code == code]


def mended(text: str, code: str) -> str:
    return apply_edits(text, [finding.edit for finding in found(text, code) if finding.edit is not None])


@pytest.mark.parametrize(
    ("code", "text", "after"),
    [
        ("broken-by-space", "Shop at acme . com/x, ok", "Shop at acme.com/x, ok"),
        ("broken-by-space", "Shop at www. acme. com today", "Shop at www.acme.com today"),
        ("broken-by-space", "Shop at www acme com today", "Shop at www.acme.com today"),
        ("broken-by-space", "h ttps:// acme.com/x", "https://acme.com/x"),
        ("glued-text", "问https://acme.com/x", "问 https://acme.com/x"),
        ("glued-text", "Seehttps://acme.com/x", "See https://acme.com/x"),
        ("glued-text", "ご予約はhttps://acme.com/bookから", "ご予約は https://acme.com/book から"),
        ("uppercase-link", "HTTPS://ACME.COM/Sale?X=Y", "https://acme.com/Sale?X=Y"),
        ("uppercase-link", "ACME.COM/SALE", "acme.com/SALE"),
        ("uppercase-link", "HTTPS://Dana:Secret@ACME.COM:81/X", "https://Dana:Secret@acme.com:81/X"),
        ("broken-host", "https://acme.com\\sale\\x?a=\\b", "https://acme.com/sale/x?a=\\b"),
        ("touching-punctuation", "请看https://acme.com/x。谢谢", "请看https://acme.com/x 。谢谢"),
        ("touching-punctuation", "See https://acme.com/x.Thanks", "See https://acme.com/x. Thanks"),
        ("touching-punctuation", "https://acme.com/a,https://acme.com/b", "https://acme.com/a, https://acme.com/b"),
        ("invisible-character", "Visit\u200bhttps://acme.com/x", "Visit https://acme.com/x"),
        ("invisible-character", "See https://acme.com/\u200bx", "See https://acme.com/x"),
        ("malformed-scheme", "See https:// https://acme.com/x", "See https://acme.com/x"),
        ("malformed-scheme", "https://www.https://www.acme.com/x", "https://www.acme.com/x"),
        ("malformed-scheme", "www.https://acme.com", "https://acme.com"),
        ("malformed-scheme", "httphttps://acme.com/x", "https://acme.com/x"),
        ("malformed-scheme", "https.www.acme.com/x", "https://www.acme.com/x"),
        ("malformed-scheme", "Book at httpswww.acme.com", "Book at https://www.acme.com"),
        ("malformed-scheme", "https,//acme.com and https_//acme.com/x", "https://acme.com and https://acme.com/x"),
        (
            "malformed-scheme",
            "https>//acme.com, https:?/acme.com/x or https|//acme.com",
            "https://acme.com, https://acme.com/x or https://acme.com",
        ),
        ("malformed-scheme", "See ps://acme.com/x or s://acme.com", "See https://acme.com/x or https://acme.com"),
        ("malformed-scheme", "Menu (//acme.com/menu)", "Menu (https://acme.com/menu)"),
        ("glued-text", "Schönhttps://acme.com/x und günhttps://acme.com/y", "Schön https://acme.com/x und gün https://acme.com/y"),
        ("glued-text", "https://acme.com/l/44https://acme.com/l/45", "https://acme.com/l/44 https://acme.com/l/45"),
        ("glued-text", "https://acme.comhttps://oak.com/x", "https://acme.com https://oak.com/x"),
        ("broken-by-space", "htt ps://acme.com/x", "https://acme.com/x"),
        ("broken-by-space", "https://harbour bikes.com/x", "https://harbourbikes.com/x"),
        ("broken-by-space", "See www.harbour bikes.com", "See www.harbourbikes.com"),
        ("broken-by-space", "See www.acme com", "See www.acme.com"),
        ("broken-by-space", "See https://acme.c om/x", "See https://acme.com/x"),
        ("broken-by-space", "See https://acme.com/menu .pdf or acme.com/list. pdf", "See https://acme.com/menu.pdf or acme.com/list.pdf"),
        ("broken-by-space", "See https://acme.com/terms-\nand-hours.pdf today", "See https://acme.com/terms-and-hours.pdf today"),
        ("broken-by-space", "See https://acme.com/spring-\nsale-2026/linen", "See https://acme.com/spring-sale-2026/linen"),
        ("broken-by-space", "See https://acme.com/blog/a-healthy-\r\nlawn\r\nThanks", "See https://acme.com/blog/a-healthy-lawn\r\nThanks"),
        ("broken-host", "https://www.www.acme.com/x", "https://www.acme.com/x"),
        ("broken-host", "See ww.acme.com", "See www.acme.com"),
        ("broken-host", "See www;acme.com/x and www:acme.com", "See www.acme.com/x and www.acme.com"),
        ("broken-host", "See acme.co,uk or acme,co.uk/x", "See acme.co.uk or acme.co.uk/x"),
        ("broken-host", "https://acme.com,au/x", "https://acme.com.au/x"),
        ("uppercase-link", "Visit BRIGHTSMILE.CO.UK today", "Visit brightsmile.co.uk today"),
        ("unknown-suffix", "Book at brightsmile.cpm or brightsmile.coj/book", "Book at brightsmile.com or brightsmile.com/book"),
    ],
)
def test_the_edit_mends_the_form_and_nothing_else(code: str, text: str, after: str) -> None:
    assert mended(text, code) == after
    assert not [finding for finding in found(after, code) if finding.edit is not None]


def test_a_colon_of_another_alphabet_is_no_letter_of_the_address() -> None:
    assert not found("预约 https：//acme.com/x", "non-ascii-link")
    assert found("预约 https：//acme.com/été", "non-ascii-link")
    assert found("https://müller.de", "non-ascii-link")


@pytest.mark.parametrize("text", ["Listing “https://acme.com/l/44”", "Schön éhps://acme.com", "问htps://acme.com/x。谢谢"])
def test_edits_that_meet_are_apart(text: str) -> None:
    edits = [finding.edit for finding in review(Message(text), Context()).findings if finding.edit is not None]
    one_by_one = text
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        one_by_one = apply_edits(one_by_one, [edit])
    assert one_by_one == apply_edits(text, edits)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Hi «FirstName», hello", "«FirstName»"),
        ("Hi « First name », hello", "« First name »"),
        ("Hello undefined, your car is ready", "undefined"),
        ("Track it: https://acme.com/orders/undefined?a=1", "undefined"),
        ("Order [object Object] is ready", "[object Object]"),
        ("Hi %1$s, hello", "%1$s"),
        ("Your agent is [Agent Name]", "[Agent Name]"),
        ("Order [Order #] is ready", "[Order #]"),
        ("Hi [Client's First Name], hello", "[Client's First Name]"),
        ("Fill in [Link to form]", "[Link to form]"),
        ("See https://[domain]/x", "[domain]"),
    ],
)
def test_what_a_program_left_open_is_a_gap(text: str, missing: str) -> None:
    [finding] = found(text, "unfilled-placeholder")
    assert finding.span.of(text) == missing


def test_a_cut_link_has_one_finding_over_all_of_it() -> None:
    text = "Shop at https:// acme. com/x today"
    [finding] = review(Message(text), Context()).findings
    assert (finding.code, finding.severity) == ("broken-by-space", Severity.BLOCK)
    assert finding.span.of(text) == "https:// acme. com/x"
    assert "https://acme.com/x was meant" in finding.detail


def test_a_line_break_is_called_one() -> None:
    [finding] = found("Track https://acme.com/orders/\n4821-77 here", "broken-by-space")
    assert finding.title == "A line break cuts this link in two"


@pytest.mark.parametrize("text", ["Order:https://acme.com", "(https://acme.com)", "“https://acme.com”", "*https://acme.com*", "-acme.com"])
def test_punctuation_before_a_link_is_no_text_that_sticks_to_it(text: str) -> None:
    assert not found(text, "glued-text")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("javascript:alert(1)", Severity.BLOCK),
        ("JavaScript:alert(1)", Severity.BLOCK),
        ("data:text/html,hi", Severity.BLOCK),
        ("file:///etc/passwd", Severity.BLOCK),
        ("blob:https://acme.com/1", Severity.BLOCK),
        ("whatsapp://send?phone=1", Severity.WARN),
        ("myapp://orders/12", Severity.WARN),
        ("tel:+15550100", Severity.INFO),
        ("sms:+15550100", Severity.INFO),
        ("mailto:dana@acme.com", Severity.INFO),
    ],
)
def test_the_less_a_phone_does_with_a_scheme_the_graver(text: str, severity: Severity) -> None:
    [finding] = found(f"Tap {text} now", "not-a-web-link")
    assert finding.severity is severity
    assert finding.edit is None


def test_policy_may_silence_what_is_harmless_and_nothing_else() -> None:
    quiet = Context(Policy(severities={"not-a-web-link": None}))
    assert not found("tel:+15550100", "not-a-web-link", quiet)
    assert [finding.severity for finding in found("javascript:alert(1)", "not-a-web-link", quiet)] == [Severity.WARN]
    other = Context(Policy(severities={"too-long": None}))
    assert [finding.severity for finding in found("tel:+15550100", "not-a-web-link", other)] == [Severity.INFO]


@pytest.mark.parametrize("text", ["data:5GB left", "Data: 5GB", "market:open", "file: invoice", "geo:north", "javascript: a language"])
def test_words_with_a_colon_are_no_links(text: str) -> None:
    assert not review(Message(text), Context()).message.links

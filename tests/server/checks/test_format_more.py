"""How links are written: markup, made-up hosts, unencrypted links, letters beyond ASCII, and gaps of templates."""

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
    ("before", "after"),
    [
        ("Read [our terms](https://acme.com/terms) now", "Read our terms https://acme.com/terms now"),
        ("[acme.com](https://acme.com)", "https://acme.com"),
        ("[Shop](acme.com/shop), bye", "Shop acme.com/shop, bye"),
        ("![logo](https://acme.com/l.png)", "logo https://acme.com/l.png"),
        ('[Shop](https://acme.com/a_(b) "The shop")', "Shop https://acme.com/a_(b)"),
        ("[Shop](<https://acme.com/x>)", "Shop https://acme.com/x"),
        ("[A](https://a.com/x) [B](https://b.com/y)", "A https://a.com/x B https://b.com/y"),
        ("(our terms)[https://acme.com/terms]", "our terms https://acme.com/terms"),
        ('<a href="https://acme.com/x">here</a>!', "here https://acme.com/x!"),
        ("<a href='https://acme.com/x?a=1&b=2'>here</a>", "here https://acme.com/x?a=1&b=2"),
        ("<a class=btn href=https://acme.com/x>here</a>", "here https://acme.com/x"),
        ('<A HREF="https://acme.com/x" TARGET="_blank"><b>Shop</b> now</A>', "Shop now https://acme.com/x"),
        ('<a href="https://acme.com/x">https://acme.com/x</a>', "https://acme.com/x"),
        ('<a href="https://acme.com/x">', "https://acme.com/x"),
        ("<https://acme.com/x|our shop>", "our shop https://acme.com/x"),
        ("[url=https://acme.com/x]here[/url]", "here https://acme.com/x"),
        ("[url]https://acme.com/x[/url] bye", "https://acme.com/x bye"),
        ("https://acme.com/x?a=1&amp;b=2", "https://acme.com/x?a=1&b=2"),
        ("https://acme.com/x?a=1&#038;b=2&#x26;c=3&#38;d", "https://acme.com/x?a=1&b=2&c=3&d"),
        ("Oak &amp; Pine&#39;s shop: https://oak.com", "Oak & Pine's shop: https://oak.com"),
        ("See https://acme.com/x&nbsp;today", "See https://acme.com/x today"),
        ("<p>Sale: https://acme.com/x</p>", "Sale: https://acme.com/x\n"),
        ("Sale: https://acme.com/x<br/>Bye", "Sale: https://acme.com/x\nBye"),
        ('<span style="color:red">Sale</span> https://acme.com', "Sale https://acme.com"),
        ("**https://acme.com/x** ends", "https://acme.com/x ends"),
        ("`https://acme.com/x` ends", "https://acme.com/x ends"),
        ("Hi,\\nsee https://acme.com/x?a=1\\u0026b=2\\n\\nBye", "Hi,\nsee https://acme.com/x?a=1&b=2\n\nBye"),
        ("https:\\/\\/acme.com\\/x", "https://acme.com/x"),
        ("https://acme.com/spr=\ning?a=1", "https://acme.com/spring?a=1"),
        ("https://acme.com/x?id=3D4821", "https://acme.com/x?id=4821"),
        (f"Hi: https://acme.com/x?q={'a' * 49}=\nbcd", f"Hi: https://acme.com/x?q={'a' * 49}bcd"),
    ],
)
def test_markup_becomes_plain_text(before: str, after: str) -> None:
    assert mended(before, "markup-left-in") == after
    assert not found(after, "markup-left-in")


@pytest.mark.parametrize(
    "text",
    [
        "Order: <https://acme.com/x>", "[Acme] (https://acme.com/x)", "[1/2] https://acme.com/x",
        "Tour: https://acme.com/tour?view=3D&lang=en",
        "https://acme.com/x?type=3Dprint", "https://acme.com/?q=\nThanks, Sam", "https://acme.com/?q=\nthanks",
        "https://acme.com/?token=abc=\nReply STOP",
        "I <3 you & https://acme.com/?a=1&b=2;c", "a<b and b>c https://acme.com", "[see below] https://acme.com/a[0]",
        "https://acme.com/?amp=1&lt=2",
        "*https://acme.com* _https://acme.com_", "Fish & chips; more: https://acme.com", "<Acme> https://acme.com",
        "https://acme.com/?page=20",
        "Press <Enter> at https://acme.com", "(see https://acme.com/x)[1]", "5 < 6 > 4 https://acme.com", "AT&T; https://att.com",
    ],
)  # fmt: skip
def test_ordinary_signs_are_no_markup(text: str) -> None:
    assert not found(text, "markup-left-in")


def test_lines_of_quoted_printable_are_joined_and_then_read() -> None:
    text = "https://acme.com/x?utm_=\r\nsource=3Dsms&utm_medium=3Dtext"
    assert mended(mended(text, "markup-left-in"), "markup-left-in") == "https://acme.com/x?utm_source=sms&utm_medium=text"


def test_markup_away_from_a_link_does_not_hold_the_message() -> None:
    assert [f.severity for f in found("Oak &amp; Pine: https://oak.com", "markup-left-in")] == [Severity.WARN]
    assert [f.severity for f in found("https://oak.com/?a=1&amp;b=2", "markup-left-in")] == [Severity.BLOCK]
    assert not found("Oak &amp; Pine", "markup-left-in")


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com", "https://www.example.org/x", "http://example.net", "shop.example.com/x", "https://example.edu",
        "EXAMPLE.COM/sale",
        "https://yourdomain.com/x", "www.your-domain.co.uk", "https://yoursite.com", "https://www.yourwebsite.com/book",
        "https://yourcompany.com", "https://your-company.de/x",
        "https://yourbusiness.com", "https://yourstore.myshopify.com/x", "https://yourcompany.zendesk.com", "https://mysite.com/x",
        "https://yourlink.com", "https://insertlink.com",
        "https://linkhere.com", "http://localhost", "http://localhost:3000/x", "https://localhost/x", "localhost:8080/cart",
        "http://127.0.0.1", "http://127.0.0.1:5000/x",
        "http://[::1]:8080/x", "http://10.0.0.5/x", "http://172.16.4.1/x", "http://192.168.0.10:8080/x", "http://169.254.1.1/x",
        "http://0.0.0.0:3000/x",
        "http://[fe80::1]/x", "http://[fd00::12]/x", "https://shop.test/x", "https://acme.example/x",
        "https://acme.invalid", "https://api.localhost/x",
        "https://nas.local/x", "https://wiki.internal/x", "https://printer.lan/x", "https://box.home.arpa",
        "https://srv.localdomain/x",
    ],
)  # fmt: skip
def test_addresses_that_nobody_can_open_are_found(link: str) -> None:
    [finding] = found(f"Order: {link} today", "placeholder-host")
    assert finding.severity is Severity.BLOCK
    others = {"broken-host", "unknown-suffix", "address-host"}
    assert not others & {finding.code for finding in review(Message(f"Order: {link} today"), Context()).findings}


@pytest.mark.parametrize(
    "text",
    [
        "https://www.examples.com", "https://goodexample.com/x", "https://acme.com/example.com", "https://localhost.com",
        "https://www.yourtango.com", "https://my.site.com",
        "https://yours.com", "https://www.domain.com/renew", "https://company.com", "https://test.com/x", "https://latest.acme.com",
        "https://local.acme.com/x",
        "https://mysite.wixsite.com/x", "https://www.internal.io", "http://93.184.216.34/x", "http://172.32.0.1/x", "http://11.0.0.1/x",
        "Our localhost: Sam",
        "Write to dana@example.com", "Version 10.0.0.5, open 192.168.0.1", "https://home.acme.com", "https://test.acme.com/x",
        "https://www.lan.com/en",
        "https://yourhome.com", "https://www.yourmechanic.com/book", "https://linkedin.com/company", "https://example.travel/x",
    ],
)  # fmt: skip
def test_addresses_of_somebody_are_left_alone(text: str) -> None:
    assert not found(f"Order: {text} today", "placeholder-host")


def test_our_own_hosts_are_no_placeholders_and_staging_hosts_are() -> None:
    ours = Context(tracking_hosts=frozenset({"go.acme.example", "127.0.0.1:18473", "localhost:18473"}))
    for link in (
        "https://go.acme.example/7xkq2mf4",
        "http://127.0.0.1:18473/7xkq2mf4",
        "http://localhost:18473/7xkq2mf4",
        "localhost:18473/7xkq2mf4",
    ):
        assert not found(f"Order: {link}", "placeholder-host", ours)
    assert not found("https://go.acme.test/x", "placeholder-host", Context(Policy(tracking_domain="go.acme.test")))
    staging = Context(Policy(staging_hosts=("*.staging.acme.com", "acme.com/preview/*", "pr-*.acme.app")))
    for link in ("https://a.staging.acme.com/x", "https://acme.com/preview/7", "https://pr-12.acme.app"):
        assert found(link, "placeholder-host", staging)
    for link in ("https://staging.acme.com/x", "https://acme.com/x", "https://acme.app"):
        assert not found(link, "placeholder-host", staging)


@pytest.mark.parametrize(
    "link", ["http://acme.com", "HTTP://acme.com/x", "http://www.acme.co.uk:8080/x?a=1#t", "Http://acme.com", "http://münchen.de"]
)
def test_unencrypted_links_are_found(link: str) -> None:
    [finding] = found(f"Order: {link}.", "insecure-scheme")
    assert (finding.severity, finding.span.of(f"Order: {link}.").lower(), finding.edit) == (Severity.WARN, "http://", None)


def test_what_is_blocked_anyway_is_not_also_called_unencrypted() -> None:
    for link in ("http://192.168.0.1/x", "http://bit.ly/x", "http://acme..com", "http://localhost/x", "https://acme.com/?u=http://a.com"):
        assert not found(link, "insecure-scheme")
    assert not found("http://127.0.0.1:18473/7xkq2mf4", "insecure-scheme", Context(tracking_hosts=frozenset({"127.0.0.1:18473"})))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://acme.com/café", "https://acme.com/caf%C3%A9"),
        ("https://acme.com/a%20b/naïve+x;y?q=é&flag&e=#größe", "https://acme.com/a%20b/na%C3%AFve+x;y?q=%C3%A9&flag&e=#gr%C3%B6%C3%9Fe"),
        ("https://bücher.de/größe", "https://bücher.de/gr%C3%B6%C3%9Fe"),
        ("acme.com/меню", "acme.com/%D0%BC%D0%B5%D0%BD%D1%8E"),
        ("https://acme.com?q=茶", "https://acme.com?q=%E8%8C%B6"),
    ],
)
def test_letters_behind_the_host_are_encoded_and_nothing_else(before: str, after: str) -> None:
    assert mended(f"Hi {before} now", "non-ascii-link") == f"Hi {after} now"


def test_a_host_in_its_own_letters_shows_its_other_form() -> None:
    [finding] = found("https://bücher.de/x", "non-ascii-link")
    assert (finding.edit, finding.severity) == (None, Severity.INFO)
    assert "xn--bcher-kva.de" in finding.detail
    assert not found("Crème brûlée: https://acme.com/x – “bon appétit”", "non-ascii-link")
    assert not found("https://acme\u200b.com/é", "non-ascii-link")  # the invisible character goes first


def test_what_was_encoded_does_not_come_back() -> None:
    [finding] = found("https://例え.jp/予約", "non-ascii-link")
    assert "xn--r8jz45g.jp" in finding.detail
    assert mended("https://例え.jp/予約", "non-ascii-link") == "https://例え.jp/%E4%BA%88%E7%B4%84"
    assert not found("https://例え.jp/%E4%BA%88%E7%B4%84", "non-ascii-link")


@pytest.mark.parametrize(
    "gap",
    [
        "{{first_name}}", "{{ contact.name | there }}", "{first_name}", "{ name }", "{Name}", "${name}", "{$name}",
        "{!Contact.FirstName}", "{% if vip %}",
        "<<name>>", "<%= name %>", "<first_name>", "<Customer Name>", "*|FNAME|*", "%%FirstName%%", "%FIRST_NAME%", "%first_name%",
        "%recipient.name%",
        "[First Name]", "[NAME]", "[Appointment Date]", "[[first_name]]", "[%name%]", "[Prénom]", "[VORNAME]", "[nombre]",
        "$FIRST_NAME", "$link",
        "##NAME##", "@@name@@", "__FIRST_NAME__", "INSERT LINK", "[INSERT LINK HERE]", "(insert link)", "(paste your link)",
        "[Pickup time]", "[Clinic Name]",
    ],
)  # fmt: skip
def test_gaps_of_templates_are_found(gap: str) -> None:
    [finding] = found(f"Hi {gap}, your table is booked: https://acme.com/t", "unfilled-placeholder")
    assert finding.severity is Severity.BLOCK
    assert finding.detail.startswith("People would read")


@pytest.mark.parametrize(
    "text",
    [
        "[Acme] Hi", "[Reminder] Class at 5", "[Save the date] 5 May", "[1/2] Part one", "[STOP to end]", "[New time] 5 pm",
        "It costs $50.",
        "50% off and 20% on", "https://acme.com/caf%C3%A9%20x%de.ab%20", "https://acme.com/__data__/x", "I <3 you", "a < b > c",
        "C# and F##", "Our sale (insert your card)",
        "Insert card, paste code", "@acme @@acme", "Win $1,000 $$$", "5*|6", "<Acme>", "(see link)", "[photo attached]",
    ],
)  # fmt: skip
def test_ordinary_brackets_are_no_gaps(text: str) -> None:
    assert not found(text, "unfilled-placeholder")

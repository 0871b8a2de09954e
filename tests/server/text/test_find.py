"""Links are found where phones and people see them, with exact spans, and broken ones with what was meant."""

import time
from pathlib import Path

import pytest

from linkwell.model.message import FaultKind, Link, LinkKind
from linkwell.text.find import find_links

HOSTS = frozenset({"go.acme.com", "127.0.0.1:18473", "localhost:18473"})


def only(text: str) -> Link:
    [link] = find_links(text, HOSTS)
    return link


@pytest.mark.parametrize(
    ("text", "written"),
    [
        *(
            (f"See https://acme.com/x{after} ok", "https://acme.com/x")
            for after in [*".,;:!?'\"*_~…)]}>”’»」。、，！", "...", "?!", ").", "!)", "😀", "👍🏽", "❤️", "*_~"]
        ),
        *((f"See https://acme.com/x{after}", "https://acme.com/x") for after in [".", "…", "😀", ")", "’", "。"]),
        ("(https://acme.com/x)", "https://acme.com/x"),
        ("[https://acme.com/x]", "https://acme.com/x"),
        ("<https://acme.com/x>", "https://acme.com/x"),
        ("“https://acme.com/x”", "https://acme.com/x"),
        ("*https://acme.com/x*", "https://acme.com/x"),
        ("https://acme.com/a(b)", "https://acme.com/a(b)"),
        ("(see https://acme.com/a(b))", "https://acme.com/a(b)"),
        ("https://acme.com/a(see", "https://acme.com/a"),
        ("https://acme.com.", "https://acme.com"),
        ("https://acme.com😀", "https://acme.com"),
        ("https://acme.com,thanks", "https://acme.com"),
        ("https://acme.com.Thanks", "https://acme.com"),
        ("https://acme.com。ありがとう", "https://acme.com"),
        ("https://acme.com/x。ありがとう", "https://acme.com/x"),
        ("acme.comは", "acme.com"),
        ("请看acme.com", "acme.com"),
        ("问https://acme.com", "https://acme.com"),
        ("Seehttps://acme.com", "https://acme.com"),
        ("here:https://acme.com/x", "https://acme.com/x"),
        ("Hi,acme.com", "acme.com"),
        ("...acme.com", "acme.com"),
        ("acme.com/@dana", "acme.com/@dana"),
        ("https://acme.com?x=1", "https://acme.com?x=1"),
        ("https://acme.com/x?a=b?c=d.", "https://acme.com/x?a=b?c=d"),
        ("https://acme.com/x?a=b&c[]=d#e/f,g", "https://acme.com/x?a=b&c[]=d#e/f,g"),
        ("https://acme.com/{{id}}.", "https://acme.com/{{id}}"),
        ("https://acme.com:8080/x", "https://acme.com:8080/x"),
        ("https://acme.com: see", "https://acme.com"),
        ("https://acme.com:/x", "https://acme.com:/x"),
        ("https://user:secret@acme.com/x", "https://user:secret@acme.com/x"),
        ("http://[2001:db8::1]/x", "http://[2001:db8::1]/x"),
        ("😀 https://acme.com/x", "https://acme.com/x"),
    ],
)
def test_a_span_holds_the_link_and_nothing_else(text: str, written: str) -> None:
    link = only(text)
    assert link.written == written
    assert link.span.of(text) == written


def test_links_that_stand_together_are_told_apart() -> None:
    text = "https://a.com,https://b.com/x,https://c.com/y;acme.com"
    assert [link.written for link in find_links(text)][:3] == ["https://a.com", "https://b.com/x", "https://c.com/y;acme.com"]
    assert [link.written for link in find_links("a.com/x b.com\nc.com")] == ["a.com/x", "b.com", "c.com"]


@pytest.mark.parametrize(
    "text",
    [
        "John.It", "etc.In", "good.So", "e.g.", "i.e.", "v1.2.3", "10.30am", "St.John", "Mr.Smith", "invoice.pdf", "photo.zip", "$5.00",
        "3.14", "1,5", "9,99",
        "555.123.4567", "dana@acme.com", "john.me@acme.com", "john.me+news@acme.com", "first.last@sub.acme.co.uk,", "@acme.com",
        "#sale.now", "co.uk", "com.au",
        "U.S.A", "P.M", "Ph.D", "a.m.", "Co.Ltd", "and/or", "24/7", "10:30", "3:1", "HTTP/1.1", "http:404", "http/https", "https", "www",
        "www.", "http://", "https:// ",
        "node.js", "wait..no", "ok...so", "yes,no", "Smith,John", "red,blue", "A.M.",
        "p.o.box", "P.O.Box", "Fri.at", "Mon.to", "ref.no", "tel.no", "Done.so", "Tel:0800123456", "192.168.1.1",
        "1.2.3.4:80", "C:\\x.y", ".com",
        "https://{{domain}}/x", "https://%41cme.com",
    ],
)  # fmt: skip
def test_false_friends_are_no_links(text: str) -> None:
    assert find_links(text) == ()
    assert find_links(f"Well, {text} then") == ()


@pytest.mark.parametrize(
    ("written", "url", "host", "domain"),
    [
        ("https://acme.com/sale", "https://acme.com/sale", "acme.com", "acme.com"),
        ("HTTPS://Shop.ACME.co.uk/Sale?X=Y", "https://Shop.ACME.co.uk/Sale?X=Y", "shop.acme.co.uk", "acme.co.uk"),
        ("www.acme.com", "https://www.acme.com", "www.acme.com", "acme.com"),
        ("https://bücher.de/ü", "https://bücher.de/ü", "xn--bcher-kva.de", "xn--bcher-kva.de"),
        ("https://me.github.io/x", "https://me.github.io/x", "me.github.io", "me.github.io"),
        ("https://a:b@acme.com:81/?q=a+b%20c;d=&e#f", "https://a:b@acme.com:81/?q=a+b%20c;d=&e#f", "acme.com", "acme.com"),
        ("http://192.168.1.1/x", "http://192.168.1.1/x", "192.168.1.1", ""),
    ],
)
def test_an_address_is_kept_byte_for_byte(written: str, url: str, host: str, domain: str) -> None:
    link = only(written)
    assert (link.written, link.url, link.host, link.domain) == (written, url, host, domain)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("htps://acme.com/x", "https://acme.com/x"),
        ("ttps://acme.com", "https://acme.com"),
        ("http//acme.com", "http://acme.com"),
        ("https//acme.com", "https://acme.com"),
        ("https:/acme.com/x", "https://acme.com/x"),
        ("https:acme.com/x", "https://acme.com/x"),
        ("https:\\\\acme.com", "https://acme.com"),
        ("https;//acme.com", "https://acme.com"),
        ("https：//acme.com", "https://acme.com"),
        ("https:///acme.com", "https://acme.com"),
        ("https//:acme.com", "https://acme.com"),
        ("hxxps://acme.com", "https://acme.com"),
        ("hxxp://acme.com", "http://acme.com"),
        ("hhttps://acme.com", "https://acme.com"),
        ("htpps://acme.com", "https://acme.com"),
        ("httsp://acme.com", "https://acme.com"),
        ("https://https://acme.com", "https://acme.com"),
        ("http://https://acme.com", "https://acme.com"),
        ("https.//acme.com", "https://acme.com"),
        ("://acme.com", "https://acme.com"),
        ("//acme.com/x", "https://acme.com/x"),
    ],
)
def test_a_misspelt_beginning_is_understood(written: str, url: str) -> None:
    link = only(f"Go to {written} now")
    assert (link.written, link.url) == (written, url)
    [fault] = link.faults
    assert fault.kind is FaultKind.SCHEME
    mended = written[: fault.span.start - 6] + (fault.instead or "") + written[fault.span.end - 6 :]
    assert mended == url
    assert only(mended).faults == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://go.acme.com/7xkq2mf4", LinkKind.TRACKED),
        ("go.acme.com/7xkq2mf4", LinkKind.TRACKED),
        ("http://go.acme.com:8080/7xkq2mf4", LinkKind.TRACKED),
        ("http://127.0.0.1:18473/7xkq2mf4", LinkKind.TRACKED),
        ("http://localhost:18473/7xkq2mf4", LinkKind.TRACKED),
        ("http://127.0.0.1:9000/7xkq2mf4", LinkKind.PLAIN),
        ("https://acme.com/go.acme.com", LinkKind.PLAIN),
        ("https://bit.ly/x", LinkKind.FOREIGN),
        ("https://youtu.be/x", LinkKind.FOREIGN),
        ("https://acme.page.link/x", LinkKind.FOREIGN),
        ("https://rabbit.ly/x", LinkKind.PLAIN),
        ("mailto:dana@acme.com", LinkKind.OTHER),
        ("tel:+15550100", LinkKind.OTHER),
        ("sms:+15550100", LinkKind.OTHER),
        ("javascript:alert(1", LinkKind.OTHER),
        ("acmeapp://orders/12", LinkKind.OTHER),
    ],
)
def test_a_link_knows_whose_it_is(text: str, kind: LinkKind) -> None:
    assert only(text).kind is kind


def test_unseen_characters_do_not_hide_a_link() -> None:
    text = "x https://ac\u200bme.com/sa\u00adle\ufeff, https://\u00a0acme.com"
    first, second = find_links(text)
    assert (first.written, first.url) == ("https://ac\u200bme.com/sa\u00adle", "https://acme.com/sale")
    assert (second.written, second.url) == ("https://\u00a0acme.com", "https://acme.com")


HOSTILE = [
    "a.", "a/", "a:", "http:", "https://", "htps://a", "a,", "(", "https://a.com/(", "{", "[", "%", "https://a.com/?x=%", "<", "{a",
    "?a=1", "a.\u200b", "-", "a-.",
    "www.", "@", "a@b.com", "a.com,", "a.com/)", "。a", "a..", "acme.com ", "bit.ly/a ", "https://a.com/😀", "a@", "insert ", "xn--a.",
    "_", "a_.com", "w",
    "\u00a0a.com", "com:", "&", "&a=", "#utm_", "https:\\", "：", "https：", "{{", "}}", "[[a", "’", "“a", "!", "?", "''", "ａ．", "http",
    "hhttps:", "a+", "..", ",,", "a,com",
    "https://https://", "https://a", "\u202a", "é.", "a\n", "/", "\\", ":", "0.", "x.zip/",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("lead", ["", "https://acme.com/x?y=", "a"])
def test_hostile_text_costs_no_more_than_its_length(piece: str, lead: str) -> None:
    def seconds(length: int) -> float:
        text = (lead + piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        find_links(text)
        return time.process_time() - start

    def in_proportion() -> bool:
        """Four times the text may take four times as long; sixteen times would be a square."""
        short = seconds(1600)
        return short < 0.05 and seconds(6400) < 10 * max(short, 0.0005)

    find_links("https://acme.com")
    assert any(in_proportion() for _ in range(8))  # a busy machine may spoil some tries, a square spoils all


def test_nothing_is_fetched_at_run_time() -> None:
    data = Path(__file__).parents[3] / "server" / "linkwell" / "data"
    for file in data.glob("*.txt"):
        header = file.read_text("utf-8").splitlines()[:4]
        assert [line.partition(":")[0] for line in header] == ["# name", "# source", "# licence", "# date"], file

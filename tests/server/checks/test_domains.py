"""Whose address a link is: what is found in many spellings, what ordinary texts and hosts are left alone, and what the edits make."""

from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from publicsuffixlist import PSLFILE

from linkwell.actions.review import review
from linkwell.data import entries, table
from linkwell.model.context import Context
from linkwell.model.finding import Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.policy import Brand, Policy
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.text.brands import well_known
from linkwell.text.edits import apply_edits
from linkwell.text.slips import near, variants
from linkwell.text.suffix import is_known, registrable

NOW = datetime(2026, 3, 10, tzinfo=UTC)
HOST = "go.acme.com"
TEAM = Context(
    policy=Policy(
        tracking_domain=HOST,
        approved_destinations=("acme.com", "harbourbikes.co.uk", "springfield-dental.com", "bücher-maier.de"),
        brands=(Brand(("CityCare",), ("citycare.org",)),),
    ),
    tracking_hosts=frozenset({HOST}),
)


def found(text: str, code: str, context: Context | None = None, contact: str | None = None, campaign: str | None = None) -> list[Finding]:
    message = Message(text, contact=contact, campaign=campaign)
    return [finding for finding in review(message, context or Context()).findings if finding.code == code]


def severities(text: str, code: str, context: Context | None = None) -> list[str]:
    return [finding.severity.value for finding in found(text, code, context)]


def tracked(slug: str, destination: str = "https://acme.com/sale?a=b+c%20d", **how: Any) -> dict[str, TrackedLink | None]:
    return {slug: TrackedLink(slug, f"https://{HOST}/{slug}", destination, NOW - timedelta(days=9), **how)}


def knowing(known: dict[str, TrackedLink | None], **policy: Any) -> Context:
    return Context(Policy(tracking_domain=HOST, **policy), frozenset({HOST, "old.acme.com"}), known, at=NOW)


def mended(text: str, code: str, context: Context, contact: str | None = None, campaign: str | None = None) -> str:
    return apply_edits(text, [finding.edit for finding in found(text, code, context, contact, campaign) if finding.edit is not None])


@pytest.mark.parametrize(
    "host",
    [
        "93.184.216.34", "93.184.216.34:8443", "1572395042", "0x5db8d822", "0X5DB8D822", "0135.0270.0330.0042", "0x5d.0xb8.0xd8.0x22",
        "93.12114978", "203.0.113.7",
        "2130706433", "0x7f000001", "3232235777", "0300.0250.1.1", "[2606:2800:21f:cb07::8b2c]", "[::ffff:93.184.216.34]", "100.100.1.1",
    ],
)  # fmt: skip
def test_a_number_is_an_address_however_it_is_written(host: str) -> None:
    assert severities(f"Pay: http://{host}/x", "address-host") == ["block"]


@pytest.mark.parametrize("host", ["10.0.0.5", "192.168.1.1", "127.0.0.1", "[::1]", "[fe80::1]", "169.254.1.1"])
def test_a_private_number_is_a_placeholder_instead(host: str) -> None:
    codes = [f.code for f in review(Message(f"Pay: http://{host}/x"), Context()).findings if f.severity is Severity.BLOCK]
    assert codes == ["placeholder-host"]


def test_numbers_in_prose_are_no_links_and_our_own_address_is_ours() -> None:
    for text in ("Version 8.8.8.8 is out", "Camera 93.184.216.34 is offline", "Pay 1.249.50", "At 10.30.11.20"):
        assert not review(Message(text), Context()).message.links
    assert severities("Termine: 81.169.145.90/termine", "address-host") == ["block"]
    ours = Context(tracking_hosts=frozenset({"127.0.0.1:18473"}))
    for code in ("address-host", "odd-port"):
        assert not found("http://127.0.0.1:18473/7xkq2mf4", code, ours)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://acme.com@evil.com/x", "acme.com, but the link leads to evil.com"),
        ("https://www.paypal.com:443@evil.com", "www.paypal.com, but"),
        ("https://dana:secret@acme.com", "name and a password"),
        ("HTTPS://ACME.COM@EVIL.COM", "leads to evil.com"),
        ("htps://admin@acme.com", "before the @"),
        ("http://bit.ly@93.184.216.34/x", "bit.ly"),
        ("https://user%40acme.com@evil.com/x", "evil.com"),
        ("https://a@b@evil.com/x", "before the @"),
    ],
)
def test_what_stands_before_an_at_sign_is_told(text: str, told: str) -> None:
    [finding] = found(text, "credentials-in-link")
    assert finding.severity is Severity.BLOCK
    assert told in finding.detail


def test_credentials_stay_a_warning_at_least() -> None:
    policy = Policy(severities={"credentials-in-link": None, "denied-host": Severity.HINT}, denied_hosts=("evil.com",))
    assert severities("https://acme.com@evil.com", "credentials-in-link", Context(policy)) == ["warn"]
    assert severities("https://evil.com", "denied-host", Context(policy)) == ["warn"]


def test_a_price_or_time_behind_a_host_is_no_port() -> None:
    for text in ("acme.com:20% off", "Open at acme.com:10am", "acme.com:443", "https://acme.com:0443/x", "https://acme.com/a:8080"):
        assert not found(text, "odd-port"), text
    for text in ("acme.com:8443", "https://acme.com:81", "acme.com:8080/x?y", "https://acme.com:8080.", "https://acme.com:10443/#a"):
        assert severities(text, "odd-port") == ["warn"], text


def test_only_the_end_of_a_path_is_a_download() -> None:
    for ending in ("apk", "exe", "dmg", "zip", "scr", "MSI", "bat", "jar", "iso", "rar", "7z", "mobileconfig", "xlsm", "tar.gz"):
        for behind in ("", "?v=2", "#x", ";a=1", "."):
            assert severities(f"Get https://acme.com/dl/app.{ending}{behind}", "download-link") == ["warn"]
    for url in (
        "https://acme.zip",
        "https://acme.com/x.zip/read",
        "https://acme.com/?f=x.exe",
        "https://acme.com/x.pdf",
        "https://acme.com/exe",
    ):
        assert not found(url, "download-link"), url


@pytest.mark.parametrize(
    "host",
    [
        "paypa1.com", "pay-pal.com", "payypal.com", "paypla.com", "paypl.com", "paypaI.com", "pаypal.com", "xn--pypal-4ve.com",
        "amaz0n.com",
        "arnazon.co.uk", "amzaon.de", "g00gle.com", "gооgle.com", "faceb00k-login.com", "rnicrosoft.com", "micros0ft-support.com",
        "netfl1x.com", "nettflix.com", "we11sfargo.com", "vvellsfargo.com", "bankofarnerica.com", "cha5e.com", "usp5.com", "app1e.com",
        "àpple.com", "аррӏе.com", "icl0ud.com", "1nstagram.com", "linkedln.com", "coinbаse.com", "walmatr.com", "royal-mail.co",
        "paypal.com.secure-login.top", "paypal.com-verify.xyz", "login.rnicrosoft.com.evil.top", "twіtter.com", "wwwpaypal.com",
    ],
)  # fmt: skip
def test_an_imitation_of_a_brand_is_held(host: str) -> None:
    assert severities(f"Sign in: https://{host}/x now", "lookalike-host") == ["block"]


@pytest.mark.parametrize(
    "host",
    [
        "acrne.com", "аcme.com", "acmé.com", "acme.co", "acme.cm", "acme.com.login.top", "harborbikes.co.uk", "harbourbike.co.uk",
        "acmee.com", "acmme.com", "amce.com", "go.acne.com", "go.acmi.com",
        "harbuorbikes.co.uk", "harb0urbikes.co.uk", "harbour-bikes.co.uk", "springfeild-dental.com", "sprngfeld-dental.com",
        "citycaer.org", "cltycare.org", "wwwcitycare.org", "bucher-maier.de", "harbourbikes.co.uk.pay-now.info", "go.acrne.com",
    ],
)  # fmt: skip
def test_an_imitation_of_the_team_is_held(host: str) -> None:
    assert severities(f"Sign in: https://{host}/x now", "lookalike-host", TEAM) == ["block"]
    assert not found(f"https://{host}/x", "unapproved-destination", TEAM)


@pytest.mark.parametrize(
    "host",
    [
        "acme.com", "shop.acme.com", "acme.de", "acne.org", "acne.com", "shop.acne.com", "acmme.de", "came.com", "go.acne.org",
        "harbourbikes.de", "citybank.com", "citycouncil.gov", "bücher-maier.de",
        "amazone.de", "mayfair.com", "willow.com", "finance.yahoo.com", "trust.com", "revolt.tv", "morton.com", "learn.com", "burnett.com",
        "klara.com", "sportify.io", "mazon.org", "clearway.com", "inuit.org", "samsun.bel.tr", "mastercare.org",
        "paypay.ne.jp", "applebees.com", "apples.com", "target-dental.com", "24hourfitness.com", "7-eleven.com", "4imprint.com",
        "shopify.com", "ubank.com.au", "t-mobile.de", "stadtsparkasse.de", "sparkasse-koelnbonn.de", "wellsfargocenter.com",
        "instagramtutor.com", "samsung-service-leeds.co.uk", "amazon.com.br", "google.co.nz", "stearn.com", "appie.nl",
    ],
)  # fmt: skip
def test_a_name_of_its_own_imitates_nobody(host: str) -> None:
    for context, code in product((Context(), TEAM), ("lookalike-host", "brand-mismatch")):
        assert not found(f"See https://{host}/x now", code, context)


@pytest.mark.parametrize("host", ["bücher.de", "пример.рф", "例え.jp", "한국.kr", "ελλάδα.gr", "café-olé.fr", "abc日本.jp"])
def test_a_host_in_its_own_letters_is_never_held(host: str) -> None:
    findings = review(Message(f"See https://{host}/x now"), Context()).findings
    assert Severity.BLOCK not in {finding.severity for finding in findings}
    assert any("xn--" in finding.detail for finding in findings)


def test_an_encoded_host_is_shown_in_its_letters() -> None:
    [finding] = found("https://xn--bcher-kva.de/x", "lookalike-host")
    assert (finding.severity, "bücher.de" in finding.detail) == (Severity.INFO, True)


def test_slips_are_counted() -> None:
    assert near("harbourbikes", "harborbikes", 1)
    assert not near("harborbykes", "harbourbikes", 1)
    assert near("harborbykes", "harbourbikes", 2)
    assert near("habruorbikes", "harbourbikes", 2)
    assert not near("oakandpine", "harbourbikes", 2)
    assert variants("abc") == {"abc", "bc", "ac", "ab"}


PRETENDED = (
    "USPS: your package is on hold {}", "USPS Alert: Your parcel can't be delivered {}", "[USPS] Package 9214 held, confirm {}",
    "The USPS package arrived at the warehouse but could not be delivered {}", "FedEx: customs fee unpaid {}",
    "Your UPS package is on hold {}", "UPS: your package could not be delivered {}", "Netflix: your account is suspended {}",
    "NETFLIX ALERT! payment declined {}", "Your Netflix payment failed, update it {}", "Your Amazon account has been locked {}",
    "Alert: Your Amazon account will be closed {}", "Dear customer, your PayPal account needs attention: {}",
    "From: PayPal. Suspicious activity {}", "Your Apple ID was used on a new iPhone {}", "Chase: your card has been locked {}",
    "This is Chase Bank. Verify your card {}", "Wells Fargo alert: unusual activity {}", "Message from HSBC: a new payee was added {}",
    "Zelle: a payment is pending and expires today {}", "IRS: you have a refund {}", "E-ZPass: unpaid toll $6.99 {}",
    "T-Mobile: your bill is paid, here is a gift {}", "Facebook: your page will be disabled {}",
)  # fmt: skip
NAMED = (
    "Pay with PayPal at {}", "You can pay by Venmo, Zelle or PayPal: {}", "Track your UPS parcel at {}",
    "Your UPS package is on its way {}", "Your FedEx delivery is scheduled for Monday. Details: {}", "USPS tracking 9400 1000: {}",
    "DHL delivers your parcel tomorrow, track {}", "Our shop: Your UPS delivery failed, pick a new day {}",
    "Your PayPal payment failed. Try again: {}", "Link your PayPal account {}", "Win a $50 Amazon gift card! Enter: {}",
    "Hi, it's Chase from Oakhill. Quote: {}", "Chase: can you send me the forms? {}", "Target hours this week: {}",
    "Apple: crisp, sweet and local. {}", "Your Visa card was declined, update it at {}", "Zelle: 555-0100. Or {}",
    "Your Chase card was declined. {}", "Netflix and chill night at the pub {}", "Verizon customers: our line is down. {}",
    "Microsoft 365 training tomorrow {}", "Medicare: your annual review is due, book {}", "IRS letter? Don't panic, we can help {}",
    "Royal Mail strike: your order may be late {}", "Wells Fargo has approved your financing! Sign: {}", "Steam cleaning special! {}",
    "Your Airbnb check-in details: {}", "Instagram: @acme Web: {}", "DocuSign: please sign the lease {}",
    "Santander bike ride Sunday {}",
)  # fmt: skip


@pytest.mark.parametrize("text", PRETENDED)
def test_who_speaks_for_a_brand_links_to_it(text: str) -> None:
    assert severities(text.format("https://slot-help24.info/x"), "brand-mismatch") == ["warn"]


@pytest.mark.parametrize("text", NAMED)
def test_naming_a_brand_is_ordinary(text: str) -> None:
    assert not found(text.format("https://oakhill.com/x"), "brand-mismatch")


def test_a_brand_may_link_to_itself_to_us_and_to_what_was_approved() -> None:
    text = "USPS: your package is on hold {}"
    for url in ("https://tools.usps.com/go", "https://go.acme.com/7xkq2mf4", "https://acme.com/usps"):
        assert not found(text.format(url), "brand-mismatch", TEAM)


@pytest.mark.parametrize(
    "host", ["usps-redelivery.com", "amazon-account-verify.com", "paypal-support.net", "netflixbilling.com", "dhl-track.eu"]
)
def test_a_brand_with_a_lure_beside_it_is_not_that_brand(host: str) -> None:
    assert severities(f"Go on: https://{host}/x", "brand-mismatch") == ["warn"]


def test_a_team_with_two_brands_keeps_them_apart() -> None:
    two = Context(Policy(brands=(Brand(("Harbour Bikes", "HB"), ("harbourbikes.co.uk",)), Brand(("Oak & Pine",), ("oakandpine.shop",)))))
    assert severities("HB: ready https://oakandpine.shop/1", "brand-mismatch", two) == ["warn"]
    assert severities("Hi, Sam from Harbour Bikes here https://forms-24.net/1", "brand-mismatch", two) == ["warn"]
    for text in (
        "Oak & Pine with HB: https://oakandpine.shop",
        "HBO night https://oakandpine.shop",
        "Harbour Bikes: https://www.google.com/x",
    ):
        assert not found(text, "brand-mismatch", two), text


@pytest.mark.parametrize(
    ("host", "severity"),
    [
        ("acme.github.io", "warn"), ("acme.netlify.app", "warn"), ("acme.wixsite.com", "warn"), ("acme.weebly.com", "warn"),
        ("acme.wordpress.com", "warn"), ("acme.blogspot.com", "warn"), ("sites.google.com", "warn"), ("4c1a.ngrok-free.app", "warn"),
        ("acme.webflow.io", "warn"), ("a.b.herokuapp.com", "warn"), ("acme.duckdns.org", "warn"), ("acme.myshopify.com", "info"),
        ("acme.square.site", "info"), ("acme.s3.amazonaws.com", "info"), ("d111.cloudfront.net", "info"), ("acme.uk.com", None),
        ("dupont.notaires.fr", None), ("tax.service.gov.uk", None), ("acme.co.uk", None), ("www.weebly.com", None), ("wordpress.com", None),
        ("acme.com.au", None), ("docs.google.com", None), ("acme.msk.ru", None), ("github.io", None),
    ],
)  # fmt: skip
def test_free_web_space_is_told_from_shops_and_registries(host: str, severity: str | None) -> None:
    assert severities(f"Book: https://{host}/x", "free-hosting-host") == ([severity] if severity else [])


def test_what_the_team_approved_is_no_free_web_space_and_no_risk() -> None:
    policy = Policy(approved_destinations=("acme.github.io", "acme.top"), risky_suffixes=None)
    assert not found("https://acme.github.io/x", "free-hosting-host", Context(policy))
    assert not found("https://acme.top/x", "risky-suffix", Context(policy))
    assert severities("https://other.top/x", "risky-suffix", Context(policy)) == ["hint"]


def test_the_team_chooses_what_is_risky() -> None:
    chosen = Context(Policy(risky_suffixes=("shop", ".co.com")))
    assert severities("https://acme.shop/x", "risky-suffix", chosen) == ["hint"]
    assert severities("https://acme.co.com/x", "risky-suffix", chosen) == ["hint"]
    assert not found("https://acme.top/x", "risky-suffix", chosen)
    assert not found("https://acme.top/x", "risky-suffix", Context(Policy(risky_suffixes=())))


def test_a_dead_link_gives_way_to_the_page_itself() -> None:
    page = "https://acme.com/sale?a=b+c%20d"
    for known in (
        tracked("7xkq2mf4", state=LinkState.PAUSED), tracked("7xkq2mf4", state=LinkState.EXPIRED), tracked("7xkq2mf4", expires_at=NOW),
    ):  # fmt: skip
        assert mended("Sale (https://go.acme.com/7XKQ2MF4?x=1).", "dead-tracked-link", knowing(known)) == f"Sale ({page})."
    alive = knowing(tracked("7xkq2mf4", expires_at=NOW + timedelta(seconds=1)))
    assert not found("https://go.acme.com/7xkq2mf4", "dead-tracked-link", alive)
    [finding] = found(
        "https://go.acme.com/7xkq2mf4", "dead-tracked-link", knowing(tracked("7xkq2mf4", state=LinkState.PAUSED, fallback_url=page))
    )
    assert "instead" in finding.detail


@pytest.mark.parametrize(
    ("link", "message", "borrowed"),
    [
        (("crm-1", None), ("crm-1", None), False), (("crm-1", None), ("crm-2", None), True),
        ((None, None), ("crm-2", "spring"), False), ((None, "spring"), ("crm-2", "autumn"), True),
        ((None, "spring"), ("crm-2", None), False),
        (("crm-1", "spring"), ("crm-1", "autumn"), True), (("crm-1", "spring"), ("crm-1", "spring"), False),
    ],
)  # fmt: skip
def test_a_link_belongs_to_its_contact_and_campaign(
    link: tuple[str | None, str | None], message: tuple[str | None, str | None], borrowed: bool
) -> None:
    context = knowing(tracked("7xkq2mf4", contact=link[0], campaign=link[1]))
    text = "Here: https://go.acme.com/7xkq2mf4."
    assert bool(found(text, "borrowed-tracked-link", context, *message)) is borrowed
    after = "Here: https://acme.com/sale?a=b+c%20d." if borrowed else text
    assert mended(text, "borrowed-tracked-link", context, *message) == after


def test_a_link_of_a_contact_is_only_noted_where_nobody_knows_who_the_message_is_for() -> None:
    """A CRM that names no contact must not warn of a link that may well be this one's, nor take its tracking away."""
    one_contact = knowing(tracked("7xkq2mf4", contact="crm-1", campaign="spring"))
    for campaign, severity in ((None, "info"), ("spring", "info"), ("autumn", "warn")):
        [finding] = found("Here: https://go.acme.com/7xkq2mf4.", "borrowed-tracked-link", one_contact, None, campaign)
        assert (finding.severity, finding.edit is None) == (severity, severity == "info")
    assert not found("https://go.acme.com/7xkq2mf4", "borrowed-tracked-link", knowing(tracked("7xkq2mf4")))


def test_a_dead_link_of_another_contact_has_one_edit() -> None:
    context = knowing(tracked("7xkq2mf4", contact="crm-1", state=LinkState.PAUSED))
    edits = [f.code for f in review(Message("https://go.acme.com/7xkq2mf4", contact="crm-2"), context).findings if f.edit is not None]
    assert edits == ["dead-tracked-link"]


@pytest.mark.parametrize(
    ("destination", "after"),
    [
        ("https://bit.ly/3xYz", None),
        ("https://u1.ct.sendgrid.net/ls/click?upn=a", None),
        ("https://acme.us5.list-manage.com/track/click?u=a&id=b", None),
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Facme.com%2Fx%3Fa%3Db%2520c%26d%3De", "https://acme.com/x?a=b%20c&d=e"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Facme.com%2F&h=AT", "https://acme.com/"),
        ("https://l.facebook.com/l.php?u=javascript%3Aalert(1)", None),
        ("https://go.acme.com/23456783", "https://acme.com/deep"),
    ],
)
def test_a_link_that_sends_on_twice_is_flattened_where_its_end_is_known(destination: str, after: str | None) -> None:
    context = knowing({**tracked("7xkq2mf4", destination), **tracked("23456783", "https://acme.com/deep")})
    text = "Go https://go.acme.com/7xkq2mf4."
    assert severities(text, "double-tracking", context) == ["warn"]
    assert mended(text, "double-tracking", context) == (f"Go {after}." if after else text)


@pytest.mark.parametrize(
    "url",
    [
        "https://acme.us5.list-manage.com/track/click?u=a&id=b", "https://links.acme.com/ls/click?upn=u001.Ab",
        "https://click.mail.acme.com/?qs=0f1e2d3c4b5a69788796", "https://www.google.com/url?q=https%3A%2F%2Facme.com",
        "https://t.acme.com/CL0/https:%2F%2Facme.com/1/0100", "https://email.acme.com/c/eJwlzTEOgyAU", "https://acme.com/ss/c/u001.aaaaaaaaaaaaaaaa",
    ],
)  # fmt: skip
def test_a_link_of_somebody_elses_tracker_is_told_of_before_it_is_tracked_once_more(url: str) -> None:
    result = review(Message(f"Your form: {url} thanks"), TEAM)
    assert [link.kind for link in result.message.links] == [LinkKind.FOREIGN]
    assert found(f"Your form: {url} thanks", "double-tracking")
    assert severities("Go https://go.acme.com/7xkq2mf4", "double-tracking", knowing(tracked("7xkq2mf4", url))) == ["warn"]
    assert not found(f"Your form: {url} thanks", "untracked-link", TEAM)


def test_a_path_like_a_trackers_is_an_ordinary_one() -> None:
    for url in ("https://acme.com/track/click", "https://acme.com/f/a/b", "https://acme.com/ctt", "https://click.acme.com/?qs=sale",
                "https://constantcontact.com/pricing", "https://www.facebook.com/acme", "https://acme.com/ss/c/1"):  # fmt: skip
        assert [link.kind for link in review(Message(f"See {url} now"), Context()).message.links] == [LinkKind.PLAIN], url


def test_a_page_that_takes_an_address_is_no_tracker() -> None:
    for url in ("https://acme.com/login?url=https%3A%2F%2Facme.com", "https://www.google.com/search?q=https://acme.com"):
        assert not found(url, "double-tracking")
        assert not found("https://go.acme.com/7xkq2mf4", "double-tracking", knowing(tracked("7xkq2mf4", url)))


def test_a_link_on_a_retired_domain_moves_to_the_one_of_today() -> None:
    context = knowing(tracked("7xkq2mf4"), retired_domains=("old.acme.com", "links.oldacme.com"))
    assert mended("See old.acme.com/7xkq2mf4.", "retired-domain", context) == "See go.acme.com/7xkq2mf4."
    assert mended("HTTPS://OLD.ACME.COM/7XKQ2MF4?x=1", "retired-domain", context) == "HTTPS://go.acme.com/7XKQ2MF4?x=1"
    assert severities("https://links.oldacme.com/x", "retired-domain", context) == ["block"]
    unknown: dict[str, TrackedLink | None] = {"7xkq2mf4": None}
    for known in (unknown, tracked("7xkq2mf4", state=LinkState.PAUSED), tracked("7xkq2mf4", expires_at=NOW)):
        [finding] = found("https://old.acme.com/7xkq2mf4", "retired-domain", knowing(known, retired_domains=("old.acme.com",)))
        assert finding.edit is None


@pytest.mark.parametrize(
    ("ages", "told"),
    [((5,), True), ((30,), True), ((31,), False), ((40, 80), True), ((40, 91), False), ((200, 300), False), ((-1,), False)],
)
def test_a_domain_is_new_for_a_month_and_restless_after_two_changes(ages: tuple[int, ...], told: bool) -> None:
    changes = tuple(NOW - timedelta(days=age) for age in ages)
    text = "Two: https://go.acme.com/7xkq2mf4 and https://go.acme.com/23456783"
    context = Context(tracking_hosts=frozenset({HOST}), at=NOW, domain_changes=changes)
    assert len(found(text, "domain-churn", context)) == told
    assert not found(text, "domain-churn", Context(tracking_hosts=frozenset({HOST}), domain_changes=changes))


def test_short_domains_are_counted_once_a_message() -> None:
    own = Context(Policy(tracking_domain=HOST, allowed_shorteners=("bit.ly", "t.ly")), frozenset({HOST}))
    for text in ("https://bit.ly/a https://t.ly/b https://rb.gy/c", "https://go.acme.com/7xkq2mf4 or bit.ly/a"):
        assert severities(text, "mixed-shorteners", own) == ["warn"]
    for text in ("https://bit.ly/a https://bit.ly/b", "https://bit.ly/a https://acme.com", "https://go.acme.com/7xkq2mf4 acme.com"):
        assert not found(text, "mixed-shorteners", own)


def test_tracking_a_link_beside_a_film_does_not_make_a_mixture() -> None:
    """What our own rewrite puts into a text must not be held against it."""
    for text in ("Menu https://go.acme.com/7xkq2mf4 film https://youtu.be/a", "https://youtu.be/a or https://go.acme.com/7xkq2mf4"):
        assert not found(text, "mixed-shorteners", TEAM)
        assert severities(f"{text} https://amzn.to/b", "mixed-shorteners", TEAM) == ["warn"]
    two = Context(Policy(tracking_domain=HOST, tracking_domains=("t.acme.org",)), frozenset({HOST, "t.acme.org"}))
    assert severities("https://go.acme.com/7xkq2mf4 https://t.acme.org/7xkq2mf4", "mixed-shorteners", two) == ["warn"]


@pytest.mark.parametrize(
    "name", ["app.link", "lc.chat", "linki.la", "minm.xyz", "s2r.co", "serveirc.com", "goo.gl", "t.ly", "bc.vc", "soo.gd"]
)
def test_names_that_vendors_block_are_public_shorteners(name: str) -> None:
    assert severities(f"See https://{name}/x", "public-shortener") == ["block"]
    assert severities(f"See acme.{name}/x", "public-shortener") == ["block"]


@pytest.mark.parametrize(
    "link",
    [
        "https://maps.app.goo.gl/9sKd82hQpL", "https://goo.gl/maps/AbC123", "https://forms.gle/8sKdj28d", "https://g.page/r/CX/review",
        "wa.me/13125550100", "https://gofund.me/8f12b3a4", "https://1drv.ms/b/s!Ab12",
    ],
)  # fmt: skip
def test_maps_forms_and_chats_are_passed_on_as_they_are(link: str) -> None:
    assert severities(f"Here: {link}", "public-shortener") == ["info"]
    assert not found(f"Order https://go.acme.com/7xkq2mf4 or {link}", "mixed-shorteners", TEAM)


@pytest.mark.parametrize(("link", "severity"), [("goo.gl/x8Kd", "block"), ("https://t.co/Ab1", "block"), ("https://amzn.to/3k", "warn")])
def test_what_leads_anywhere_is_no_owners_own(link: str, severity: str) -> None:
    assert severities(f"Here: {link}", "public-shortener") == [severity]


def test_a_tracked_link_does_not_hide_where_it_leads() -> None:
    """Tracking must not wash a place clean that the team never approved, or rules out since."""
    known = tracked("7xkq2mf4", "https://shop.rival.com/x")
    for policy, code, severity in (
        ({"denied_hosts": ("rival.com",)}, "denied-host", "block"),
        ({"approved_destinations": ("acme.com",)}, "unapproved-destination", "warn"),
    ):
        text = "See https://go.acme.com/7xkq2mf4"
        assert severities(text, code, knowing(known, **policy)) == [severity]
        assert "rival.com" in found(text, code, knowing(known, **policy))[0].detail
        assert not found(text, code, knowing(tracked("7xkq2mf4"), **policy))
        assert not found(text, code, knowing({}, **policy))


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("get?file=setup.exe", True), ("a/dl.php?id=1&file=app.apk#x", True), ("?filename=a.dmg", True),
        ("get?file=menu.pdf", False), ("get?back=setup.exe", False), ("a.html?file=x.zip", False),
    ],
)  # fmt: skip
def test_a_page_that_hands_out_a_file(page: str, told: bool) -> None:
    assert bool(found(f"Get https://acme.com/{page}", "download-link")) is told


@pytest.mark.parametrize(
    "text",
    [
        "UPS: su paquete está retenido https://ups-entrega.info/es", "DHL: Ihr Paket wartet auf die Zollgebühr https://paket-zoll.info/d",
        "Netflix: votre compte est suspendu https://facturation-client.fr/n", "Su pedido: https://amazon-cuenta.com/v",
        "FedEx: no se pudo entregar, reprograme https://envios-mx.info", "La Banque Postale: votre compte est bloqué https://lbp-aide.info",
        "Hello from DHL, your shipment needs customs payment https://desk.eu/pay", "Costco Wholesale: You are selected https://ctco.net",
        "USPS final attempt: parcel 88123 held, pay $0.99 https://fee.net/u", "Apple Pay suspended on your device. https://apl.net/r",
        "Dear PayPal user, unusual activity detected. https://pp-login.net/1", "Apple: your iCloud storage is full https://upgr.net/x",
    ],
)  # fmt: skip
def test_brands_are_imitated_in_many_words_and_languages(text: str) -> None:
    assert severities(text, "brand-mismatch") == ["warn"]


def test_what_is_denied_is_denied_whatever_else_is_said() -> None:
    policy = Policy(denied_hosts=("*.rival.com", "bit.ly"), approved_destinations=("shop.rival.com",), allowed_shorteners=("bit.ly",))
    assert severities("https://shop.rival.com", "denied-host", Context(policy)) == ["block"]
    assert severities("https://bit.ly/x", "denied-host", Context(policy)) == ["block"]
    assert not found("https://rival.com", "denied-host", Context(policy))


def test_the_lists_hold_what_they_say() -> None:
    private = Path(PSLFILE).read_text("utf-8").partition("===BEGIN PRIVATE DOMAINS===")[2].split()
    suffixes = {rule.removeprefix("*.") for rule in private}
    kinds = table("free_hosts")
    assert set(kinds.values()) == {"free", "paid", "name"}
    for host, kind in kinds.items():
        assert kind == "free" or host in suffixes or any(suffix.endswith(f".{host}") for suffix in suffixes), host
    for brand in well_known():
        assert all(registrable(f"a.{host}") for host in brand.hosts), brand.names
        assert brand.others is None or brand.labels, brand.names
    assert all(len(letter) == 1 and not letter.isascii() and latin.isascii() for letter, latin in table("confusables").items())
    assert all(is_known(suffix) for suffix in entries("risky_suffixes"))
    assert not {"com", "pdf", "html", "jpg", "docx"} & table("download_types").keys()


def test_what_may_be_two_words_is_not_offered_to_be_tracked_but_does_not_slip_through() -> None:
    """Tracking leaves it alone, so neither the offer nor the length after tracking may count it."""
    text = "I use Notion.so for bookings"
    result = review(Message(text), TEAM)
    assert not found(text, "untracked-link", TEAM)
    assert result.after_tracking == result.segments
    demanded = Context(Policy(tracking_domain=HOST, require_tracking=True), frozenset({HOST}))
    [finding] = found(text, "untracked-link", demanded)
    assert (finding.severity, "https://" in finding.detail) == (Severity.WARN, True)
    assert found("I use https://Notion.so for bookings", "untracked-link", TEAM)


@pytest.mark.parametrize(
    "text",
    [
        "Samsung locked phones unlocked here {}",
        "PayPal limited time offer at {}",
        "UPS drop off hours: M-F 8-5 {}",
        "Amazon returns here: {}",
    ],
)
def test_shops_name_brands_in_their_own_offers(text: str) -> None:
    assert not found(text.format("https://mailplusstore.com/x"), "brand-mismatch")

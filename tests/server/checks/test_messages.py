"""What a message says, to whom and when: found as people really type it, silent on what businesses send every day."""

import time
from datetime import UTC, datetime
from datetime import time as clock

import pytest

from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.finding import Finding, Severity
from linkwell.model.message import Channel, Message
from linkwell.model.policy import Brand, Limits, OptOut, Policy, QuietHours, SiteLimits, SitePolicy
from linkwell.model.span import Span
from linkwell.text.edits import apply_edits

URL = "https://acme.com/x"
ASKED = Context(Policy(opt_out=OptOut(required=True)))
NAMED = Policy(brands=(Brand(("Acme Bikes", "Booking.com")),))


def found(text: str, code: str, context: Context | None = None, campaign: str | None = None) -> list[Finding]:
    return [one for one in review(Message(text, campaign=campaign), context or Context()).findings if one.code == code]


def mended(text: str, code: str, context: Context | None = None, campaign: str | None = None) -> str:
    return apply_edits(text, [one.edit for one in found(text, code, context, campaign) if one.edit is not None])


def lines(texts: str) -> list[str]:
    return [line.strip() for line in texts.strip().splitlines()]


PRESSING = lines("""
    Your account has been suspended. Verify here {}
    ALERT: your account is locked {}
    Account suspended! {}
    We have suspended your account {}
    Your account is scheduled for termination {}
    Your bank account will be terminated in 24 hours {}
    Your debit card has been blocked {}
    Your Apple ID has been locked {}
    Your social security number has been suspended {}
    A warrant for your arrest has been issued {}
    You will be arrested unless you pay {}
    Pay $350 now or face legal action {}
    A lawsuit has been filed against you {}
    Final notice: unpaid toll. Pay immediately {}
    Final warning: settle your debt within 24 hours {}
    Verify your password: {}
    Please confirm your bank details at {}
    Update your card number here {}
    Confirm your SSN at {}
    Enter your PIN to continue {}
    Verify your login: {}
    Confirm your username and password {}
    Submit your bank account and routing number {}
    Urgent: verify your account {}
    We noticed suspicious activity. Verify your account {}
    Please verify your card to avoid suspension {}
    You have won a $1000 gift card! {}
    You've won! {}
    Congratulations! You are our lucky winner {}
    You have been selected to receive a free iPhone {}
    Claim your prize now {}
    Claim your $500 gift card: {}
    claim your reward {}
    Collect your winnings {}
    Your bank has locked your card. Unlock: {}
    Failure to respond will lead to arrest {}
    Your payment info must be updated immediately {}
    Your account is about to be closed. {}
    You've been randomly selected to win a new iPhone 15 {}
    Act now or your account will be deleted {}
""")
BUSINESS = lines("""
    Your account statement is ready: {}
    Log in to your portal to view your results: {}
    Please confirm your appointment or your slot will be released {}
    Enter to win a $500 gift card: {}
    FINAL NOTICE: Invoice 8832 is 60 days past due. Please remit payment: {}
    Your service will be disconnected on 5/12 unless payment is received. Pay: {}
    Please update your payment method to avoid interruption of service: {}
    Your card on file was declined. Please update it: {}
    Your membership was suspended at your request. Resume any time: {}
    Your account has been locked at your request: {}
    Your rate is locked at 6.2%! Next steps: {}
    Your account manager locked in your price. Details: {}
    Is your account locked? Reset it: {}
    Reset your password here: {}
    We will never ask you to confirm your password or PIN. Tips: {}
    Do not share your password with anyone. More: {}
    Please verify your insurance card and ID: {}
    Please submit your insurance card number before your visit: {}
    Send us your bank statements: {}
    Verify your email address to finish signing up: {}
    Verify your identity to view your lab results: {}
    You won the auction for lot 55! Pay here: {}
    Find out if you won: {}
    Congratulations, you won our bike raffle! Pick it up at the store: {}
    Confirm your phone number to get alerts: {}
    Your policy will be cancelled on 6/1 for non-payment. Pay now: {}
    Boil water notice lifted. {}
    You won't want to miss this: {}
    You've earned a free coffee. Claim your reward: {}
    Thanks for referring Sam! Claim your $25 gift card: {}
    You have been selected for an interview: {}
    Injured? Join the class action lawsuit: {}
    Were you arrested? We can help: {}
    We have immediate openings! Apply: {}
    Urgent care is open until 9. Wait times: {}
    Parking access is restricted on Oak St. Map: {}
    The police department invites you to coffee with a cop: {}
    Final notice: open enrollment ends today. Enroll now: {}
""")


@pytest.mark.parametrize("text", PRESSING)
def test_threats_secrets_and_prizes_beside_a_link_are_warned_of(text: str) -> None:
    told = found(text.format(URL), "pressure-wording")
    assert told
    assert {one.severity for one in told} == {Severity.WARN}
    assert not found(text.format("now"), "pressure-wording")


@pytest.mark.parametrize("text", BUSINESS)
def test_what_businesses_write_every_day_is_no_pressure(text: str) -> None:
    assert [one.detail for one in found(text.format(URL), "pressure-wording") if one.severity is not Severity.HINT] == []


@pytest.mark.parametrize("text", ["Urgent: call us {}", "Last chance to book {}", "Act now {}", "Offer ends tonight {}", "Hurry in {}"])
def test_haste_alone_is_a_hint(text: str) -> None:
    assert [one.severity for one in found(text.format(URL), "pressure-wording")] == [Severity.HINT]


def test_words_in_an_address_put_nobody_under_pressure() -> None:
    assert not found("See https://acme.com/?q=your account has", "pressure-wording")
    assert not found("Your account: https://acme.com/account/suspended", "pressure-wording")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Click here: https://a.com/x", "Go to https://a.com/x"),
        ("please tap the link below:\n\nhttps://a.com/x", "please go to\n\nhttps://a.com/x"),
        ("Tap here to view your bill: https://a.com/x", "View your bill: https://a.com/x"),
        ("To pay, click on this link - https://a.com/x", "To pay, go to https://a.com/x"),
        ("Book by clicking this link: https://a.com/x", "Book by going to https://a.com/x"),
        ("Click here to https://a.com/x", "Click here to https://a.com/x"),
        ("click here:https://a.com/x", "click here:https://a.com/x"),
        ("https://a.com/x (click here)", "https://a.com/x (click here)"),
    ],
)
def test_words_that_say_nothing_are_replaced_where_it_reads_well(text: str, after: str) -> None:
    assert found(text, "vague-link-text")
    assert mended(text, "vague-link-text") == after


@pytest.mark.parametrize(
    "text",
    ["Use the following link: {}", "Here: {}", "Tap water notice: {}", "Click and collect: {}", "Follow us: {}", "The link below: {}"],
)
def test_ordinary_words_beside_a_link_are_left_alone(text: str) -> None:
    assert not found(text.format(URL), "vague-link-text")


@pytest.mark.parametrize(
    "text",
    [
        "Your code is 123456 {}", "123456 is your verification code. {}", "Your Acme code: 123456. Enter at {}", "Your OTP is 1234 {}",
        "Use 123456 as your login code {}", "G-123456 is your code {}", "Acme: 482 910 is your security code. {}",
        "One-time passcode 482910 {}",
        "Your login code is A1B2C3 {}", "Enter 4829 to verify {}", "Your code 482910 expires in 10 minutes {}",
        "Use code 482910 to log in {}",
        "Your verification code for Acme is 482910. {}", "Your confirmation code is 482910 {}",
    ],
)  # fmt: skip
def test_a_link_beside_a_one_time_code_is_warned_of(text: str) -> None:
    assert found(text.format(URL), "link-in-verification")
    assert not found(text.format("tel:+15550100"), "link-in-verification")


@pytest.mark.parametrize(
    "text",
    [
        "Use code SAVE20 at {}", "Promo code 482910: {}", "Your gate code is 4821. Directions: {}", "Your access code is 48219. Guide: {}",
        "Join: {} Passcode: 482910", "Your pickup code is 4829. Map: {}", "Confirmation code 482910 for your flight: {}",
        "Zip code 78701: {}",
        "Your order number is 482910. Track: {}", "Scan the QR code at {}", "Your authorization number is 48291034: {}",
        "Error code 482910? {}",
        "Shipping in 1234 boxes {}", "Verify your email: https://acme.com/verify?code=482910 {}",
    ],
)  # fmt: skip
def test_other_codes_may_have_a_link(text: str) -> None:
    assert not found(text.format(URL), "link-in-verification")


@pytest.mark.parametrize(
    "text",
    ["HUGE SALE TODAY {}", "HUGE SALE: {}", "BUY NOW AND WIN {}", "Wow!!! {}", "Save $$$ {}", "What?!! {}", "FINAL HOURS, everybody {}"],
)
def test_shouting_is_told_beside_a_link_and_without_one(text: str) -> None:
    assert [one.severity for one in found(text.format(URL), "shouting")] == [Severity.HINT]
    assert [one.severity for one in found(text.format("now"), "shouting")] == [Severity.HINT]


@pytest.mark.parametrize(
    "text",
    [
        "Reply STOP to opt out, HELP for help {}", "Your HIPAA and COVID forms {}", "Reply CONFIRM or CANCEL {}", "ACME DENTAL: see {}",
        "[ACME BIKES] see {}", "NASA and ESPN night {}", "Wow!! {}", "Plate ABCD1234 in LOT5 {}", "https://acme.com/SALE/NOW {}",
    ],
)  # fmt: skip
def test_keywords_and_names_are_not_shouted(text: str) -> None:
    assert not found(text.format(URL), "shouting")


def test_a_brand_in_capitals_is_not_shouted() -> None:
    assert not found(f"News from ACME BIKES {URL}", "shouting", Context(NAMED))


@pytest.mark.parametrize("text", ["Sale {}", "Our bikes at https://acmebikes.com", "acme {}", "AcmeBikes2 {}", "go.acme-bikes.com/x"])
def test_a_sender_is_to_be_named_at_first_and_in_campaigns(text: str) -> None:
    assert found(text.format(URL), "no-brand", Context(NAMED, first_contact=True))
    assert found(text.format(URL), "no-brand", Context(NAMED), "spring")
    assert not found(text.format(URL), "no-brand", Context(NAMED))
    assert not found(text.format(URL), "no-brand", Context(first_contact=True), "spring")


@pytest.mark.parametrize("text", ["Acme Bikes: sale", "ACME BIKES", "it's acme-bikes' sale", "Booking.com: your stay", "Ácme  Bikes"])
def test_a_name_is_known_however_it_is_written(text: str) -> None:
    assert not found(text, "no-brand", Context(NAMED, first_contact=True))


TELLS = lines("""
    Reply STOP to opt out
    Text STOP to end
    STOP=end
    Stop2end
    Txt stop 2 quit
    opt out: STOP
    To unsubscribe, text STOP
    Reply "STOP" to stop
    HELP for help, STOP to cancel
    STOP/HELP
    Reply UNSUBSCRIBE to opt out
    Reply END to end
    Responde ALTO para cancelar
    Envía PARAR para salir
    STOP au 36180
    Répondez ARRET
    Reply to this message with STOP
    reply stop
""")
TELLS_NOT = lines("""
    Text 2 to opt out
    Reply 9 to unsubscribe
    Reply 2 to STOP
    Stop in today
    Opt out here: https://acme.com/out
    Unsubscribe: https://acme.com/out
    Reply HELP for help
    Call to opt out
    Text OUT to leave
    Reply C to cancel
""")


@pytest.mark.parametrize("text", TELLS)
def test_an_instruction_to_stop_is_known_in_its_many_forms(text: str) -> None:
    assert not found(f"Acme: 20% off. {text}", "missing-opt-out", ASKED, "spring")


@pytest.mark.parametrize("text", TELLS_NOT)
def test_what_no_provider_acts_on_is_no_instruction(text: str) -> None:
    assert found(f"Acme: 20% off. {text}", "missing-opt-out", ASKED, "spring")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Sale", "Sale. Reply STOP to opt out."),
        ("Sale!", "Sale! Reply STOP to opt out."),
        ("Sale https://a.com/x", "Sale https://a.com/x Reply STOP to opt out."),
        ("Sale 🎉", "Sale 🎉 Reply STOP to opt out."),
        ("Sale\n", "Sale\nReply STOP to opt out."),
    ],
)
def test_the_instruction_is_appended_and_sticks_to_nothing(text: str, after: str) -> None:
    assert mended(text, "missing-opt-out", ASKED, "spring") == after
    left = review(Message(after, campaign="spring"), ASKED)
    assert "touching-punctuation" not in [one.code for one in left.findings]
    assert [link.written for link in left.message.links] == [link.written for link in review(Message(text), ASKED).message.links]


def test_a_teams_own_instruction_and_words_count() -> None:
    own = Context(Policy(opt_out=OptOut(required=True, instruction="Antworte mit NEIN.", words=("nope",))))
    assert not found("Acme: Rabatt. Antworte mit Nein.", "missing-opt-out", own, "spring")
    assert not found("Acme: sale. Reply NOPE to opt out", "missing-opt-out", own, "spring")
    [finding] = found("Acme: sale", "missing-opt-out", Context(Policy(opt_out=OptOut(required=True, instruction=" "))), "spring")
    assert finding.edit is None
    assert not found("Acme: sale", "missing-opt-out", ASKED)
    assert not found("Acme: sale", "missing-opt-out", campaign="spring")


def test_somebody_who_opted_out_is_not_texted_whatever_the_policy_says() -> None:
    loose = Policy(severities={"contact-opted-out": None})
    assert [one.severity for one in found("Hi", "contact-opted-out", Context(opted_out=True))] == [Severity.BLOCK]
    assert [one.severity for one in found("Hi", "contact-opted-out", Context(loose, opted_out=True))] == [Severity.WARN]
    assert not found("Hi", "contact-opted-out")
    assert not found(" ", "contact-opted-out", Context(opted_out=True))


def quiet(at: str, zone: str | None = None, begin: int = 21, end: int = 8, own: str = "America/New_York") -> bool:
    context = Context(Policy(quiet_hours=QuietHours(clock(begin), clock(end), own)), at=datetime.fromisoformat(at).replace(tzinfo=UTC))
    return any(one.code == "quiet-hours" for one in review(Message("Hi", zone=zone), context).findings)


def test_quiet_hours_go_over_midnight_and_end_on_time() -> None:
    # New York is five hours behind in winter, four in summer.
    assert [quiet(at) for at in ("2026-01-10T01:59", "2026-01-10T02:00", "2026-01-10T12:59", "2026-01-10T13:00")] == [
        False,
        True,
        True,
        False,
    ]
    assert [quiet(at) for at in ("2026-07-10T00:59", "2026-07-10T01:00", "2026-07-10T11:59", "2026-07-10T12:00")] == [
        False,
        True,
        True,
        False,
    ]
    assert quiet("2026-01-10T18:00", begin=12, end=14)
    assert not quiet("2026-01-10T20:00", begin=12, end=14)
    assert not quiet("2026-01-10T20:00", begin=9, end=9)


def test_the_recipients_own_zone_counts_where_it_is_known() -> None:
    assert not quiet("2026-01-10T14:00")
    assert quiet("2026-01-10T14:00", "America/Los_Angeles")
    assert not quiet("2026-01-10T02:30", "Asia/Tokyo")
    for unknown in ("Mars/Base", "../etc/passwd", "America", "", "\0"):
        assert quiet("2026-01-10T03:00", unknown)
        assert not quiet("2026-01-10T03:00", own=unknown)


def test_nothing_set_means_nothing_demanded() -> None:
    context = Context(at=datetime(2026, 1, 10, 3, tzinfo=UTC), first_contact=True)
    codes = [one.code for one in review(Message(f"Sale {URL}", campaign="spring"), context).findings]
    assert not {"no-brand", "missing-opt-out", "quiet-hours", "contact-opted-out"} & set(codes)


def test_links_are_counted_once_each_up_to_the_teams_limit() -> None:
    three = "a https://a.com/1 https://a.com/2 https://a.com/3"
    [finding] = found(three, "too-many-links")
    assert finding.span.of(three) == "https://a.com/3"
    assert not found("a https://a.com/1 https://A.com/1/ a.com/1 https://a.com/2 tel:+1555 mailto:a@b.com", "too-many-links")
    assert found("a https://a.com/?x=1 https://a.com/?x=2 https://a.com/?x=3", "too-many-links")
    assert not found(three, "too-many-links", Context(Policy(limits=Limits(links=3))))
    assert found("a https://a.com", "too-many-links", Context(Policy(limits=Limits(links=0))))
    here = Policy(sites={"crm.com": SitePolicy(limits=SiteLimits(links=1))})
    two = Message("a https://a.com/1 https://a.com/2", site="crm.com")
    assert "too-many-links" in [one.code for one in review(two, Context(here)).findings]


@pytest.mark.parametrize(
    "text", [URL, f" {URL}\n", f"👉 {URL}", f"{URL} {URL}", "acme.com", f"({URL})", "- https://go.acme.com/7xkq2mf4 -"]
)
def test_a_bare_link_is_warned_of_once(text: str) -> None:
    assert len(found(text, "link-only", Context(tracking_hosts=frozenset({"go.acme.com"})))) == 1


def test_a_bare_link_that_is_broken_is_told_only_that() -> None:
    assert not found("https://acme..com", "link-only")
    assert not found("htps://acme.com/x", "link-only")
    assert not found(f"1 {URL}", "link-only")
    assert not found(f"{URL} ok", "link-only")


def test_long_messages_are_warned_of_and_endless_ones_held() -> None:
    def severities(text: str, limits: Limits | None = None, channel: Channel = Channel.SMS) -> list[Severity]:
        context = Context(Policy(limits=limits or Limits()))
        return [one.severity for one in review(Message(text, channel=channel), context).findings if one.code == "too-long"]

    assert severities("a" * 320) == []
    assert severities("a" * 321) == [Severity.WARN]
    assert severities("a" * 1530) == [Severity.WARN]
    assert severities("a" * 1531) == [Severity.BLOCK]  # eleven segments
    assert severities("a" * 1601, Limits(segments=99)) == [Severity.BLOCK]
    assert severities("😀" * 330) == [Severity.WARN]
    assert severities("😀" * 331) == [Severity.BLOCK]
    assert severities("a" * 200, Limits(segments=1)) == [Severity.BLOCK]
    assert severities("a" * 5000, channel=Channel.EMAIL) == []
    [finding] = [one for one in review(Message("a" * 400), Context()).findings if one.code == "too-long"]
    assert finding.span == Span(320, 400)


def test_a_segment_that_tracking_adds_is_told() -> None:
    context = Context(Policy(tracking_domain="go.acme.com"), frozenset({"go.acme.com"}))
    assert found("x" * 146 + " https://a.com", "segment-growth", context)
    assert not found("x" * 131 + " https://a.com", "segment-growth", context)
    assert found("x" * 132 + " https://a.com", "segment-growth", context)
    assert not found("x" * 158 + " https://a.com", "segment-growth", context)  # two segments as it is
    assert not found("x" * 100 + " https://acme.com/" + "y" * 40, "segment-growth", context)
    mms = review(Message("x" * 146 + " https://a.com", channel=Channel.MMS), context)
    assert "segment-growth" not in [one.code for one in mms.findings]


@pytest.mark.parametrize("lead", ["", f"{URL} your account confirm password code 1234 reply stop won claim click urgent final notice "])
@pytest.mark.parametrize(
    "piece",
    [
        "account is ", "confirm your and ", "claim your a b ", "legal ", "click on the this that link ", "your a b code is ",
        "1234 is your ", "  ",
        "reply : ", "stop to ", "text us the ", "SALE ", "AB, ", "!?", "end: ", "code for a", "verify code ", "never confirm your ",
        "G-1", "\n",
    ],
)  # fmt: skip
def test_hostile_words_cost_no_more_than_their_length(lead: str, piece: str) -> None:
    context = Context(Policy(opt_out=OptOut(required=True), brands=NAMED.brands))

    def took(length: int) -> float:
        text = (lead + piece * length)[:length]
        begin = time.process_time()
        review(Message(text, campaign="spring"), context)
        return time.process_time() - begin

    assert any(took(1600) < 0.05 and took(6400) < 10 * max(took(1600), 0.0005) for _ in range(6))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A warrant has been issued. See {}", True), ("Pay today or a warrant will be issued {}", True),
        ("Avoid prosecution, settle now {}", True), ("Final demand: pay or we start court proceedings {}", True),
        ("Your PayPal limited time offer: {}", False), ("Court reminder: your proceedings start at 9am {}", False),
        ("Your service will be terminated in 24 hours, log in to keep it {}", True),
        ("If you miss court a warrant may be issued. Details: {}", False), ("Your power will be disconnected on 12/2. Pay: {}", False),
        ("Scam alert: fake texts say your account is locked. Do not click! More: {}", False), ("Su equipo ganó el torneo {}", False),
    ],
)  # fmt: skip
def test_courts_utilities_and_banks_that_warn_do_not_threaten(text: str, told: bool) -> None:
    warned = [one for one in found(text.format(URL), "pressure-wording") if one.severity is Severity.WARN]
    assert bool(warned) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Use 739201 to sign in at {}", True), ("Acme security code: 4829. Never share it. {}", True), ("PIN: 4821 to log in {}", True),
        ("Your temporary password is 448210. {}", True), ("To confirm your identity enter 448210 at {}", True),
        ("Do not share this code: 448210. {}", True), ("Enter 118204 to finish signing in {}", True),
        ("Your alarm security code is 4829. Manual {}", False), ("Gate code 4821, do not share this code. Map {}", False),
        ("Confirm your visit: enter unit 4482 at the kiosk {}", False), ("Log in to see order 448210 {}", False),
    ],
)  # fmt: skip
def test_codes_for_accounts_are_told_from_codes_for_doors(text: str, told: bool) -> None:
    assert bool(found(text.format(URL), "link-in-verification")) is told


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Check this link: {}", "Go to {}"), ("Please visit the following link {}", "Please go to {}"), ("clickhere {}", "go to {}"),
        ("Open this link to pay {}", "Open this link to pay {}"),
        ("Use the link below to reschedule {}", "Use the link below to reschedule {}"),
    ],
)  # fmt: skip
def test_a_link_that_is_only_called_a_link_is_vague(text: str, after: str) -> None:
    edits = [one.edit for one in found(text.format(URL), "vague-link-text") if one.edit is not None]
    assert apply_edits(text.format(URL), edits) == after.format(URL)


def test_a_way_out_that_no_provider_acts_on_is_not_called_nothing() -> None:
    for text in ("Acme: sale! Text 2 to opt out", "Acme: new menu. Unsubscribe at https://acme.com/u"):
        [finding] = found(text, "missing-opt-out", ASKED, campaign="spring")
        assert "STOP" in finding.detail
    for text in ("Acme: sale!", "Acme: we never stop, cancel anytime"):
        [finding] = found(text, "missing-opt-out", ASKED, campaign="spring")
        assert finding.detail.startswith("Nothing here")

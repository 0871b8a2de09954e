"""secret-in-link: whoever reads the link holds a key."""

import re
from collections.abc import Iterator
from typing import Final

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Link, LinkKind, Message
from linkwell.model.span import Span
from linkwell.text.signed import is_signed

_Secret = tuple[int, int, str, str]

_PASSWORD: Final = ("A password", "Everybody who sees the message, on a lock screen or in a forwarded copy, can sign in with it.")
_SESSION: Final = ("Somebody's session", "Whoever taps it may land in the account of the person who copied the link.")
_KEY: Final = ("A key to an account", "Whoever has it can use the account behind it. Take it out, and make a new key.")
_TOKEN: Final = (
    "A sign-in token",
    "A sign-in link has to carry one. Be sure that it is for this one person, works once and soon ends.",
)

_NAMES: Final = {
    _PASSWORD: "password passwd passwort pwd pass pw user_password userpassword login_password mot_de_passe contrasena kennwort otp",
    _SESSION: "phpsessid jsessionid aspsessionid asp.net_sessionid sessionid session_id session-id session sessid sess sess_id sid cfid "
    "cftoken connect.sid auth_session sessiontoken session_token session_key",
    _KEY: "authkey api_key apikey api-key x-api-key access_key accesskey access-key secret_key secretkey secret client_secret clientsecret "
    "private_key privatekey app_secret consumer_secret aws_secret_access_key api_secret apisecret access_token accesstoken access-token "
    "refresh_token bearer bearer_token api_token apitoken oauth_token authorization id_token",
    _TOKEN: "token auth_token authtoken auth-token login_token logintoken reset_token resettoken magic_token magictoken magic "
    "reset_password_token confirmation_token invite_token invitation_token verification_token user_token usertoken one_time_token "
    "signin_token sso_token sso auth jwt otp_token loginkey login_key autologin autologin_token password_token pw_token",
}
_KINDS: Final = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_PARAMETER: Final = re.compile(r"[?&#;]([\w.\-]{2,40})=([^?&#;]+)")
_SHAPES: Final = re.compile(
    r"(?<![\w.\-])(?:(?P<jwt>eyJ[\w\-]{10,}\.eyJ[\w\-]{4,}(?:\.[\w\-]*)?)"
    r"|A(?:KI|SI)A[0-9A-Z]{16}(?![0-9A-Za-z])|[sr]k_(?:live|test)_\w{10,}|gh[opsur]_\w{20,}|github_pat_\w{20,}|glpat-[\w\-]{15,}"
    r"|xox[abprs]-[\w\-]{10,}|AIza[\w\-]{30,}|SG\.[\w\-]{16,}\.[\w\-]{16,}|shp(?:at|ss|ca|pa)_[0-9a-fA-F]{20,}|sk-(?:proj-|ant-)?\w{32,})"
)
_SHORTEST: Final = 28  # of a link with such a key in it
_RANDOM: Final = re.compile(r"(?=[^a-zA-Z]*[a-zA-Z])(?=\D*\d)[\w\-.~%+/:|=]+")
_NO_SECRET: Final = frozenset(
    "reset forgot change new true false yes no null none required undefined expired sent update 0 1 on off show hide day vip".split()
)
_LONG: Final = 16
# A meeting's passcode stands in its invitation, for everybody who is invited.
_MEETINGS: Final = ("zoom.us", "zoom.com", "zoomgov.com", "ringcentral.com", "webex.com", "gotomeeting.com", "dialpad.com", "bluejeans.com")


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link with something in it that opens an account: by the parameter's name, or by what such keys look like.

    A session, a token or ``pass`` counts only with a value that looks drawn at random; what belongs to a signature does not count.
    """
    for index, link in enumerate(message.links):
        if len(link.written) < 16 or link.kind is LinkKind.OTHER:
            continue
        secret = _secret(link)
        if secret is not None:
            start, end, what, detail = secret
            span = Span(link.span.start + start, link.span.start + end)
            yield Finding(CHECK, span, detail=detail, link=index, title_here=f"{what} stands in this link")


def _secret(link: Link) -> _Secret | None:
    written = link.written
    named = None
    if "=" in written:
        for found in _PARAMETER.finditer(written):
            kind = _KINDS.get(found.group(1).lower()) or (_SESSION if found.group(1).startswith("ASPSESSIONID") else None)
            if kind is not None and _counts(kind, found.group(1).lower(), found.group(2), link):
                named = (found.start(1), found.end(), *kind)
                break
    if named is not None and named[2:] != _TOKEN:
        return named
    if len(written) >= _SHORTEST and _may_have_a_shape(written):
        shape = _SHAPES.search(written)
        if shape is not None and (named is None or shape["jwt"] is None) and not is_signed(written):
            return (shape.start(), shape.end(), *(_KEY if shape["jwt"] is None else _TOKEN))
    return named


def _may_have_a_shape(text: str) -> bool:
    """Tell at a glance whether ``_SHAPES`` is worth a look; most links have nothing of it."""
    return (
        "eyJ" in text or "KIA" in text or "SIA" in text or "k_live_" in text or "k_test_" in text or "gh" in text or "glpat-" in text
        or "xox" in text or "AIza" in text or "SG." in text or "shp" in text or "sk-" in text
    )  # fmt: skip


def _counts(kind: tuple[str, str], name: str, value: str, link: Link) -> bool:
    random = _RANDOM.fullmatch(value) is not None
    if kind is _PASSWORD:
        if link.domain in _MEETINGS or value.lower() in _NO_SECRET or value[0] in "{[<%":
            return False
        return name != "pass" or (len(value) >= 6 and random)
    if kind is _KEY:
        return len(value) >= 8 and value[0] not in "{[<%" and value.lower() not in _NO_SECRET
    return len(value) >= _LONG and (random or value.isdigit()) and not is_signed(link.written)


CHECK = Check(
    code="secret-in-link",
    severity=Severity.WARN,
    title="A secret stands in this link",
    why="A link is no safe place: it shows on lock screens, is forwarded, and is kept by every server on the way. A sign-in link has to "
    "carry its token; a password, a session or a key never has to.",
    fix="Take the secret out. If this is a sign-in link, be sure that it is meant for this one person.",
    bad=(
        "https://acme.com/x?PHPSESSID=9c7ue6gskhpgq8b0qv1s3k5d41",
        "https://acme.com/cart;jsessionid=0A1B2C3D4E5F60718293A4B5C6D7E8F9?item=7",
        "https://acme.com/login?user=dana&password=Spring2026",
        "https://acme.com/login?u=dana&pwd=hunter2",
        "https://api.acme.com/v1/orders?api_key=4f9a1c7be2d84f",
        "https://acme.com/#access_token=2YotnFZFEjr1zCsicMWpAA&type=bearer",
        "https://acme.com/in?t=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0ODIxIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r",
        "https://acme.com/reset?token=8f3a91c2d47be65018c9",
        "https://acme.com/x?k=AKIAQ7XK2MF4WN8P3RTD",
        "https://acme.com/pay?key=sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    ),
    good=(
        "https://acme.com/orders/4821?session=2&pass=day",
        "https://us02web.zoom.us/j/81234567890?pwd=dGVzdDEyMzQ1Njc4",
        "https://acme.com/reset-password?utm_source=sms",
        "https://acme.com/x?token=AB12&sid=77&key=spring",
        "https://acme.com/account?password=reset",
        "https://b.s3.amazonaws.com/f?AWSAccessKeyId=AKIAQ7XK2MF4WN8P3RTD&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D&Expires=1796119200",
        "https://acme.com/eyJ/sk-8/checkout/8f3a91c2d47be65018c9",
    ),
    source="https://owasp.org/www-community/vulnerabilities/Information_exposure_through_query_strings_in_url",
    find=find,
)

"""brand-mismatch behind a greeting: the brand speaks all the same, and who is greeted or named is no sender."""

import pytest

from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.message import Message

URL = "https://parcel-desk.net/x"


def told(text: str) -> bool:
    return any(one.code == "brand-mismatch" for one in review(Message(f"{text} {URL}"), Context()).findings)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Dana, USPS: your parcel arrives today",
        "FYI:\nNetflix: payment failed",
        "Hi Ana, Spotify here. Your plan ended",
        "Spotify here: your plan ended",
        "Hello Sam! Netflix: your payment failed",
        "Dear customer,\nDHL: your package is on hold",
        "FYI - Wells Fargo: unusual activity",
        "Good morning. PayPal: your account is limited",
        "Hola Ana, Correos: su paquete está retenido",
        "Bonjour,\nColissimo : votre colis est en attente",
        "Hi Tom, Chase: your card is locked",
    ],
)
def test_a_brand_speaks_behind_a_greeting(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Dana, Chase here from Acme. Your quote:",
        "Hi Dana, Wise here with the quote:",
        "Hi Dana, UPS: 1Z999AA10123456784",
        "Hi Dana, PayPal: ana@acme.com or",
        "Hi all, USPS: mail pickup moves to 3pm. Map:",
        "Hello! Etsy: new mugs are in",
        "Hey Ann, Instagram: @acme, shop:",
        "FYI: we now take Venmo:",
        "Hi Ana, your Netflix and chill night at the bar:",
        "Dear parents, Google Classroom codes:",
    ],
)
def test_who_only_names_a_brand_behind_a_greeting_is_ordinary(text: str) -> None:
    assert not told(text)

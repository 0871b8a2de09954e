"""Lures: hosts in which the name of a well-known brand stands beside a word that scams put there."""

from functools import cache, lru_cache
from typing import Final, NamedTuple

from linkwell.text.brands import Use, squeezed, well_known

# What scams put beside a brand in a host of their own; the second row is ordinary beside brands that shops repair, sell or advertise on.
_LURES: Final = frozenset(
    "account accounts alert alerts auth billing claim confirm confirmation customer fee fees id invoice login logon notice "
    "notification payment payments redeliver redelivery refund refunds renew reset secure secured security signin sign status "
    "support suspended toll tolls unlock update updates user validate validation verification verify verified wallet".split()
)
_ABROAD: Final = frozenset(
    "aduana cliente clientes colis compte consegna conta cuenta douane douanes entrega entregas envio envios factura facture kunden "
    "kundenservice konto lieferung livraison pacco paket pakket paquete paquetes rechnung securite seguridad sendung sicherheit soporte "
    "spedizione suivi verifica verificar zahlung zoll zustellung".split()
)
_OF_SENDERS: Final = (
    _LURES
    | _ABROAD
    | frozenset(
        "delivery deliver deliveries help helpdesk hold online package packages parcel parcels post portal prime reschedule "
        "reward rewards safe ship shipping track tracking".split()
    )
)


@lru_cache(maxsize=4096)
def lured_brand(domain: str) -> str | None:
    """Return the brand whose name stands in a domain beside a word that scams put there: ``usps-redelivery.com``."""
    label = domain.partition(".")[0]
    names = _names()
    parts = label.split("-")
    for part in parts[: 8 if len(parts) > 1 else 0]:
        if part in names and not names[part].lures.isdisjoint(parts):
            return names[part].brand
    for at in range(4, len(label) - 1):
        for name, rest in ((label[:at], label[at:]), (label[at:], label[:at])):
            if name in names and len(name) > 3 and rest.strip("-") in names[name].lures:
                return names[name].brand
    return None


class _Lured(NamedTuple):
    brand: str
    lures: frozenset[str]


@cache
def _names() -> dict[str, _Lured]:
    found = {}
    for brand in well_known():
        if brand.use is not Use.WORD:
            lures = _OF_SENDERS if brand.use is Use.SENDER else _LURES
            for name in brand.labels | {squeezed(name) for name in brand.names}:
                found[name] = _Lured(brand.names[0], lures)
    return found

"""Addresses: hosts that are numbers instead of names, and who can reach them."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, ip_address, ip_network
from typing import Final

# What only one machine, or one network, can reach: RFC 1918, 1122, 3927, 4193 and 4291.
_HERE: Final = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
        "::/128", "::1/128", "fc00::/7", "fe80::/10",
    )
)  # fmt: skip


@lru_cache(maxsize=1024)
def is_public_address(host: str) -> bool:
    """Tell whether a link's host is an address, ``93.184.216.34`` or ``[2606:2800:21f::1]``, that is not one's own machine or network."""
    try:
        address: IPv4Address | IPv6Address = ip_address(host.strip("[]"))
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return not any(address in block for block in _HERE if isinstance(block, IPv4Network) is isinstance(address, IPv4Address))


def is_disguised(host: str, written: str) -> bool:
    """Tell whether a link writes the IPv4 address that is its host in another way than with four decimal numbers: ``http://3232235777``."""
    return host[-1:].isdigit() and host.count(".") == 3 and host.replace(".", "").isdigit() and host not in written

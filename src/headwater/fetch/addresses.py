"""Which addresses of the internet are open to anybody, and what the others are for.

Source: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890
and its updates). Of IPv6 only what is given out for public use (2000::/3) can
be open at all; so what a later registry adds elsewhere is refused as well.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

_KINDS: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "unspecified"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "shared by a provider's customers"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"),
    ("192.0.2.0/24", "for documentation"),
    ("192.88.99.0/24", "6to4"),
    ("192.168.0.0/16", "private"),
    ("198.18.0.0/15", "for benchmarks"),
    ("198.51.100.0/24", "for documentation"),
    ("203.0.113.0/24", "for documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    # In a public block, but inside one cloud it is the host that hands out settings and keys.
    ("168.63.129.16/32", "a cloud's own service"),
    ("::/128", "unspecified"),
    ("::1/128", "loopback"),
    ("::/96", "IPv4-compatible"),
    ("::ffff:0:0/96", "IPv4-mapped"),
    ("::ffff:0:0:0/96", "IPv4-translated"),
    ("64:ff9b::/96", "NAT64"),
    ("64:ff9b:1::/48", "NAT64"),
    ("100::/64", "discarded"),
    ("2001::/32", "Teredo"),
    ("2001::/23", "reserved"),
    ("2001:db8::/32", "for documentation"),
    ("2002::/16", "6to4"),
    ("3fff::/20", "for documentation"),
    ("fc00::/7", "private"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "site-local"),
    ("ff00::/8", "multicast"),
)
"""Blocks that are not open, the narrower before the wider."""

_NETWORKS: tuple[tuple[IPv4Network | IPv6Network, str], ...] = tuple((ip_network(b), k) for b, k in _KINDS)
_PUBLIC_V6 = IPv6Network("2000::/3")


def closed_kind(address: Address) -> str | None:
    """What an address that is not open to anybody is, such as ``private``; ``None`` for an open one."""
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return "of one network link"
    kinds = (kind for network, kind in _NETWORKS if address.version == network.version and address in network)
    kind = next(kinds, None)
    if kind is None and isinstance(address, IPv6Address) and address not in _PUBLIC_V6:
        return "reserved"
    return kind


def is_loopback(address: Address) -> bool:
    """Whether the address is this machine: 127.0.0.0/8 or ::1."""
    return closed_kind(address) == "loopback"


def parse_address(text: str) -> Address | None:
    """``text`` as an address in its one full form; ``None`` for all else, ``0x7f.1`` and ``127.1`` too."""
    try:
        return ip_address(text)
    except ValueError:
        return None

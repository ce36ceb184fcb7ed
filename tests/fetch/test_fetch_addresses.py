from __future__ import annotations

import ipaddress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from headwater.fetch.addresses import closed_kind, is_loopback, parse_address

OPEN = ["93.184.216.34", "8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"]


@pytest.mark.parametrize("text", OPEN)
def test_open_addresses_are_open(text: str) -> None:
    assert closed_kind(ipaddress.ip_address(text)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0.0.0.0", "unspecified"),  # noqa: S104 - nothing is bound to it
        ("10.255.255.255", "private"),
        ("100.64.0.1", "shared by a provider's customers"),
        ("100.127.255.254", "shared by a provider's customers"),
        ("127.255.255.254", "loopback"),
        ("169.254.169.254", "link-local"),
        ("172.31.255.255", "private"),
        ("192.0.2.1", "for documentation"),
        ("192.88.99.1", "6to4"),
        ("198.19.0.1", "for benchmarks"),
        ("224.0.0.251", "multicast"),
        ("255.255.255.255", "reserved"),
        ("168.63.129.16", "a cloud's own service"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("::127.0.0.1", "IPv4-compatible"),
        ("::ffff:93.184.216.34", "IPv4-mapped"),
        ("::ffff:0:93.184.216.34", "IPv4-translated"),
        ("64:ff9b::5db8:d822", "NAT64"),
        ("2001:0:4136:e378::", "Teredo"),
        ("2001:db8::1", "for documentation"),
        ("2002:7f00:1::", "6to4"),
        ("3fff::1", "for documentation"),
        ("fd00::1", "private"),
        ("fe80::1", "link-local"),
        ("fec0::1", "site-local"),
        ("ff02::1", "multicast"),
        ("4000::1", "reserved"),
        ("2606:4700::1111%eth0", "of one network link"),
    ],
)
def test_closed_addresses_are_named_for_what_they_are(text: str, kind: str) -> None:
    assert closed_kind(ipaddress.ip_address(text)) == kind


@given(st.ip_addresses())
@example(ipaddress.ip_address("192.168.1.1"))
@example(ipaddress.ip_address("fc00::"))
def test_nothing_is_open_that_the_standard_library_holds_closed(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    closed = not address.is_global or address.is_multicast or address.is_reserved
    assert closed_kind(address) is not None or not closed


def test_only_this_machine_is_loopback() -> None:
    assert is_loopback(ipaddress.ip_address("127.8.8.8"))
    assert is_loopback(ipaddress.ip_address("::1"))
    assert not is_loopback(ipaddress.ip_address("::ffff:127.0.0.1"))


@pytest.mark.parametrize("text", ["127.1", "0177.0.0.1", "2130706433", "1.2.3.4 ", "1.2.3", "x", ""])
def test_only_the_one_full_form_is_an_address(text: str) -> None:
    assert parse_address(text) is None

"""The guard's rule for addresses, and what it says of URLs in configuration files."""

from __future__ import annotations

import pytest

from crawler.guard import Policy, refuse_reason

CLOSED = (
    *("127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254"),
    *("100.64.0.1", "224.0.0.1", "239.255.255.255", "192.88.99.1", "192.0.0.9", "198.18.0.1", "198.51.100.1"),
    *("203.0.113.1", "240.0.0.1", "255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
    *("::127.0.0.1", "fe80::1", "fe80::1%lo", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "64:ff9b::7f00:1"),
    *("64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::", "2001::1", "2001:db8::1", "3fff::1"),
    *("100::1", "5f00::1", "4000::1"),
)
OPEN = ("8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808")


@pytest.mark.parametrize("address", CLOSED)
def test_closed_addresses(address: str) -> None:
    assert Policy().refusal(address, 443) is not None


@pytest.mark.parametrize("address", OPEN)
def test_open_addresses(address: str) -> None:
    assert Policy().refusal(address, 443) is None


@pytest.mark.parametrize("port", [0, 22, 25, 3306, 6379, 65535])
def test_ports_off_the_list(port: int) -> None:
    assert "allow_ports" in (Policy().refusal("8.8.8.8", port) or "")


def test_a_name_is_never_connected_to() -> None:
    assert "resolved" in (Policy().refusal("example.org", 80) or "")


def test_networks_of_the_operator_are_let_through_and_nothing_beside_them() -> None:
    policy = Policy.of(["10.1.0.0/16", "fd00::/8"], [80])
    assert policy.refusal("10.1.2.3", 80) is None
    assert policy.refusal("fd00::1", 80) is None
    assert policy.refusal("::ffff:10.1.2.3", 80) is None
    assert policy.refusal("10.2.2.3", 80) is not None
    assert policy.refusal("10.1.2.3", 81) is not None


def test_a_malformed_network_is_named() -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0\.1/8"):
        Policy.of(["10.0.0.1/8"])


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/visits?day=sunday#hours",
        "http://example.org:8080/",
        "https://münchen.example/",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/",
        "https://1.example.org/",
        "https://0x.example/",
    ],
)
def test_urls_that_may_be_watched(url: str) -> None:
    assert refuse_reason(url) is None


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("file:///etc/passwd", "scheme 'file'"),
        ("FILE:/etc/passwd", "scheme 'file'"),
        ("javascript:alert(1)", "scheme 'javascript'"),
        ("example.org/visits", "scheme ''"),
        ("https://user:secret@example.org/", "credentials"),
        ("https://user@example.org/", "credentials"),
        ("http://127.0.0.1:80\\@example.org/", "backslash"),
        ("http://example.org/\r\nHost: x", "control character"),
        ("http://example.org/a b", "space"),
        ("http://example.org/\u2028", "control character"),
        ("http://example.org/" + "a" * 2100, "2119 characters"),
        ("http://", "no host"),
        ("http://example.org:99999/", "valid"),
        ("http://[::1", "valid"),
        ("http://example.org:22/", "port 22"),
        ("http://127.1/", "allow_networks"),
        ("http://2130706433/", "allow_networks"),
        ("http://0x7f000001/", "allow_networks"),
        ("http://0177.0.0.1/", "allow_networks"),
        ("http://0/", "allow_networks"),
        ("http://99999999999/", "allow_networks"),
        ("http://①②⑦.0.0.1/", "allow_networks"),
        ("http://127。0。0。1/", "allow_networks"),
        ("http://localhost/", "allow_networks"),
        ("http://LOCALHOST./", "allow_networks"),
        ("http://a.localhost/", "allow_networks"),
        ("http://[::ffff:127.0.0.1]/", "allow_networks"),
        ("http://[fe80::1%25lo]/", "allow_networks"),
    ],
)
def test_urls_that_may_not(url: str, says: str) -> None:
    assert says in (refuse_reason(url) or "")


def test_what_the_operator_opened_may_be_watched() -> None:
    assert refuse_reason("http://127.0.0.1:9000/", allow_networks=["127.0.0.0/8"], allow_ports=[9000]) is None
    assert refuse_reason("http://127.0.0.1:9000/", allow_networks=["127.0.0.0/8"]) is not None

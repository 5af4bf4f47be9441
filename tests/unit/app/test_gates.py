"""Which hosts share a gate."""

from __future__ import annotations

import pytest

from monitors.gates import gate_of, platform_fault

PLATFORMS = ("*.vendor.com", "jail.example.org")


@pytest.mark.parametrize(
    ("host", "gate"),
    [
        ("county.vendor.com", "*.vendor.com"),
        ("a.b.vendor.com", "*.vendor.com"),
        ("vendor.com", "*.vendor.com"),
        ("othervendor.com", "othervendor.com"),
        ("jail.example.org", "jail.example.org"),
        ("x.jail.example.org", "x.jail.example.org"),
        ("127.0.0.1", "127.0.0.1"),
        ("", ""),
    ],
)
def test_a_host_has_one_gate(host: str, gate: str) -> None:
    assert gate_of(host, PLATFORMS) == gate


@pytest.mark.parametrize("wrong", ["", "*", "*.", "*.com*", "https://x.com", "Vendor.com", "x.com:80", "com", " x.com"])
def test_what_is_no_platform_is_refused(wrong: str) -> None:
    assert "is no platform" in platform_fault(wrong)


@pytest.mark.parametrize("right", PLATFORMS)
def test_what_is_a_platform(right: str) -> None:
    assert platform_fault(right) == ""

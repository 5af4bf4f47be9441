"""Gates: what only one run may ask at a time. A gate is a host, or all hosts of one platform (many counties keep their
pages on one hosting company's machines, and it is the company's machines that feel the load)."""

from __future__ import annotations

from collections.abc import Iterable


def gate_of(host: str, platforms: Iterable[str]) -> str:
    """The gate of a host: the first platform it belongs to, else the host itself.

    A platform is written "*.vendor.com" (every host below vendor.com, and vendor.com itself) or as one host's name.
    """
    for platform in platforms:
        name = platform.removeprefix("*.")
        if host == name or (name != platform and host.endswith(f".{name}")):
            return platform
    return host


def platform_fault(platform: str) -> str:
    """What is wrong with a platform as written in a configuration, "" where nothing is."""
    name = platform.removeprefix("*.")
    if not name or "*" in name or "/" in name or ":" in name or name != name.strip().lower() or "." not in name:
        return f'{platform!r} is no platform; write "*.vendor.com" for all hosts below vendor.com, in lower case'
    return ""

"""The address guard: which addresses this process may connect to, checked where the connection is made.

Checking a URL's host before the request leaves a gap: the name may resolve to something else a moment later (DNS
rebinding), a redirect may lead elsewhere, a library may read the URL differently. So the rule sits at
`reactor.connectTCP`, after name resolution, and there is no other way out of the crawler: HTTP, TLS, redirects, robots
files and the browser's proxy all end there. `refuse_reason` says the same early and in words, for configuration files.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

MAX_URL = 2048
PORTS = (80, 443, 8080, 8443)

# Not open to everybody although `ipaddress.is_global` of Python 3.11 says so: 6to4 relay anycast and IETF protocol
# assignments (RFC 6890).
CLOSED_V4 = tuple(ipaddress.IPv4Network(n) for n in ("192.88.99.0/24", "192.0.0.0/24"))
# Global unicast is 2000::/3; within it 6to4 (2002::/16) and the special block that holds Teredo embed other addresses.
OPEN_V6 = ipaddress.IPv6Network("2000::/3")
CLOSED_V6 = tuple(ipaddress.IPv6Network(n) for n in ("2002::/16", "2001::/23", "2001:db8::/32", "3fff::/20"))
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

# What inet_aton reads as an address although it does not look like one: 127.1, 2130706433, 0x7f000001, 0177.0.0.1.
_NUMERIC_HOST = re.compile(r"^(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}$", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")


class RefusedAddress(Exception):
    """A connection or URL that the guard does not allow; the message says why and what an operator can do."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be connected to: the open internet, plus these networks, on these ports only."""

    networks: tuple[Network, ...] = ()
    ports: frozenset[int] = frozenset(PORTS)

    @classmethod
    def of(cls, networks: Iterable[str] = (), ports: Iterable[int] = PORTS) -> Policy:
        """From CIDRs as the operator writes them. Raises ValueError that names a wrong one."""
        return _policy(tuple(networks), frozenset(ports))

    def refusal(self, host: str, port: int) -> str | None:
        """Why a connection to this IP literal and port is refused, or None."""
        try:
            address = _embedded(ipaddress.ip_address(host))
        except ValueError:
            return f"{host!r} is no IP address; names must be resolved before connecting"
        if not self._allows(address):
            return f"{host} is not an address on the open internet; add its network to allow_networks to permit it"
        if port not in self.ports:
            return f"port {port} is not one of {sorted(self.ports)}; add it to allow_ports to permit it"
        return None

    def _allows(self, address: Address) -> bool:
        if any(address in network for network in self.networks if network.version == address.version):
            return True
        return _is_open(address)


@lru_cache(maxsize=64)  # asked for every page, by the same few settings
def _policy(networks: tuple[str, ...], ports: frozenset[int]) -> Policy:
    return Policy(tuple(ipaddress.ip_network(network) for network in networks), ports)


def _embedded(address: Address) -> Address:
    """The IPv4 address that an IPv4-mapped or NAT64 address stands for, else the address itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _is_open(address: Address) -> bool:
    if address.is_multicast or not address.is_global:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return not address.is_reserved and not any(address in network for network in CLOSED_V4)
    return address in OPEN_V6 and not any(address in network for network in CLOSED_V6)


def refuse_reason(url: str, *, allow_networks: Iterable[str] = (), allow_ports: Iterable[int] = PORTS) -> str | None:
    """Why this URL may not be watched, in words for the operator, or None. Resolves no names.

    Refused: other schemes than http and https, user information, backslashes, control characters and spaces, more than
    2,048 characters, hosts that are (in any notation inet_aton knows) closed addresses, and ports that are not allowed.
    """
    return _shape_refusal(url) or _host_refusal(url, Policy.of(allow_networks, allow_ports))


def _shape_refusal(url: str) -> str | None:
    if len(url) > MAX_URL:
        return f"the URL has {len(url)} characters; at most {MAX_URL} are allowed"
    if _CONTROL.search(url):
        return "the URL contains a space or control character; write it percent-encoded"
    if "\\" in url:
        return "the URL contains a backslash, which programs read differently; use /"
    return None


def _host_refusal(url: str, policy: Policy) -> str | None:
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError as error:
        return f"not a valid URL: {error}"
    if parts.scheme not in ("http", "https"):
        return f"the scheme {parts.scheme!r} is not fetched; only http and https are"
    if "@" in parts.netloc:
        return "user name or password in the URL; credentials do not belong into a monitor"
    if not parts.hostname:
        return "the URL names no host"
    literal = host_literal(parts.hostname)
    if literal is not None:
        return policy.refusal(literal, port)
    if port not in policy.ports:
        return policy.refusal("192.0.32.8", port)
    return None


def host_literal(host: str) -> str | None:
    """The IP address a host stands for without asking DNS: inet_aton forms, other scripts, localhost; or None."""
    folded = unicodedata.normalize("NFKC", host).replace("\u3002", ".").strip("[]").rstrip(".").lower()
    if folded == "localhost" or folded.endswith(".localhost"):
        return "127.0.0.1"
    if _NUMERIC_HOST.match(folded):
        try:
            return socket.inet_ntoa(socket.inet_aton(folded))
        except OSError:
            return "0.0.0.0"  # noqa: S104 - looks numeric, is nothing: refused like the unspecified address
    try:
        return str(ipaddress.ip_address(folded.replace("%25", "%")))
    except ValueError:
        return None


class Guard:
    """The process-wide rule around a reactor's connect methods; closed addresses are denied until told otherwise."""

    def __init__(self) -> None:
        self.policy = Policy()
        self._users = 0
        self._guarded: Any = None

    def install(self, reactor: Any) -> None:
        """Wrap the reactor once. connectSSL ends in connectTCP; UNIX sockets and datagrams are not needed at all."""
        if self._guarded is reactor:
            return
        if self._guarded is not None:
            raise RuntimeError("the guard already watches another reactor")
        reactor.connectTCP = self._checked(reactor.connectTCP)
        reactor.connectSSL = self._checked(reactor.connectSSL)
        for name in ("connectUNIX", "connectUNIXDatagram", "listenUDP", "listenMulticast"):
            setattr(reactor, name, _closed(name))
        self._guarded = reactor

    @property
    def installed(self) -> bool:
        return self._guarded is not None

    def check(self, host: str, port: int) -> None:
        """Raise RefusedAddress unless the policy allows this IP literal and port."""
        reason = self.policy.refusal(host, port)
        if reason:
            raise RefusedAddress(reason)

    @contextmanager
    def applying(self, policy: Policy) -> Iterator[None]:
        """Let a crawl's own policy hold while it runs. Crawls at the same time must agree: it is one rule a process."""
        if self._users and policy != self.policy:
            raise RuntimeError("another crawl with different allow_networks or allow_ports is running in this process")
        self._users += 1
        self.policy = policy
        try:
            yield
        finally:
            self._users -= 1
            if not self._users:
                self.policy = Policy()

    def _checked(self, connect: Callable[..., Any]) -> Callable[..., Any]:
        def guarded_connect(host: str, port: int, *args: Any, **kwargs: Any) -> Any:
            self.check(host, port)
            return connect(host, port, *args, **kwargs)

        return guarded_connect


def _closed(name: str) -> Callable[..., Any]:
    def refuse(*_args: Any, **_kwargs: Any) -> Any:
        raise RefusedAddress(f"{name} is not used by this program")

    return refuse


GUARD = Guard()

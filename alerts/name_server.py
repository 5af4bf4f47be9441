"""What the name system says of a domain's mail: TXT and MX records, by dnspython, within a few seconds."""

from __future__ import annotations

from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import dns.exception
import dns.resolver
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.ANY.TXT import TXT

RESOLVER = Path("/etc/resolv.conf")


class NoAnswer(Exception):
    """The name server can't be asked, or does not know; the message says why."""


class NameServer:
    """place: ADDRESS or ADDRESS:PORT of the one to ask, [ADDRESS]:PORT for IPv6; "": the system's. Raises NoAnswer
    where there is none."""

    def __init__(self, place: str = "", seconds: float = 5.0, system: Path = RESOLVER) -> None:
        try:
            self._resolver = dns.resolver.Resolver(filename=str(system), configure=not place)
            if place:
                address, self._resolver.port = _address(place)
                self._resolver.nameservers = [address]
        except (dns.exception.DNSException, ValueError) as error:
            raise NoAnswer(f"no name server can be asked: {error}") from None
        self._resolver.lifetime = seconds

    def texts(self, name: str) -> list[str]:
        """The TXT records at a name, each put together from its pieces; an empty list where there is none."""
        records = [record for record in self._ask(name, "TXT") if isinstance(record, TXT)]
        return [b"".join(record.strings).decode("utf-8", "replace") for record in records]

    def takes_mail(self, domain: str) -> bool:
        """Whether mail to that domain has somewhere to go: an MX record that names a server, or an address."""
        servers = [record for record in self._ask(domain, "MX") if isinstance(record, MX)]
        if servers:
            return any(server.exchange.to_text() != "." for server in servers)
        return bool(self._ask(domain, "A") or self._ask(domain, "AAAA"))

    def _ask(self, name: str, kind: str) -> list[object]:
        try:
            return list(self._resolver.resolve(name, kind, search=False))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except (dns.exception.DNSException, OSError) as error:
            raise NoAnswer(f"the name server gives no answer: {error}") from None


def _address(place: str) -> tuple[str, int]:
    """Address and port. Raises ValueError."""
    with suppress(ValueError):
        return str(ip_address(place)), 53
    parts = urlsplit(f"//{place}")
    return str(ip_address(parts.hostname or "")), parts.port or 53

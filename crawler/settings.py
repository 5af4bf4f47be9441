"""What an operator may set about crawling, with defaults that are safe on the open web."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class CrawlSettings:
    """How pages are fetched.

    delay: pause from an answer to the next request to that host (AutoThrottle only lengthens it); timeout: until a
    response's headers are there; deadline: until its body is complete; the byte limits hold before and after
    unpacking; concurrent_hosts: requests under way at once, one a host. allow_networks: CIDRs the address guard
    lets through although they are not on the open internet; allow_ports: the only ports it connects to.
    """

    user_agent: str = "visitwatch/0.1"
    contact_url: str = ""
    delay: timedelta = timedelta(seconds=5)
    timeout: timedelta = timedelta(seconds=30)
    deadline: timedelta = timedelta(seconds=60)
    max_html_bytes: int = 10 * MIB
    max_pdf_bytes: int = 30 * MIB
    max_redirects: int = 5
    obey_robots: bool = True
    concurrent_hosts: int = 32
    allow_networks: tuple[str, ...] = ()
    allow_ports: tuple[int, ...] = (80, 443, 8080, 8443)
    chromium: str = "/usr/bin/chromium"
    autothrottle: bool = True
    log_level: str = "ERROR"

    @property
    def identity(self) -> str:
        """The User-Agent header: product, then where its operator can be reached."""
        return f"{self.user_agent} (+{self.contact_url})" if self.contact_url else self.user_agent

    @property
    def robots_token(self) -> str:
        """The product token that robots.txt groups are matched against (RFC 9309, section 2.2.1)."""
        return self.user_agent.split("/", 1)[0].strip().lower() or "visitwatch"

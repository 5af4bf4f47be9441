"""The address guard on the real path: a canary on loopback that must never hear anything."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.crawl import Visit, crawl
from crawler.guard import GUARD
from crawler.loop import NameResolver, install_resolver, reactor_loop, run
from crawler.settings import CrawlSettings
from monitors.records import Failed, FailureKind, Fetched
from tests.certificates import self_signed
from tests.integration.crawler.conftest import settings_for, visit_all
from tests.site import Reply, Site, redirect

# Literals and names for this machine and for what is not the open internet; {port} is the canary's.
CLOSED = [
    "http://127.0.0.1:{port}/",
    "http://127.1:{port}/",
    "http://127.0.2.1:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://[::1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[0:0:0:0:0:ffff:7f00:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[::]:{port}/",
    "http://[fe80::1%25lo]:{port}/",
    "http://[fc00::1]:{port}/",
    "http://[fec0::1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[2001:0:7f00:1::]:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST.:{port}/",
    "http://canary.localhost:{port}/",
    "http://10.0.0.1:{port}/",
    "http://172.16.0.1:{port}/",
    "http://192.168.0.1:{port}/",
    "http://169.254.169.254:{port}/latest/meta-data/",
    "http://100.64.0.1:{port}/",
    "http://224.0.0.1:{port}/",
    "http://192.88.99.1:{port}/",
    "http://198.18.0.1:{port}/",
    "http://203.0.113.1:{port}/",
    "http://240.0.0.1:{port}/",
    "http://255.255.255.255:{port}/",
    "http://127.0.0.1:{port}\\@example.org/",
    "http://example.org@127.0.0.1:{port}/",
    "http://①②⑦.0.0.1:{port}/",
    "http://127。0。0。1:{port}/",
    "http://8.8.8.8:22/",
    "https://127.0.0.1:{port}/",
    "file:///etc/passwd",
    "FILE:/etc/passwd",
    " file:///etc/passwd",
    "source:file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,hello",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/",
    "s3://bucket/key",
    "http://127.0.0.1:{port}/" + "a" * 10_000,
    "http://127.0.0.1:{port}/\r\nHost: x",
    "http://127.0.0.1:{port}/\0",
    "http://127.0.0.1\t:{port}/",
    "http:///x",
    "http://127.0.0.1:99999/",
    "",
]


def test_closed_addresses_are_refused_as_urls_of_monitors(site: Site, canary: Site) -> None:
    urls = [url.format(port=canary.port) for url in CLOSED]
    for visited in visit_all(*urls, settings=settings_for(site, canary)):
        assert isinstance(visited.outcome, Failed), visited
        assert visited.outcome.kind is FailureKind.REFUSED_ADDRESS, visited
        assert visited.outcome.message.startswith(visited.visit.url)
    assert canary.connections == 0


def test_closed_addresses_are_refused_as_targets_of_redirects(site: Site, canary: Site) -> None:
    targets = [url.format(port=canary.port) for url in CLOSED if "\r" not in url and "\0" not in url and url]
    for number, target in enumerate([*targets, f"//127.0.0.1:{canary.port}/", f"\\\\127.0.0.1:{canary.port}/"]):
        site[f"/{number}"] = Reply(status=302, headers={"Location": target.encode().decode("latin-1")})
    urls = [site.url(f"/{number}") for number in range(len(targets) + 2)]
    allowed = {FailureKind.REFUSED_ADDRESS, FailureKind.REDIRECTS, FailureKind.NOT_FOUND}
    for visited in visit_all(*urls, settings=settings_for(site, canary)):
        assert isinstance(visited.outcome, Failed), visited
        assert visited.outcome.kind in allowed, visited
    assert canary.connections == 0


class Names:
    """A resolver that answers from a table; a list of lists answers one lookup after the other."""

    def __init__(self, table: dict[str, list[list[str]]]) -> None:
        self.table = table
        self.asked: list[str] = []

    async def getaddrinfo(self, host: str, port: int, **_: Any) -> list[Any]:
        self.asked.append(host)
        if host not in self.table:
            return await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        answers = self.table[host]
        chosen = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))
            if ":" in address
            else (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in chosen
        ]


@pytest.fixture
def names() -> Iterator[Callable[[dict[str, list[list[str]]]], Names]]:
    loop = reactor_loop()

    def use(table: dict[str, list[list[str]]]) -> Names:
        chosen = Names(table)
        install_resolver(NameResolver(chosen.getaddrinfo))
        return chosen

    yield use
    install_resolver(NameResolver(loop.getaddrinfo))


NAMES = {
    "loopback.example": [["127.0.0.1"]],
    "v6.example": [["::1"]],
    "mapped.example": [["::ffff:127.0.0.1"]],
    "unspecified.example": [["0.0.0.0"]],
    "metadata.example": [["169.254.169.254"]],
    "both.example": [["127.0.0.1", "::1"]],
}


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_names_that_resolve_to_closed_addresses(
    site: Site, canary: Site, names: Callable[..., Names], scheme: str
) -> None:
    resolver = names(dict(NAMES))
    urls = [f"{scheme}://{name}:{canary.port}/" for name in NAMES]
    for visited in visit_all(*urls, settings=settings_for(site, canary)):
        assert isinstance(visited.outcome, Failed)
        assert visited.outcome.kind is FailureKind.REFUSED_ADDRESS, visited
    assert set(NAMES) <= set(resolver.asked)
    assert canary.connections == 0


def test_of_an_open_and_a_closed_address_only_the_open_one_is_connected(
    site: Site, names: Callable[..., Names]
) -> None:
    with Site(hosts=("127.0.0.1",), port=site.port) as canary:
        names({"mixed.example": [["127.0.0.1", "127.0.1.1"]]})
        site["/x"] = "open"
        (visited,) = visit_all(f"http://mixed.example:{site.port}/x", settings=settings_for(site))
        assert isinstance(visited.outcome, Fetched)
        assert canary.connections == 0


def test_a_name_that_turns_closed_between_two_connections(site: Site, names: Callable[..., Names]) -> None:
    """DNS rebinding: open for robots.txt, closed for the page, since each connection is new and checked anew."""
    with Site(hosts=("127.0.0.1",), port=site.port) as canary:
        resolver = names({"rebind.example": [["127.0.1.1"], ["127.0.0.1"]]})
        site["/robots.txt"] = Reply(raw=b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        canary["/x"] = "secret"
        (visited,) = visit_all(f"http://rebind.example:{site.port}/x", settings=settings_for(site))
        assert site.hits("/robots.txt") == 1
        assert resolver.asked.count("rebind.example") >= 2
        assert isinstance(visited.outcome, Failed)
        assert visited.outcome.kind is FailureKind.REFUSED_ADDRESS
        assert canary.connections == 0


def test_a_robots_file_that_redirects_to_a_closed_address(site: Site, canary: Site) -> None:
    site["/robots.txt"] = redirect(canary.url("/robots.txt"))
    site["/x"] = "page"
    (visited,) = visit_all(site.url("/x"), settings=settings_for(site, canary))
    assert isinstance(visited.outcome, Failed)
    assert visited.outcome.kind is FailureKind.REFUSED_ADDRESS
    assert canary.connections == 0


def test_tls_connections_pass_the_guard_as_well(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*self_signed(tmp_path, "127.0.0.1"))
    with Site(hosts=("127.0.0.1",), tls=context) as canary:
        (visited,) = visit_all(canary.url("/"), settings=settings_for(canary))
        assert isinstance(visited.outcome, Failed)
        assert visited.outcome.kind is FailureKind.REFUSED_ADDRESS
        assert canary.connections == 0


def test_items_of_listings_and_feeds_are_listed_but_never_fetched(site: Site, canary: Site) -> None:
    site["/list"] = f'<main><ul><li><a href="{canary.url("/x")}">A statement about visits</a></li></ul></main>'
    feed = f"<rss><channel><item><title>t</title><link>{canary.url('/x')}</link></item></channel></rss>"
    site["/feed"] = Reply(feed.encode(), media_type="application/rss+xml")
    listing, feeds = visit_all(
        Visit("l", site.url("/list"), spider="listing"),
        Visit("f", site.url("/feed"), spider="feed"),
        settings=settings_for(site, canary),
    )
    assert [item.url for item in (*listing.items, *feeds.items)] == [canary.url("/x")] * 2
    assert canary.connections == 0


def test_a_crawl_on_any_other_loop_than_the_guarded_one_is_refused(canary: Site, settings: CrawlSettings) -> None:
    with pytest.raises(RuntimeError, match="runs only under"):
        asyncio.run(crawl([Visit("1", canary.url("/"))], settings, pytest.fail))
    assert canary.connections == 0


def test_the_guard_stands_in_the_reactor_itself(canary: Site) -> None:
    """Whoever connects by the reactor meets it, whatever he forgot to check."""
    from twisted.internet import reactor
    from twisted.internet.protocol import ClientFactory

    reactor_loop()
    assert GUARD.installed
    for connect in (reactor.connectTCP, lambda h, p, f: reactor.connectSSL(h, p, f, None)):  # type: ignore[attr-defined]
        with pytest.raises(Exception, match="not an address on the open internet"):
            connect("127.0.0.1", canary.port, ClientFactory())
    with pytest.raises(Exception, match="not used"):
        reactor.connectUNIX("/tmp/x", ClientFactory())  # type: ignore[attr-defined]
    with pytest.raises(Exception, match="names must be resolved"):
        reactor.connectTCP("localhost", canary.port, ClientFactory())  # type: ignore[attr-defined]
    assert canary.connections == 0


def test_crawls_at_once_must_agree_on_what_is_open(site: Site, settings: CrawlSettings) -> None:
    site["/x"] = Reply(pieces=[b"a"] * 3, pause=0.1)

    async def two() -> None:
        other = settings_for(site, allow_networks=("127.0.0.0/8",))
        first = asyncio.ensure_future(crawl([Visit("1", site.url("/x"))], settings, lambda _: None))
        await asyncio.sleep(0)
        with pytest.raises(RuntimeError, match="another crawl"):
            await crawl([Visit("2", site.url("/x"))], other, lambda _: None)
        await first

    run(two)


def test_after_a_crawl_the_guard_is_closed_again(site: Site, settings: CrawlSettings) -> None:
    visit_all(site.url("/x"), settings=settings)
    assert GUARD.policy.refusal("127.0.1.1", site.port) is not None

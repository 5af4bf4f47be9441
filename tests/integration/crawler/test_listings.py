"""Listings and feeds through their spiders from a real server."""

from __future__ import annotations

import pytest

from crawler.crawl import Visit, Visited
from crawler.settings import CrawlSettings
from monitors.records import Failed, FailureKind, Fetched, NotModified
from tests.integration.crawler.conftest import visit_all
from tests.site import Reply, Site, redirect

INDEX = """<html><body><nav><a href="/about-us-all">About us and them</a></nav><main><h1>Statements</h1><ul>
<li><a href="/statements/visits?utm_source=home">Statement on in-person visits</a>
<time datetime="2026-11-02">2 Nov</time></li>
<li><a href="/files/terms.pdf">Terms of use for video visits (PDF)</a> October 1, 2026</li></ul></main></body></html>"""

RSS = b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>
<item><title>Visits return &amp;amp; fees fall</title><link>https://example.org/b</link><guid>tag:example.org,2026:2</guid>
<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;From &lt;b&gt;May&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>First</title><link>https://example.org/a?utm_medium=rss</link></item>
</channel></rss>"""


def _one(site: Site, settings: CrawlSettings, spider: str, path: str = "/x") -> Visited:
    (visited,) = visit_all(Visit("1", site.url(path), spider=spider), settings=settings)
    return visited


def _kind(visited: Visited) -> FailureKind:
    assert isinstance(visited.outcome, Failed), visited
    assert visited.items == ()
    return visited.outcome.kind


def test_a_listing_says_its_entries(site: Site, settings: CrawlSettings) -> None:
    site["/x"] = INDEX
    visited = _one(site, settings, "listing")
    assert isinstance(visited.outcome, Fetched)
    host = f"127.0.1.1:{site.port}"
    assert [(item.key, item.url, item.title, item.published) for item in visited.items] == [
        (
            f"{host}/statements/visits",
            f"http://{host}/statements/visits",
            "Statement on in-person visits",
            "2026-11-02",
        ),
        (
            f"{host}/files/terms.pdf",
            f"http://{host}/files/terms.pdf",
            "Terms of use for video visits (PDF)",
            "2026-10-01",
        ),
    ]


def test_links_of_a_listing_are_read_against_where_it_was_found(site: Site, settings: CrawlSettings) -> None:
    site["/x"] = redirect("/news/index.html", 301)
    site["/news/index.html"] = '<main><a href="one.html">A first statement</a></main>'
    visited = _one(site, settings, "listing")
    assert [item.url for item in visited.items] == [site.url("/news/one.html")]


def test_an_unchanged_listing_lists_nothing_anew(site: Site, settings: CrawlSettings) -> None:
    site["/x"] = Reply(INDEX.encode(), etag='"1"')
    (visited,) = visit_all(Visit("1", site.url("/x"), spider="listing", etag='"1"'), settings=settings)
    assert isinstance(visited.outcome, NotModified)
    assert visited.items == ()


@pytest.mark.parametrize(
    ("body", "media"),
    [(b"%PDF-1.4 x", "application/pdf"), (b"%PDF-1.4 x", "text/html"), (RSS, "application/rss+xml")],
)
def test_a_listing_that_is_none(site: Site, settings: CrawlSettings, body: bytes, media: str) -> None:
    site["/x"] = Reply(body, media_type=media)
    assert _kind(_one(site, settings, "listing")) is FailureKind.MEDIA_TYPE


def test_a_listing_nested_to_exhaust_the_parser_is_refused(site: Site, settings: CrawlSettings) -> None:
    site["/x"] = "<div>" * 100_000 + '<a href="/a">A statement here</a>'
    assert _kind(_one(site, settings, "listing")) is FailureKind.OTHER


def test_a_feed_says_its_items(site: Site, settings: CrawlSettings) -> None:
    site["/x"] = Reply(RSS, media_type="application/rss+xml")
    visited = _one(site, settings, "feed")
    assert isinstance(visited.outcome, Fetched)
    first, second = visited.items
    assert (first.key, first.url, first.title) == (
        "tag:example.org,2026:2",
        "https://example.org/b",
        "Visits return & fees fall",
    )
    assert (first.published, first.summary) == ("2026-11-02T10:00:00+00:00", "From May .")
    assert (second.key, second.url) == ("example.org/a", "https://example.org/a")
    assert "application/rss+xml" in site.requests("/x")[0].headers["accept"]


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>Our feed has moved</body></html>",
        b"/etc/passwd",
        b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
        b"<rss><channel>" + b"<a></a>" * 300_000 + b"</channel></rss>",
        b"<rss><channel>" + b"<a>" * 20_000,
    ],
)
def test_a_feed_that_is_none_or_a_bomb(site: Site, settings: CrawlSettings, body: bytes) -> None:
    site["/x"] = Reply(body, media_type="application/xml")
    assert _kind(_one(site, settings, "feed")) is FailureKind.BAD_FEED

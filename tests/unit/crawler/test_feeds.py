"""Feeds as bytes."""

from __future__ import annotations

import pytest

from crawler.failures import FetchError
from crawler.feeds import MAX_ITEMS, feed_items, feed_links

URL = "https://example.org/feed/"
RSS = '<?xml version="1.0" encoding="{}"?><rss version="2.0"><channel><title>t</title>{}</channel></rss>'


def rss(*items: str, encoding: str = "utf-8") -> bytes:
    return RSS.format(encoding, "".join(items)).encode(encoding)


def item(number: int = 1) -> str:
    return f"<item><title>Öffnung {number}</title><link>/s/{number}</link><guid>id-{number}</guid></item>"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_encodings(encoding: str) -> None:
    (found,) = feed_items(rss(item(), encoding=encoding), "text/xml", URL)
    assert (found.key, found.url, found.title) == ("id-1", "https://example.org/s/1", "Öffnung 1")


def test_atom_with_relative_links_and_html_titles() -> None:
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>urn:1</id>
      <title type="html">Visits &amp;lt;br&amp;gt; &lt;b&gt;return&lt;/b&gt;</title><link href="../x"/>
      <updated>2026-01-01T00:00:00+01:00</updated><content type="html">long</content></entry></feed>"""
    (found,) = feed_items(body, "application/atom+xml", URL)
    assert found.url == "https://example.org/x"
    assert found.title == "Visits <br> return"
    assert found.published == "2025-12-31T23:00:00+00:00"


def test_items_without_a_guid_are_known_by_their_link_and_those_without_both_left_out() -> None:
    body = rss(
        "<item><title>a</title><link>https://x.org/a?utm_source=f</link></item>", "<item><title>b</title></item>"
    )
    assert [found.key for found in feed_items(body, "", URL)] == ["x.org/a"]


def test_dangerous_links_are_left_out() -> None:
    body = rss(*(f"<item><title>x</title><link>{link}</link></item>" for link in ("javascript:alert(1)", "file:///x")))
    assert feed_items(body, "", URL) == ()


def test_a_long_feed_is_read_to_its_newest_items() -> None:
    found = feed_items(rss(*(item(n) for n in range(MAX_ITEMS * 20))), "", URL)
    assert [entry.key for entry in found] == [f"id-{n}" for n in range(MAX_ITEMS)]


def test_a_feed_that_breaks_off_loses_its_last_item_rather_than_its_guid() -> None:
    whole = rss(item(1), item(2))
    broken = whole[: whole.index(b"<guid>id-2")]
    assert [entry.key for entry in feed_items(broken, "", URL)] == ["id-1"]


def test_one_guid_twice_is_one_item() -> None:
    assert len(feed_items(rss(item(1), item(1)), "", URL)) == 1


def test_an_empty_feed_is_a_feed() -> None:
    assert feed_items(rss(), "", URL) == ()


@pytest.mark.parametrize("body", [b"", b"hello", b"<html><p>x", b"\x00\xff\xfe", b"{}"])
def test_what_is_no_feed(body: bytes) -> None:
    with pytest.raises(FetchError, match="neither RSS nor Atom"):
        feed_items(body, "", URL)


def test_feeds_a_page_offers() -> None:
    html = """<link rel="alternate" type="application/rss+xml" title="News &raquo; Feed" href="/feed/">
      <link rel="alternate" type="application/rss+xml" title="again" href="/feed/">
      <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="https://x.org/atom">
      <link rel="alternate" hreflang="es" href="/es/"><link rel="stylesheet" type="application/rss+xml" href="/no">
      <link rel="alternate" type="application/rss+xml" href="javascript:x">"""
    found = feed_links(html, "https://example.org/")
    assert [(link.url, link.title) for link in found] == [
        ("https://example.org/feed/", "News » Feed"),
        ("https://x.org/atom", ""),
    ]

"""Pages through the real spider from a real server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import brotli
import pytest

from crawler.crawl import Visit, crawl
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.records import Failed, FailureKind, Fetched, NotModified, Outcome
from tests.integration.crawler.conftest import settings_for, visit_all
from tests.site import Reply, Site, redirect

Fetch = Callable[..., list[Outcome]]


def test_a_page_arrives_with_its_headers_and_body(site: Site, fetch: Fetch) -> None:
    site["/rules"] = Reply(b"<p>Visits on Sundays", headers={"X-Served-By": "test"}, etag='"v1"')
    before = datetime.now(UTC)
    (page,) = fetch(site.url("/rules"))
    assert isinstance(page, Fetched)
    assert (page.status, page.body, page.url) == (200, b"<p>Visits on Sundays", site.url("/rules"))
    assert page.header("Etag") == '"v1"'
    assert page.header("x-served-by") == "test"
    assert before <= page.at <= datetime.now(UTC)


def test_we_say_who_we_are_and_carry_no_cookies_or_referrer(site: Site, fetch: Fetch) -> None:
    site["/a"] = Reply(b"a", headers={"Set-Cookie": "sid=1"})
    site["/b"] = redirect("/a")
    fetch(site.url("/a"), site.url("/b"))
    for seen in site.seen:
        assert seen.headers["user-agent"] == "visitwatch/0.1 (+https://example.org/bot)"
        assert "cookie" not in seen.headers
        assert "referer" not in seen.headers


def test_a_page_is_asked_for_conditionally_and_304_is_an_outcome_of_its_own(site: Site, fetch: Fetch) -> None:
    modified = "Tue, 03 Nov 2026 10:00:00 GMT"
    site["/etag"] = Reply(b"x", etag='"v1"')
    site["/date"] = Reply(b"x", last_modified=modified)
    outcomes = fetch(
        Visit("1", site.url("/etag"), etag='"v1"'),
        Visit("2", site.url("/etag"), etag='"v0"'),
        Visit("3", site.url("/date"), last_modified=modified),
    )
    assert [type(outcome) for outcome in outcomes] == [NotModified, Fetched, NotModified]
    assert site.requests("/etag")[0].headers["if-none-match"] == '"v1"'


def test_validators_survive_a_redirect(site: Site, fetch: Fetch) -> None:
    site["/old"] = redirect("/new", 301)
    site["/new"] = Reply(b"x", etag='"v1"')
    (outcome,) = fetch(Visit("1", site.url("/old"), etag='"v1"'))
    assert isinstance(outcome, NotModified)
    assert outcome.url == site.url("/new")


def test_an_unasked_304_is_a_failure(site: Site, fetch: Fetch) -> None:
    site["/x"] = Reply(status=304)
    (outcome,) = fetch(site.url("/x"))
    assert isinstance(outcome, Failed)


def test_redirects_are_followed_and_stay_visible(site: Site, fetch: Fetch) -> None:
    site["/a"] = redirect("/b")
    site["/b"] = redirect(site.url("/c", host="127.0.1.2"), 301)
    site["/c"] = "moved house"
    (page,) = fetch(site.url("/a"))
    assert isinstance(page, Fetched)
    assert page.url == site.url("/c", host="127.0.1.2")
    assert page.redirects == (site.url("/a"), site.url("/b"))


def test_two_visits_of_one_url_are_both_answered(site: Site, fetch: Fetch) -> None:
    site["/a"] = "a"
    outcomes = fetch(Visit("1", site.url("/a")), Visit("2", site.url("/a")))
    assert [type(outcome) for outcome in outcomes] == [Fetched, Fetched]
    assert site.hits("/a") == 2


def test_a_meta_refresh_is_followed_within_the_site_only(site: Site, canary: Site) -> None:
    refresh = '<meta http-equiv="refresh" content="0; url={}">moved'
    site["/near"] = refresh.format("/target")
    site["/reload"] = refresh.format("/reload")
    site["/slow"] = '<meta http-equiv="refresh" content="300; url=/target">roster'
    site["/far"] = refresh.format(site.url("/target", host="127.0.1.2"))
    site["/closed"] = refresh.format(canary.url("/"))
    site["/target"] = "here"
    near, reload, slow, far, closed = visit_all(
        *(site.url(path) for path in ("/near", "/reload", "/slow", "/far", "/closed")),
        settings=settings_for(site, canary),
    )
    assert isinstance(near.outcome, Fetched)
    assert near.outcome.body == b"here"
    assert near.outcome.redirects == (site.url("/near"),)
    for stayed in (reload, slow, far, closed):
        assert isinstance(stayed.outcome, Fetched)
        assert stayed.outcome.redirects == ()
    assert canary.seen == []


@pytest.mark.parametrize("packed", ["gzip", "deflate", "br", "zstd"])
def test_packed_pages_are_unpacked(site: Site, fetch: Fetch, packed: str) -> None:
    import gzip
    import zlib

    import zstandard

    body = b"<p>" + b"visits " * 20_000
    ways = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstandard.compress}
    site["/p"] = Reply(ways[packed](body), headers={"Content-Encoding": packed})
    (page,) = fetch(site.url("/p"))
    assert isinstance(page, Fetched)
    assert page.body == body


def test_a_chunked_page_arrives_whole(site: Site, fetch: Fetch) -> None:
    site["/c"] = Reply(pieces=[b"one ", b"two ", b"three"])
    (page,) = fetch(site.url("/c"))
    assert isinstance(page, Fetched)
    assert page.body == b"one two three"


def test_allowed_media_are_fetched_where_asked_for(site: Site, fetch: Fetch) -> None:
    site["/i"] = Reply(b"\x89PNG\r\n\x1a\nrest", media_type="image/png")
    plain, wanted = fetch(site.url("/i"), Visit("w", site.url("/i"), allow_media=("image/png",)))
    assert isinstance(plain, Failed)
    assert plain.kind is FailureKind.MEDIA_TYPE
    assert isinstance(wanted, Fetched)


def test_milliseconds_count_the_fetch_and_not_the_wait_before_it(site: Site) -> None:
    site["/a"] = "a"
    first, second = visit_all(
        site.url("/a"), site.url("/a"), settings=settings_for(site, delay=timedelta(seconds=0.4), obey_robots=False)
    )
    assert first.milliseconds < 400
    assert second.milliseconds < 400


def test_hosts_take_turns_and_one_host_gets_one_request_at_a_time(site: Site) -> None:
    busy = {"now": 0, "most": 0}

    def page(_seen: object) -> Reply:
        busy["now"] += 1
        busy["most"] = max(busy["most"], busy["now"])

        def pieces() -> object:
            yield b"x"
            yield b"y"
            busy["now"] -= 1

        return Reply(pieces=pieces(), pause=0.03)  # type: ignore[arg-type]

    site["/p"] = page
    urls = [site.url(f"/p?{n}") for n in range(5)]
    visit_all(*urls, settings=settings_for(site, autothrottle=False))
    assert site.hits("/robots.txt") == 1
    assert busy["most"] == 1


def test_an_unknown_spider_is_a_mistake_of_the_caller(site: Site, settings: CrawlSettings) -> None:
    with pytest.raises(ValueError, match="unknown spider 'rss'"):
        run(lambda: crawl([Visit("1", site.url("/"), spider="rss")], settings, lambda _: None))


def test_what_the_receiver_raises_stops_the_crawl_and_is_raised(site: Site, settings: CrawlSettings) -> None:
    site["/a"] = "a"
    calls = []

    def broken(visited: object) -> None:
        calls.append(visited)
        raise OSError("disk full")

    visits = [Visit(str(n), site.url("/a")) for n in range(20)]
    with pytest.raises(OSError, match="disk full"):
        run(lambda: crawl(visits, replace(settings, delay=timedelta(seconds=30), obey_robots=False), broken))
    assert len(calls) == 1

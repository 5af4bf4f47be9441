"""Every way a visit can fail, from a server that really does it: a value with its kind and a message for people."""

from __future__ import annotations

import gzip
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import brotli
import psutil
import pytest
import zstandard

from crawler.crawl import Visit
from crawler.settings import MIB
from monitors.records import Failed, FailureKind, Fetched, Outcome
from tests.certificates import self_signed
from tests.integration.crawler.conftest import settings_for, visit_all
from tests.site import Reply, Site, redirect

Fetch = Callable[..., list[Outcome]]


def failure(outcome: Outcome) -> Failed:
    assert isinstance(outcome, Failed), outcome
    return outcome


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, FailureKind.HTTP_CLIENT),
        (401, FailureKind.HTTP_CLIENT),
        (403, FailureKind.HTTP_CLIENT),
        (404, FailureKind.NOT_FOUND),
        (410, FailureKind.NOT_FOUND),
        (418, FailureKind.HTTP_CLIENT),
        (429, FailureKind.RATE_LIMITED),
        (451, FailureKind.HTTP_CLIENT),
        (500, FailureKind.HTTP_SERVER),
        (502, FailureKind.HTTP_SERVER),
        (503, FailureKind.HTTP_SERVER),
        (599, FailureKind.HTTP_SERVER),
        (206, FailureKind.HTTP_SERVER),
        (300, FailureKind.REDIRECTS),
    ],
)
def test_a_status_has_its_kind(site: Site, fetch: Fetch, status: int, kind: FailureKind) -> None:
    site["/x"] = Reply(b"<h1>sorry", status=status)
    failed = failure(fetch(site.url("/x"))[0])
    assert (failed.kind, failed.status) == (kind, status)
    assert site.url("/x") in failed.message
    assert str(status) in failed.message
    assert site.hits("/x") == 1


@pytest.mark.parametrize("body", [b"", b"   \r\n\t "])
def test_an_empty_page_is_no_page(site: Site, fetch: Fetch, body: bytes) -> None:
    site["/x"] = Reply(body)
    assert failure(fetch(site.url("/x"))[0]).kind is FailureKind.EMPTY


def test_204_is_no_page(site: Site, fetch: Fetch) -> None:
    site["/x"] = Reply(status=204)
    assert failure(fetch(site.url("/x"))[0]).kind is FailureKind.EMPTY


@pytest.mark.parametrize("media", ["image/png", "video/mp4", "audio/mpeg", "application/zip", "font/woff2"])
def test_a_type_without_text_is_refused_before_its_body(site: Site, fetch: Fetch, media: str) -> None:
    site["/x"] = Reply(pieces=[b"x" * 1000] * 1000, pause=0.05, media_type=media)
    failed = failure(fetch(site.url("/x"))[0])
    assert failed.kind is FailureKind.MEDIA_TYPE
    assert media in failed.message


@pytest.mark.parametrize(
    "body", [b"\x89PNG\r\n\x1a\n123", b"\xff\xd8\xff\xe0123", b"\x7fELF123", b"\0\0\0\x18ftypmp42", b"RIFF1234WEBPVP8"]
)
def test_an_image_served_as_html_is_seen_through(site: Site, fetch: Fetch, body: bytes) -> None:
    site["/x"] = Reply(body)
    assert failure(fetch(site.url("/x"))[0]).kind is FailureKind.MEDIA_TYPE


def test_a_name_that_does_not_exist(site: Site) -> None:
    (visited,) = visit_all("http://no-such-host.invalid/x", settings=settings_for(site, allow_ports=(80,)))
    failed = failure(visited.outcome)
    assert failed.kind is FailureKind.DNS
    assert "http://no-such-host.invalid/x" in failed.message


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.1.1", 0))
        yield probe.getsockname()[1]


def test_a_refused_connection(site: Site, closed_port: int) -> None:
    (visited,) = visit_all(f"http://127.0.1.1:{closed_port}/", settings=settings_for(site, allow_ports=(closed_port,)))
    assert failure(visited.outcome).kind is FailureKind.CONNECT


def test_an_answer_that_is_not_http(site: Site, fetch: Fetch) -> None:
    site["/x"] = Reply(raw=b"SSH-2.0-OpenSSH_9.2\r\n")
    assert failure(fetch(site.url("/x"))[0]).kind is FailureKind.CONNECT


def test_a_connection_closed_without_an_answer_is_tried_once_more(site: Site, fetch: Fetch) -> None:
    site["/x"] = [Reply(raw=b""), Reply(b"back again")]
    site["/y"] = Reply(raw=b"")
    back, gone = fetch(site.url("/x"), site.url("/y"))
    assert isinstance(back, Fetched)
    assert failure(gone).kind is FailureKind.CONNECT
    assert site.hits("/y") == 2


def test_a_host_that_never_answers_is_given_up_for_this_crawl(site: Site, fetch: Fetch) -> None:
    site["/x"] = Reply(raw=b"")
    site["/y"] = "text"
    urls = [site.url(f"/x?{number}") for number in range(30)]
    *outcomes, elsewhere = fetch(*urls, site.url("/y", host="127.0.1.2"))
    assert {failure(outcome).kind for outcome in outcomes} == {FailureKind.CONNECT}
    assert "not asked again" in failure(outcomes[-1]).message
    assert len([seen for seen in site.seen if seen.path.startswith("/x")]) == 6
    assert isinstance(elsewhere, Fetched)


def test_half_a_page_is_no_page(site: Site, fetch: Fetch) -> None:
    site["/x"] = Reply(b"y" * 10_000, cut=5_000)
    failed = failure(fetch(site.url("/x"))[0])
    assert failed.kind is FailureKind.CONNECT
    assert "complete" in failed.message


def test_a_silent_host_runs_into_the_timeout(site: Site) -> None:
    site["/x"] = Reply(silent=True)
    (visited,) = visit_all(site.url("/x"), settings=settings_for(site, timeout=timedelta(seconds=2)))
    failed = failure(visited.outcome)
    assert failed.kind is FailureKind.TIMEOUT
    assert "no answer within 2 s" in failed.message
    assert site.hits("/x") == 1


def test_a_page_that_drips_for_ever_runs_into_the_deadline(site: Site) -> None:
    site["/x"] = Reply(pieces=(b"a" for _ in range(10_000)), pause=0.05)
    limits = settings_for(site, timeout=timedelta(seconds=2), deadline=timedelta(seconds=3))
    (visited,) = visit_all(site.url("/x"), settings=limits)
    failed = failure(visited.outcome)
    assert failed.kind is FailureKind.TIMEOUT
    assert "not complete after 3 s" in failed.message


def test_the_deadline_is_longer_than_the_timeout(site: Site) -> None:
    # The first byte has seconds to arrive, since a busy machine is not a silent host; the body takes longer than that.
    site["/x"] = Reply(pieces=[b"a"] * 8, pause=0.5)
    limits = settings_for(site, timeout=timedelta(seconds=3), deadline=timedelta(seconds=60))
    (visited,) = visit_all(site.url("/x"), settings=limits)
    assert isinstance(visited.outcome, Fetched)


def test_headers_that_drip_for_ever_run_into_the_timeout(site: Site) -> None:
    site["/x"] = Reply(raw=b"HTTP/1.1 200 OK\r\nX-A: b\r\n" * 1, pause=0.0)
    (visited,) = visit_all(site.url("/x"), settings=settings_for(site, timeout=timedelta(seconds=0.3)))
    assert failure(visited.outcome).kind in (FailureKind.CONNECT, FailureKind.TIMEOUT)


@pytest.mark.parametrize("raw", [b"X-A: " + b"b" * MIB, b"".join(b"X-%d: b\r\n" % n for n in range(10_000))])
def test_a_mass_of_headers_does_no_harm(site: Site, fetch: Fetch, raw: bytes) -> None:
    site["/x"] = Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n" + raw + b"\r\n\r\na")
    (outcome,) = fetch(site.url("/x"))
    assert isinstance(outcome, (Fetched, Failed))
    site["/y"] = "still here"
    assert isinstance(fetch(site.url("/y"))[0], Fetched)


def test_announced_and_unannounced_sizes_are_limited_by_type(site: Site) -> None:
    limits = settings_for(site, max_html_bytes=10_000, max_pdf_bytes=30_000)
    site["/html"] = Reply(b"<p>" + b"x" * 20_000)
    site["/pdf"] = Reply(b"%PDF-1.4" + b"x" * 20_000, media_type="application/pdf")
    site["/chunked"] = Reply(pieces=[b"x" * 5_000] * 50)
    site["/big.pdf"] = Reply(b"%PDF-1.4" + b"x" * 40_000, media_type="application/pdf")
    site["/lie"] = Reply(b"x", headers={"Content-Length": str(10**10)})
    html, pdf, chunked, big, lie = visit_all(
        *(site.url(path) for path in ("/html", "/pdf", "/chunked", "/big.pdf", "/lie")), settings=limits
    )
    assert isinstance(pdf.outcome, Fetched)
    for refused, key in ((html, "max_html"), (chunked, "max_html"), (big, "max_pdf"), (lie, "max_html")):
        assert failure(refused.outcome).kind is FailureKind.TOO_LARGE
        assert f"bytes that crawl.{key} allows" in failure(refused.outcome).message


def _bombs() -> dict[str, bytes]:
    zeros = b"\0" * (64 * MIB)
    once = gzip.compress(zeros, 9)
    return {
        "gzip": once,
        "deflate": zlib.compress(zeros, 9),
        "br": brotli.compress(zeros, quality=5),
        "zstd": zstandard.compress(zeros),
        "gzip, gzip": gzip.compress(once, 9),
    }


def test_bombs_are_stopped_at_the_limit(site: Site, fetch: Fetch) -> None:
    bombs = _bombs()
    for number, (encoding, body) in enumerate(bombs.items()):
        site[f"/{number}"] = Reply(body, headers={"Content-Encoding": encoding})
    before = psutil.Process().memory_info().rss
    outcomes = fetch(*(site.url(f"/{number}") for number in range(len(bombs))))
    grown = psutil.Process().memory_info().rss - before
    assert [failure(outcome).kind for outcome in outcomes] == [FailureKind.TOO_LARGE] * len(bombs)
    assert grown < 50 * MIB


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_packing_cut_short_or_broken_is_no_page(site: Site, fetch: Fetch, encoding: str) -> None:
    body = b"<p>" + bytes(range(256)) * 400
    ways = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstandard.compress}
    whole = ways[encoding](body)
    site["/short"] = Reply(whole[: len(whole) // 2], headers={"Content-Encoding": encoding})
    site["/broken"] = Reply(b"not packed at all", headers={"Content-Encoding": encoding})
    for outcome in fetch(site.url("/short"), site.url("/broken")):
        assert failure(outcome).kind is FailureKind.CONTENT_ENCODING


def test_an_unknown_packing(site: Site, fetch: Fetch) -> None:
    site["/x"] = Reply(b"abc", headers={"Content-Encoding": "lzma"})
    failed = failure(fetch(site.url("/x"))[0])
    assert failed.kind is FailureKind.CONTENT_ENCODING
    assert "lzma" in failed.message


def test_rubbish_after_a_gzip_member_is_ignored_and_members_are_joined(site: Site, fetch: Fetch) -> None:
    site["/x"] = Reply(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0\0", headers={"Content-Encoding": "gzip"})
    (page,) = fetch(site.url("/x"))
    assert isinstance(page, Fetched)
    assert page.body == b"one two"


def test_redirect_loops_and_long_chains_end(site: Site, fetch: Fetch) -> None:
    site["/loop"] = redirect("/loop")
    for number in range(21):
        site[f"/chain/{number}"] = redirect(f"/chain/{number + 1}")
    for outcome in fetch(site.url("/loop"), site.url("/chain/0")):
        assert failure(outcome).kind is FailureKind.REDIRECTS
        assert "too many redirects" in failure(outcome).message
    assert site.hits("/chain/5") == 1
    assert site.hits("/chain/6") == 0


@pytest.mark.parametrize("headers", [{}, {"Location": ""}])
def test_a_redirect_to_nowhere(site: Site, fetch: Fetch, headers: dict[str, str]) -> None:
    site["/x"] = Reply(b"moved", status=302, headers=headers)
    assert failure(fetch(site.url("/x"))[0]).kind is FailureKind.REDIRECTS


def test_a_certificate_nobody_signed_is_not_trusted(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*self_signed(tmp_path, "127.0.1.1"))
    with Site(hosts=("127.0.1.1",), tls=context) as site:
        site["/x"] = "secret"
        (visited,) = visit_all(site.url("/x"), settings=settings_for(site))
    failed = failure(visited.outcome)
    assert failed.kind is FailureKind.TLS
    assert "certificate" in failed.message.lower()
    assert site.seen == []


def test_retry_after_comes_back_as_a_value_and_the_host_is_left_alone(
    site: Site, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.engine.SHORTEST_DELAY", 0.0)  # as on a busy machine: Scrapy starts both in one go
    site["/seconds"] = Reply(b"slow down", status=429, headers={"Retry-After": "120"})
    site["/other"] = "fine"
    first, other, elsewhere = fetch(
        Visit("1", site.url("/seconds")), Visit("2", site.url("/other")), site.url("/other", host="127.0.1.2")
    )
    assert failure(first).kind is FailureKind.RATE_LIMITED
    assert failure(first).retry_after == timedelta(seconds=120)
    assert failure(other).kind is FailureKind.RATE_LIMITED
    assert isinstance(elsewhere, Fetched)
    assert site.hits("/seconds") == 1
    assert [seen.path for seen in site.requests("/other")] == ["/other"]


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("3600", timedelta(hours=1)),
        (format_datetime(datetime.now(UTC) + timedelta(days=9), usegmt=True), timedelta(hours=24)),
        (format_datetime(datetime.now(UTC) - timedelta(days=9), usegmt=True), timedelta(0)),
        ("soon", None),
    ],
    ids=("seconds", "a date far off", "a date gone by", "neither"),
)
def test_retry_after_of_a_503_in_both_forms(site: Site, fetch: Fetch, value: str, wait: timedelta | None) -> None:
    site["/x"] = Reply(b"maintenance", status=503, headers={"Retry-After": value})
    failed = failure(fetch(site.url("/x"))[0])
    assert failed.kind is FailureKind.HTTP_SERVER
    assert failed.retry_after == wait


def test_one_failure_does_not_touch_the_others(site: Site, fetch: Fetch) -> None:
    site["/good"] = "good"
    site["/bad"] = Reply(raw=b"\0\0\0")
    outcomes = fetch(*[site.url(path) for path in ("/good", "/bad", "/good", "/none", "/good")])
    assert [isinstance(outcome, Fetched) for outcome in outcomes] == [True, False, True, False, True]

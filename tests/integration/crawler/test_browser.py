"""Pages fetched by Debian's Chromium, behind the guard."""

from __future__ import annotations

import asyncio
import ssl
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.crawl import Visit, Visited, crawl
from crawler.loop import run
from monitors.records import Failed, FailureKind, Fetched, Outcome
from tests.certificates import self_signed
from tests.integration.crawler.conftest import settings_for, visit_all
from tests.site import Reply, Site, redirect


def browse(site: Site, *urls: str, **changes: Any) -> list[Outcome]:
    visits = [Visit(str(number), url, browser=True) for number, url in enumerate(urls)]
    return [visited.outcome for visited in visit_all(*visits, settings=settings_for(site, **changes))]


def kind(outcome: Outcome) -> FailureKind:
    assert isinstance(outcome, Failed), outcome
    return outcome.kind


SCRIPTED = """<html><body><p id="hours">loading</p><img src="/photo.png"><script>
fetch("/hours.json").then(r => r.json()).then(d => { document.getElementById("hours").textContent = d.text; });
</script></body></html>"""


@pytest.mark.browser
def test_a_page_is_read_after_its_scripts_ran(site: Site) -> None:
    site["/a"] = SCRIPTED
    site["/hours.json"] = Reply(b'{"text": "Visits on Sundays"}', media_type="application/json")
    site["/moved"] = redirect("/a")
    site["/robots.txt"] = "User-agent: *\nDisallow: /closed"
    site["/closed"] = "text"
    page, moved, gone, closed = browse(site, *(site.url(path) for path in ("/a", "/moved", "/none", "/closed")))
    assert isinstance(page, Fetched)
    assert b"Visits on Sundays" in page.body
    assert page.header("content-type").startswith("text/html")
    assert isinstance(moved, Fetched)
    assert (moved.url, moved.redirects) == (site.url("/a"), (site.url("/moved"),))
    assert kind(gone) is FailureKind.NOT_FOUND
    assert kind(closed) is FailureKind.ROBOTS
    assert site.hits("/photo.png") == 0
    assert "visitwatch/0.1 (+https://example.org/bot)" in site.requests("/a")[0].headers["user-agent"]


@pytest.mark.browser
def test_what_a_page_asks_for_passes_the_guard_too(site: Site, canary: Site) -> None:
    targets = [f"http://{host}:{canary.port}/" for host in ("127.0.0.1", "localhost", "[::1]", "127.1", "0.0.0.0")]
    fetches = "".join(f'fetch("{target}", {{mode: "no-cors"}}).catch(() => 0);' for target in targets)
    frames = "".join(f'<iframe src="{target}"></iframe><link rel="prefetch" href="{target}">' for target in targets)
    sockets = "".join(f'try {{ new WebSocket("ws{target[4:]}") }} catch (e) {{}};' for target in targets)
    site["/a"] = f"<p>own text</p>{frames}<script>{fetches}{sockets}</script>"
    hops = [targets[0], targets[1], "file:///etc/passwd"]
    for number, target in enumerate(hops):
        site[f"/r{number}"] = redirect(target)
    site["/js"] = f'<p>leaving</p><script>location = "{targets[0]}"</script>'
    paths = ["/a", *(f"/r{number}" for number in range(len(hops))), "/js"]
    page, *redirected, script = browse(site, *(site.url(path) for path in paths), allow_ports=(site.port, canary.port))
    assert isinstance(page, Fetched)
    assert b"own text" in page.body
    assert b"secret" not in page.body
    for outcome in redirected[:-1]:
        assert kind(outcome) is FailureKind.REFUSED_ADDRESS
    assert kind(redirected[-1]) is not FailureKind.OTHER
    assert isinstance(script, Failed) or b"secret" not in getattr(script, "body", b"")
    assert canary.connections == 0


@pytest.mark.browser
def test_failures_of_the_browser_have_kinds(site: Site, tmp_path: Path) -> None:
    site["/silent"] = Reply(silent=True)
    site["/download"] = Reply(
        b"PK\x03\x04", headers={"Content-Disposition": "attachment"}, media_type="application/zip"
    )
    site["/large"] = "<p>" + "x" * 50_000
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*self_signed(tmp_path, "127.0.1.9"))
    with Site(hosts=("127.0.1.9",), tls=context) as secure:
        urls = [site.url("/silent"), site.url("/download"), site.url("/large"), secure.url("/x")]
        nowhere = f"http://no-such-host.invalid:{site.port}/"
        outcomes = browse(
            site,
            *urls,
            nowhere,
            allow_ports=(site.port, secure.port),
            deadline=timedelta(seconds=2),
            max_html_bytes=10_000,
            obey_robots=False,
        )
    assert [kind(outcome) for outcome in outcomes] == [
        FailureKind.TIMEOUT,
        FailureKind.MEDIA_TYPE,
        FailureKind.TOO_LARGE,
        FailureKind.TLS,
        FailureKind.DNS,
    ]


@pytest.mark.browser
def test_a_crawl_with_the_browser_can_be_stopped(site: Site) -> None:
    site["/silent"] = Reply(silent=True)
    visits = [Visit(str(number), site.url(f"/silent?{number}"), browser=True) for number in range(4)]

    async def stopped() -> list[Visited]:
        answered: list[Visited] = []
        settings = settings_for(site, obey_robots=False, deadline=timedelta(seconds=60))
        task = asyncio.ensure_future(crawl(visits, settings, answered.append))
        while not site.hits("/silent?0"):
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return answered

    assert [kind(visited.outcome) for visited in run(stopped)] == [FailureKind.INTERRUPTED] * 4


def test_without_chromium_the_visit_fails_and_says_what_to_install(site: Site) -> None:
    site["/a"] = "text"
    plain = Visit("plain", site.url("/a"))
    browsed = Visit("browser", site.url("/a"), browser=True)
    first, second = visit_all(plain, browsed, settings=settings_for(site, chromium="/nowhere/chromium"))
    assert isinstance(first.outcome, Fetched)
    assert kind(second.outcome) is FailureKind.OTHER
    assert isinstance(second.outcome, Failed)
    assert "/nowhere/chromium; apt-get install chromium" in second.outcome.message


def test_without_playwright_the_visit_fails_and_says_what_to_install(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.fetch.find_spec", lambda name: None)
    (visited,) = visit_all(Visit("b", site.url("/a"), browser=True), settings=settings_for(site))
    assert isinstance(visited.outcome, Failed)
    assert "pip install 'visitwatch[browser]'" in visited.outcome.message

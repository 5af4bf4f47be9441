"""Pages, feeds and addresses that mean harm, taken in by the real crawl and shown in a real Chromium: nothing runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from app.installation import installation
from storage import ChangeQuery
from tests.acceptance.installed import Installed
from tests.integration.web import shelf
from tests.site import Reply, Site
from web.application import create_app

pytestmark = pytest.mark.browser

# What a page may say; control characters can't be written into one.
SAID = [words for words in shelf.HOSTILE if not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in words)]
RUNS = """<script>alert('raw')</script><img src=x onerror=alert('image')><svg onload=alert('svg')></svg>
<a href="javascript:alert('link')">javascript link</a><a href="JaVa&#10;ScRiPt:alert('folded')">folded link</a>
<a href="&#1;javascript:alert('marked')">marked link</a><style>body{position:fixed}</style>
<iframe srcdoc="<script>alert('frame')</script>"></iframe><base href="//evil.test/">"""


def page(rules: str) -> str:
    said = "".join(f"<p>Visitors: {escape(words)}</p>" for words in SAID)
    title = escape(" ".join(SAID))
    main = f"<main><h1>Visiting</h1><p>{rules}</p>{said}{RUNS}</main>"
    return f"<html><head><title>{title}</title></head><body>{main}</body></html>"


def feed(*titles: str, item: str) -> Reply:
    """Each title with an address that would run, and with one that can be watched."""
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><guid>{number}-{at}</guid>"
        f"<description>{escape(RUNS)}</description></item>"
        for number, title in enumerate(titles)
        for at, link in enumerate(
            ("javascript:alert('item')", "data:text/html,<script>alert(1)</script>", f"{item}{number}")
        )
    )
    body = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{escape(shelf.SCRIPT)}</title>{items}</channel></rss>'
    )
    return Reply(body.encode(), media_type="application/rss+xml")


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    here = Installed(tmp_path_factory.mktemp("hostile"))
    with Site() as site:
        site["/rules"] = page("In-person visits are on Mondays and cost nothing. " * 3)
        for number in range(4):
            site[f"/item{number}"] = page("Statement: in-person visits end. ")
        site["/news"] = feed("First", item=site.url("/item"))
        title = json.dumps(shelf.SCRIPT)
        feed_of = f'[[monitor]]\nid = "news"\nsource = "alder"\nurl = "{site.url("/news")}"\nspider = "feed"\n'
        here.configure(site, [("rules", "/rules")], more=f"{feed_of}title = {title}\n")
        here.check()
        ended = 'In-person visits have ended; all visits are by video for $12, "><svg onload=alert(3)>\u202e. '
        site["/rules"] = page(escape(ended) * 3)
        site["/news"] = feed("First", *SAID[:3], item=site.url("/item"))
        counts = here.check()
        assert counts["changed"] == 2, "the rules, and the feed with its new items"
        here.check()  # the items' own pages
        yield here


def test_nothing_that_was_crawled_runs(chromium: Browser, crawled: Installed) -> None:
    happened: list[str] = []
    with installation(crawled.folder / "config.toml", synchronise=False) as opened:
        store = opened.store
        found = store.changes(ChangeQuery(limit=50))
        assert any(row.change.reading.relevant for row in found)
        paths = [
            "/",
            "/changes?every=1",
            "/search?q=visits",
            "/search?q=script",
            "/monitors",
            "/sources/alder",
            "/status",
        ]
        for row in found:
            at = f"/changes/{row.change.id}"
            paths += [at, f"{at}?view=side", f"{at}/evidence"]
        for monitor in store.monitors():
            paths.append(f"/monitors/{monitor.id}")
            paths += [f"/versions/{version.id}" for version in store.versions(monitor.id)]
        app = create_app(store, base_url="http://127.0.0.1", clock=lambda: shelf.NOW)
        with shelf.served(app) as client:
            address = str(client.base_url).rstrip("/")
            context = chromium.new_context()
            tab = context.new_page()
            tab.on("dialog", lambda dialog: happened.append(f"dialog {dialog.message}"))
            tab.on("pageerror", lambda error: happened.append(f"script {error}"))
            tab.on("console", lambda line: happened.append(f"console {line.text}"))
            tab.on(
                "request", lambda one: None if one.url.startswith(address) else happened.append(f"request {one.url}")
            )
            shown = ""
            for path in paths:
                tab.goto(address + path)
                tab.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
                assert (
                    tab.locator("main :is(img, iframe, base, style, script, [style], [onload], [onerror])").count() == 0
                )
                assert tab.locator('a[href^="javascript" i], a[href^="data" i]').count() == 0, path
                shown += tab.inner_text("body")
            context.close()
            assert happened == []
            assert shelf.SCRIPT in shown and "{{7*7}}" in shown and "49" not in shown.split("{{7*7}}")[1][:3]
            atom = client.get("/feed.atom")
            assert ElementTree.fromstring(atom.content).tag.endswith("feed")
            assert client.get("/feed.json").json()["items"]


def test_a_terminal_shows_no_page_s_control_characters(crawled: Installed) -> None:
    said = crawled.run("changes", "show", "1")
    assert "\x1b" not in said and "\u202e" not in said
    assert "onload=alert(3)" in said

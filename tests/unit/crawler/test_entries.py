"""Entries of statement indexes in the markup that sites use."""

from __future__ import annotations

from time import process_time

from crawler.entries import MAX_ENTRIES, entries
from monitors.records import ListedItem

URL = "https://www.example.org/news/"


def rows(items: tuple[ListedItem, ...]) -> list[tuple[str, str, str]]:
    return [(item.key.removeprefix("example.org"), item.title, item.published) for item in items]


def test_articles_with_read_more_links() -> None:
    html = """<div id="content">
      <article><h2><a href="/2026/02/one/">Visits back</a></h2><time datetime="2026-02-03T10:00:00Z">Feb 3</time>
        <p>We are glad to say.</p><a href="/2026/02/one/">Read more</a></article>
      <article><h2>In-person visits end</h2><p>Posted 3 March 2026. From April on.</p>
        <a href="/2026/03/two">Continue reading »</a><a href="/tag/visits">visits</a></article></div>"""
    items = entries(html, URL)
    assert rows(items) == [
        ("/2026/02/one", "Visits back", "2026-02-03"),
        ("/2026/03/two", "In-person visits end", "2026-03-03"),
    ]
    assert "glad to say" in items[0].summary


def test_cards_that_are_one_link() -> None:
    html = """<main><div><a href="/s/1"><img alt="" src="x"><h3>New tablets arrive</h3><span>Jan. 9, 2025</span>
      <p>Some words.</p></a></div><div><a href="/s/2"><h3>Prices fall</h3><span>Jan. 10, 2025</span></a></div></main>"""
    items = entries(html, URL)
    assert rows(items) == [("/s/1", "New tablets arrive", "2025-01-09"), ("/s/2", "Prices fall", "2025-01-10")]
    assert items[0].summary == "Some words."


def test_a_table_of_documents() -> None:
    html = """<table><tr><th>Date</th><th>Title</th></tr>
      <tr><td>01/02/2025</td><td><a href="n1.pdf">Notice one of visits</a></td></tr>
      <tr><td>01/03/2025</td><td><a href="https://cdn.example.net/n2.pdf">Notice two of visits</a></td></tr></table>"""
    assert rows(entries(html, URL)) == [
        ("/news/n1.pdf", "Notice one of visits", "2025-01-02"),
        ("cdn.example.net/n2.pdf", "Notice two of visits", "2025-01-03"),
    ]


def test_furniture_is_left_out() -> None:
    html = """<body><header><a href="/about-the-county">About the county</a></header>
      <nav><a href="/jail-roster-page">Jail roster page</a></nav>
      <div class="breadcrumbs"><a href="/a-b">Some crumb</a></div>
      <main><p><a href="/one-entry">One real entry</a></p>
        <a href="?page=2">Older statements follow</a><a href="/news/page/2">More of the older ones</a>
        <a href="/category/jail-news">All of the jail news</a><a href="/author/staff-writer">By a staff writer</a>
        <a rel="tag" href="/x/visits-tag">Tagged with visits</a><a href="#top">Back to the very top</a>
        <a href="mailto:a@b.c">Write to the sheriff</a>
        <a href="https://www.facebook.com/sharer?u=x">Share on a network</a>
        <a href="/">Home of the county</a><a href="/news/">This very page again</a>
        <a href="/contact-us">Contact us about it</a>
      </main><aside><a href="/popular-post">A popular post today</a></aside>
      <footer><a href="/privacy">Privacy policy and terms</a></footer></body>"""
    assert rows(entries(html, URL)) == [("/one-entry", "One real entry", "")]


def test_an_entry_linked_twice_is_one_with_its_best_title() -> None:
    html = '<main><div><a href="/a?utm_source=x"><img src="i"></a><a href="/a">Visits by video end</a></div></main>'
    assert rows(entries(html, URL)) == [("/a", "Visits by video end", "")]


def test_links_without_words_of_their_own_need_a_heading() -> None:
    html = '<main><div><h3>Visits return</h3><a href="/a">More</a></div><div><a href="/b">More</a></div></main>'
    assert rows(entries(html, URL)) == [("/a", "Visits return", "")]


def test_base_href_counts() -> None:
    html = '<head><base href="https://cdn.example.com/x/"></head><body><a href="one">A first notice</a></body>'
    assert entries(html, URL)[0].url == "https://cdn.example.com/x/one"


def test_keys_do_not_move_when_the_page_is_redesigned() -> None:
    plain = '<ul><li><a href="/s/visits/">Statement on visits</a></li></ul>'
    new = '<main><section><a href="https://example.org/s/visits?ref=home"><h2>On visits</h2></a></section></main>'
    assert entries(plain, URL)[0].key == entries(new, URL)[0].key


def test_nothing_in_nothing() -> None:
    for html in ("", "<p>no links", "\x00\x00", "<a href>x</a>", "<a href='http://['>A broken link here</a>"):
        assert entries(html, URL) == ()


def test_a_page_of_links_is_bounded() -> None:
    html = "<ul>" + "".join(f'<li><a href="/n/{n}">Statement number {n} on visits</a>' for n in range(50_000))
    started = process_time()
    items = entries(html, URL)
    assert len(items) == MAX_ENTRIES
    assert process_time() - started < 5

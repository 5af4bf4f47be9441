"""One page, one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.dates import find_date, url_date
from crawler.guard import refuse_reason
from crawler.keys import link_key, link_url


@pytest.mark.parametrize(
    "href",
    [
        "https://www.example.org/news/visits",
        "http://example.org/news/visits/",
        "HTTPS://EXAMPLE.ORG/news/visits#top",
        "/news/visits?utm_source=mail&fbclid=abc",
        "visits;jsessionid=0A1B",
        "//example.org:443/news/visits",
    ],
)
def test_spellings_of_one_page_have_one_key(href: str) -> None:
    assert link_key(link_url("https://example.org/news/", href)) == "example.org/news/visits"


def test_a_query_that_names_the_page_stays_and_its_order_does_not_matter() -> None:
    one, two = "https://x.org/view?id=5&lang=en", "https://x.org/view?lang=en&id=5&sid=9"
    assert link_key(link_url("", one)) == link_key(link_url("", two)) == "x.org/view?id=5&lang=en"


@pytest.mark.parametrize(
    "href", ["mailto:a@x.org", "javascript:void(0)", "tel:1", "data:,x", "http://u:p@x.org/", "http://["]
)
def test_what_is_no_page(href: str) -> None:
    assert link_url("https://example.org/", href) == ""


@given(st.text(max_size=60))
def test_any_href_is_a_url_that_may_be_watched_or_none(href: str) -> None:
    url = link_url("https://example.org/a/", href)
    assert "control character" not in (refuse_reason(url) or "")
    assert not url or (link_key(url) and "#" not in url)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Posted January 5, 2026 by staff", "2026-01-05"),
        ("5 Sept. 2026", "2026-09-05"),
        ("Updated 2/13/2026", "2026-02-13"),
        ("2026-02-13T10:00:00Z", "2026-02-13"),
        ("May 3rd, 2026", "2026-05-03"),
        ("12.01.2026", "2026-12-01"),
    ],
)
def test_dates_are_read(text: str, iso: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found[0] == iso
    assert text[slice(*found[1])]


@pytest.mark.parametrize("text", ["13/45/2026", "call 555-01-2026x", "February 30, 2026", "2026", "may 2026", ""])
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://x.org/2026/01/05/visits", "2026-01-05"),
        ("https://x.org/2026/01/visits", "2026-01"),
        ("https://x.org/2026/13/visits", ""),
        ("https://x.org/visits", ""),
    ],
)
def test_dates_in_urls(url: str, iso: str) -> None:
    assert url_date(url) == iso

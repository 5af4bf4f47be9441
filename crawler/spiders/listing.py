"""The listing spider: an index of statements, whose entries are pages worth watching themselves."""

from __future__ import annotations

from crawler.entries import entries
from crawler.failures import FetchError
from crawler.spiders.page import PageSpider
from monitors.extract.decode import decode
from monitors.extract.html import too_deep
from monitors.records import FailureKind, Fetched, ListedItem


class ListingSpider(PageSpider):
    """Fetches an index page and says which entries it lists."""

    name = "listing"
    accept = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"

    @classmethod
    def found(cls, fetched: Fetched) -> tuple[ListedItem, ...]:
        """The entries in page order. A PDF or a feed in its place is a failure: it lists nothing to a reader."""
        media = fetched.header("content-type").split(";")[0].strip().lower()
        if fetched.body.startswith(b"%PDF-") or media == "application/pdf":
            raise FetchError(FailureKind.MEDIA_TYPE, 'it is a PDF, not an index page; use spider = "page"')
        if media in ("application/rss+xml", "application/atom+xml"):
            raise FetchError(FailureKind.MEDIA_TYPE, f'it is {media}, not an index page; use spider = "feed"')
        html = decode(fetched.body, fetched.header("content-type"))
        if too_deep(html):
            raise FetchError(FailureKind.OTHER, "its elements nest too deeply to be read; watch it as a page instead")
        return entries(html, fetched.url)

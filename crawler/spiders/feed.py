"""The feed spider: RSS or Atom, whose items are pages worth watching themselves."""

from __future__ import annotations

from crawler.feeds import feed_items
from crawler.spiders.page import PageSpider
from monitors.records import Fetched, ListedItem


class FeedSpider(PageSpider):
    """Fetches a feed and says which items it holds."""

    name = "feed"
    accept = "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.8,*/*;q=0.1"

    @classmethod
    def found(cls, fetched: Fetched) -> tuple[ListedItem, ...]:
        """The items, newest first. Raises FetchError(BAD_FEED) for what is no feed."""
        return feed_items(fetched.body, fetched.header("content-type"), fetched.url)

"""Scrapy's settings for our crawls: what is on, and all that is off because nothing here needs it."""

from __future__ import annotations

from typing import Any

from scrapy.logformatter import LogFormatter

from crawler.state import KEY, CrawlState

# Scrapy's own lists of what is on by default are replaced rather than switched off name by name: it imports each part
# to switch it off, and cookies and the remote control bring requests, tldextract and aiohttp with them, 0.2 s of CPU a
# run. So a part that a later Scrapy adds is off as well, until somebody here wants it.
_NEEDED = {
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
}
_OURS = {
    "crawler.robots.RobotsMiddleware": 100,
    "crawler.politeness.MannersMiddleware": 550,
    "crawler.redirects.RefreshMiddleware": 580,
    "crawler.encoding.StrictCompressionMiddleware": 590,
    "crawler.redirects.HopMiddleware": 600,
}


# With no delay at all Scrapy 2.19 starts every request that waits for a host in one go, whatever
# CONCURRENT_REQUESTS_PER_DOMAIN says: it counts a request as under way only once its task runs.
SHORTEST_DELAY = 0.001

WAITING_BYTES = 1024 * 1024  # of pages that nobody has room for, above which no more are asked for


class QuietFormatter(LogFormatter):
    """No log line a page: outcomes go to the checks, which is where an operator looks."""

    def crawled(self, request: Any, response: Any, spider: Any) -> Any:
        return None


def scrapy_settings(state: CrawlState) -> dict[str, Any]:
    """Scrapy's settings for plain HTTP; KEY carries our own to the middlewares."""
    settings = state.settings
    delay = max(settings.delay.total_seconds(), SHORTEST_DELAY)
    return {
        KEY: state,
        "USER_AGENT": settings.identity,
        "DEFAULT_REQUEST_HEADERS": {"Accept-Language": "en"},
        "CONCURRENT_REQUESTS": settings.concurrent_hosts,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": delay,
        "DOWNLOAD_DELAY_JITTER": 0,  # Scrapy's 0.5 would halve the pause now and then; the configured one is a promise
        "SCRAPER_SLOT_MAX_ACTIVE_SIZE": WAITING_BYTES,
        "CONCURRENT_ITEMS": 1,  # our spiders yield no items; at 100 Scrapy starts 100 tasks a response, 1 ms
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "AUTOTHROTTLE_ENABLED": settings.autothrottle,
        "AUTOTHROTTLE_START_DELAY": delay,
        "DOWNLOAD_TIMEOUT": settings.deadline.total_seconds(),
        "DOWNLOAD_MAXSIZE": settings.max_pdf_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "REDIRECT_MAX_TIMES": settings.max_redirects,
        "DOWNLOAD_HANDLERS": handlers("crawler.download.LimitedHandler"),
        "DOWNLOADER_MIDDLEWARES_BASE": _NEEDED,
        "DOWNLOADER_MIDDLEWARES": _OURS,
        "SPIDER_MIDDLEWARES_BASE": {},
        "EXTENSIONS_BASE": {},
        "EXTENSIONS": {"crawler.politeness.Throttle" if settings.autothrottle else "crawler.politeness.CrawlDelay": 0},
        "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",
        "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
        "LOG_FORMATTER": QuietFormatter,
        "LOG_ENABLED": False,
        "COOKIES_ENABLED": False,
        "REFERER_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "MEMUSAGE_ENABLED": False,
        "WARN_ON_GENERATOR_RETURN_VALUE": False,
    }


def handlers(http: str) -> dict[str, str | None]:
    """Download handlers by scheme: this one for the web, none for everything else."""
    return {"http": http, "https": http, "file": None, "data": None, "ftp": None, "s3": None}

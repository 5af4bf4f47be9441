"""The least a Scrapy crawl can cost: fetch every URL of a list, hash the body, remember hash and validator.

    python -m benchmarks.bare_spider URLS STATE.json

Scrapy as it comes, with its logging, cookies and delays off. Used by benchmarks/contest.py as what to compare with.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess

SETTINGS = {
    "CONCURRENT_REQUESTS": 32,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
    "DOWNLOAD_DELAY": 0,
    "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False,
    "COOKIES_ENABLED": False,
    "ROBOTSTXT_OBEY": False,
}


def main(urls: Path, state: Path) -> None:
    past: dict[str, list[str]] = json.loads(state.read_text()) if state.exists() else {}
    seen: dict[str, list[str]] = {}

    class Bare(scrapy.Spider):  # type: ignore[misc]
        name = "bare"
        handle_httpstatus_list = (304,)

        async def start(self) -> AsyncIterator[scrapy.Request]:
            for url in urls.read_text().split():
                tag = past.get(url, ["", ""])[1]
                yield scrapy.Request(url, dont_filter=True, headers={"If-None-Match": tag} if tag else None)

        def parse(self, response: Any) -> None:
            if response.status == 304:
                seen[response.url] = past[response.url]
            else:
                tag = (response.headers.get("ETag") or b"").decode()
                seen[response.url] = [hashlib.blake2b(response.body).hexdigest(), tag]

    process = CrawlerProcess(SETTINGS)
    process.crawl(Bare)
    process.start()
    state.write_text(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

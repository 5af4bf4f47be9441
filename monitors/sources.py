"""What may be watched: rules for sources and monitors, checked before anything is stored or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from monitors.records import Monitor, Source

SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
JURISDICTION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")  # ISO 3166-2, or the country alone
SPIDERS = ("page", "listing", "feed")
FETCHERS = ("http", "browser", "auto")
SHORTEST_INTERVAL = timedelta(minutes=5)  # county sites are small: more often is never polite
LONGEST_INTERVAL = timedelta(days=31)
MOST_SELECTORS, LONGEST_SELECTOR = 20, 500
_NO_PAGE = LexborHTMLParser("<p>")


def source_errors(source: Source) -> Iterator[str]:
    """What is wrong with one source, a sentence each; nothing where it is sound."""
    if not SLUG.fullmatch(source.id):
        yield f'id "{source.id}" is not a slug: use small letters, digits, "-", "_" and "."'
    if not source.name.strip():
        yield "name is empty"
    if not JURISDICTION.fullmatch(source.jurisdiction):
        yield f'jurisdiction "{source.jurisdiction}" is not an ISO 3166-2 code such as "US-TX" (or "US")'


def monitor_errors(monitor: Monitor) -> Iterator[str]:
    """What is wrong with one monitor apart from its URL's address, which the crawler's guard judges."""
    if not SLUG.fullmatch(monitor.id):
        yield f'id "{monitor.id}" is not a slug: use small letters, digits, "-", "_" and "."'
    if monitor.id.endswith(".json"):
        yield f'id "{monitor.id}" ends in .json, which is how the history browser names the machine form of a page'
    if monitor.spider not in SPIDERS:
        yield f'spider "{monitor.spider}" is unknown; there are {", ".join(SPIDERS)}'
    if monitor.fetch not in FETCHERS:
        yield f'fetch "{monitor.fetch}" is unknown; there are {", ".join(FETCHERS)}'
    if not SHORTEST_INTERVAL <= monitor.interval <= LONGEST_INTERVAL:
        yield "interval must lie between 5 min and 31 d"
    if not SHORTEST_INTERVAL <= monitor.soonest <= LONGEST_INTERVAL:
        yield "soonest must lie between 5 min and 31 d; the same as interval for a steady pace"
    for name in ("select", "ignore"):
        yield from (f"{name}: {fault}" for fault in selector_errors(getattr(monitor, name)))
    yield from (f"expect: {fault}" for fault in _phrase_errors(monitor.expect))


def selector_errors(selectors: Sequence[str]) -> Iterator[str]:
    """What is wrong with CSS selectors: one that can't be read would fail every check."""
    if len(selectors) > MOST_SELECTORS:
        yield f"at most {MOST_SELECTORS} selectors"
    for one in selectors:
        if not one.strip():
            yield "holds an empty selector; leave it out"
            continue
        if len(one) > LONGEST_SELECTOR:
            yield f"the selector {one[:40]!r}… is longer than {LONGEST_SELECTOR} characters"
            continue
        try:
            _NO_PAGE.css(one)
        except SelectolaxError:
            yield f"{one[:80]!r} is no CSS selector"


def _phrase_errors(phrases: Sequence[str]) -> Iterator[str]:
    """What is wrong with phrases that a page must show; they are words and no selectors."""
    if len(phrases) > MOST_SELECTORS:
        yield f"at most {MOST_SELECTORS} phrases"
    for one in phrases:
        if not one.strip():
            yield "holds an empty phrase, which every page shows; leave it out"
        if len(one) > LONGEST_SELECTOR:
            yield f"the phrase {one[:40]!r}… is longer than {LONGEST_SELECTOR} characters"


def watched_alike(monitors: Iterable[Monitor]) -> list[list[Monitor]]:
    """Monitors that are on and watch one address in one way. Some are meant, as one jail's page for each of its two
    counties; of the others every change is told twice."""
    alike: dict[tuple[object, ...], list[Monitor]] = {}
    for monitor in monitors:
        if monitor.active:
            what = (_address(monitor.url), monitor.spider, monitor.select, monitor.ignore)
            alike.setdefault(what, []).append(monitor)
    return [group for group in alike.values() if len(group) > 1]


def _address(url: str) -> str:
    """Without what makes no other page: upper case in scheme and host, what stands behind #."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/", fragment="").geturl()


def catalogue_errors(sources: Iterable[Source], monitors: Iterable[Monitor]) -> Iterator[tuple[str, str]]:
    """(id, what is wrong) over the whole catalogue: duplicate ids and monitors of unknown sources."""
    known = set()
    for source in sources:
        if source.id in known:
            yield source.id, "source id appears twice with different particulars"
        known.add(source.id)
    seen: dict[str, str] = {}
    for monitor in monitors:
        if monitor.id in seen:
            yield monitor.id, "monitor id appears twice; ids must be unique"
        seen[monitor.id] = monitor.url
        if monitor.source_id not in known:
            yield monitor.id, f'source "{monitor.source_id}" is not listed'

"""What varies on a page without meaning, learned from three looks: its latest version, the page now, a moment later."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from app.extraction import Extraction
from app.page_decision import Answered, holes_between
from app.standing import same_place
from monitors.extract.decode import decode
from monitors.extract.sniff import HTML, sniff
from monitors.records import Extractor, Fetched, Version
from monitors.stencil import MARK, Sight, Stencil, confirmed, cut, may_vary, probe
from storage.errors import BodyDamaged
from storage.snapshots import VersionSummary
from storage.store import Store

Kept = Version | VersionSummary


@dataclass(frozen=True, slots=True)
class Learned:
    """nothing_else: the page differs from its latest version in the stencil's holes alone; extractor: who read it."""

    stencil: Stencil
    nothing_else: bool
    extractor: Extractor


@dataclass(frozen=True, slots=True)
class Learning:
    """It reads the store and writes nothing."""

    store: Store
    extraction: Extraction

    def promising(self, answered: Answered, fetched: Fetched) -> VersionSummary | None:
        """The latest version of a page that was seen only once since, where all that differs now could be what always
        does: a request more is then cheaper than to read the page. None otherwise, so that no page is asked for twice
        at every check because of what no stencil can hold."""
        watched = answered.watched
        steady = not watched.failures and same_place(watched.monitor.url, fetched.url)
        if watched.stencil or not watched.latest_version or not steady or not _is_html(fetched):
            return None
        # From the latest one on: a page that changes every hour has 9,000 after a year.
        newest = self.store.versions(watched.monitor.id, watched.latest_version)
        latest = newest[0] if len(newest) == 1 else None
        if latest is None or latest.id != watched.latest_version or latest.at != watched.last_ok_at:
            return None
        base = self._sight_of(latest)
        return latest if base is not None and may_vary(base, _sight(fetched)) else None

    async def learn(self, answered: Answered, old: Kept, fetched: Fetched, again: Fetched) -> Learned | None:
        """What a moment's difference teaches; None where nothing varies that a stencil can hold."""
        looks = await asyncio.to_thread(self._looks, old, fetched, again)
        if looks is None:
            return None
        base, first, second = looks
        holes = holes_between(answered, base, first, second)
        if not holes:
            return None
        monitor, probed = answered.watched.monitor, probe(first, holes)
        document = await self.extraction.extract(
            probed.encode(),
            "text/html; charset=utf-8",
            fetched.url,
            select=monitor.select,
            ignore=monitor.ignore,
            readable=False,
            holding=MARK,
        )
        stencil = cut(first, confirmed(first, holes, probed, document.segments))
        return None if stencil is None else Learned(stencil, stencil.fits(base), document.extractor)

    def _looks(self, old: Kept, fetched: Fetched, again: Fetched) -> tuple[Sight, Sight, Sight] | None:
        if not _is_html(fetched) or not _is_html(again):
            return None
        base = self._sight_of(old)
        first = _sight(fetched)
        return None if base is None else (base, first, Sight(_sight(again).text, first.day))

    def _sight_of(self, old: Kept) -> Sight | None:
        """A version's page; None where that is not kept."""
        info = self.store.snapshot(old.snapshot, old.monitor_id)
        if info is None:
            return None
        try:
            body = self.store.body(old.snapshot)
        except BodyDamaged:
            return None
        return Sight(decode(body, info.media_type), old.at.date())


def _is_html(fetched: Fetched) -> bool:
    return sniff(fetched.body, fetched.header("content-type")) == HTML


def _sight(fetched: Fetched) -> Sight:
    return Sight(decode(fetched.body, fetched.header("content-type")), fetched.at.date())

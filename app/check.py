"""One round. `check()` is the same coroutine for cron (`visitwatch check`) and for the daemon's tick:

claim the monitors that are due (claiming moves their next check, so overlapping runs share no page)
crawl them, politely, one request a host
for each visit, cheapest question first:
    failed or not modified?     log the check
    same bytes? same text?      log the check
    take the segments out of the body in a killable child
    is the capture a page?      if not, log it as blocked: never a version, never a removal
    same extractor as before?   if not, derive the old text anew first (a TECHNICAL version)
    compare with the latest version; ask sibling pages what is furniture where something differs
    read what changed           topics, direction, severity, facts
    write snapshot, version, change, alert and what is owed to whom in one transaction
a listing's new items become monitors and are checked in the same round
deliver what is owed            (app/deliver.py, unless asked not to)
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.extraction import Extraction
from app.page_work import PageWork
from app.results import Result, Seen
from app.siblings import Siblings
from crawler.crawl import Visit, Visited, crawl
from crawler.settings import CrawlSettings
from monitors.records import CheckOutcome, Watched
from storage.store import Store

PASSES = 3  # a listing's items are found in the first pass and fetched in the second


@dataclass(slots=True)
class Round:
    """The report of one round; grows while the round runs."""

    seen: list[Seen] = field(default_factory=list)

    def count(self, *outcomes: CheckOutcome) -> int:
        return sum(1 for seen in self.seen if seen.outcome in outcomes)

    def summary(self) -> dict[str, int]:
        """The counts of the command-line contract, without deliveries and seconds."""
        return {
            "checked": len(self.seen),
            "first": self.count(CheckOutcome.FIRST),
            "not_modified": self.count(CheckOutcome.NOT_MODIFIED),
            "unchanged": self.count(CheckOutcome.UNCHANGED),
            "changed": self.count(CheckOutcome.CHANGED),
            "failed": self.count(CheckOutcome.FAILED),
            "blocked": self.count(CheckOutcome.BLOCKED),
            "alerts": sum(1 for seen in self.seen if seen.alerted),
        }


@dataclass(frozen=True, slots=True)
class RoundRequest:
    """Which monitors: those that are due, all, or these; run: who asks (host:pid:id), for the leases."""

    run: str
    only: tuple[str, ...] | None = None
    everything: bool = False
    dry: bool = False


@dataclass(frozen=True, slots=True)
class RoundParts:
    """What a round works with."""

    store: Store
    crawl: CrawlSettings
    work: PageWork
    extraction: Extraction
    siblings: Siblings
    clock: Callable[[], datetime]
    batch: int
    lease: timedelta
    tell: Callable[[Seen], None]


async def check(parts: RoundParts, request: RoundRequest) -> Round:
    """Run one round and return its report. Raises StoreError when the database fails; a page's failure is a Seen."""
    report = Round()
    done: set[str] = set()
    first = True
    for _ in range(PASSES if request.only is None else 1):
        claimed = await asyncio.to_thread(_claim, parts, request, first, done)
        first = False
        if not claimed:
            break
        done.update(watched.monitor.id for watched in claimed)
        for start in range(0, len(claimed), parts.batch):
            await _check_batch(parts, claimed[start : start + parts.batch], report)
    return report


def _claim(parts: RoundParts, request: RoundRequest, first: bool, done: set[str]) -> list[Watched]:
    """The monitors to visit now. After the first pass only what a listing has just found."""
    ignore_due = first and (request.everything or request.only is not None)
    if request.dry:
        return parts.store.due(parts.clock(), only=request.only, ignore_due=ignore_due) if first else []
    claimed: list[Watched] = []
    while True:
        some = parts.store.claim_due(
            parts.clock(),
            limit=parts.batch,
            lease=parts.lease,
            only=request.only,
            ignore_due=ignore_due,
            run=request.run,
        )
        fresh = [watched for watched in some if watched.monitor.id not in done and watched not in claimed]
        claimed.extend(fresh)
        if len(some) < parts.batch or not fresh:
            return claimed


async def _check_batch(parts: RoundParts, claimed: Sequence[Watched], report: Round) -> None:
    """Crawl a batch; handle each answer as it comes, so that a kill costs at most the pages under way."""
    past = {watched.monitor.id: watched for watched in claimed}
    answers: asyncio.Queue[Visited | None] = asyncio.Queue()
    consumer = asyncio.create_task(_consume(parts, past, answers, report))
    try:
        await crawl([_visit(watched) for watched in claimed], parts.crawl, answers.put_nowait)
    finally:
        answers.put_nowait(None)
        await consumer


async def _consume(
    parts: RoundParts, past: dict[str, Watched], answers: asyncio.Queue[Visited | None], report: Round
) -> None:
    waiting: list[Result] = []
    enrolled: list[Result] = []
    while (visited := await answers.get()) is not None:
        watched = past[visited.visit.key]
        result = await parts.work.first_look(watched, _stamped(visited, parts.clock()))
        if result.needs_siblings:
            waiting.append(result)
        else:
            if result.new is not None and result.old is None:
                enrolled.append(result)
            _report(parts, report, await parts.work.write(result))
    await parts.siblings.visit([*waiting, *enrolled])
    for result in waiting:
        _report(parts, report, await parts.work.write(await parts.work.second_look(result)))


def _report(parts: RoundParts, report: Round, seen: Seen) -> None:
    report.seen.append(seen)
    parts.tell(seen)


def _visit(watched: Watched) -> Visit:
    monitor = watched.monitor
    return Visit(
        key=monitor.id,
        url=monitor.url,
        spider=monitor.spider,
        etag=watched.etag,
        last_modified=watched.last_modified,
        browser=monitor.fetch == "browser",
    )


def _stamped(visited: Visited, now: datetime) -> Visited:
    """The same answer with the time of the run's own clock (the demo replays years)."""
    return replace(visited, outcome=replace(visited.outcome, at=now))

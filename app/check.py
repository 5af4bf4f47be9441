"""One round. `check()` is the same coroutine for cron (`visitwatch check`) and for the daemon's tick:

claim the monitors that are due (claiming moves their next check, so overlapping runs share no page)
crawl them, politely, one request a host
for each visit, cheapest question first:
    failed or not modified?     log the check
    same bytes? the same but    log the check
    where it is known to vary?
    same text?
    seen once only, and all     fetch it once more first; where that shows that it always varies so, log the check
    that differs may vary?
    take the segments out of the body in a killable child
    is the capture a page?      if not, log it as blocked: never a version, never a removal
    same extractor as before?   if not, derive the old text anew first (a TECHNICAL version)
    compare with the latest version; where something differs fetch the page once more, to learn what varies from one
    answer to the next, and ask sibling pages what is furniture
    read what changed           topics, direction, severity, facts
    write snapshot, version, change, alert and what is owed to whom in one transaction; visits that come to a line in
    the log are written many at once
a listing's new items become monitors and are checked in the same round
deliver what is owed            (app/deliver.py, unless asked not to)
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from app.aside import Aside, Bodies
from app.batch import BARE_AT_ONCE, Batch
from app.holds import Holds
from app.look import Look
from app.page_decision import Answered
from app.record import Record
from app.results import Result, Seen
from app.siblings import Siblings
from crawler.crawl import Visit, Visited, crawl
from crawler.settings import CrawlSettings
from monitors.pace import wants_whole
from monitors.records import CheckOutcome, Watched
from storage.errors import StoreError
from storage.store import Store

log = logging.getLogger("visitwatch.check")


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
    """Which monitors: those that are due, all, or these; run: who asks (host:pid:id), for the leases; confirm:
    grave changes are told after a second look, since another round follows in minutes; gate: only what lies behind it,
    one batch of it, the gate being held for `hold` at a time."""

    run: str
    only: tuple[str, ...] | None = None
    everything: bool = False
    dry: bool = False
    confirm: bool = False
    gate: str | None = None
    hold: timedelta | None = None


@dataclass(frozen=True, slots=True)
class RoundParts:
    """What a round works with."""

    store: Store
    crawl: CrawlSettings
    look: Look
    record: Record
    siblings: Siblings
    holds: Holds
    clock: Callable[[], datetime]
    batch: int
    lease: timedelta
    tell: Callable[[Seen], None]


async def check(parts: RoundParts, request: RoundRequest) -> Round:
    """Run one round and return its report. Raises StoreError when the database fails; a page's failure is a Seen."""
    report = Round()
    started = parts.clock()
    try:
        while claimed := await _to_its_end(asyncio.to_thread(_claim, parts, request, started)):
            await _check_batch(parts, claimed, report)
            if request.dry or request.gate is not None:
                break
    finally:
        if not request.dry:
            now = parts.clock()
            await asyncio.to_thread(parts.store.release_claims, now, run=request.run, words=parts.holds.words(now))
    return report


async def _to_its_end(claiming: Awaitable[list[Watched]]) -> list[Watched]:
    """A round that is cancelled while it claims waits for that thread: what it claims after its leases were given back
    nobody would visit until they end."""
    task = asyncio.ensure_future(claiming)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait({task})
        raise


def _claim(parts: RoundParts, request: RoundRequest, started: datetime) -> list[Watched]:
    """The next monitors to visit; each at most once a round, among them what a listing has just found."""
    ignore_due = request.everything or request.only is not None
    if request.dry:
        claimed = parts.store.due(parts.clock(), only=request.only, ignore_due=ignore_due)
    else:
        claimed = _take(parts, request, started, ignore_due)
    parts.holds.met(claimed)
    return claimed


def _take(parts: RoundParts, request: RoundRequest, started: datetime, ignore_due: bool) -> list[Watched]:
    return parts.store.claim_due(
        parts.clock(),
        limit=parts.batch,
        lease=parts.lease,
        only=request.only,
        ignore_due=ignore_due,
        not_since=started,
        run=request.run,
        gate=request.gate,
        hold=request.hold,
    )


async def _check_batch(parts: RoundParts, claimed: Sequence[Watched], report: Round) -> None:
    """Crawl a batch; handle each answer as it comes, so that a kill costs at most the pages under way."""
    batch = Batch({watched.monitor.id: watched for watched in claimed})
    meeting = asyncio.create_task(_meet(parts, batch, report))
    try:
        await _crawl_and_look(parts, batch, claimed, report)
        batch.all_met = True
        batch.stirred.set()
        await meeting
    finally:
        meeting.cancel()
        await asyncio.gather(meeting, return_exceptions=True)
    await _look_again(parts, batch, report)
    await _write_bare(parts, batch, report)


async def _crawl_and_look(parts: RoundParts, batch: Batch, claimed: Sequence[Watched], report: Round) -> None:
    # One more than there are children: while one looker writes a version, no child waits for it.
    lookers = [asyncio.create_task(_look(parts, batch, report)) for _ in range(parts.look.extraction.children + 1)]
    for looker in lookers:
        looker.add_done_callback(lambda _: batch.answers.no_taker())

    def receive(visited: Visited) -> None:
        for looker in lookers:
            if looker.done():
                looker.result()  # it raised, which stops the crawl: no site is asked for what can't be recorded
        batch.answers.put(visited)

    try:
        now = parts.clock()
        visits = [_visit(watched, now) for watched in claimed]
        await crawl(visits, parts.crawl, receive, parts.holds.turns, batch.answers.room)
        batch.crawled.set()
    except asyncio.CancelledError:
        batch.stop()
        raise
    finally:
        batch.answers.end(len(lookers))
        await asyncio.gather(*lookers, return_exceptions=True)
        await _write_bare(parts, batch, report)
    for looker in lookers:
        looker.result()


async def _look(parts: RoundParts, batch: Batch, report: Round) -> None:
    """Look at answers as they come."""
    while (visited := await batch.answers.get()) is not None:
        watched = batch.past[visited.visit.key]
        result = await batch.within(_first_look(parts, watched, visited))
        if result is None:
            continue
        if result.needs_browser:
            batch.unrendered.append(watched)
        else:
            await _write_or_keep(parts, batch, result, report)


async def _first_look(parts: RoundParts, watched: Watched, visited: Visited) -> Result:
    visited = _stamped(visited, parts.clock())
    answered = Answered(watched, visited.outcome, visited.milliseconds)
    return await _unbroken(parts, answered, parts.look.first_look(watched, visited))


async def _unbroken(parts: RoundParts, answered: Answered, work: Awaitable[Result]) -> Result:
    """What the work comes to. A page that shows a bug of ours costs its own check and not everybody's news; a database
    that fails ends the round."""
    try:
        return await work
    except StoreError:
        raise
    except Exception as error:
        log.exception("%s: this page is not understood", answered.watched.monitor.id)
        return await parts.look.broken(answered, error)


async def _meet(parts: RoundParts, batch: Batch, report: Round) -> None:
    """Write pages of hosts that were never met, beside their siblings, while others are still looked at: as soon as
    the crawl asks their hosts for nothing more."""
    await batch.crawled.wait()
    while await _some_met(batch):
        group = [result for result, _ in batch.met.take()]
        await parts.siblings.visit(group)
        await _each(parts, group, partial(_look_and_write, parts, None, report))


async def _some_met(batch: Batch) -> bool:
    """Wait for pages of hosts that were never met; False once there are no more."""
    while not len(batch.met) and not batch.all_met:
        batch.stirred.clear()
        await batch.stirred.wait()
    return bool(len(batch.met))


async def _look_again(parts: RoundParts, batch: Batch, report: Round) -> None:
    """The pages put aside: through a browser, once more a moment later, beside their siblings; a portion at a time."""
    await _render(parts, batch, batch.unrendered, report)
    await _meet(parts, batch, report)
    while len(batch.waiting):
        waiting, batch.waiting = batch.waiting, Aside()
        again = await _fetched_again(parts, waiting.all())
        while portion := waiting.take():
            whole = [await _unbroken(parts, one.answered, parts.look.resumed(one, old)) for one, old in portion]
            learned = await _each(parts, whole, partial(_varying, parts, again))
            await _render(parts, batch, [one.answered.watched for one in learned if one.needs_browser], report)
            await _settle(parts, batch, [one for one in learned if not one.needs_browser], again, report)


async def _varying(parts: RoundParts, again: Bodies, result: Result) -> Result:
    return await _unbroken(parts, result.answered, parts.look.varying(result, again.get(_name(result))))


async def _second_look(parts: RoundParts, again: Bodies | None, result: Result) -> Result:
    fetched = again.get(_name(result)) if again is not None else None
    return await _unbroken(parts, result.answered, parts.look.second_look(result, fetched))


async def _look_and_write(parts: RoundParts, again: Bodies | None, report: Round, result: Result) -> Result:
    result = await _second_look(parts, again, result)
    await _write(parts, result, report)
    return result


async def _settle(parts: RoundParts, batch: Batch, learned: Sequence[Result], again: Bodies, report: Round) -> None:
    """Write what a second look was taken at."""
    changed = [result for result in learned if result.needs_again or result.needs_siblings]
    for result in learned:
        if not result.needs_again and not result.needs_siblings:
            await _write_or_keep(parts, batch, result, report)
    await parts.siblings.visit([result for result in changed if result.needs_siblings])
    await _each(parts, changed, partial(_look_and_write, parts, again, report))


async def _each(
    parts: RoundParts, results: Sequence[Result], work: Callable[[Result], Awaitable[Result]]
) -> list[Result]:
    """The same done to all results, one more at once than there are children that extract; in their order."""
    free = asyncio.Semaphore(parts.look.extraction.children + 1)

    async def one(result: Result) -> Result:
        async with free:
            return await work(result)

    tasks = [asyncio.create_task(one(result)) for result in results]
    await asyncio.gather(*tasks, return_exceptions=True)  # none goes on where another one failed
    return [task.result() for task in tasks]


def _name(result: Result) -> str:
    return result.answered.watched.monitor.id


async def _write_or_keep(parts: RoundParts, batch: Batch, result: Result, report: Round) -> None:
    if result.needs_siblings and result.old is None:
        batch.met.put(result)
        batch.stirred.set()
    elif result.needs_again or result.needs_siblings:
        batch.waiting.put(result)
    elif result.bare:
        batch.bare.append(result)
        if len(batch.bare) >= BARE_AT_ONCE:
            await _write_bare(parts, batch, report)
    else:
        await _write(parts, result, report)


async def _write(parts: RoundParts, result: Result, report: Round) -> None:
    async def written() -> Result:
        _report(parts, report, await parts.record.write(await parts.look.readable(result)))
        return result

    if (broken := await _unbroken(parts, result.answered, written())) is not result:
        _report(parts, report, await parts.record.write(broken))


async def _write_bare(parts: RoundParts, batch: Batch, report: Round) -> None:
    bare, batch.bare = batch.bare, []
    for seen in await parts.record.write_bare(bare):
        _report(parts, report, seen)


async def _fetched_again(parts: RoundParts, waiting: Iterable[Result]) -> Bodies:
    """Pages that differ from before, fetched once more: what differs between two looks is no change. All in one crawl,
    which asks each host for its robots.txt."""
    now = parts.clock()
    visits = [
        replace(_visit(result.answered.watched, now), etag="", last_modified="", browser=result.rendered)
        for result in waiting
        if result.needs_again
    ]
    again = Bodies()
    if visits:
        await crawl(visits, parts.crawl, again.receive, parts.holds.turns)
    return again


async def _render(parts: RoundParts, batch: Batch, unrendered: Sequence[Watched], report: Round) -> None:
    """The pages whose text is made by scripts, once more, through a browser."""
    if not unrendered:
        return
    past = {watched.monitor.id: watched for watched in unrendered}
    answers: list[Visited] = []
    now = parts.clock()
    visits = [replace(_visit(watched, now), browser=True) for watched in unrendered]
    await crawl(visits, parts.crawl, answers.append, parts.holds.turns)
    for visited in answers:
        result = await _first_look(parts, past[visited.visit.key], visited)
        await _write_or_keep(parts, batch, result, report)


def _report(parts: RoundParts, report: Round, seen: Seen) -> None:
    report.seen.append(seen)
    parts.tell(seen)


def _visit(watched: Watched, now: datetime) -> Visit:
    monitor, whole = watched.monitor, wants_whole(watched, now)
    return Visit(
        key=monitor.id,
        url=monitor.url,
        spider=monitor.spider,
        etag="" if whole else watched.etag,
        last_modified="" if whole else watched.last_modified,
        browser=monitor.fetch == "browser",
    )


def _stamped(visited: Visited, now: datetime) -> Visited:
    """The same answer with the time of the run's own clock (the demo replays years)."""
    return replace(visited, outcome=replace(visited.outcome, at=now))

"""Looking at one answered visit, in the order of app/check.py's list: cheap questions first, then the segments."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta

from app.extraction import Extraction
from app.frames import frames_of
from app.learning import Learning
from app.listing_work import listing_result
from app.page_decision import (
    TELLING_GRADES,
    Answered,
    check_of,
    next_try,
    raw_hash,
    same_but_for_holes,
    same_bytes,
    same_text,
    version_of,
)
from app.results import Result
from app.siblings import Siblings
from app.standing import (
    Standing,
    after_loss,
    after_page,
    after_trouble,
    event_change,
    event_reading,
    is_gone,
    same_place,
    seen_since,
)
from app.standing import load as load_standing
from crawler.crawl import Visited
from monitors.diff import Comparison, compare
from monitors.extract import Document
from monitors.extract.sniff import HTML
from monitors.flapping import joined, two_looks
from monitors.furniture import volatile_slots
from monitors.quality import judge_capture, may_be_true
from monitors.recognised import comparable
from monitors.records import (
    ChangeKind,
    CheckOutcome,
    Failed,
    FailureKind,
    Fetched,
    Grade,
    Monitor,
    NotModified,
    Version,
    Watched,
)
from monitors.versions import fingerprint
from storage.errors import BodyDamaged
from storage.store import Store

MOST_SLOTS = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What looking at a page needs; it reads the store and writes nothing."""

    store: Store
    extraction: Extraction
    siblings: Siblings
    learning: Learning
    retry_after_failure: timedelta

    async def first_look(self, watched: Watched, visited: Visited) -> Result:
        """Everything that can be decided from this page alone."""
        answered = Answered(watched, visited.outcome, visited.milliseconds)
        outcome = visited.outcome
        if isinstance(outcome, Failed):
            return await self._failed(answered, outcome)
        if isinstance(outcome, NotModified):
            return await self._good(Result(answered, check_of(answered, CheckOutcome.NOT_MODIFIED)))
        if watched.monitor.spider != "page":
            return listing_result(answered, outcome, visited.items)
        return await self._page(answered, outcome, rendered=visited.visit.browser)

    async def broken(self, answered: Answered, error: Exception) -> Result:
        """A visit to a page that we ourselves fail on: its check says so, and it is tried again as any failed one."""
        came, said = answered.outcome, f"{type(error).__name__}: {error}"[:300]
        message = f"visitwatch itself failed on this page ({said}); its log says where. Please report it."
        failed = Failed(came.url, FailureKind.OTHER, message, came.at)
        return await self._failed(replace(answered, outcome=failed), failed)

    async def _failed(self, answered: Answered, failed: Failed) -> Result:
        again = next_try(answered.watched, failed, self.retry_after_failure)
        result = Result(answered, check_of(answered, CheckOutcome.FAILED), next_check_at=again)
        return await asyncio.to_thread(self._in_trouble, result)

    async def _page(self, answered: Answered, fetched: Fetched, *, rendered: bool) -> Result:
        raw = raw_hash(fetched.body)
        if same_bytes(answered, raw):
            same = Result(answered, check_of(answered, CheckOutcome.UNCHANGED, snapshot=raw), raw=raw)
            return await self._good(same)
        if same_but_for_holes(answered, fetched):
            return await self._good(Result(answered, check_of(answered, CheckOutcome.UNCHANGED)))
        mark = fingerprint(fetched.body, fetched.header("content-type"))
        if same_text(answered, mark):
            return await self._good(Result(answered, check_of(answered, CheckOutcome.UNCHANGED), raw=raw, mark=mark))
        latest = await asyncio.to_thread(self.learning.promising, answered, fetched)
        if latest is not None:
            check = check_of(answered, CheckOutcome.UNCHANGED)
            return Result(answered, check, raw=raw, mark=mark, rendered=rendered, unread=latest, needs_again=True)
        return await self._new_text(answered, fetched, raw, mark, rendered=rendered)

    async def _new_text(self, answered: Answered, fetched: Fetched, raw: str, mark: str, *, rendered: bool) -> Result:
        monitor = answered.watched.monitor
        # The reader's view costs more than all else together: a page seen before gets it once it is to be written.
        first_sight = not answered.watched.latest_version
        document = await self._document(
            monitor, fetched.body, fetched.header("content-type"), fetched.url, readable=first_sight
        )
        old = await asyncio.to_thread(self.store.latest_version, monitor.id)
        before = old.segments if old else None
        verdict = judge_capture(fetched, document, previous=before, expect=monitor.expect)
        first = check_of(answered, CheckOutcome.FIRST, verdict=verdict, snapshot=raw if verdict.ok else "")
        frames = frames_of(monitor, fetched, document)
        result = Result(answered, first, raw=raw, mark=mark, document=document, rendered=rendered, frames=frames)
        if not verdict.ok and document.needs_browser and monitor.fetch == "auto" and not rendered:
            return replace(result, needs_browser=True)
        if may_be_true(verdict):
            believed, result = await asyncio.to_thread(self._emptied, result)
        else:
            believed = verdict.ok
        if not believed:
            blocked = replace(result, check=check_of(answered, CheckOutcome.BLOCKED, verdict=verdict), raw="", mark="")
            return await asyncio.to_thread(self._in_trouble, blocked)
        result = await self._good(replace(result, new=version_of(answered, document, raw)))
        if old is not None:
            return await self._against(result, old)
        known = await asyncio.to_thread(self.siblings.looked_at, monitor.url)
        return await asyncio.to_thread(self._somewhere, result) if known else replace(result, needs_siblings=True)

    def _in_trouble(self, result: Result) -> Result:
        """A failed or blocked check, with REMOVED where the page has stood gone for two days."""
        watched, check = result.answered.watched, result.check
        if check.failure is FailureKind.INTERRUPTED or not (is_gone(check) or watched.failures):
            return result
        kept = self._standing(watched.monitor)
        standing, event = after_trouble(result.standing or kept, check)
        return self._with_event(replace(result, standing=standing if standing != kept else None), event, kept)

    async def _good(self, result: Result) -> Result:
        """A good check, with RETURNED or MOVED where that is due."""
        watched, check = result.answered.watched, result.check
        if not watched.failures and same_place(watched.monitor.url, check.url):
            return result
        return await asyncio.to_thread(self._settled, result)

    def _settled(self, result: Result) -> Result:
        monitor = result.answered.watched.monitor
        kept = self._standing(monitor)
        standing, event = after_page(kept, result.check, monitor.url)
        return self._with_event(replace(result, standing=standing if standing != kept else None), event, kept)

    def _emptied(self, result: Result) -> tuple[bool, Result]:
        """Most of the text is gone: whether that has stood long enough to be believed."""
        standing, believed = after_loss(self._standing(result.answered.watched.monitor), result.check)
        return believed, replace(result, standing=standing)

    def _standing(self, monitor: Monitor) -> Standing:
        return load_standing(self.store.state(f"standing:{monitor.id}"))

    def _with_event(self, result: Result, kind: ChangeKind | None, before: Standing) -> Result:
        watched = result.answered.watched
        old = self.store.latest_version(watched.monitor.id) if kind is not None else None
        if kind is None or old is None:
            return result
        from monitors.language.judge import read  # 0.4 s

        passages = compare(old.segments, ()).passages
        removal = read(old.segments, (), passages, title_before=old.title, kind=watched.source.kind.value)
        reading = event_reading(kind, result.check, before, removal)
        since = seen_since(kind, before, watched.last_ok_at)
        return replace(result, event=event_change(kind, result.check, old, since, reading))

    async def _against(self, result: Result, old: Version) -> Result:
        """Compare with the latest version; like with like, whatever extractor made it."""
        document, new = result.document, result.new
        assert document is not None and new is not None
        technical: Version | None = None
        if old.extractor != document.extractor:
            technical = await self._derive_anew(result.answered.watched, old)
            old = technical or old
        comparison = await asyncio.to_thread(self._compare, result.answered.watched, old, new, None)
        return replace(
            result,
            old=old,
            technical=technical,
            comparison=comparison,
            needs_again=comparison.grade is not Grade.NONE,
            needs_siblings=comparison.grade in TELLING_GRADES,
        )

    async def varying(self, result: Result, again: Fetched | None) -> Result:
        """The result with what a moment's difference taught of the page; unchanged where nothing else differs. What was
        not read before is read here, unless it is unchanged."""
        old, fetched = result.unread or result.old, result.answered.outcome
        if old is None or not isinstance(fetched, Fetched):
            return result
        learned = await self.learning.learn(result.answered, old, fetched, again) if again is not None else None
        if result.unread is not None:
            if learned is not None and learned.nothing_else and learned.extractor == old.extractor:
                return _nothing_new(replace(result, stencil=learned.stencil.dumped()))
            result = await self._new_text(result.answered, fetched, result.raw, result.mark, rendered=result.rendered)
        if learned is None or not result.needs_again:
            return result
        known = replace(result, stencil=learned.stencil.dumped())
        return _nothing_new(known) if learned.nothing_else and result.technical is None else known

    async def resumed(self, result: Result, old: int) -> Result:
        """A result that was put aside, compared again with that version."""
        version = await asyncio.to_thread(self.store.version, old) if old else None
        return await self._against(result, version) if version is not None else result

    async def readable(self, result: Result) -> Result:
        """With the reader's view and the main-content labels, where a version is about to be written without them."""
        fetched, document, new = result.answered.outcome, result.document, result.new
        written = new is not None and result.comparison is not None and result.comparison.grade is not Grade.NONE
        if not written or document is None or not isinstance(fetched, Fetched) or document.media_type != HTML:
            return result
        monitor = result.answered.watched.monitor
        full = await self._document(monitor, fetched.body, fetched.header("content-type"), fetched.url)
        if not full.verdict.ok or len(full.segments) != len(document.segments):
            return result
        return replace(result, document=full, new=version_of(result.answered, full, result.raw))

    async def second_look(self, result: Result, fetched: Fetched | None) -> Result:
        """The comparison once more, now that sibling pages have shown what is furniture and the page itself, fetched
        once more, what differs from one answer to the next."""
        again = await self._again(result, fetched) if result.old is not None else None
        result = await asyncio.to_thread(self._somewhere, result)
        if result.old is None or result.new is None:
            return result
        watched = result.answered.watched
        slots = set(watched.slots)
        second = None
        if again is not None and again.verdict.ok:
            if compare(result.old.segments, comparable(result.old, again)).grade is Grade.NONE:
                return _flipped(result)
            slots |= volatile_slots(result.new.segments, again.segments)
            second = replace(result.new, extractor=again.extractor, title=again.title, segments=again.segments)
        watched = replace(watched, slots=tuple(sorted(slots)))
        comparison = await asyncio.to_thread(self._compare, watched, result.old, result.new, second)
        if second is not None and comparison.grade in TELLING_GRADES:
            # On a page that varies anyway the old text is back where the second look tells nothing as weighty.
            back = await asyncio.to_thread(self._compare, watched, result.old, second, result.new)
            if back.grade.rank < comparison.grade.rank:
                return _flipped(result)
        return replace(result, comparison=comparison, slots=tuple(sorted(slots))[:MOST_SLOTS])

    def _somewhere(self, result: Result) -> Result:
        """The capture judged once more, now that the host has shown what it answers where there is no page."""
        fetched, document = result.answered.outcome, result.document
        nowhere = self.siblings.nowhere(result.answered.watched.monitor.url)
        if nowhere is None or document is None or not isinstance(fetched, Fetched):
            return result
        verdict = judge_capture(fetched, document, previous=None, random_path=nowhere)
        if verdict.ok:
            return result
        check = check_of(result.answered, CheckOutcome.BLOCKED, verdict=verdict)
        return self._in_trouble(replace(result, check=check, raw="", mark="", new=None, old=None, comparison=None))

    def _compare(self, watched: Watched, old: Version, new: Version, again: Version | None) -> Comparison:
        host = watched.monitor.url
        steady, fleeting = two_looks(new.segments, again.segments if again else None)
        return compare(
            old.segments,
            comparable(old, new),
            furniture_before=joined(self.siblings.before(host), steady),
            furniture_after=joined(self.siblings.after(host), fleeting),
            fetched_before=old.at.date(),
            fetched_after=new.at.date(),
            slots=frozenset(watched.slots),
        )

    async def _derive_anew(self, watched: Watched, old: Version) -> Version | None:
        """The old snapshot's text as today's extractor takes it; None where its body can't be read any more, or is of
        another type and was taken by today's extractor of that."""
        info = await asyncio.to_thread(self.store.snapshot, old.snapshot, watched.monitor.id)
        if info is None:
            return None
        try:
            body = await asyncio.to_thread(self.store.body, old.snapshot)
        except BodyDamaged:
            return None  # `verify` tells it; one lost body must not end the round of all pages
        document = await self._document(watched.monitor, body, info.media_type, info.url)
        if not document.verdict.ok or document.extractor == old.extractor:
            return None
        return replace(
            old, extractor=document.extractor, title=document.title, text=document.text, segments=document.segments
        )

    async def _again(self, result: Result, fetched: Fetched | None) -> Document | None:
        """The document of the same page fetched once more, segments only; the same bytes are not read twice."""
        if fetched is None:
            return None
        if result.document is not None and raw_hash(fetched.body) == result.raw:
            return result.document
        monitor, media_type = result.answered.watched.monitor, fetched.header("content-type")
        return await self._document(monitor, fetched.body, media_type, fetched.url, readable=False)

    async def _document(
        self, monitor: Monitor, body: bytes, media_type: str, url: str, *, readable: bool = True
    ) -> Document:
        return await self.extraction.extract(
            body, media_type, url, select=monitor.select, ignore=monitor.ignore, readable=readable
        )


def _nothing_new(result: Result) -> Result:
    """The page differs from its latest version only where it differs from itself a moment later."""
    check = replace(result.check, outcome=CheckOutcome.UNCHANGED, snapshot="")
    known = replace(result, check=check, raw="", mark="", new=None, old=None, comparison=None, frames=(), unread=None)
    return replace(known, needs_again=False, needs_siblings=False)


def _flipped(result: Result) -> Result:
    """The second look shows the old text again: the page flips between two states, or one of its servers is behind.
    Nothing is remembered of this capture, least of all a stencil of it, so that the next check asks anew."""
    check = replace(
        result.check,
        outcome=CheckOutcome.UNCHANGED,
        snapshot="",
        message="another text was shown once and not again a moment later; the next check looks anew",
    )
    nothing = replace(result, raw="", mark="", new=None, old=None, comparison=None, technical=None, stencil=None)
    return replace(nothing, check=check, flipped=True)

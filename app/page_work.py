"""The work on one answered visit, in the order of app/check.py's list: look, compare, read, write."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from alerts.match import wants
from alerts.message import identity_for
from alerts.settings import MailSettings
from app.extraction import Extraction
from app.listing_work import listing_result
from app.page_decision import (
    TELLING_GRADES,
    Answered,
    alert_of,
    check_of,
    first_change,
    next_try,
    raw_hash,
    same_bytes,
    same_text,
    text_change,
    version_of,
)
from app.results import ItemsWrite, Result, Seen
from app.siblings import Siblings
from crawler.crawl import Visited
from monitors.diff import Comparison, compare
from monitors.extract import Document
from monitors.quality import judge_capture
from monitors.records import (
    Alert,
    Cause,
    Change,
    Check,
    CheckOutcome,
    Delivery,
    Failed,
    Fetched,
    Grade,
    NotModified,
    Reading,
    Subscriber,
    Subscription,
    Version,
    Watched,
)
from monitors.versions import fingerprint
from storage.checks import CheckWrite
from storage.errors import StaleWrite
from storage.pages import PageWrite
from storage.store import Store


@dataclass(frozen=True, slots=True)
class PageWork:
    """What the work on a page needs. asked: the subscriptions in force, read once a round; dry: write nothing."""

    store: Store
    extraction: Extraction
    siblings: Siblings
    mail: MailSettings
    asked: Sequence[tuple[Subscriber, Subscription]]
    retry_after_failure: timedelta
    dry: bool = False

    async def first_look(self, watched: Watched, visited: Visited) -> Result:
        """Everything that can be decided from this page alone."""
        answered = Answered(watched, visited.outcome, visited.milliseconds)
        outcome = visited.outcome
        if isinstance(outcome, Failed):
            check = check_of(answered, CheckOutcome.FAILED)
            return Result(answered, check, next_check_at=next_try(watched, outcome, self.retry_after_failure))
        if isinstance(outcome, NotModified):
            return Result(answered, check_of(answered, CheckOutcome.NOT_MODIFIED))
        if watched.monitor.spider != "page":
            return listing_result(answered, outcome, visited.items)
        return await self._page(answered, outcome)

    async def _page(self, answered: Answered, fetched: Fetched) -> Result:
        raw = raw_hash(fetched.body)
        if same_bytes(answered, raw):
            return Result(answered, check_of(answered, CheckOutcome.UNCHANGED, snapshot=raw), raw=raw)
        mark = fingerprint(fetched.body, fetched.header("content-type"))
        if same_text(answered, mark):
            return Result(answered, check_of(answered, CheckOutcome.UNCHANGED), raw=raw, mark=mark)
        watched = answered.watched
        document = await self._document(watched, fetched.body, fetched.header("content-type"), fetched.url)
        old = await asyncio.to_thread(self.store.latest_version, watched.monitor.id)
        verdict = judge_capture(
            fetched, document, previous=old.segments if old else None, expect=watched.monitor.expect
        )
        if not verdict.ok:
            return Result(answered, check_of(answered, CheckOutcome.BLOCKED, verdict=verdict))
        result = Result(
            answered,
            check_of(answered, CheckOutcome.FIRST, verdict=verdict, snapshot=raw),
            raw=raw,
            mark=mark,
            document=document,
            new=version_of(answered, document, raw),
        )
        return result if old is None else await self._against(result, old)

    async def _against(self, result: Result, old: Version) -> Result:
        """Compare with the latest version; like with like, whatever extractor made it."""
        document, new = result.document, result.new
        assert document is not None and new is not None
        technical: Version | None = None
        if old.extractor != document.extractor:
            technical = await self._derive_anew(result.answered.watched, old)
            old = technical or old
        comparison = await asyncio.to_thread(self._compare, result.answered.watched, old, new)
        needs = comparison.grade in TELLING_GRADES
        return replace(result, old=old, technical=technical, comparison=comparison, needs_siblings=needs)

    async def second_look(self, result: Result) -> Result:
        """The comparison once more, now that sibling pages have shown what is furniture."""
        if result.old is None or result.new is None:
            return result
        comparison = await asyncio.to_thread(self._compare, result.answered.watched, result.old, result.new)
        return replace(result, comparison=comparison)

    def _compare(self, watched: Watched, old: Version, new: Version) -> Comparison:
        host = watched.monitor.url
        return compare(
            old.segments,
            new.segments,
            furniture_before=self.siblings.before(host),
            furniture_after=self.siblings.after(host),
            fetched_before=old.at.date(),
            fetched_after=new.at.date(),
            slots=frozenset(watched.slots),
        )

    async def _derive_anew(self, watched: Watched, old: Version) -> Version | None:
        """The old snapshot's text as today's extractor takes it; None where its body can't be read any more."""
        info = await asyncio.to_thread(self.store.snapshot, old.snapshot, watched.monitor.id)
        if info is None:
            return None
        body = await asyncio.to_thread(self.store.body, old.snapshot)
        document = await self._document(watched, body, info.media_type, info.url)
        if not document.verdict.ok:
            return None
        return replace(
            old, extractor=document.extractor, title=document.title, text=document.text, segments=document.segments
        )

    async def _document(self, watched: Watched, body: bytes, media_type: str, url: str) -> Document:
        monitor = watched.monitor
        return await self.extraction.extract(body, media_type, url, select=monitor.select, ignore=monitor.ignore)

    async def write(self, result: Result) -> Seen:
        """Write what the visit came to (unless dry) and say it."""
        return await asyncio.to_thread(self._write, result)

    def _write(self, result: Result) -> Seen:
        try:
            if result.items is not None:
                return self._write_items(result, result.items)
            if result.new is None:
                return self._write_check(result)
            if result.old is None:
                return self._write_version(result, first_change(result.answered, result.new))
            if result.comparison is None or result.comparison.grade is Grade.NONE:
                return self._write_same(result)
            return self._write_version(result, text_change(result.answered, result.old, result.new, result.comparison))
        except StaleWrite as error:
            return self._seen(result, CheckOutcome.FAILED, str(error))

    def _write_check(self, result: Result) -> Seen:
        if not self.dry:
            self.store.record_checks([self._check_write(result, result.check)])
        return self._seen(result, result.check.outcome, result.check.message)

    def _check_write(self, result: Result, check: Check) -> CheckWrite:
        etag, modified = result.validators()
        return CheckWrite(
            check,
            etag=etag,
            last_modified=modified,
            raw=result.raw,
            fingerprint=result.mark,
            next_check_at=result.next_check_at,
        )

    def _write_items(self, result: Result, items: ItemsWrite) -> Seen:
        if not self.dry:
            write = self._check_write(result, result.check)
            self.store.record_listing(write, items.listed, items.monitors)
        return self._seen(result, result.check.outcome, f"{len(items.monitors)} new" if items.monitors else "")

    def _write_same(self, result: Result) -> Seen:
        """Nothing a reader could see differs: only the check is written, and an upgrade's text."""
        check = replace(result.check, outcome=CheckOutcome.UNCHANGED)
        if result.technical is not None and not self.dry:
            self._write_technical(result)
        return self._write_check(replace(result, check=check))

    def _write_technical(self, result: Result) -> Version:
        technical = result.technical
        assert technical is not None
        return self.store.record_technical(technical, technical_change(technical))

    def _write_version(self, result: Result, change: Change | None) -> Seen:
        assert result.new is not None and result.document is not None
        outcome = CheckOutcome.FIRST if result.old is None else CheckOutcome.CHANGED
        check = replace(result.check, outcome=outcome)
        now = result.answered.outcome.at
        alert = alert_of(change, now) if change else None
        owed = self._owed(result, alert) if alert else ()
        if not self.dry:
            change = self._record(result, replace(result, check=check), change, alert, owed) or change
        return self._seen(result, outcome, "", change, alerted=alert is not None, owed=len(owed))

    def _record(
        self, result: Result, checked: Result, change: Change | None, alert: Alert | None, owed: Sequence[Delivery]
    ) -> Change | None:
        fetched = result.answered.outcome
        assert isinstance(fetched, Fetched) and result.new is not None and result.document is not None
        expected = result.old.id if result.old else 0
        if result.technical is not None:
            stored = self._write_technical(result)
            expected = stored.id
            change = replace(change, old_version=stored.id) if change else None
        self.store.put_body(fetched.body)
        write = PageWrite(
            check=checked.check,
            version=result.new,
            body_sha=result.raw,
            media_type=fetched.header("content-type") or result.document.media_type,
            headers=fetched.headers,
            etag=result.validators()[0],
            last_modified=result.validators()[1],
            fingerprint=result.mark,
            expected_version=expected,
            change=change,
            alert=alert,
            deliveries=tuple(owed),
        )
        return self.store.record_page(write)

    def _owed(self, result: Result, alert: Alert) -> tuple[Delivery, ...]:
        """Who asked for this alert; each gets a Message-ID that no second try changes."""
        assert result.new is not None
        watched = result.answered.watched
        key = f"{watched.monitor.id}|{result.old.id if result.old else 0}|{result.new.snapshot}"
        return tuple(
            Delivery(
                alert_id=0,
                subscription_id=subscription.id,
                message_id=identity_for(key, subscriber.address, self.mail),
                next_try_at=alert.at,
            )
            for subscriber, subscription in _one_each(self.asked, alert, watched)
        )

    def _seen(
        self,
        result: Result,
        outcome: CheckOutcome,
        message: str = "",
        change: Change | None = None,
        *,
        alerted: bool = False,
        owed: int = 0,
    ) -> Seen:
        watched = result.answered.watched
        return Seen(watched.monitor, watched.source, outcome, message, change, alerted, owed)


def _one_each(
    asked: Sequence[tuple[Subscriber, Subscription]], alert: Alert, watched: Watched
) -> list[tuple[Subscriber, Subscription]]:
    """At most one subscription of each subscriber: who asked twice for the same thing gets one mail."""
    chosen: dict[int, tuple[Subscriber, Subscription]] = {}
    for subscriber, subscription in asked:
        if wants(subscription, alert, watched.source):
            chosen.setdefault(subscriber.id, (subscriber, subscription))
    return list(chosen.values())


def technical_change(derived: Version) -> Change:
    """The record that our extractor changed and the page did not; it alerts nobody."""
    return Change(
        monitor_id=derived.monitor_id,
        at=derived.at,
        since=derived.at,
        old_version=derived.id,
        new_version=0,
        cause=Cause.TECHNICAL,
        grade=Grade.NONE,
        passages=(),
        reading=Reading(relevant=False),
    )

"""Writing what a visit came to: one transaction a page, with its change, its alert and what is owed to whom."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from alerts.match import wants
from alerts.message import identity_for
from alerts.settings import MailSettings
from app.page_decision import TELLING_GRADES, alert_of, first_change, pace_after, planned, text_change
from app.results import ItemsWrite, Result, Seen
from app.standing import Standing
from app.standing import dump as dump_standing
from monitors.diff import compare
from monitors.records import (
    Alert,
    AlertState,
    Cadence,
    Cause,
    Change,
    Check,
    CheckOutcome,
    Delivery,
    DeliveryState,
    Failed,
    FailureKind,
    Fetched,
    Grade,
    Reading,
    Severity,
    Source,
    Subscriber,
    Subscription,
    Version,
)
from storage.alert_states import Waiting
from storage.checks import CheckWrite
from storage.errors import StaleWrite
from storage.pages import PageWrite
from storage.store import Store

SOONEST = {cadence: number for number, cadence in enumerate(Cadence)}
SAME = (CheckOutcome.UNCHANGED, CheckOutcome.NOT_MODIFIED)
# A second look that fails is tried again this many times over; then the alert is told without one.
CONFIRM_TIMES = 6


@dataclass(frozen=True, slots=True)
class Record:
    """What writing needs. asked: brings the subscriptions in force, called only when there is an alert; dry: write
    nothing; confirm_after: when a grave change is looked at again before it is told, None where nobody comes back for
    it; waiting: the alerts that wait for such a look, by monitor."""

    store: Store
    mail: MailSettings
    asked: Callable[[], Sequence[tuple[Subscriber, Subscription]]]
    dry: bool = False
    confirm_after: timedelta | None = None
    waiting: Mapping[str, Waiting] = field(default_factory=dict)

    async def write(self, result: Result) -> Seen:
        """Write what the visit came to (unless dry) and say it."""
        return await asyncio.to_thread(self._write, result)

    async def write_bare(self, results: Sequence[Result]) -> list[Seen]:
        """Write visits that come to their checks alone, all in one transaction."""
        if results and not self.dry:
            await asyncio.to_thread(self._write_checks, results)
        return [self._seen(result, result.check.outcome, result.check.message) for result in results]

    def _write_checks(self, results: Sequence[Result]) -> None:
        self.store.record_checks([self._check_write(self._soon(result), result.check) for result in results])
        for result in results:
            self._confirm(result)

    def _write(self, result: Result) -> Seen:
        try:
            if result.event is not None:
                return self._write_event(result, result.event)
            seen = self._write_text(result)
        except StaleWrite as error:
            return self._seen(result, CheckOutcome.FAILED, str(error))
        self._keep_standing(result)
        if result.frames and not self.dry:
            self.store.add_monitors([], result.frames, result.answered.outcome.at)
        return seen

    def _write_text(self, result: Result) -> Seen:
        if result.items is not None:
            return self._write_items(result, result.items)
        if result.new is None:
            return self._write_check(result)
        if result.old is None:
            return self._write_version(result, first_change(result.answered, result.new))
        if result.comparison is None or result.comparison.grade is Grade.NONE:
            return self._write_same(result)
        return self._write_version(result, text_change(result.answered, result.old, result.new, result.comparison))

    def _write_event(self, result: Result, event: Change) -> Seen:
        """The event with its check in one transaction; a new text that came with it is written after it."""
        alert = alert_of(event, event.at)
        owed = self._owed(result, alert, f"{event.kind.value}|{event.at.isoformat()}") if alert else ()
        if not self.dry:
            fact = (_standing_key(result), dump_standing(result.standing or Standing()))
            write = self._check_write(replace(result, raw="", mark=""), _plain_check(result), changed=True)
            event = self.store.record_event(write, event, alert, owed, fact)
        if result.new is not None:
            self._write_text(result)
        message = event.reading.headline
        return self._seen(result, result.check.outcome, message, event, alerted=alert is not None, owed=len(owed))

    def _keep_standing(self, result: Result) -> None:
        if result.standing is not None and not self.dry:
            self.store.set_state(_standing_key(result), dump_standing(result.standing))

    def _write_check(self, result: Result) -> Seen:
        if not self.dry:
            self._write_checks([result])
        return self._seen(result, result.check.outcome, result.check.message)

    def _confirm(self, result: Result) -> None:
        """The page still says what an alert waits to tell."""
        waiting = self.waiting.get(result.answered.watched.monitor.id)
        if waiting is not None and _same(result):
            self.store.confirm_alert(waiting.alert_id, result.check.at)

    def _soon(self, result: Result) -> Result:
        """A second look that brought no page, or two texts, is tried again soon, while its alert still waits; no sooner
        than the site asked. One that we broke off ourselves is due at once, as ever."""
        waiting = self.waiting.get(result.answered.watched.monitor.id)
        if waiting is None or self.confirm_after is None or _same(result):
            return result
        if result.check.failure is FailureKind.INTERRUPTED:
            return result
        outcome = result.answered.outcome
        asked = outcome.retry_after if isinstance(outcome, Failed) else None
        soon = result.check.at + max(self.confirm_after, asked or timedelta(0))
        return replace(result, next_check_at=soon) if soon < waiting.confirm_by else result

    def _check_write(self, result: Result, check: Check, *, changed: bool = False) -> CheckWrite:
        etag, modified = result.validators()
        watched = result.answered.watched
        pace = pace_after(watched, check, changed=changed)
        return CheckWrite(
            check,
            etag=etag,
            last_modified=modified,
            raw=result.raw,
            fingerprint=result.mark,
            next_check_at=result.next_check_at or planned(watched, check, pace),
            stencil=result.stencil,
            pace=pace,
        )

    def _write_items(self, result: Result, items: ItemsWrite) -> Seen:
        if not self.dry:
            news = result.check.outcome is CheckOutcome.CHANGED
            write = self._check_write(result, result.check, changed=news)
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
        back = self._taken_back(result)
        alert = alert_of(change, now) if change and not back else None
        if alert is not None and self.confirm_after is not None and alert.severity.rank >= Severity.MAJOR.rank:
            alert = replace(alert, state=AlertState.WAITING, confirm_by=now + CONFIRM_TIMES * self.confirm_after)
        owed = self._owed(result, alert, result.raw) if alert else ()
        if not self.dry:
            change = self._record(result, replace(result, check=check), change, alert, owed, back) or change
        return self._seen(result, outcome, "", change, alerted=alert is not None, owed=len(owed))

    def _taken_back(self, result: Result) -> bool:
        """Whether the page says again what it said before the alert that waits, as far as visits go."""
        waiting = self.waiting.get(result.answered.watched.monitor.id)
        if waiting is None or result.new is None or result.check.at >= waiting.confirm_by:
            return False
        before = self.store.version(waiting.old_version) if waiting.old_version else None
        if before is None:
            return False
        since = text_change(result.answered, before, result.new, compare(before.segments, result.new.segments))
        return alert_of(since, result.check.at) is None

    def _record(
        self,
        result: Result,
        checked: Result,
        change: Change | None,
        alert: Alert | None,
        owed: Sequence[Delivery],
        back: bool,
    ) -> Change | None:
        fetched = result.answered.outcome
        assert isinstance(fetched, Fetched) and result.new is not None and result.document is not None
        watched = result.answered.watched
        waiting = self.waiting.get(watched.monitor.id)
        expected = watched.latest_version
        if result.technical is not None:
            stored = self._write_technical(result)
            expected = stored.id
            change = replace(change, old_version=stored.id) if change else None
        changed = change is not None and watched.latest_version > 0 and change.grade in TELLING_GRADES
        pace = pace_after(watched, checked.check, changed=changed)
        self.store.put_body(fetched.body)
        write = PageWrite(
            check=checked.check,
            version=result.new,
            body_sha=result.raw,
            media_type=fetched.header("content-type") or result.document.media_type,
            headers=fetched.headers,
            exchange=fetched.exchange,
            etag=result.validators()[0],
            last_modified=result.validators()[1],
            fingerprint=result.mark,
            expected_version=expected,
            change=change,
            alert=alert,
            deliveries=tuple(owed),
            slots=result.slots or watched.slots,
            stencil=result.stencil or "",
            confirms=waiting.alert_id if waiting is not None and not back else 0,
            takes_back=waiting.alert_id if waiting is not None and back else 0,
            next_check_at=self._second_look(alert) or planned(watched, checked.check, pace),
            pace=pace,
        )
        return self.store.record_page(write)

    def _second_look(self, alert: Alert | None) -> datetime | None:
        """When the page is looked at again because of this alert; None: as planned."""
        if alert is None or alert.state is not AlertState.WAITING or self.confirm_after is None:
            return None
        return alert.at + self.confirm_after

    def _owed(self, result: Result, alert: Alert, what: str) -> tuple[Delivery, ...]:
        """Who asked for this alert. what: tells one alert of a version from another."""
        watched = result.answered.watched
        key = f"{watched.monitor.id}|{watched.latest_version}|{what}"
        return tuple(owed_to(self.asked(), alert, watched.source, key, self.mail))

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


def owed_to(
    asked: Sequence[tuple[Subscriber, Subscription]], alert: Alert, source: Source, key: str, mail: MailSettings
) -> list[Delivery]:
    """Who asked for this alert; each gets a Message-ID that no second try changes. key: what is told."""
    return [
        Delivery(
            alert_id=0,
            subscription_id=subscription.id,
            message_id=identity_for(key, subscriber.address, mail),
            next_try_at=alert.confirm_by or alert.at,
            state=DeliveryState.OWED if subscription.cadence is Cadence.AT_ONCE else DeliveryState.GATHERED,
        )
        for subscriber, subscription in _one_each(asked, alert, source)
    ]


def _one_each(
    asked: Sequence[tuple[Subscriber, Subscription]], alert: Alert, source: Source
) -> list[tuple[Subscriber, Subscription]]:
    """At most one subscription of each subscriber, the one that tells soonest: who asked twice for the same thing gets
    one mail."""
    chosen: dict[int, tuple[Subscriber, Subscription]] = {}
    for subscriber, subscription in asked:
        if wants(subscription, alert, source):
            known = chosen.get(subscriber.id)
            if known is None or SOONEST[subscription.cadence] < SOONEST[known[1].cadence]:
                chosen[subscriber.id] = (subscriber, subscription)
    return list(chosen.values())


def _same(result: Result) -> bool:
    """Whether the page still says what it said when it was last seen."""
    return result.check.outcome in SAME and not result.flipped


def _standing_key(result: Result) -> str:
    return f"standing:{result.answered.watched.monitor.id}"


def _plain_check(result: Result) -> Check:
    """The check of an event: the visit's own, or that it was good where its text is written after it."""
    return replace(result.check, outcome=CheckOutcome.UNCHANGED) if result.new is not None else result.check


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

"""Whether the watching goes on: what `health`, /healthz, the heartbeat and the metrics say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.wording import count_words
from monitors.records import DeliveryState
from storage import Store
from web.standing import LATE, Coverage, counted_at, coverage
from web.wording import bytes_words

# A round writes the bodies of all pages that changed; 111 pages of the shipped list are below 100 MB.
LEAST_ROOM = 500 * 1000**2
MAIL_LATE = timedelta(hours=1)
OK, DEGRADED, FAILING = "ok", "degraded", "failing"


@dataclass(frozen=True, slots=True)
class Condition:
    """failing: why nobody should rely on it now; degraded: what it can't do, while the rest goes on. counted_at: when
    coverage was counted, None for now; late: monitors that should have been checked long ago; owed: deliveries by
    state; free: bytes, None where that is not known."""

    at: datetime
    coverage: Coverage
    counted_at: datetime | None
    late: int
    newest_check: datetime | None
    owed: dict[DeliveryState, int]
    oldest_tried: datetime | None
    free: int | None
    failing: tuple[str, ...]
    degraded: tuple[str, ...]

    @property
    def word(self) -> str:
        return FAILING if self.failing else DEGRADED if self.degraded else OK


def condition(store: Store, now: datetime) -> Condition:
    """How it stands now. Raises StoreError where the database does not answer."""
    standings, late = store.standings(now), store.count_late(now - LATE)
    pages, counted = coverage(standings.counts), counted_at(standings, now)
    newest, owed, tried = store.newest_check(), store.outbox_counts(), store.oldest_tried()
    free = store.free_bytes()
    failing, degraded, held = [], [], owed[DeliveryState.HELD]
    overdue = f"{count_words(late, 'monitor')} {'is' if late == 1 else 'are'}"
    if late and (newest is None or now - newest > LATE):
        since = f"since {newest:%Y-%m-%d %H:%M} UTC" if newest else "yet"
        failing.append(f"nothing was checked {since}, {overdue} late; see that `visitwatch serve` or cron runs")
    elif late:
        degraded.append(f"{overdue} more than {LATE.total_seconds() / 3600:g} hours late")
    if free is not None and free < LEAST_ROOM:
        failing.append(f"only {bytes_words(free)} are left where pages are kept; free some space")
    if tried is not None and now - tried > MAIL_LATE:
        degraded.append(f"mail has been owed since {tried:%Y-%m-%d %H:%M} UTC; see `visitwatch outbox list`")
    if held:
        degraded.append(f"{count_words(held, 'mail')} held; see `visitwatch outbox list --state held`")
    if pages.failing:
        degraded.append(f"{pages.failing} of {pages.active} monitors fail; see `visitwatch monitors list`")
    return Condition(now, pages, counted, late, newest, owed, tried, free, tuple(failing), tuple(degraded))

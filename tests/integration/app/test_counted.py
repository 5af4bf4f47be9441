"""Of many monitors the daemon and each worker keep the count that pages show."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from app.config import load_config
from app.extraction import Extraction
from app.installation import Installation, utc_now
from app.metrics import Metrics
from app.serve import Rounds, end_ticks
from app.worker import Worker
from crawler.loop import run
from storage import Standing, Store, standings
from tests.integration.storage.samples import NOW, TERMS, check, fill

LATER = timedelta(minutes=2)


@pytest.fixture
def here(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """Two monitors that are many, neither checked yet."""
    monkeypatch.setattr(standings, "MANY", 1)
    (tmp_path / "config.toml").write_text('[store]\nurl = "sqlite:///v.db"\nbodies = "bodies"\n')
    fill(store)
    return Installation(load_config(tmp_path / "config.toml"), store)


def never(store: Store) -> int:
    """How many were never reached, as a page says it two minutes later."""
    counts = store.standings(utc_now() + LATER).counts
    return sum(kind.get(Standing.NEVER, 0) for kind in counts.values())


def test_the_daemon_keeps_the_count(here: Installation) -> None:
    asyncio.run(Rounds(here, Metrics(here.store, utc_now), mails=False).count())
    here.store.record_check(check(TERMS, NOW))
    assert never(here.store) == 2


@pytest.mark.parametrize("under_way", [True, False])
def test_a_daemon_stopped_while_it_counts_writes_no_traceback(
    here: Installation, under_way: bool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    began, go_on = threading.Event(), threading.Event()

    def keep_standings(_: datetime) -> None:
        began.set()
        assert go_on.wait(60)

    async def stopped() -> None:
        scheduler = AsyncIOScheduler(timezone="UTC")
        scheduler.add_job(Rounds(here, Metrics(here.store, utc_now), mails=False).count, next_run_time=utc_now())
        scheduler.start()
        if under_way:
            await asyncio.to_thread(began.wait, 60)
        end_ticks(scheduler)
        for _ in range(3):
            await asyncio.sleep(0)
        go_on.set()

    monkeypatch.setattr(here.store, "keep_standings", keep_standings)
    with caplog.at_level("DEBUG"):
        asyncio.run(stopped())
    assert under_way is began.is_set() is any("count was under way" in line for line in caplog.messages)
    assert not [line for line in caplog.records if line.exc_info]


def test_a_worker_keeps_the_count(here: Installation) -> None:
    async def keep() -> None:
        async with Extraction(timedelta(seconds=10)) as extraction:
            await Worker(here, extraction, Metrics(here.store, utc_now), mails=False).keep(None)  # type: ignore[arg-type]

    run(keep)
    here.store.record_check(check(TERMS, NOW))
    assert never(here.store) == 2


def test_without_a_kept_count_the_page_counts(here: Installation) -> None:
    here.store.record_check(check(TERMS, NOW))
    assert never(here.store) == 1

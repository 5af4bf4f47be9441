"""What other programs, the disk and the server do to a run that is under way."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import storage.engine
from monitors.records import Delivery, DeliveryState
from storage import ChangeQuery, CheckWrite, Store, StoreError, open_store
from tests.integration.storage.samples import DAY, LEASE, NOW, TERMS, alert, change, check, fill, page, subscribe
from tests.postgres import PostgresServer

ROOT = Path(__file__).parents[3]
RESTARTS = 20

# Compares with the version it has seen, and sleeps before it writes.
_SLEEPER = """
import sys
from pathlib import Path
from storage import StaleWrite, open_store
from tests.integration.storage.samples import DAY, NOW, TERMS, change, page
with open_store(sys.argv[1], Path(sys.argv[2])) as store:
    seen = store.latest_version(TERMS.id).id
    write = page(store, TERMS, "B", NOW + DAY, seen, change=change(NOW + DAY))
    print("seen", flush=True)
    sys.stdin.readline()
    try:
        store.record_page(write)
        print("written")
    except StaleWrite as error:
        print(error)
"""


def test_a_run_that_slept_writes_nothing_over_what_came_meanwhile(store_url: str, tmp_path: Path) -> None:
    """A laptop that was shut in mid-run: its leases are over, another run has seen the page since."""
    bodies = tmp_path / "bodies"
    with open_store(store_url, bodies) as store:
        fill(store, TERMS)
        store.record_page(page(store, TERMS, "A", NOW))
        command = [sys.executable, "-c", _SLEEPER, store_url, str(bodies)]
        sleeper = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert sleeper.stdout is not None and sleeper.stdout.readline() == "seen\n"
        sleeper.send_signal(signal.SIGSTOP)
        seen = store.latest_version(TERMS.id)
        assert seen is not None
        store.record_page(page(store, TERMS, "B", NOW + 2 * DAY, seen.id, change=change(NOW + 2 * DAY)))
        sleeper.send_signal(signal.SIGCONT)
        said, _ = sleeper.communicate("go on\n")
        assert "the next check compares anew" in said
        assert [store.version(one.id).text for one in store.versions(TERMS.id)] == ["A", "B"]  # type: ignore[union-attr]
        assert len(store.changes(ChangeQuery())) == 1


def test_a_reader_of_an_hour_and_a_writer_of_a_second_stop_nobody(sqlite_template: Path, tmp_path: Path) -> None:
    """An analyst's query is open all the time; a backup holds the write lock for a moment."""
    place = tmp_path / "v.db"
    place.write_bytes(sqlite_template.read_bytes())
    with open_store(f"sqlite:///{place}", tmp_path / "bodies") as store, closing(_other(place)) as reader:
        fill(store)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM checks").fetchone() == (0,)
        locked, free = threading.Event(), threading.Event()

        def hold() -> None:
            with closing(_other(place)) as writer:
                writer.execute("BEGIN IMMEDIATE")
                locked.set()
                free.wait(30)
                writer.execute("COMMIT")

        holder = threading.Thread(target=hold)
        holder.start()
        locked.wait(30)
        threading.Timer(0.5, free.set).start()
        store.record_check(check(TERMS, NOW))
        assert free.is_set(), "it waited for the lock"
        holder.join()
        assert reader.execute("SELECT count(*) FROM checks").fetchone() == (0,), "the reader's own moment stands still"
        assert len(store.checks(TERMS.id)) == 1


def test_who_holds_the_lock_for_too_long_is_named_and_nothing_is_lost(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.engine, "BUSY_SECONDS", 0.1)
    place = tmp_path / "v.db"
    place.write_bytes(sqlite_template.read_bytes())
    with open_store(f"sqlite:///{place}", tmp_path / "bodies") as store, closing(_other(place)) as writer:
        fill(store)
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program held it"):
            store.record_check(check(TERMS, NOW))
        assert len(store.due(NOW)) == 2, "reading waits for nobody"
        writer.execute("ROLLBACK")
        store.record_check(check(TERMS, NOW))
        assert len(store.checks(TERMS.id)) == 1


def _other(place: Path) -> sqlite3.Connection:
    return sqlite3.connect(place, isolation_level=None, timeout=30)


def test_a_damaged_file_is_named_with_what_to_do(sqlite_template: Path, tmp_path: Path) -> None:
    place = tmp_path / "v.db"
    place.write_bytes(sqlite_template.read_bytes())
    with open_store(f"sqlite:///{place}", tmp_path / "bodies") as store:
        fill(store)
        store.record_checks([CheckWrite(check(TERMS, NOW, message=f"{n} " + "x" * 500)) for n in range(200)])
    whole = place.read_bytes()
    place.write_bytes(whole[:8192] + os.urandom(len(whole) - 8192))
    with (
        pytest.raises(StoreError, match="restore it from a backup"),
        open_store(f"sqlite:///{place}", tmp_path / "bodies") as store,
    ):
        store.claim_due(NOW, limit=9, lease=LEASE, run="r")
        store.checks(TERMS.id, 500)


@pytest.mark.postgres
def test_a_server_that_restarts_twenty_times_loses_and_doubles_nothing(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    """A run goes on writing changes and their mails while the server is ended and started under it; what fails with
    StoreError is done again, as the next round does."""
    done = threading.Event()
    with open_store(postgres.new_database(), tmp_path / "bodies") as store:
        fill(store, TERMS)
        wish = subscribe(store, "ana@b.test")
        store.record_page(page(store, TERMS, "text 0", NOW))

        came = {"said": 0, "errors": 0}
        writer = threading.Thread(target=_write_on, args=(store, wish.id, done, came))
        writer.start()
        for _ in range(RESTARTS):  # in this thread: the server ends with the one that started it
            postgres.stop()
            postgres.start()
        done.set()
        writer.join()
        texts = [store.version(one.id).text for one in store.versions(TERMS.id)]  # type: ignore[union-attr]
        assert texts == [f"text {number}" for number in range(len(texts))]
        assert len(texts) > came["said"] > 0, "what was said to be recorded is there"
        changes = store.changes(ChangeQuery(limit=100_000))
        assert len(changes) == len(texts) - 1
        identities = Counter(one.message_id for one in store.deliveries(limit=100_000))
        assert set(identities.values()) == {1} and len(identities) == len(changes)
        assert came["errors"] >= 1, "or no restart fell into a transaction, and the test shows nothing"
        while owed := store.lease_deliveries(NOW + 99 * DAY, limit=500, lease=LEASE):
            for one in owed:
                store.mark_sent(one.delivery.id, NOW)
        assert store.outbox_counts()[DeliveryState.SENT] == len(changes)


def _write_on(store: Store, subscription: int, done: threading.Event, came: dict[str, int]) -> None:
    """Record the next text again and again; came: the last that was said to be recorded, and how many tries failed."""
    while not done.is_set():
        try:
            latest = store.latest_version(TERMS.id)
            assert latest is not None
            number = int(latest.text.split()[1]) + 1
            at = NOW + timedelta(minutes=number)
            told = [Delivery(0, subscription, f"<{number}@visitwatch.test>")]
            write = page(store, TERMS, f"text {number}", at, latest.id, change=change(at), alert=alert(at))
            store.record_page(replace(write, deliveries=told))
            came["said"] = number
        except StoreError:
            came["errors"] += 1

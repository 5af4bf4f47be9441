"""Runs killed at random moments, two at a time: nothing that was recorded is lost, and nothing is recorded twice."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

from sqlalchemy import text

from monitors.records import DeliveryState
from storage import ChangeQuery, Store, open_store
from storage.engine import Database
from tests.integration.storage.killed_run import MONITORS, SUBSCRIBERS, text_of
from tests.integration.storage.samples import DAY, LEASE, NOW, VENDOR, subscribe

ROUNDS = 5
CHILD = "tests.integration.storage.killed_run"
ROOT = Path(__file__).parents[3]


def kill_two(url: str, bodies: Path, round_number: int, chance: random.Random) -> list[str]:
    """Start two runs, kill each a random while after it recorded its first page; return what they said is recorded."""
    command = [sys.executable, "-m", CHILD, url, str(bodies), str(round_number)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(2)]
    said = []
    for run in runs:
        assert run.stdout is not None
        said.append(run.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.12))
        run.kill()
        said += [line.strip() for line in run.stdout if line.endswith("\n")]
        run.wait()
        run.stdout.close()
    return said


def chain(store: Store, monitor_id: str) -> list[str]:
    """The monitor's texts in order, after checking that versions, changes, checks and bodies fit together."""
    versions = store.versions(monitor_id)
    ids = [one.id for one in versions]
    found = store.changes(ChangeQuery(monitors=(monitor_id,), limit=10_000))
    links = [(row.change.old_version, row.change.new_version) for row in reversed(found)]
    assert links == list(pairwise(ids))
    assert [one.snapshot for one in reversed(store.checks(monitor_id, limit=10_000))] == [
        one.snapshot for one in versions
    ]
    texts = [store.version(number).text for number in ids]
    assert [store.body(one.snapshot).decode() for one in versions] == texts
    assert store.latest_version(monitor_id).id == ids[-1]
    return texts


def test_kills_lose_nothing_and_double_nothing(store_url: str, tmp_path: Path) -> None:
    chance, bodies = random.Random(20261123), tmp_path / "bodies"
    with open_store(store_url, bodies) as store:
        store.put_catalogue([VENDOR], MONITORS, NOW)
        for address in SUBSCRIBERS:
            subscribe(store, address)
    said = [line for number in range(ROUNDS) for line in kill_two(store_url, bodies, number, chance)]
    with open_store(store_url, bodies) as store:
        chains = {monitor.id: chain(store, monitor.id) for monitor in MONITORS if store.versions(monitor.id)}
        for monitor_id, texts in chains.items():
            assert texts == [text_of(monitor_id, number) for number in range(1, len(texts) + 1)]
        for line in said:
            monitor_id, number = line.split()
            assert len(chains[monitor_id]) >= int(number), f"{line} was recorded and is lost"
        assert len(said) >= 2 * ROUNDS
        told = sum(len(texts) - 1 for texts in chains.values())
        drain(store)
        sent = {DeliveryState.SENT: told * len(SUBSCRIBERS)}
        assert store.outbox_counts() == dict.fromkeys(DeliveryState, 0) | sent
        messages = [one.message_id for one in store.deliveries(limit=100_000)]
        assert len(set(messages)) == told * len(SUBSCRIBERS)
        late = NOW + (ROUNDS + 1) * DAY
        assert len(store.claim_due(late, limit=99, lease=LEASE, run="after")) == len(MONITORS)
    if store_url.startswith("sqlite"):
        assert_sound(store_url)


def drain(store: Store) -> None:
    while owed := store.lease_deliveries(NOW + ROUNDS * DAY, limit=50, lease=LEASE):
        for one in owed:
            store.mark_sent(one.delivery.id, NOW)


def assert_sound(url: str) -> None:
    database = Database(url)
    with database.reading() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    database.close()

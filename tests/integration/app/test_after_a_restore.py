"""A round over a database that came back from a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from app.installation import Installation
from monitors.records import DeliveryState
from storage import open_store
from tests.integration.app.test_rounds import RULES, Days, page
from tests.integration.app.test_rounds import days as days  # the fixture

ENDED = "<p>In-person visits have ended. All visits are by video.</p>"


def test_what_changed_after_the_backup_is_told_once_more_under_the_same_message_id(days: Days, tmp_path: Path) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    copied = tmp_path / "backup.db"
    with closing(sqlite3.connect(tmp_path / "v.db")) as source, closing(sqlite3.connect(copied)) as copy:
        source.backup(copy)
    days.site["/visiting"] = page(ENDED)
    days.check(24)
    [first] = days.here.store.deliveries()
    with open_store(f"sqlite:///{copied}", tmp_path / "bodies") as store:
        assert store.settle_restored(days.start + timedelta(hours=25)) == []
        Days(Installation(days.here.config, store), days.site, days.extraction).check(26)
        [again] = store.deliveries()
    assert again.message_id == first.message_id and again.state is DeliveryState.OWED

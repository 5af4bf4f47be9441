"""Backups made while others write, tried, and brought back: the same history, every body, and no old mail again."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from alerts.settings import MailSettings
from app import backup
from app.backup import back_up
from app.cli import cli
from app.config import Config, load_config
from app.deliver import deliver
from app.installation import Installation
from monitors.records import DeliveryState, Extractor
from storage import FaultKind, Store, open_store
from tests.integration.storage.samples import DAY, NOW, RULES, TERMS, check, fill, page, record_change, subscribe

CONFIG = '[store]\nurl = "{url}"\nbodies = "bodies"\n[mail]\nmaildir = "mail"\n'


@dataclass
class Kept:
    """An installation with two versions, an alert owed to a reader, another gathered for a digest."""

    folder: Path
    url: str
    store: Store

    @property
    def config(self) -> Config:
        return load_config(self.folder / "config.toml", {"VISITWATCH_STORE_URL": self.url})

    def back_up(self) -> Path:
        return back_up(Installation(self.config, self.store), self.folder / "backups", NOW).folder


@pytest.fixture
def kept(store: Store, store_url: str, tmp_path: Path) -> Iterator[Kept]:
    (tmp_path / "config.toml").write_text(CONFIG.format(url="sqlite:///unused.db"))
    fill(store)
    wish = subscribe(store, "a@b.test")
    store.record_page(page(store, TERMS, "Visits are free. \N{BALLOT BOX}", NOW))
    record_change(store, TERMS, "Visits cost $12.", NOW + DAY, wish)
    store.record_check(check(TERMS, NOW + 2 * DAY, status=304))
    store.make_root(NOW + 2 * DAY)
    yield Kept(tmp_path, store_url, store)


def command(folder: Path, *arguments: str, url: str = "") -> tuple[int, str]:
    environment = {"VISITWATCH_STORE_URL": url} if url else {"VISITWATCH_STORE_URL": f"sqlite:///{folder / 'v.db'}"}
    runner = CliRunner()
    answer = runner.invoke(
        cli, ["--config", str(folder / "config.toml"), *arguments], env=environment, standalone_mode=False
    )
    if answer.exception is not None:
        return 2, str(answer.exception)
    return answer.return_value, answer.output


def elsewhere(folder: Path) -> Path:
    """A second machine's empty place."""
    other = folder / "other"
    other.mkdir()
    (other / "config.toml").write_text(CONFIG.format(url="sqlite:///v.db"))
    return other


def test_a_restored_backup_holds_the_same_history(kept: Kept) -> None:
    before, mine = kept.store.digests(), kept.store.named_bodies()
    kept.back_up()
    other = elsewhere(kept.folder)
    code, said = command(other, "restore", str(kept.folder / "backups"), "--json")
    assert (code, json.loads(said)["restored"]) == (0, True), said
    with open_store(f"sqlite:///{other / 'v.db'}", other / "bodies") as store:
        after = store.digests()
        assert [store.body(sha) for sha in mine] == [kept.store.body(sha) for sha in mine]
        assert list(store.verify(NOW + 9 * DAY)) == []
        record_change(store, TERMS, "Visits are over.", NOW + 3 * DAY)  # and life goes on
    # What was owed is held, and it is noted that this came back; nothing else differs.
    assert {name for name in before if before[name] != after[name]} == {"deliveries", "run_facts"}


def test_a_backup_comes_back_into_the_database_it_was_made_of(kept: Kept, request: pytest.FixtureRequest) -> None:
    """Of PostgreSQL too, with its sequences: the next row gets the next number."""
    before = kept.store.digests()
    kept.back_up()
    url = f"sqlite:///{kept.folder / 'again.db'}"
    if kept.url.startswith("postgresql"):
        url = request.getfixturevalue("postgres").new_database()
    other = elsewhere(kept.folder)
    code, said = command(other, "restore", str(kept.folder / "backups"), url=url)
    assert code == 0, said
    with open_store(url, other / "bodies") as store:
        after = store.digests()
        assert {name for name in before if before[name] != after[name]} == {"deliveries", "run_facts"}
        _read_by_another_program(store)
        made = record_change(store, TERMS, "Visits are over.", NOW + 3 * DAY)
        assert made.id == 2
        assert list(store.verify(NOW + 9 * DAY)) == []


def _read_by_another_program(store: Store) -> None:
    """The first page of an extractor that the backup does not know yet."""
    first = page(store, RULES, "Bring your card.", NOW + 3 * DAY)
    assert first.version is not None
    store.record_page(replace(first, version=replace(first.version, extractor=Extractor("text", "4"))))


def test_no_old_mail_goes_out_after_a_restore(kept: Kept) -> None:
    [owed] = kept.store.lease_deliveries(NOW + DAY, limit=9, lease=DAY, run="a:1:x")
    kept.store.begin_delivery(owed.delivery.id, NOW + DAY, lease=DAY, run="a:1:x")  # under way while it is copied
    kept.back_up()
    other = elsewhere(kept.folder)
    code, said = command(other, "restore", str(kept.folder / "backups"))
    assert code == 0 and "1 mail owed then: held" in said
    with open_store(f"sqlite:///{other / 'v.db'}", other / "bodies") as store:
        sending = deliver(store, MailSettings(maildir=other / "mail", heartbeat=False), lambda: NOW + 30 * DAY, "b:1:x")
        assert (sending.sent, store.outbox_counts()[DeliveryState.HELD]) == (0, 1)
        [one] = store.retry_deliveries(NOW + 30 * DAY)
        assert deliver(store, MailSettings(maildir=other / "mail"), lambda: NOW + 30 * DAY, "b:1:x").sent == 1
        assert store.deliveries()[0].id == one


def test_a_backup_made_while_others_write_is_whole(kept: Kept) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            record_change(kept.store, TERMS, f"Visits cost ${number}.", NOW + DAY + number * DAY / 1000)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        kept.back_up()
    finally:
        stop.set()
        writer.join()
    code, said = command(kept.folder, "restore", str(kept.folder / "backups"), "--check", "--json")
    assert (code, json.loads(said)["faults"]) == (0, [])


def test_a_backup_gets_its_name_once_all_of_it_survives_a_power_cut(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    honest, rename = backup.make_durable, Path.rename

    def durable(path: Path) -> None:
        steps.append(path.name)
        honest(path)

    def renamed(self: Path, target: Path) -> Path:
        steps.append("named")
        return rename(self, target)

    monkeypatch.setattr(backup, "make_durable", durable)
    monkeypatch.setattr(Path, "rename", renamed)
    made = kept.back_up()
    assert sorted(steps[:2]) == ["manifest.json", "visitwatch.db"]
    assert steps[2:] == [f".{made.name}.partial", "named", "backups"]


def test_a_second_backup_copies_only_what_is_new(kept: Kept) -> None:
    folder = kept.folder / "backups"
    kept.back_up()
    record_change(kept.store, TERMS, "Visits are over.", NOW + 3 * DAY)
    second = back_up(Installation(kept.config, kept.store), folder, NOW + DAY)
    assert (second.bodies, second.copied, second.lost) == (3, 1, ())
    third = back_up(Installation(kept.config, kept.store), folder, NOW + 2 * DAY)
    assert third.copied == 0
    code, said = command(kept.folder, "backup", str(folder), "--keep", "2", "--json", url=kept.url)
    assert code == 0
    assert len(json.loads(said)["dropped"]) == 2
    assert command(kept.folder, "restore", str(folder), "--check")[0] == 0


@pytest.fixture
def sound(tmp_path: Path, sqlite_template: Path) -> Path:
    """A folder with a backup made on SQLite."""
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'source.db')}"
    (tmp_path / "config.toml").write_text(CONFIG.format(url="sqlite:///source.db"))
    with open_store(url, tmp_path / "bodies") as store:
        fill(store)
        store.record_page(page(store, TERMS, "Visits are free.", NOW))
        Kept(tmp_path, url, store).back_up()
    return tmp_path


def _body(folder: Path) -> Path:
    return next((folder / "backups" / "bodies").rglob("*.zst"))


def _database(folder: Path) -> Path:
    return next(folder.glob("backups/*/visitwatch.db"))


def _rewrite(path: Path) -> None:
    _write(path, "UPDATE sources SET record = replace(record, 'Acme', 'Acne')")


def _write(path: Path, statement: str) -> None:
    """Another row, in a file that SQLite finds nothing wrong with; the manifest's hash goes with it."""
    import sqlite3

    from app.backup import file_sha

    with sqlite3.connect(path) as database:
        database.execute(statement)
    database.close()
    manifest = path.with_name("manifest.json")
    said = json.loads(manifest.read_text()) | {"database_sha256": file_sha(path)}
    manifest.write_text(json.dumps(said))


def _newer(path: Path) -> None:
    _write(path, "UPDATE visitwatch_schema SET version_num = '9999'")


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda folder: _newer(_database(folder)), "newer than this program"),
        (lambda folder: _body(folder).unlink(), "missing body"),
        (lambda folder: _body(folder).write_bytes(b"x"), "damaged body"),
        (lambda folder: _rewrite(_database(folder)), "table sources"),
        (lambda folder: _database(folder).with_name("manifest.json").write_text("{}"), "can't be used"),
    ],
    ids=["of a newer program", "body gone", "body damaged", "rows altered", "manifest damaged"],
)
def test_a_damaged_backup_is_told_and_not_restored(sound: Path, break_it: object, words: str) -> None:
    assert callable(break_it)
    break_it(sound)
    other = elsewhere(sound)
    code, said = command(other, "restore", str(sound / "backups"), "--json")
    assert code != 0 and words in said
    assert not (other / "v.db").exists()


def test_nothing_is_restored_over_something(sound: Path) -> None:
    other = elsewhere(sound)
    with open_store(f"sqlite:///{other / 'v.db'}", other / "bodies") as store:
        fill(store)
        before = store.digests()
    code, said = command(other, "restore", str(sound / "backups"))
    assert code == 2 and "not empty" in said
    with open_store(f"sqlite:///{other / 'v.db'}", other / "bodies") as store:
        assert store.digests() == before


def test_bodies_that_a_database_moved_away_still_names_are_left_alone(sound: Path) -> None:
    """Who moves the database away and restores an older one may want the newer one back."""
    other = elsewhere(sound)
    with open_store(f"sqlite:///{other / 'v.db'}", other / "bodies") as store:
        fill(store)
        store.record_page(page(store, TERMS, "Visits are over.", NOW + 2 * DAY))
        before = store.named_bodies()
    for path in (other / "bodies").rglob("*.zst"):
        os.utime(path, (NOW.timestamp() - 1e6, NOW.timestamp() - 1e6))
    (other / "v.db").rename(other / "moved.db")
    code, said = command(other, "restore", str(sound / "backups"))
    assert code == 0, said
    with open_store(f"sqlite:///{other / 'moved.db'}", other / "bodies") as store:
        assert [len(store.body(sha)) > 0 for sha in before] == [True]
    with open_store(f"sqlite:///{other / 'v.db'}", other / "bodies") as store:
        found = {fault.kind for fault in store.verify(NOW + 9 * DAY)}
    assert found <= {FaultKind.ORPHAN_BODY}  # words are to be found, and what nobody names is told


def test_a_body_that_is_lost_here_is_told_but_the_rest_is_kept(sound: Path) -> None:
    """And a body that an earlier backup has is not lost."""
    url = f"sqlite:///{sound / 'source.db'}"
    with open_store(url, sound / "bodies") as store:
        for path in (sound / "bodies").rglob("*.zst"):
            path.unlink()
        gone = page(store, TERMS, "Visits are over.", NOW + DAY, store.latest_version(TERMS.id).id)
        store.record_page(gone)
        next((sound / "bodies").rglob(f"{gone.body_sha}.zst")).unlink()
        made = back_up(Installation(load_config(sound / "config.toml"), store), sound / "backups", NOW + DAY)
    assert made.lost == (gone.body_sha,)
    assert not [path for path in (sound / "backups").iterdir() if path.name.startswith(".")]


def test_a_place_without_a_backup(sound: Path) -> None:
    other = elsewhere(sound)
    assert "holds no backup" in command(sound, "restore", str(other))[1]
    assert "no backup 2001" in command(sound, "restore", str(sound / "backups"), "--backup", "2001")[1]
    assert "where the bodies are kept" in command(sound, "backup", str(sound / "bodies"))[1]


def test_a_backup_may_be_named_itself(kept: Kept) -> None:
    made = kept.back_up()
    code, said = command(elsewhere(kept.folder), "restore", str(made), "--json", "--check")
    told = json.loads(said)
    assert (code, told["backup"]) == (0, made.name)
    written = json.loads((made / "manifest.json").read_text())["tables"]
    assert told["rows"] == sum(table["rows"] for table in written.values())


def test_who_left_since_the_backup_leaves_again(sound: Path) -> None:
    url = f"sqlite:///{sound / 'source.db'}"
    with open_store(url, sound / "bodies") as store:
        subscribe(store, "gone@b.test")
        subscribe(store, "here@b.test")
        back_up(Installation(load_config(sound / "config.toml"), store), sound / "backups", NOW + DAY)
        [gone] = [who for who in store.subscribers() if who.address == "gone@b.test"]
        store.set_subscriber_active(gone.address, False, NOW + 2 * DAY)
    other = elsewhere(sound)
    code, said = command(other, "restore", str(sound / "backups"), "--replaces", str(sound / "source.db"))
    assert code == 0, said
    with open_store(f"sqlite:///{other / 'v.db'}", other / "bodies") as store:
        assert {who.address: who.active for who in store.subscribers()} == {"gone@b.test": False, "here@b.test": True}

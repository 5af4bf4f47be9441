"""`verify` finds every fault that is put in, names its place, and puts right only what is safe to."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, make_url, text

from monitors.records import CheckOutcome, Monitor
from storage import Fault, FaultKind, Store, open_store, roots, verify_chain
from storage.bodies import FolderBodies
from storage.faults import REPAIRABLE
from storage.rows import packed_beside
from tests.integration.storage.samples import DAY, NOW, alert, change, check, fill, page, record_change, subscribe

LATER = NOW + 9 * DAY
PAGES = tuple(Monitor(f"page-{number}", "acme", f"https://acme.test/{number}", interval=DAY) for number in range(10))


@dataclass(frozen=True)
class Place:
    """What a fault is put into: an open connection without foreign keys, and the folder of bodies."""

    connection: Connection
    bodies: Path

    def run(self, statement: str, **values: object) -> None:
        assert self.connection.execute(text(statement), values).rowcount > 0, statement

    def one(self, query: str) -> object:
        value = self.connection.execute(text(query)).scalars().first()
        assert value is not None, query
        return value

    def body(self, monitor: int) -> Path:
        sha = bytes(self.one(f"SELECT snapshot FROM versions WHERE monitor_id = 'page-{monitor}'")).hex()
        return self.bodies / sha[:2] / sha[2:4] / f"{sha}.zst"


def _flip(path: Path) -> None:
    """Other bytes of the same length, in a file that unpacks as before or not at all."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _other_body(place: Place) -> None:
    shutil.copy(place.body(1), place.body(2))


def _orphan(place: Place) -> None:
    sha = FolderBodies(place.bodies).put(b"nobody names it")
    os.utime(place.bodies / sha[:2] / sha[2:4] / f"{sha}.zst", (NOW.timestamp(), NOW.timestamp()))


def _leftover(place: Place) -> None:
    path = place.bodies / "tmp" / "tmp0000"
    path.write_bytes(b"half")
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))


def _packed(place: Place, table: str, column: str, monitor: int) -> None:
    place.run(f"UPDATE {table} SET {column} = :bad WHERE monitor_id = 'page-{monitor}'", bad=b"\x28\xb5rubbish")


def _other_text(place: Place, monitor: int) -> None:
    """The readable text of a page, packed as it should be, says something else of the same length."""
    segments = place.one(f"SELECT segments FROM versions WHERE monitor_id = 'page-{monitor}' ORDER BY id")
    altered = packed_beside("Visits are freE.", bytes(segments))
    place.run(
        f"UPDATE versions SET packed_text = :altered, characters = 16 WHERE monitor_id = 'page-{monitor}'",
        altered=altered,
    )


def _segments_of(place: Place, monitor: int, other: int) -> None:
    taken = place.one(f"SELECT segments FROM versions WHERE monitor_id = 'page-{other}' ORDER BY id")
    place.run(f"UPDATE versions SET segments = :taken WHERE monitor_id = 'page-{monitor}'", taken=taken)


def sql(statement: str) -> Callable[[Place], None]:
    return lambda place: place.run(statement)


NOT_THERE = 999_999
# Each on a page of its own where it can be, so that none hides another: what is done, and what must be said of it.
FAULTS: dict[str, tuple[Callable[[Place], None], FaultKind, str]] = {
    "a body is gone": (lambda p: p.body(0).unlink(), FaultKind.MISSING_BODY, "body "),
    "a bit of a body flipped": (lambda p: _flip(p.body(1)), FaultKind.DAMAGED_BODY, "body "),
    "a body was cut": (lambda p: os.truncate(p.body(3), 9), FaultKind.DAMAGED_BODY, "body "),
    "a body is another one": (_other_body, FaultKind.DAMAGED_BODY, "body "),
    "a body nobody names": (_orphan, FaultKind.ORPHAN_BODY, "body "),
    "a killed writer's file": (_leftover, FaultKind.LEFTOVER, "tmp0000"),
    "a file that is no body": (lambda p: (p.bodies / "x.txt").write_text("x"), FaultKind.STRANGE_FILE, "x.txt"),
    "a body in the wrong folder": (
        lambda p: p.body(4).rename(p.bodies / p.body(4).name), FaultKind.STRANGE_FILE, ".zst"),
    "a text was altered": (
        lambda p: _other_text(p, 0), FaultKind.DAMAGED_VERSION, "of page-0"),
    "a text that was kept plain was altered": (
        sql("UPDATE versions SET text = 'Visits are freE.', packed_text = NULL, characters = 16 "
            "WHERE monitor_id = 'page-6'"), FaultKind.DAMAGED_VERSION, "of page-6"),
    "a text is rubbish": (lambda p: _packed(p, "versions", "packed_text", 5), FaultKind.DAMAGED_VERSION, "of page-5"),
    "a title was altered": (
        sql("UPDATE versions SET title = 'x' WHERE monitor_id = 'page-1'"), FaultKind.DAMAGED_VERSION, "of page-1"),
    "segments of another page": (lambda p: _segments_of(p, 2, 5), FaultKind.DAMAGED_VERSION, "of page-2"),
    "segments are rubbish": (
        lambda p: _packed(p, "versions", "segments", 3), FaultKind.DAMAGED_VERSION, "of page-3"),
    "a version's hash is gone": (
        sql("UPDATE versions SET sha = NULL WHERE monitor_id = 'page-4'"), FaultKind.DAMAGED_VERSION, "of page-4"),
    "a change is rubbish": (lambda p: _packed(p, "changes", "detail", 0), FaultKind.DAMAGED_CHANGE, "of page-0"),
    "a change's direction was altered": (
        sql("UPDATE changes SET direction = 'restorative' WHERE monitor_id = 'page-1'"),
        FaultKind.DAMAGED_CHANGE, "of page-1"),
    "a change's topic is gone": (
        sql("DELETE FROM change_topics WHERE topic = 'fees'"), FaultKind.DAMAGED_CHANGE, "of page-2"),
    "headers are rubbish": (
        lambda p: _packed(p, "snapshots", "headers", 5), FaultKind.DAMAGED_SNAPSHOT, "of page-5"),
    "a monitor is rubbish": (
        sql("UPDATE monitors SET record = '{\"id\":' WHERE id = 'page-6'"), FaultKind.DAMAGED_RECORD, "page-6"),
    "an alert without its change": (
        sql(f"UPDATE alerts SET change_id = {NOT_THERE} WHERE id = 1"), FaultKind.DANGLING, "alerts 1"),
    "mail owed of no alert": (
        sql(f"UPDATE deliveries SET alert_id = {NOT_THERE} WHERE id = 2"), FaultKind.DANGLING, "deliveries 2"),
    "mail owed to nobody": (
        sql(f"UPDATE subscriptions SET subscriber_id = {NOT_THERE}"), FaultKind.DANGLING, "subscriptions 1"),
    "a version without its snapshot": (
        sql("UPDATE versions SET monitor_id = 'nobody' WHERE monitor_id = 'page-7'"), FaultKind.DANGLING, "versions "),
    "a version by nobody": (
        sql(f"UPDATE versions SET extractor_id = {NOT_THERE} WHERE monitor_id = 'page-8'"),
        FaultKind.DANGLING, "versions "),
    "a state is gone": (
        sql("DELETE FROM monitor_states WHERE monitor_id = 'page-3'"), FaultKind.MISSING_STATE, "page-3"),
    "the latest version is an old one": (
        sql("UPDATE monitor_states SET latest_version = (SELECT min(id) FROM versions WHERE monitor_id = 'page-4')"
            " WHERE monitor_id = 'page-4'"),
        FaultKind.WRONG_LATEST, "page-4"),
    "a change was lost": (
        sql("DELETE FROM changes WHERE monitor_id = 'page-5'"), FaultKind.MISSING_CHANGE, "of page-5"),
    "a check was altered": (
        sql("UPDATE checks SET status = 200 WHERE monitor_id = 'page-0' AND status = 304"),
        FaultKind.BROKEN_LINK, "of page-0 at 2026-11-25"),
    "a check was moved in time": (
        sql("UPDATE checks SET at = '2026-11-20 12:00:00' WHERE monitor_id = 'page-1' AND status = 304"),
        FaultKind.BROKEN_LINK, "of page-1"),
    "a check was taken out": (
        sql("DELETE FROM checks WHERE monitor_id = 'page-2' AND outcome = 'changed'"),
        FaultKind.BROKEN_LINK, "of page-2 at 2026-11-25"),
    "the first check was taken away": (
        sql("DELETE FROM checks WHERE monitor_id = 'page-4' AND outcome = 'first'"),
        FaultKind.BROKEN_LINK, "of page-4 at 2026-11-24"),
    "the last check was taken away": (
        sql("DELETE FROM checks WHERE monitor_id = 'page-6' AND status = 304"), FaultKind.CUT_CHAIN, "page-6"),
    "a link was taken off": (
        sql("UPDATE checks SET link = NULL WHERE monitor_id = 'page-7' AND status = 304"),
        FaultKind.BROKEN_LINK, "of page-7"),
    "how a body came was altered": (
        sql("UPDATE snapshots SET url = 'https://else.test' WHERE monitor_id = 'page-8'"),
        FaultKind.BROKEN_LINK, "of page-8 at 2026-11-23"),
    "a text was altered with its hash": (
        lambda p: p.run("UPDATE versions SET sha = :sha WHERE monitor_id = 'page-9'", sha=b"1" * 32),
        FaultKind.BROKEN_LINK, "of page-9 at 2026-11-23"),
    "a root was altered": (
        lambda p: p.run("UPDATE roots SET sha = :sha WHERE day = '2026-11-24'", sha=b"1" * 32),
        FaultKind.BROKEN_ROOT, "2026-11-24"),
    "a root was taken away": (
        sql("DELETE FROM roots WHERE day = '2026-11-24'"), FaultKind.BROKEN_ROOT, "2026-11-26"),
}  # fmt: skip
# One by one only: they would hide others.
ALONE = {
    "a chain was written anew": (
        lambda p: _rewrite(p, "page-0"), FaultKind.BROKEN_ROOT, "2026-11-26"),
    "search lost its words": (
        lambda p: p.run("INSERT INTO version_words (version_words) VALUES ('delete-all')"),
        FaultKind.UNINDEXED, "version 1"),
}  # fmt: skip


def _rewrite(place: Place, monitor: str) -> None:
    """As somebody would who may write to the database: the check altered and all links after it made anew."""
    from monitors.records import Check
    from storage.chain import Line, line_text, next_link

    place.run(f"UPDATE checks SET message = 'nothing to see' WHERE monitor_id = '{monitor}' AND status = 304")
    row = place.connection.execute(
        text(f"SELECT id, at, url FROM checks WHERE monitor_id = '{monitor}' ORDER BY id DESC LIMIT 1")
    ).one()
    before = place.one(f"SELECT link FROM checks WHERE monitor_id = '{monitor}' AND id < {row.id} ORDER BY id DESC")
    altered = Check(monitor, NOW + 2 * DAY, CheckOutcome.NOT_MODIFIED, row.url, 304, message="nothing to see")
    link = bytes.fromhex(next_link(bytes(before).hex(), line_text(Line(altered))))
    place.run("UPDATE checks SET link = :link WHERE id = :id", link=link, id=row.id)
    place.run(f"UPDATE monitor_states SET chain = :link WHERE monitor_id = '{monitor}'", link=link)


def history(store: Store) -> None:
    """Ten pages with a first text, a change that is told, and a day on which the site said 304; three roots."""
    fill(store, *PAGES)
    wish = subscribe(store, "a@b.test")
    for number, monitor in enumerate(PAGES):
        store.record_page(page(store, monitor, f"Visits are free on {number}.", NOW))
    store.make_root(NOW)
    for number, monitor in enumerate(PAGES):
        record_change(store, monitor, f"Visits cost ${number}.", NOW + DAY, wish)
    store.make_root(NOW + DAY)
    for monitor in PAGES:
        seen = check(monitor, NOW + 2 * DAY, CheckOutcome.NOT_MODIFIED, status=304, quality=None)
        store.record_check(seen)
    store.make_root(NOW + 3 * DAY)


def put_in(url: str, bodies: Path, *faults: Callable[[Place], None]) -> None:
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg") if url.startswith("postgresql") else url)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        for fault in faults:
            fault(Place(connection, bodies))
    engine.dispose()


def told(found: list[Fault], kind: FaultKind, where: str) -> bool:
    return any(fault.kind is kind and where in fault.where for fault in found)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store on SQLite, to be copied."""
    folder = tmp_path_factory.mktemp("whole")
    with open_store(f"sqlite:///{folder / 'v.db'}", folder / "bodies") as store:
        history(store)
    return folder


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Iterator[Path]:
    yield shutil.copytree(whole, tmp_path / "copy")


def test_what_is_whole_has_no_fault(store: Store) -> None:
    history(store)
    assert list(store.verify(LATER)) == []
    assert +store.repair(LATER) == {}


@pytest.mark.parametrize("name", [*FAULTS, *ALONE])
def test_each_fault_is_found_by_itself(copy: Path, name: str) -> None:
    break_it, kind, where = {**FAULTS, **ALONE}[name]
    url = f"sqlite:///{copy / 'v.db'}"
    put_in(url, copy / "bodies", break_it)
    with open_store(url, copy / "bodies") as store:
        found = list(store.verify(LATER))
        assert told(found, kind, where), found
        if kind in REPAIRABLE:
            assert store.repair(LATER)[kind] == len(found)
            assert list(store.verify(LATER)) == []


def test_all_faults_are_found_together(store: Store, store_url: str, tmp_path: Path) -> None:
    history(store)
    hide_others = ("a monitor is rubbish", "a change was lost", "a root was taken away", "a change's topic is gone")
    chosen = {name: fault for name, fault in FAULTS.items() if name not in hide_others}
    put_in(store_url, tmp_path / "bodies", *(fault[0] for fault in chosen.values()))
    found = list(store.verify(LATER))
    missed = [name for name, (_, kind, where) in chosen.items() if not told(found, kind, where)]
    assert missed == []


def test_young_files_are_somebodys_work(store: Store, tmp_path: Path) -> None:
    sha = store.put_body(b"its row follows in a moment")
    (tmp_path / "bodies" / "tmp" / "tmp1").write_bytes(b"half")
    now = NOW.fromtimestamp((tmp_path / "bodies" / sha[:2]).stat().st_mtime, NOW.tzinfo) + timedelta(minutes=1)
    assert list(store.verify(now)) == []
    assert +store.repair(now) == {}
    assert store.body(sha)


def test_an_orphan_that_is_kept_again_is_somebodys_work(store: Store, tmp_path: Path) -> None:
    """A run on another machine met the same bytes and has not written its row yet."""
    sha = store.put_body(b"nobody names it")
    path = tmp_path / "bodies" / sha[:2] / sha[2:4] / f"{sha}.zst"
    made = path.stat().st_mtime
    os.utime(path, (made - 7200, made - 7200))
    store.put_body(b"nobody names it")
    assert +store.repair(NOW.fromtimestamp(made, NOW.tzinfo) + timedelta(minutes=1)) == {}
    assert store.body(sha)


def test_a_damaged_file_is_told(copy: Path) -> None:
    """A page of the database overwritten with zeros."""
    path = copy / "v.db"
    with path.open("r+b") as file:
        file.seek(4096 * 40)
        file.write(bytes(4096))
    with open_store(f"sqlite:///{path}", copy / "bodies") as store:
        found = next(iter(store.verify(LATER)))
    assert found.kind is FaultKind.DATABASE


def gates_due(store: Store) -> list[str]:
    """What a planner finds due, and does not ask for again soon."""
    return store.plan_gates(LATER, limit=10, again=DAY)


def test_a_state_made_anew_goes_on_with_the_chain(store: Store, store_url: str, tmp_path: Path) -> None:
    history(store)
    put_in(store_url, tmp_path / "bodies", FAULTS["a state is gone"][0])
    gates_due(store)
    assert store.repair(LATER) == {FaultKind.MISSING_STATE: 1}
    assert gates_due(store) == ["acme.test"]  # a planner that is at work sees it too
    record_change(store, PAGES[3], "Visits are over.", LATER)
    assert list(store.verify(LATER)) == []


def test_the_same_page_of_two_runs_makes_one_chain(store: Store) -> None:
    """Visits that come in late, several of one monitor at once, bytes that were there before."""
    fill(store, *PAGES[:2])
    one, two = PAGES[:2]
    store.record_page(page(store, one, "A", NOW))
    late = [check(one, NOW - DAY), check(two, NOW), check(one, NOW + DAY), check(two, NOW - 2 * DAY)]
    for seen in late:
        store.record_check(seen)
    from storage import CheckWrite

    store.record_checks([CheckWrite(seen) for seen in late])
    for number, words in enumerate("BAB", 2):
        latest = store.latest_version(one.id)
        told_of = change(NOW + number * DAY)
        write = page(store, one, words, NOW + number * DAY, latest.id, change=told_of, alert=alert(told_of.at))
        store.record_page(write)
    assert list(store.verify(LATER)) == []


def test_pages_are_checked_while_a_root_is_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    history(store)
    honest, seen = roots.heads_at, check(PAGES[0], LATER, CheckOutcome.NOT_MODIFIED, status=304, quality=None)

    def heads_at(connection: Connection, last_check_id: int) -> dict[str, str]:
        store.record_check(seen)
        return honest(connection, last_check_id)

    monkeypatch.setattr(roots, "heads_at", heads_at)
    made = store.make_root(LATER)
    monkeypatch.undo()
    assert made is not None and made.last_check_id == store.newest_check_id(PAGES[0].id) - 1
    assert store.make_root(LATER) is None
    assert list(store.verify(LATER)) == []


def test_several_runs_make_one_root(store: Store) -> None:
    history(store)
    with ThreadPoolExecutor(4) as several:
        made = list(several.map(lambda _: store.make_root(LATER), range(8)))
    assert [root for root in made if root is not None] == store.roots()[-1:]


def test_what_is_written_meanwhile_is_no_fault(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run checks a page between two looks at its chain."""
    history(store)
    honest, waiting = verify_chain._walk, [PAGES[0], PAGES[1]]

    def walk(connection: Connection, monitor_id: str, head: str | None, begins: int) -> Fault | None:
        for monitor in waiting:
            store.record_check(check(monitor, LATER, CheckOutcome.NOT_MODIFIED, status=304, quality=None))
        waiting.clear()
        return honest(connection, monitor_id, head, begins)

    monkeypatch.setattr(verify_chain, "_walk", walk)
    assert list(store.verify(LATER)) == []
    assert list(store.verify(LATER)) == [] and not waiting

"""The rows of `benchmarks.scale`, made in the database, in bulk: an installation of many pages with its history."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import Connection, insert, text

from benchmarks.browser_pages import reading_of, text_of
from monitors.records import (
    Cause,
    Change,
    ChangeKind,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Segment,
    Source,
    SourceKind,
)
from storage import Store
from storage.changes import change_row
from storage.roots import Root
from storage.rows import pack, to_text
from storage.tables import roots, run_facts, sources
from storage.words import _tsvector, folded_words

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
PAGES_A_HOST, PAGES_A_SOURCE = 1 / 0.15, 20
KINDS = (*[SourceKind.JAIL] * 5, SourceKind.VENDOR, SourceKind.DOC)
PLACES = (
    "AL",
    "AK",
    "AZ",
    "CA",
    "CO",
    "FL",
    "GA",
    "IL",
    "IN",
    "KY",
    "LA",
    "MI",
    "NC",
    "NY",
    "OH",
    "PA",
    "TN",
    "TX",
    "VA",
    "WA",
)
TEMPLATES = 40
# Filled as a night's folding would, but all at once: no key is looked up for each row, and indexes are built after.
_YEARS = ("checks", "coverage", "folded_links")


@dataclass(frozen=True, slots=True)
class Plan:
    """checks: lines of the log for each page, spread over a year; or, where daily is not 0, a year of so many checks a
    day: routine ones of whole days before the last `lines` days folded, one page of a hundred failing once a day."""

    pages: int
    changes: int
    checks: int
    daily: int
    lines: int

    @property
    def hosts(self) -> int:
        return max(1, round(self.pages / PAGES_A_HOST))


def fill(store: Store, plan: Plan) -> None:
    """Sources, monitors on 0.15 hosts a page of which 3 of 100 fail and 1 was never reached, their log, and changes
    with what is looked up by words."""
    with store._database.writing() as connection:
        _fill_catalogue(connection, plan)
    if plan.daily:
        _fill_year(store, plan)
    else:
        _fill_lines(store, plan)
    _fill_changes(store, plan)
    with store._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _fill_catalogue(connection: Connection, plan: Plan) -> None:
    many = max(1, plan.pages // PAGES_A_SOURCE)
    whose = [
        Source(f"s{n}", f"County {n} Jail", KINDS[n % len(KINDS)], f"US-{PLACES[n % len(PLACES)]}", f"County {n}")
        for n in range(many)
    ]
    rows = [{"id": s.id, "kind": s.kind.value, "jurisdiction": s.jurisdiction, "record": to_text(s)} for s in whose]
    connection.execute(insert(sources), rows)
    monitor = Monitor("m", "s", "https://host.test/visit", title="Visiting rules", interval=DAY)

    def do(statement: str, **values: Any) -> None:
        connection.execute(text(statement), {"pages": plan.pages, "hosts": plan.hosts, **values})

    do(
        "INSERT INTO monitors (id, source_id, url, host, gate, active, from_config, record) "
        "SELECT 'm' || n, 's' || n % :sources, 'https://h' || n % :hosts || '.test/' || n, "
        "'h' || n % :hosts || '.test', 'h' || n % :hosts || '.test', n % 97 <> 0, false, "
        "replace(replace(replace(:record, '\"m\"', '\"m' || n || '\"'), '\"s\"', '\"s' || n % :sources || '\"'), "
        "'https://host.test/visit', 'https://h' || n % :hosts || '.test/' || n) FROM generate_series(1, :pages) n",
        sources=many, record=to_text(monitor),
    )  # fmt: skip
    do(
        "INSERT INTO gates (name, due_at, held_by, crawl_delay_ms) SELECT 'h' || n || '.test', "
        "CAST(:now AS timestamptz) + (n % 1440 - 60) * interval '1 minute', '', 0 "
        "FROM generate_series(0, :hosts - 1) n",
        now=NOW,
    )
    do(
        "INSERT INTO monitor_states (monitor_id, next_check_at, due_at, lease_run, etag, last_modified, last_raw, "
        "fingerprint, last_check_at, last_ok_at, failures, failing_since, slots, stencil) "
        "SELECT 'm' || n, g.due_at, g.due_at, '', md5(n::text), '', md5(n::text), md5(n::text), :now, "
        "CASE WHEN n % 101 = 0 THEN NULL ELSE CAST(:now AS timestamptz) END, CASE WHEN n % 31 = 0 THEN 3 ELSE 0 END, "
        "CASE WHEN n % 31 = 0 THEN CAST(:now AS timestamptz) - n % 700 * interval '1 hour' END, "
        "'[]', '' FROM generate_series(1, :pages) n JOIN gates g ON g.name = 'h' || n % :hosts || '.test'",
        now=NOW - timedelta(hours=20),
    )


def _fill_lines(store: Store, plan: Plan) -> None:
    """In the order of time, as they would come, with a root before each."""
    for number in range(plan.checks):
        at = NOW - 365 * DAY * (1 - number / plan.checks)
        store.make_root(at)
        with store._database.writing() as connection:
            if not number:
                connection.execute(insert(roots), _root(at, 0))
            _put_lines(connection, plan, at)


def _fill_year(store: Store, plan: Plan) -> None:
    """The last 365 days, the oldest first, as nights of folding would have left them."""
    given = {"pages": plan.pages, "daily": plan.daily}
    newest = 0
    with _bare(store) as connection:
        for back in range(365, 0, -1):
            day = NOW.replace(hour=0, minute=0, second=0, microsecond=0) - back * DAY
            connection.execute(insert(roots), _root(day, newest))
            if back <= plan.lines:
                for part in range(plan.daily):
                    _put_lines(connection, plan, day + part * DAY / plan.daily)
                newest += plan.pages * plan.daily
                continue
            for statement in _FOLDED:
                connection.execute(text(statement), {**given, "base": newest, "at": day, "day": str(day.date())})
            newest += plan.pages * plan.daily
            if back == plan.lines + 1:
                connection.execute(text("SELECT setval('checks_id_seq', :newest)"), {"newest": newest})
                connection.execute(insert(run_facts), {"key": "folded to", "value": str(newest)})


# Of each day: a row for each page; the link of its last check, because the day's root names it; lines of failures.
_FOLDED = (
    "INSERT INTO coverage SELECT 'm' || n, :day, :daily - CASE WHEN n % 100 = :base / :pages % 100 THEN 1 ELSE 0 END, "
    ":daily / 3, CAST(:at AS timestamptz) + n * interval '86 ms', CAST(:at AS timestamptz) + interval '18 hours' + n * "
    "interval '86 ms', :base + n, :base + (:daily - 1) * CAST(:pages AS bigint) + n, "
    "sha256(convert_to(:day || n::text, 'UTF8')) FROM generate_series(1, CAST(:pages AS int)) n",
    "INSERT INTO folded_links SELECT 'm' || n, :base + (:daily - 1) * CAST(:pages AS bigint) + n, "
    "sha256(convert_to(n::text || :day, 'UTF8')) FROM generate_series(1, CAST(:pages AS int)) n",
    "INSERT INTO checks (id, monitor_id, at, outcome, url, status, quality, rule, failure, message, milliseconds, "
    "size, link) SELECT :base + n, 'm' || n, CAST(:at AS timestamptz) + n * interval '86 ms', 'failed', '', NULL, "
    "NULL, '', 'timeout', 'no answer in 30 s', 30000, 0, sha256(convert_to(n::text, 'UTF8')) "
    "FROM generate_series(1, CAST(:pages AS int)) n WHERE n % 100 = :base / :pages % 100",
)


@contextmanager
def _bare(store: Store) -> Iterator[Connection]:
    """A transaction in which the year's tables have no indexes and no keys are looked up: one made per row would take
    an hour. What was there is built again at its end."""
    with store._database.writing() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
        found = connection.execute(
            text(
                "SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made, indisprimary "
                "FROM pg_index WHERE indrelid::regclass::text = ANY(:tables)"
            ),
            {"tables": list(_YEARS)},
        ).all()
        # The log's primary key is what states name: it stays, and grows in order.
        gone = [one for one in found if one.name != "pk_checks"]
        for one in gone:
            table = one.name.removeprefix("pk_")
            dropped = (
                f"ALTER TABLE {table} DROP CONSTRAINT {one.name}" if one.indisprimary else f"DROP INDEX {one.name}"
            )
            connection.execute(text(dropped))
        yield connection
        for one in gone:
            connection.execute(text(one.made))
            if one.indisprimary:
                table = one.name.removeprefix("pk_")
                connection.execute(
                    text(f"ALTER TABLE {table} ADD CONSTRAINT {one.name} PRIMARY KEY USING INDEX {one.name}")
                )


def _put_lines(connection: Connection, plan: Plan, at: datetime) -> None:
    connection.execute(
        text(
            "INSERT INTO checks (monitor_id, at, outcome, url, status, quality, rule, message, milliseconds, "
            "size, link) SELECT 'm' || n, CAST(:at AS timestamptz) + n * interval '86 ms' * 1000000 / :pages / :daily, "
            "CASE WHEN n % 3 = 0 THEN 'not_modified' ELSE 'unchanged' END, "
            "'https://h' || n % :hosts || '.test/' || n, 200, 'ok', '', '', 900, 48000, "
            "sha256(convert_to(n::text, 'UTF8')) FROM generate_series(1, :pages) n"
        ),
        {"at": at, "hosts": plan.hosts, "pages": plan.pages, "daily": max(1, plan.daily)},
    )


def _root(at: datetime, newest: int) -> dict[str, Any]:
    root = Root(at.date(), at, newest, 0, "", "0" * 64)
    return {name: getattr(root, name) for name in root.__slots__}


def _fill_changes(store: Store, plan: Plan) -> None:
    """Changes and versions after a few dozen samples, repeated."""
    chance = random.Random(7)
    with store._database.writing() as connection:
        connection.execute(text("INSERT INTO extractors VALUES (1, 'html', '1', '')"))
        for sample in range(TEMPLATES):
            _fill_sample(connection, plan, sample, chance)
        connection.execute(
            text("SELECT setval('changes_id_seq', :most), setval('versions_id_seq', :most)"), {"most": plan.changes}
        )


def _fill_sample(connection: Connection, plan: Plan, sample: int, chance: random.Random) -> None:
    reading = reading_of(chance, chance.random() < 0.6)
    old, new = text_of(chance, 25), text_of(chance, 25)
    passage = Passage(PassageKind.REWORDED, Grade.HIGH, old, new, ("Visiting",))
    made = Change("m1", NOW, NOW, 0, 0, Cause.CONTENT, Grade.HIGH, (passage,), reading, ChangeKind.MOVED, "u")
    row = change_row(made)
    some = {"first": sample + 1, "step": TEMPLATES, "most": plan.changes, "pages": plan.pages, "now": NOW}
    numbers = "generate_series(CAST(:first AS int), CAST(:most AS int), CAST(:step AS int)) n"
    columns = [name for name in row if name not in ("monitor_id", "at", "old_version", "new_version")]
    values = ", ".join(f":{name}" for name in columns)
    connection.execute(
        text(
            f"INSERT INTO changes (id, monitor_id, at, {', '.join(columns)}) SELECT n, 'm' || 1 + n % :pages, "
            f"CAST(:now AS timestamptz) - (:most - n) * interval '365 days' / :most, {values} FROM {numbers}"
        ),
        {**{name: _value(row[name]) for name in columns}, **some},
    )
    body = " ".join(text_of(chance, 25) for _ in range(12))
    segments = pack((Segment(body, ("Visiting",)),))
    for table, said in (("change_words", f"{reading.headline} {old} {new}"), ("version_words", body)):
        connection.execute(
            text(f"INSERT INTO {table} (id, words) SELECT n, CAST(:words AS tsvector) FROM {numbers}"),
            {"words": _tsvector(folded_words(said)), **some},
        )
    connection.execute(
        text(
            "INSERT INTO snapshots (monitor_id, sha, at, url, media_type, size, headers) SELECT 'm' || 1 + n % "
            f":pages, sha256(n::text::bytea), :now, '', 'text/html', 9000, '' FROM {numbers}"
        ),
        some,
    )
    connection.execute(
        text(
            "INSERT INTO versions (id, monitor_id, snapshot, at, extractor_id, characters, title, segments, "
            "text) SELECT n, 'm' || 1 + n % :pages, sha256(n::text::bytea), :now, 1, 900, 'Rules', :segments, "
            f":body FROM {numbers}"
        ),
        {**some, "segments": segments, "body": body},
    )


def _value(one: Any) -> Any:
    return one.value if isinstance(one, Enum) else one

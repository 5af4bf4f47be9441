"""What analysts take away: tables as CSV and JSON lines, and a Frictionless data package of them.

Nothing of subscribers is in any of these, and no analyst's name: who judged stays here.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, Any

from monitors.cases import case_of
from monitors.records import Change, Monitor, Source, Version
from monitors.spreadsheet import cell
from storage import ChangeQuery, ChangeRow, MonitorQuery, Store
from web.twins import plain

PAGE = 500
LICENCE_NOTE = (
    "The tables are made by visitwatch from public pages. Texts of pages belong to their authors and are not part of "
    "this package; SHA-256 names each capture, so that the evidence can be asked for."
)

Field = tuple[str, str, str]  # name, type of Table Schema, description
CHANGE_FIELDS: tuple[Field, ...] = (
    ("id", "integer", "number of the change"),
    ("monitor", "string", "id of the monitor"),
    ("source", "string", "id of the source"),
    ("jurisdiction", "string", "ISO 3166-2 code of the source's place"),
    ("url", "string", "the page's address"),
    ("at", "datetime", "when the new text was first seen, UTC"),
    ("since", "datetime", "when the old text was last seen, UTC"),
    ("cause", "string", "content: the page changed; technical: our reading of it did"),
    ("kind", "string", "text, published, removed, returned or moved"),
    ("relevant", "boolean", "whether it touches visiting"),
    ("direction", "string", "restrictive, restorative, mixed, neutral or unclear, as read by program"),
    ("severity", "string", "none, minor, major or critical, as read by program"),
    ("topics", "string", "topics, separated by blanks"),
    ("headline", "string", "what changed, in a sentence made by program"),
    ("old_version", "integer", "number of the version before"),
    ("new_version", "integer", "number of the version after"),
    ("review", "string", "how analysts judged it: open, claimed, confirmed, wrong, unimportant or disputed"),
)
SOURCE_FIELDS: tuple[Field, ...] = (
    ("id", "string", "id of the source"),
    ("name", "string", "its name"),
    ("kind", "string", "vendor, jail, doc, rule, contract, news or advocacy"),
    ("jurisdiction", "string", "ISO 3166-2 code"),
    ("county", "string", "county, where there is one"),
)
MONITOR_FIELDS: tuple[Field, ...] = (
    ("id", "string", "id of the monitor"),
    ("source", "string", "id of its source"),
    ("url", "string", "the watched address"),
    ("title", "string", "its title"),
    ("spider", "string", "page, listing or feed"),
    ("active", "boolean", "whether it is watched now"),
    ("last_ok_at", "datetime", "last good check, UTC"),
    ("failing_since", "datetime", "since when checks fail, UTC"),
)
FACT_FIELDS: tuple[Field, ...] = (
    ("id", "integer", "number of the row"),
    ("change", "integer", "number of the change that moved it"),
    ("monitor", "string", "id of the monitor"),
    ("name", "string", "the fact, with its unit"),
    ("at", "datetime", "when the new value was first seen, UTC"),
    ("before", "string", "value before; empty: not stated"),
    ("after", "string", "value after; empty: not stated"),
)
VERSION_FIELDS: tuple[Field, ...] = (
    ("id", "integer", "number of the version"),
    ("monitor", "string", "id of the monitor"),
    ("at", "datetime", "when it was first seen, UTC"),
    ("sha256", "string", "of the bytes as captured"),
    ("extractor", "string", "who took the text out"),
    ("title", "string", "the page's title"),
    ("characters", "integer", "length of the reader's text"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what it holds, its fields, its key, and where its rows come from."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: Callable[[], Iterable[Mapping[str, Any]]]
    foreign: tuple[tuple[str, str], ...] = ()  # field -> table


def every_change(store: Store, wanted: ChangeQuery) -> Iterator[dict[str, Any]]:
    """The changes asked for, newest first, a page of the store at a time."""
    before = wanted.before_id
    while rows := store.changes(replace(wanted, before_id=before, limit=PAGE)):
        reviews = store.reviews([row.change.id for row in rows])
        for row in rows:
            review = reviews.get(row.change.id)
            yield _change(row, review.state.value if review else "open")
        before = rows[-1].change.id


def judged_cases(store: Store) -> Iterator[dict[str, Any]]:
    """The judged changes as labelled cases; see monitors/cases.py."""
    last = 0
    while ids := store.judged_changes(last):
        said = store.said_of(ids)
        for number in ids:
            change = store.change(number)
            monitor = store.monitor(change.monitor_id) if change else None
            source = store.source(monitor.source_id) if monitor else None
            assert change is not None and monitor is not None and source is not None
            old, new = (_version(store, one) for one in (change.old_version, change.new_version))
            case = case_of(change, monitor, source, old, new, said.get(number, ()))
            if case is not None:
                yield case
        last = ids[-1]


def csv_lines(fields: Iterable[Field], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    names = [name for name, _, _ in fields]
    yield _line(names)
    for row in rows:
        yield _line([cell(row[name]) for name in names])


def json_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row) + "\n"  # ASCII: some readers end a line at U+2028 too


def citation(change: Change, monitor: Monitor, source: Source, address: str, read_on: datetime) -> str:
    """How a text cites a change."""
    title = " ".join((change.reading.headline or monitor.title or monitor.id).split())
    return (
        f"{source.name}, “{title}”. Change {change.id} of {change.url or monitor.url}, first seen "
        f"{change.at:%Y-%m-%d %H:%M} UTC. visitwatch, {address} (read {read_on:%Y-%m-%d})."
    )


def write_package(store: Store, wanted: ChangeQuery, into: IO[bytes], now: datetime) -> dict[str, int]:
    """A Frictionless data package as a ZIP file: the tables, their schemas with hashes, and a README. Return how many
    rows each table has."""
    counts: dict[str, int] = {}
    resources = []
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as package:
        for table in _tables(store, wanted):
            digest, size, counts[table.name] = hashlib.sha256(), 0, -1
            with package.open(_member(f"{table.name}.csv", now), "w", force_zip64=True) as member:
                for line in csv_lines(table.fields, table.rows()):
                    data = line.encode()
                    member.write(data)
                    digest.update(data)
                    size += len(data)
                    counts[table.name] += 1
            resources.append(_resource(table, digest.hexdigest(), size))
        described = {
            "profile": "tabular-data-package",
            "name": "visitwatch",
            "title": "Changes in the rules for visiting people in jail",
            "description": LICENCE_NOTE,
            "created": plain(now),
            "resources": resources,
        }
        package.writestr(_member("datapackage.json", now), json.dumps(described, indent=1, ensure_ascii=False) + "\n")
        package.writestr(_member("README.md", now), _readme(counts, now))
    return counts


def _member(name: str, now: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (now.year, now.month, now.day, now.hour, now.minute, now.second))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _tables(store: Store, wanted: ChangeQuery) -> tuple[Table, ...]:
    monitors = list(_monitors(store, wanted))
    known = {row["id"] for row in monitors}
    return (
        Table("sources", "Sources", SOURCE_FIELDS, lambda: _sources(store, {row["source"] for row in monitors})),
        Table("monitors", "Monitors", MONITOR_FIELDS, lambda: monitors, (("source", "sources"),)),
        Table("versions", "Versions", VERSION_FIELDS, lambda: _versions(store, sorted(known)),
              (("monitor", "monitors"),)),
        Table("changes", "Changes", CHANGE_FIELDS, lambda: every_change(store, wanted), (("monitor", "monitors"),)),
        Table("facts", "Facts that changes moved", FACT_FIELDS, lambda: _facts(store, known),
              (("monitor", "monitors"),)),
    )  # fmt: skip


def _resource(table: Table, digest: str, size: int) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": name, "type": kind, "description": words, "constraints": {"required": name == "id"}}
            for name, kind, words in table.fields
        ],
        "primaryKey": ["id"],
    }  # fmt: skip
    if table.foreign:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": other, "fields": ["id"]}} for field, other in table.foreign
        ]
    return {
        "profile": "tabular-data-resource", "name": table.name, "title": table.title, "path": f"{table.name}.csv",
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": size, "hash": f"sha256:{digest}",
        "dialect": {"lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}, "schema": schema,
    }  # fmt: skip


def _readme(counts: Mapping[str, int], now: datetime) -> str:
    rows = "".join(f"- `{name}.csv`: {count} rows\n" for name, count in counts.items())
    return f"# visitwatch data package\n\nMade {now:%Y-%m-%d %H:%M} UTC.\n\n{rows}\n{LICENCE_NOTE}\n"


def _change(row: ChangeRow, review: str) -> dict[str, Any]:
    change, reading = row.change, row.change.reading
    return {
        "id": change.id, "monitor": row.monitor.id, "source": row.source.id, "jurisdiction": row.source.jurisdiction,
        "url": change.url or row.monitor.url, "at": plain(change.at), "since": plain(change.since),
        "cause": change.cause.value, "kind": change.kind.value, "relevant": reading.relevant,
        "direction": reading.direction.value, "severity": reading.severity.value, "topics": plain(reading.topics),
        "headline": reading.headline, "old_version": change.old_version or None,
        "new_version": change.new_version or None, "review": review,
    }  # fmt: skip


def _sources(store: Store, ids: set[str]) -> Iterator[dict[str, Any]]:
    for source in store.sources():
        if source.id in ids:
            yield {name: plain(getattr(source, name)) for name, _, _ in SOURCE_FIELDS}


def _monitors(store: Store, wanted: ChangeQuery) -> Iterator[dict[str, Any]]:
    """The monitors of the places, kinds and sources asked for."""
    asked = MonitorQuery(jurisdictions=wanted.jurisdictions, kinds=wanted.kinds, sources=wanted.sources, limit=PAGE)
    while rows := store.list_monitors(asked):
        for row in rows:
            if not wanted.monitors or row.monitor.id in wanted.monitors:
                one = row.monitor
                yield {
                    "id": one.id, "source": row.source.id, "url": one.url, "title": one.title, "spider": one.spider,
                    "active": one.active, "last_ok_at": plain(row.state.last_ok_at),
                    "failing_since": plain(row.state.failing_since),
                }  # fmt: skip
        asked = replace(asked, after_id=rows[-1].monitor.id)


def _versions(store: Store, monitors: Iterable[str]) -> Iterator[dict[str, Any]]:
    for monitor in monitors:
        for one in store.versions(monitor):
            yield {
                "id": one.id, "monitor": one.monitor_id, "at": plain(one.at), "sha256": one.snapshot,
                "extractor": f"{one.extractor.name} {one.extractor.version}", "title": one.title,
                "characters": one.characters,
            }  # fmt: skip


def _facts(store: Store, monitors: set[str]) -> Iterator[dict[str, Any]]:
    last = 0
    while rows := store.moved_facts(after_id=last, limit=PAGE):
        for one in rows:
            if one.monitor_id in monitors:
                yield {
                    "id": one.id, "change": one.change_id, "monitor": one.monitor_id, "name": one.name,
                    "at": plain(one.at), "before": _value(one.before), "after": _value(one.after),
                }  # fmt: skip
        last = rows[-1].id


def _version(store: Store, number: int) -> Version | None:
    return store.version(number) if number else None


def _value(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else f"{value:g}"


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue()

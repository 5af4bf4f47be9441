"""What config.toml and the CSV files it includes list to be watched."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.config_faults import unreadable, validated
from app.config_schema import ConfigFile, SourceRow
from crawler.guard import refuse_reason
from crawler.settings import CrawlSettings
from monitors.records import Monitor, Source
from monitors.sources import catalogue_errors, monitor_errors, source_errors
from monitors.spreadsheet import plain_cell

CSV_COLUMNS = tuple(SourceRow.model_fields)
NEEDED = tuple(name for name, cell in SourceRow.model_fields.items() if cell.is_required())


@dataclass(slots=True)
class _Catalogue:
    """What was read so far. places: where each one stands, for the errors."""

    errors: list[str]
    crawl: CrawlSettings | None
    sources: dict[str, Source] = field(default_factory=dict)
    monitors: dict[str, Monitor] = field(default_factory=dict)
    places: dict[tuple[str, str], str] = field(default_factory=dict)

    def add_source(self, place: str, source: Source) -> None:
        if source.id not in self.sources:
            self.errors.extend(f'{place}: source "{source.id}": {fault}' for fault in source_errors(source))
        elif self.sources[source.id] != source:
            first = self.places["source", source.id]
            self.errors.append(
                f'{place}: source "{source.id}" appears twice with different particulars, first at {first}'
            )
        self.sources.setdefault(source.id, source)
        self.places.setdefault(("source", source.id), place)

    def add_monitor(self, place: str, monitor: Monitor) -> None:
        if monitor.id in self.monitors:
            first = self.places["monitor", monitor.id]
            self.errors.append(f'{place}: monitor id "{monitor.id}" appears twice, first at {first}')
        self.monitors[monitor.id] = monitor
        self.places["monitor", monitor.id] = place
        self.errors.extend(f"{place}: {fault}" for fault in monitor_errors(monitor))
        if fault := self._address_fault(monitor.url):
            self.errors.append(f'{place}: monitor "{monitor.id}": url {monitor.url!r}: {fault}')

    def _address_fault(self, url: str) -> str | None:
        if self.crawl is None:
            return None
        return refuse_reason(url, allow_networks=self.crawl.allow_networks, allow_ports=self.crawl.allow_ports)


def listed(
    parsed: ConfigFile, path: Path, folder: Path, crawl: CrawlSettings | None, errors: list[str]
) -> tuple[dict[str, Source], dict[str, Monitor]]:
    """Sources and monitors of the file and of the CSV files it includes, with what is wrong in errors. crawl: where
    may be fetched; None where that is not known."""
    found = _Catalogue(errors, crawl)
    paces = parsed.schedule.interval, parsed.schedule.soonest
    for number, entry in enumerate(parsed.source, 1):
        found.add_source(f"{path}: source[{number}]", entry.record())
    for number, watched in enumerate(parsed.monitor, 1):
        found.add_monitor(f"{path}: monitor[{number}]", watched.record(*paces))
    for name in parsed.include:
        for place, row in csv_rows(folder / name, errors):
            found.add_source(place, row.source_record())
            found.add_monitor(place, row.monitor_record(*paces))
    for name, message in catalogue_errors(found.sources.values(), found.monitors.values()):
        errors.append(f'{found.places.get(("monitor", name), path)}: monitor "{name}": {message}')
    return found.sources, found.monitors


def csv_rows(path: Path, errors: list[str]) -> Iterator[tuple[str, SourceRow]]:
    """(place, row) for each sound row; errors take the others, with their line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if faults := list(_header_faults(reader.fieldnames or ())):
                errors.extend(f"{path}: {fault}" for fault in faults)
                return
            for raw in reader:
                row = _row(f"{path} line {reader.line_num}", raw, errors)
                if row is not None:
                    yield f"{path} line {reader.line_num}", row
    except csv.Error as error:
        errors.append(f"{path} line {reader.reader.line_num}: is not CSV: {error}")
    except (OSError, UnicodeDecodeError) as error:
        errors.append(f"{path}: {unreadable(error)}")


def _header_faults(columns: Sequence[str]) -> Iterator[str]:
    known = f"known: {', '.join(CSV_COLUMNS)}"
    if not columns:
        yield f"is empty; its first line names the columns ({known})"
        return
    if unknown := [name for name in columns if name not in CSV_COLUMNS]:
        yield f"unknown columns {', '.join(map(repr, unknown))}; {known}"
        return
    if doubled := [name for name, number in Counter(columns).items() if number > 1]:
        yield f"the column {doubled[0]!r} appears twice"
    if missing := [name for name in NEEDED if name not in columns]:
        yield f"the columns {', '.join(missing)} are missing"


def _row(place: str, raw: dict[str, str], errors: list[str]) -> SourceRow | None:
    """None where it has a fault, or is empty: spreadsheets write such rows below the last one."""
    if None in raw or None in raw.values():
        errors.append(f"{place}: has {'more' if None in raw else 'fewer'} cells than the header has columns")
        return None
    cells = {name: plain_cell(cell) for name, cell in raw.items() if cell.strip()}
    return validated(SourceRow, cells, f"{place}: ", errors) if cells else None

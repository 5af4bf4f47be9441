"""`visitwatch monitors import --as KIND`: another tool's list, reported row by row, taken over whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.config import ConfigError
from app.installation import Installation, utc_now
from app.output import print_json, print_table
from crawler.guard import refuse_reason
from monitors.lists import Row, UnreadableList, read_list
from monitors.records import Monitor, Source
from monitors.sources import monitor_errors
from web.views.watching import made_id


@dataclass(frozen=True, slots=True)
class Report:
    """What becomes of one row. why: "" where it is taken over; left: what the other tool does and we don't."""

    where: str
    url: str
    monitor: str
    why: str
    left: str = ""
    known: bool = False


def import_list(
    here: Installation, file: Path, kind: str, source_id: str, *, dry: bool, skip: bool, as_json: bool
) -> int:
    """Add the monitors of a list to one source. A row with a fault stops all, unless skip says to leave those out;
    addresses that are watched already are left out and told."""
    source = here.store.source(source_id)
    if source is None:
        raise ConfigError([f'no source "{source_id}"; add one with its first monitor: visitwatch monitors add'])
    try:
        rows = read_list(file.read_bytes(), kind)
    except OSError as error:
        raise ConfigError([f"{file}: can't be read: {error.strerror or error}"]) from None
    except UnreadableList as error:
        raise ConfigError([f"{file}: {error}"]) from None
    made, reports = _judge(here, rows, source)
    faulty = [report for report in reports if report.why and not report.known]
    written = not dry and (skip or not faulty)
    if written:
        here.store.add_monitors([source], made, utc_now())
    _tell(reports, len(made) if written else 0, as_json)
    if faulty and not skip and not dry:
        raise ConfigError(
            [f"{len(faulty)} of {len(rows)} rows can't be taken over, so none was; --skip leaves them out"]
        )
    return 0


def _judge(here: Installation, rows: Iterable[Row], source: Source) -> tuple[list[Monitor], list[Report]]:
    crawl = here.config.crawl
    known = here.store.monitors()
    watched = {monitor.url: monitor.id for monitor in known}
    taken = {monitor.id for monitor in known}
    made: list[Monitor] = []
    reports: list[Report] = []
    for row in rows:
        if row.url in watched:
            reports.append(Report(row.where, row.url, watched[row.url], "is watched already", known=True))
            continue
        monitor = _monitor(row, source.id, taken, here.config.round.soonest)
        faults = [*row.faults, *monitor_errors(monitor)]
        reason = refuse_reason(row.url, allow_networks=crawl.allow_networks, allow_ports=crawl.allow_ports)
        if reason and row.url:  # a job without an address says so itself
            faults.append(reason)
        reports.append(Report(row.where, row.url, monitor.id, "; ".join(faults), "; ".join(row.left)))
        if not faults:
            made.append(monitor)
            watched[row.url] = monitor.id
            taken.add(monitor.id)
    return made, reports


def _monitor(row: Row, source_id: str, taken: set[str], soonest: timedelta) -> Monitor:
    first = name = made_id(source_id, row.url)
    number = 1
    while name in taken:
        number += 1
        name = f"{first[:95]}-{number}"
    title = " ".join(row.title.split())[:200]
    interval = row.interval or timedelta(hours=24)
    return Monitor(
        name, source_id, row.url, title, spider=row.spider, fetch=row.fetch, select=row.select, ignore=row.ignore,
        active=row.active, interval=interval, soonest=soonest,
    )  # fmt: skip


def _tell(reports: Sequence[Report], added: int, as_json: bool) -> None:
    if as_json:
        for report in reports:
            said = {"why": report.why or None, "left_behind": report.left or None}
            print_json({"row": report.where, "url": report.url, "monitor": report.monitor, **said})
        return
    print_table(
        f"{added} of {len(reports)} rows taken over", ("row", "monitor", "address", "why not", "left behind"),
        ((one.where, one.monitor, one.url, one.why, one.left) for one in reports), "The list is empty.",
    )  # fmt: skip

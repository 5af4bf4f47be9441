"""`visitwatch monitors export`: what is watched, as CSV that comes back whole, or as another tool's list."""

from __future__ import annotations

import csv
import sys

import click

from alerts.wording import count_words
from app.config import ConfigError
from app.config_schema import SourceRow
from app.installation import Installation
from app.output import err, safe
from app.units import say_duration
from monitors.lists import write_list
from monitors.records import Monitor, Source
from monitors.spreadsheet import cell

Pairs = list[tuple[Source, Monitor]]


def export_list(here: Installation, kind: str, source_id: str, *, everything: bool) -> int:
    """Write the list to standard output. What it can't hold is told on standard error. Items that listings and feeds
    found are left to their listing."""
    if kind == "open-terms" and not source_id:
        raise click.UsageError("--as open-terms needs --source: a declaration is of one service")
    sources = {source.id: source for source in here.store.sources()}
    if source_id and source_id not in sources:
        raise ConfigError([f'no source "{source_id}"; `visitwatch monitors list` shows them'])
    known = [one for one in here.store.monitors() if source_id in ("", one.source_id)]
    own = [one for one in known if not one.parent and (one.active or everything)]
    _say_left(sum(bool(one.parent) for one in known), 0 if everything else sum(not one.active for one in known))
    pairs = [(sources[one.source_id], one) for one in own]
    if kind == "csv":
        _write_csv(pairs)
        return 0
    written = write_list(pairs, kind)
    sys.stdout.write(written.text)
    for name, why in written.left_out:
        err.print(f"{safe(name)}: left out: {why}", soft_wrap=True)
    return 0


def _say_left(found: int, off: int) -> None:
    """What the list is without."""
    if found:
        err.print(f"{count_words(found, 'monitor')} that listings and feeds found: left to them", soft_wrap=True)
    if off:
        err.print(f"{count_words(off, 'monitor')} switched off: left out; --all takes them along", soft_wrap=True)


def _write_csv(pairs: Pairs) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(SourceRow.model_fields)
    for source, monitor in pairs:
        writer.writerow(_csv_row(source, monitor))


def _csv_row(source: Source, monitor: Monitor) -> list[str]:
    values = {
        "source": source.id, "name": source.name, "kind": source.kind.value, "jurisdiction": source.jurisdiction,
        "county": source.county, "monitor": monitor.id, "title": monitor.title, "url": monitor.url,
        "spider": monitor.spider, "interval": say_duration(monitor.interval), "fetch": monitor.fetch,
        "soonest": say_duration(monitor.soonest),
        "select": "\n".join(monitor.select), "ignore": "\n".join(monitor.ignore),
        "expect": "\n".join(monitor.expect), "active": monitor.active,
    }  # fmt: skip
    return [cell(values[column]) for column in SourceRow.model_fields]

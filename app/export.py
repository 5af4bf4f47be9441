"""`visitwatch export`: everything in open formats, for whoever goes on with it elsewhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from alerts.wording import count_words
from app.config import ConfigError
from app.exports import export_package
from app.history import Day
from app.installation import installation, utc_now
from app.output import complain, out, safe
from app.warc import CaptureFile
from storage.changes import ChangeQuery
from storage.errors import BodyDamaged
from storage.store import Store

LOST = 1


@click.command("export", help="Everything in open formats: --tables (data package) and --warc (every capture).")
@click.option("--tables", type=click.Path(path_type=Path), metavar="FILE.zip", help="Sources to facts, as CSV.")
@click.option("--warc", type=click.Path(path_type=Path), metavar="FILE.warc.gz", help="Captures as WARC 1.1.")
@click.option("--monitor", "monitors", multiple=True, metavar="ID", help="Only this monitor (repeatable).")
@click.option("--since", type=Day(), help="Only captures and changes since this date (UTC).")
@click.option("--until", type=Day(), help="Only those before this date (UTC).")
@click.pass_obj
def export_command(
    path: Path,
    /,
    tables: Path | None,
    warc: Path | None,
    monitors: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
) -> int:
    if tables is None and warc is None:
        raise click.UsageError("say what to write: --tables FILE.zip, --warc FILE.warc.gz, or both")
    if tables is not None:
        export_package(path, tables, ChangeQuery(since=since, until=until, monitors=monitors, limit=500))
    return _captures(path, warc, monitors, since, until) if warc is not None else 0


def _captures(path: Path, file: Path, monitors: Sequence[str], since: datetime | None, until: datetime | None) -> int:
    """Every capture, monitor by monitor; under its name only when it is whole."""
    if not file.parent.is_dir():
        raise ConfigError([f"{file.parent}: no such folder; make it first"])
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    with installation(path, synchronise=False) as here:
        here.must_know(monitors)
        try:
            with partial.open("wb") as into:
                written, lost = _write(here.store, CaptureFile(into, file.name, utc_now()), monitors, since, until)
            partial.replace(file)
        except OSError as error:
            raise ConfigError([f"{file}: can't be written: {error.strerror or error}"]) from None
        finally:
            partial.unlink(missing_ok=True)
    complain(lost)
    out.print(f"{safe(file)}: {count_words(written, 'capture')}")
    return LOST if lost else 0


def _write(
    store: Store, captures: CaptureFile, monitors: Sequence[str], since: datetime | None, until: datetime | None
) -> tuple[int, list[str]]:
    written, lost = 0, []
    for monitor_id in monitors or [monitor.id for monitor in store.monitors()]:
        for info in store.snapshots_of(monitor_id):
            if (since and info.at < since) or (until and info.at >= until):
                continue
            try:
                captures.add(info, store.body(info.sha))
                written += 1
            except BodyDamaged as error:
                lost.append(str(error))
    return written, lost

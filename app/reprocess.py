"""`visitwatch reprocess`: derive the text of kept snapshots anew with today's code. It mails nobody."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

import click

from app.extraction import Extraction
from app.installation import Installation, installation
from app.lock import run_lock
from app.output import print_json, print_table
from app.record import technical_change
from monitors.diff import compare
from monitors.recognised import comparable
from monitors.records import Grade, Monitor, Version
from storage.errors import BodyDamaged


@dataclass(frozen=True, slots=True)
class Derived:
    """What deriving one monitor's latest text anew came to. grade: how the two texts differ, None where the text
    could not be derived (why says so)."""

    monitor: str
    version: int
    was: str
    grade: Grade | None
    passages: int = 0
    why: str = ""


@click.command("reprocess", help="Derive the text of kept snapshots anew with today's code; mails nobody.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would differ; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def reprocess_command(path: Path, dry: bool, as_json: bool) -> int:
    with installation(path, synchronise=False) as here, run_lock(here.lock_path):
        derived = asyncio.run(_all(here, dry))
    if as_json:
        for one in derived:
            print_json(one)
        return 0
    print_table(
        "Would differ" if dry else "Derived anew", ("monitor", "version", "made by", "difference", "passages"),
        ((d.monitor, d.version, d.was, d.grade.value if d.grade else d.why, d.passages) for d in derived),
        "Every latest version was made by today's extractor; nothing to do.",
    )  # fmt: skip
    return 0


async def _all(here: Installation, dry: bool) -> list[Derived]:
    derived = []
    async with Extraction(here.config.round.extract_limit, ocr=here.config.round.ocr) as extraction:
        for monitor in here.store.monitors():
            latest = here.store.latest_version(monitor.id)
            one = await _one(here, extraction, monitor, latest, dry) if latest else None
            if one is not None:
                derived.append(one)
    return derived


async def _one(
    here: Installation, extraction: Extraction, monitor: Monitor, latest: Version, dry: bool
) -> Derived | None:
    """None where today's extractor made the version already."""
    info = here.store.snapshot(latest.snapshot, monitor.id)
    was = f"{latest.extractor.name} {latest.extractor.version}"
    try:
        body = here.store.body(latest.snapshot)
    except BodyDamaged as error:
        return Derived(monitor.id, latest.id, was, None, why=str(error))
    media_type, url = (info.media_type, info.url) if info else ("", monitor.url)
    document = await extraction.extract(body, media_type, url, select=monitor.select, ignore=monitor.ignore)
    if document.extractor == latest.extractor:
        return None
    if not document.verdict.ok:
        return Derived(
            monitor.id, latest.id, was, None, why=f"{document.verdict.quality.value}: {document.verdict.detail}"
        )
    comparison = compare(latest.segments, comparable(latest, document))
    anew = replace(
        latest, extractor=document.extractor, title=document.title, text=document.text, segments=document.segments
    )
    if not dry:
        here.store.record_technical(anew, technical_change(anew))
    return Derived(monitor.id, latest.id, was, comparison.grade, len(comparison.passages))

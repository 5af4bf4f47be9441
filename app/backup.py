"""`visitwatch backup`: everything copied while it runs, to a folder that keeps many backups.

    FOLDER/bodies/ab/cd/….zst            the bodies of all backups, each once: they never change
    FOLDER/2026-11-26T031500Z/visitwatch.db, manifest.json

The database comes first and the bodies after it: a body is always kept before its row, so none that a row names can be
missing. The copy is an SQLite file whatever database it was made of, and opens as a store by itself.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from alerts.wording import count_words
from app.config import ConfigError
from app.installation import Installation, installation, utc_now
from app.output import out, plain, print_json, safe
from storage.bodies import make_durable
from storage.migrate import HEAD
from storage.store import open_store

FORMAT = "visitwatch backup 1"
DATABASE, MANIFEST, BODIES = "visitwatch.db", "manifest.json", "bodies"
STAMP = "%Y-%m-%dT%H%M%SZ"
LOST = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made. lost: bodies that are missing or damaged here, and in the folder too."""

    folder: Path
    rows: int
    bodies: int
    copied: int
    lost: tuple[str, ...]


@click.command("backup", help="Copy everything to FOLDER while it runs. Old backups there share their bodies with it.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--keep", type=click.IntRange(1, 10_000), help="Remove all but this many of the newest backups.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def backup_command(path: Path, /, folder: Path, keep: int | None, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        made = back_up(here, folder, utc_now())
    dropped = _drop_old(folder, keep) if keep else []
    if as_json:
        print_json({**_json(made), "dropped": dropped})
    else:
        rows, bodies = count_words(made.rows, "row"), count_words(made.bodies, "body", "bodies")
        out.print(f"{safe(made.folder)}: {rows}, {bodies}, {made.copied} of them new")
        for sha in made.lost:
            out.print(f"[red]lost:[/red] body {sha} is missing or damaged; see `visitwatch verify`")
        if dropped:
            out.print(f"removed {', '.join(dropped)}")
    return LOST if made.lost else 0


def back_up(here: Installation, folder: Path, now: datetime) -> Made:
    """Make a backup; under its name only when it is whole. Raises ConfigError and StoreError."""
    folder = folder.resolve()
    target = folder / now.strftime(STAMP)
    partial = folder / f".{target.name}.partial"
    if isinstance(here.config.bodies, Path) and folder == here.config.bodies.resolve():
        raise ConfigError([f"{folder} is where the bodies are kept; give another folder, best on another disk"])
    if target.exists():
        raise ConfigError([f"{target} is there already"])
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(mode=0o700)
        here.store.copy_database(partial / DATABASE)
        with open_store(f"sqlite:///{partial / DATABASE}", folder / BODIES) as copy:
            tables, named = copy.digests(), copy.named_bodies()
        copied, lost = here.store.copy_bodies(folder / BODIES, named)
        manifest = {
            "format": FORMAT,
            "at": plain(now),
            "schema": HEAD,
            "database_sha256": file_sha(partial / DATABASE),
            "tables": tables,
            "bodies": len(named),
            "lost": lost,
        }
        (partial / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        for file in partial.iterdir():
            file.chmod(0o600)
            make_durable(file)
        make_durable(partial)
        partial.rename(target)
        make_durable(folder)
    except OSError as error:
        raise ConfigError([f"{folder}: no backup was made: {error.strerror or error}"]) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    rows = sum(int(str(table["rows"])) for table in tables.values())
    return Made(target, rows, len(named), copied, tuple(lost))


def backups(folder: Path) -> list[Path]:
    """The backups of a folder, oldest first."""
    return sorted(path.parent for path in folder.glob(f"*/{MANIFEST}") if not path.parent.name.startswith("."))


def file_sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _drop_old(folder: Path, keep: int) -> list[str]:
    """Bodies stay: another backup may name them."""
    old = backups(folder)[:-keep]
    for path in old:
        shutil.rmtree(path)
    return [path.name for path in old]


def _json(made: Made) -> dict[str, object]:
    counts = {"rows": made.rows, "bodies": made.bodies, "copied": made.copied}
    return {"backup": str(made.folder), **counts, "lost": list(made.lost)}

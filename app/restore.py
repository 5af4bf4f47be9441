"""`visitwatch restore`: a backup brought back; `--check` tries the same in a temporary place and leaves all as it is.

the backup's file is the one that was written    its SHA-256 stands in the manifest
every table has the rows it had                  so do theirs
all is whole                                     as `visitwatch verify` sees it, every body hashed again
no old mail goes out again                       what was owed then may have been sent since: the operator decides
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from alerts.wording import count_words
from app.backup import BODIES, DATABASE, FORMAT, MANIFEST, backups, file_sha
from app.config import Config, ConfigError, load_config
from app.installation import Installation, utc_now
from app.lock import run_lock
from app.output import complain, out, print_json, safe
from monitors.records import Suppression
from storage.errors import StoreError
from storage.faults import Fault, FaultKind
from storage.migrate import HEAD
from storage.store import Store, open_store

BROKEN = 1
SQLITE = "sqlite:///"


@dataclass(slots=True)
class Tried:
    """What trying a backup showed. faults: in words; held: mails that wait for the operator; compared: whether its
    tables were held against the manifest (an older program's are not: its rows are brought to this one's form)."""

    backup: Path
    at: datetime
    compared: bool
    held: int = 0
    sendable: int = 0
    rows: int = 0
    bodies: int = 0
    faults: list[str] = field(default_factory=list)


@click.command("restore", help="Bring FOLDER, a backup or a folder of them (the newest), back into an empty place.")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--backup", "name", default="", metavar="NAME", help="This one, as 2026-11-26T031500Z.")
@click.option("--replaces", default="", metavar="FILE", help="What it takes the place of: who left there, left.")
@click.option("--check", "only_check", is_flag=True, help="Try it in a temporary place; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def restore_command(path: Path, /, folder: Path, name: str, replaces: str, only_check: bool, as_json: bool) -> int:
    config = load_config(path)
    chosen = _chosen(folder.resolve(), name)
    with _opened(chosen, _left(replaces)) as (copy, tried):
        _look(copy, tried)
        if not only_check and not tried.faults:
            _bring_back(config, copy, chosen)
    if as_json:
        print_json({**_json(tried), "restored": not only_check and not tried.faults})
    else:
        _say(tried, config, only_check)
    return BROKEN if tried.faults else 0


def _chosen(folder: Path, name: str) -> Path:
    """A backup of the folder; the folder itself where it is one."""
    if not name and (folder / MANIFEST).is_file():
        return folder
    known = backups(folder)
    found = [one for one in known if one.name == name] if name else known[-1:]
    if not found:
        names = ", ".join(one.name for one in known) or "none"
        raise ConfigError([f"{folder} holds no backup{f' {name}' if name else ''}; there is: {names}"])
    return found[0]


def _left(replaces: str) -> list[Suppression]:
    """The addresses that the replaced database no longer writes to; none where it can't be read any more."""
    if not replaces:
        return []
    url = replaces if "://" in replaces else f"{SQLITE}{Path(replaces).resolve()}"
    try:
        with tempfile.TemporaryDirectory() as nowhere, open_store(url, Path(nowhere), migrate=False) as old:
            return old.suppressions()
    except StoreError as error:
        complain([f"who left since the backup is not known: {error}"])
        return []


@contextmanager
def _opened(backup: Path, left: Sequence[Suppression] = ()) -> Iterator[tuple[Store, Tried]]:
    """A copy of the backup, brought to this program's schema, with its old mail held. left: who has left since."""
    manifest = _manifest(backup)
    at = datetime.fromisoformat(manifest["at"])
    tried = Tried(backup, at, compared=manifest["schema"] == HEAD)
    with tempfile.TemporaryDirectory(dir=backup.parent, prefix=".restore-") as place:
        copy = Path(place) / DATABASE
        shutil.copyfile(backup / DATABASE, copy)
        if file_sha(copy) != manifest["database_sha256"]:
            tried.faults.append(f"{backup / DATABASE} is not the file that was written; use another backup")
        with open_store(f"{SQLITE}{copy}", backup.parent / BODIES) as store:
            if tried.compared:
                tried.faults += _unlike(store.digests(), manifest["tables"])
            tried.rows = sum(store.count_rows().values())
            tried.held = len(store.settle_restored(utc_now(), left))
            yield store, tried


def _manifest(backup: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((backup / MANIFEST).read_text(encoding="utf-8"))
        if manifest.get("format") != FORMAT or not {"at", "schema", "database_sha256", "tables"} <= manifest.keys():
            raise ValueError("it is of another kind")
    except (OSError, ValueError) as error:
        raise ConfigError([f"{backup / MANIFEST}: can't be used: {error}"]) from None
    return manifest


def _unlike(found: dict[str, dict[str, object]], written: dict[str, dict[str, object]]) -> list[str]:
    return [
        f"table {name}: {found.get(name, {}).get('rows')} rows, not the {written.get(name, {}).get('rows')} written"
        for name in sorted(found.keys() | written.keys())
        if found.get(name) != written.get(name)
    ]


def _look(copy: Store, tried: Tried) -> None:
    faults = [fault for fault in copy.verify(utc_now()) if not _of_others(fault)]
    tried.faults += [f"{fault.kind.value}: {fault.where}: {fault.words}" for fault in faults]
    tried.sendable = copy.count_sendable()
    if tried.sendable:
        tried.faults.append(f"{tried.sendable} old mails would go out again")
    tried.bodies = len(copy.named_bodies())


def _of_others(fault: Fault) -> bool:
    """The folder of bodies is shared by all its backups; words for search are made anew where they are needed."""
    return fault.kind in (FaultKind.ORPHAN_BODY, FaultKind.LEFTOVER, FaultKind.STRANGE_FILE, FaultKind.UNINDEXED)


def _bring_back(config: Config, copy: Store, backup: Path) -> None:
    """Into the place that the configuration names, which must be empty."""
    here = Installation(config, copy)
    with run_lock(here.lock_path), open_store(config.store_url, config.bodies) as target:
        if not target.is_empty():
            where = config.store_url if config.store_url.startswith(SQLITE) else "the database"
            raise ConfigError([f"{where} is not empty; move it away first, nothing was changed"])
        _, lost = copy.copy_bodies(config.bodies)
        if lost:
            raise ConfigError([f"{len(lost)} bodies can't be copied; nothing but bodies was changed"])
        target.take_rows(copy)


def _json(tried: Tried) -> dict[str, object]:
    return {
        "backup": tried.backup.name, "at": tried.at, "rows": tried.rows, "bodies": tried.bodies, "held": tried.held,
        "compared": tried.compared, "faults": tried.faults,
    }  # fmt: skip


def _say(tried: Tried, config: Config, only_check: bool) -> None:
    complain(tried.faults)
    what = "compared with what was written and whole" if tried.compared else "whole (of an older schema, not compared)"
    if tried.faults:
        out.print(f"{safe(tried.backup.name)}: {count_words(len(tried.faults), 'fault')}; nothing was changed")
        return
    kept = f"{count_words(tried.rows, 'row')} and {count_words(tried.bodies, 'body', 'bodies')}"
    out.print(f"{safe(tried.backup.name)}: {kept}, {what}")
    held = "would be held" if only_check else "held"
    out.print(f"{count_words(tried.held, 'mail')} owed then: {held}, none goes out again")
    if not only_check:
        out.print("restored; `visitwatch outbox list --state held` shows what is held")

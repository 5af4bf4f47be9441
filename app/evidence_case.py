"""What goes into a file of evidence, gathered from the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.config import ConfigError
from app.config_keeping import EvidenceSettings
from app.evidence_kept import complete
from app.installation import Installation, utc_now
from app.output import complain
from app.stamps import StampFailed, public_key
from monitors.records import Change, Version
from storage.archived import Archived
from storage.changes import ChangeRow
from storage.roots import Root
from storage.store import Store
from storage.verify_chain import Proof


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the change: its version, and what proves it. name: "before" or "after"."""

    name: str
    version: Version
    proof: Proof
    body: bytes


@dataclass(frozen=True, slots=True)
class Case:
    """All that goes into the file. lines: (check's id, line, link), of a folded check without
    line; root: None where none covers the change yet."""

    row: ChangeRow
    sides: tuple[Side, ...]
    lines: Sequence[tuple[int, str, str]]
    root: Root | None
    root_text: str
    public_key: bytes
    archived: Archived | None
    made: datetime


def gather(here: Installation, change_id: int) -> Case:
    """Everything of a change. Raises ConfigError for an unknown one, BodyDamaged where its evidence is damaged."""
    store, now = here.store, utc_now()
    change = store.change(change_id)
    if change is None:
        raise ConfigError([f"no change {change_id}; `visitwatch changes list` shows the ids"])
    monitor = store.monitor(change.monitor_id)
    source = store.source(monitor.source_id) if monitor else None
    assert monitor is not None and source is not None
    sides = tuple(_sides(store, change))
    newest = max((store.newest_check_id(monitor.id, change.at), *map(_check_id, sides)))
    settings = here.config.keeping.evidence
    root = _root(store, settings, newest, now)
    last = root.last_check_id if root else store.newest_check_id(monitor.id)
    return Case(
        row=ChangeRow(change, monitor, source),
        sides=sides,
        lines=[line for line in store.chain_lines(monitor.id, last) if line[2]],
        root=root,
        root_text=store.root_text(root) if root else "",
        public_key=public_key(settings.sign_key) if settings.sign_key and root and root.signature else b"",
        archived=store.archived(change_id),
        made=now,
    )


def _sides(store: Store, change: Change) -> Sequence[Side]:
    sides = []
    for name, number in (("before", change.old_version), ("after", change.new_version)):
        version, proof = store.version(number), store.proof(number)
        if version is not None and proof is not None:
            sides.append(Side(name, version, proof, store.body(version.snapshot)))
    return sides


def _check_id(side: Side) -> int:
    return side.proof.text_check or side.proof.capture_check or 0


def _root(store: Store, settings: EvidenceSettings, check_id: int, now: datetime) -> Root | None:
    """The oldest root that covers the check, made now where there is none and today's is not made yet."""
    if not check_id:
        return None
    root = store.root_over(check_id)
    if root is None:
        root = store.make_root(now)
    if root is not None and (settings.sign_key or settings.timestamp_url):
        try:
            complete(store, settings, root)
        except StampFailed as error:
            complain([str(error)])
        root = store.root_over(check_id)
    return root

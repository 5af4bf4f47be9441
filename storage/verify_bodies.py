"""Every body of the folder against the rows that name it: hashed again, missing, orphan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from storage.bodies import LEFTOVER_AGE, Bodies
from storage.errors import BodyDamaged
from storage.faults import Fault, FaultKind
from storage.tables import snapshots


def body_faults(connection: Connection, bodies: Bodies, now: datetime) -> Iterator[Fault]:
    """What young writers have not named yet is no fault: their row follows within seconds."""
    before = (now - LEFTOVER_AGE).timestamp()
    files = bodies.files()
    wanted = dict(connection.execute(select(snapshots.c.sha, snapshots.c.monitor_id)).all())
    for sha, monitor_id in sorted(wanted.items()):
        if sha not in files.bodies:
            where = f"body {sha}"
            yield Fault(FaultKind.MISSING_BODY, where, f"{monitor_id} showed it; restore it from a backup")
    for sha in sorted(files.bodies):
        try:
            bodies.get(sha)
        except BodyDamaged as error:
            yield Fault(FaultKind.DAMAGED_BODY, f"body {sha}", str(error))
        if sha not in wanted and files.bodies[sha] < before:
            yield Fault(FaultKind.ORPHAN_BODY, f"body {sha}", "no snapshot names it; a run was killed before its row")
    for path, changed in sorted(files.leftovers.items()):
        if changed < before:
            yield Fault(FaultKind.LEFTOVER, str(path), "a killed run left it half-written")
    for path in sorted(files.strange):
        yield Fault(FaultKind.STRANGE_FILE, str(path), "it is no body and is left alone; move it away")

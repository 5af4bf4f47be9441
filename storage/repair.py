"""What `verify` found and can be put right without touching anything that was seen; see storage/faults.py."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from monitors.records import Segment
from storage.bodies import LEFTOVER_AGE, Bodies
from storage.catalogue import fresh_state
from storage.changes import one_change
from storage.faults import FaultKind
from storage.gates import touch
from storage.rows import unpack_many
from storage.tables import checks, monitors, snapshots, states, versions
from storage.verify_rows import unindexed
from storage.words import CHANGE_WORDS, VERSION_WORDS, index_change, index_version


def repair(connection: Connection, bodies: Bodies, now: datetime) -> Counter[FaultKind]:
    """How many of what were put right."""
    done: Counter[FaultKind] = Counter()
    done[FaultKind.ORPHAN_BODY] = _drop_orphans(connection, bodies, now)
    done[FaultKind.LEFTOVER] = bodies.sweep(now)
    done[FaultKind.MISSING_STATE] = _make_states(connection, now)
    done[FaultKind.UNINDEXED] = index_all(connection)
    return +done


def _drop_orphans(connection: Connection, bodies: Bodies, now: datetime) -> int:
    # In this order, and asked again for each: a check may be about to name the same bytes anew.
    before = (now - LEFTOVER_AGE).timestamp()
    old = [sha for sha, changed in bodies.files().bodies.items() if changed < before]
    named = set(connection.scalars(select(snapshots.c.sha)))
    orphans = [sha for sha in old if sha not in named]
    dropped = 0
    for sha in orphans:
        if connection.scalar(select(snapshots.c.sha).where(snapshots.c.sha == sha).limit(1)) is None:
            bodies.drop(sha)
            dropped += 1
    return dropped


def _make_states(connection: Connection, now: datetime) -> int:
    """A new state for each monitor without one: due at once, at the end of its chain and of its versions."""
    known = select(states.c.monitor_id)
    lost = connection.scalars(select(monitors.c.id).where(monitors.c.id.not_in(known)).order_by(monitors.c.id)).all()
    for monitor_id in lost:
        latest = select(func.max(versions.c.id)).where(versions.c.monitor_id == monitor_id)
        link = select(checks.c.link).where(checks.c.monitor_id == monitor_id).order_by(checks.c.id.desc()).limit(1)
        row = {"latest_version": connection.scalar(latest), "chain": connection.scalar(link)}
        connection.execute(insert(states), {**fresh_state(monitor_id, now), **row})
    gates = [connection.scalar(select(monitors.c.gate).where(monitors.c.id == one)) or "" for one in lost]
    touch(connection, gates, now)
    return len(lost)


def index_all(connection: Connection) -> int:
    """Let search find every version and change; how many it did not."""
    lost = {table: unindexed(connection, table) for table in (VERSION_WORDS, CHANGE_WORDS)}
    for table, numbers in lost.items():
        for number in numbers:
            index_one(connection, table, number)
    return sum(map(len, lost.values()))


def index_one(connection: Connection, table: str, number: int) -> None:
    """Let search find a version or a change."""
    if table == VERSION_WORDS:
        query = select(versions.c.title, versions.c.segments).where(versions.c.id == number)
        title, segments = connection.execute(query).one()
        index_version(connection, number, title, unpack_many(Segment, segments))
    else:
        change = one_change(connection, number)
        assert change is not None
        index_change(connection, change)

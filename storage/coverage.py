"""Routine checks folded into a row for each monitor and day: the proof that nothing changed, kept in less room.

Routine is a check that found nothing new (unchanged, not modified) and is not the monitor's last. Everything else of
the log (first, changed, blocked, failed) stays line by line. A day's row says how many checks it stands for, from which
line to which and from when to when, and holds the SHA-256 over those lines, so that whoever kept a copy (a backup, an
export) can show that the copy is what was folded.

The chain (storage/chain.py) goes on over what is folded: the link of the last line of a run is kept, because the next
line follows from it, and so is one that a root names. What is not routine stays provable: the lines after it are kept
up to the next root, so that it can't be altered or taken away without that root being another. Where no root is made,
nothing is folded. What the folded lines themselves said is proven by a copy alone.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, delete, func, insert, select, update

from monitors.records import CheckOutcome
from storage.engine import insert_new
from storage.tables import checks, covered, folded_links, roots, run_facts, states

ROUTINE = (CheckOutcome.UNCHANGED, CheckOutcome.NOT_MODIFIED)
_COLUMNS = tuple(column.name for column in checks.columns)
_KEY = ("monitor_id", "day")
_PORTION = 5_000
# In run_facts: the last line that was folded. What stands before it and was not, stays; so that no night walks over
# the whole log again.
_FOLDED_TO = "folded to"


@dataclass(frozen=True, slots=True)
class DayCovered:
    """The folded routine checks of a monitor on one day (UTC): how many, how many of them answered with 304, the first
    and the last, and the SHA-256 over the lines in order of their numbers."""

    monitor_id: str
    day: str
    checks: int
    not_modified: int
    first_at: datetime
    last_at: datetime
    first_id: int
    last_id: int
    proof: str


def fold(connection: Connection, before: datetime, limit: int) -> int:
    """Fold up to `limit` routine checks of whole days (UTC) that ended before that time; return how many."""
    rows = _foldable(connection, before, limit)
    if not rows:
        return 0
    _keep_links(connection, rows)
    by_day = sorted(rows, key=lambda row: (row.monitor_id, _day(row.at), row.id))
    days = [(key, list(lines)) for key, lines in groupby(by_day, key=lambda row: (row.monitor_id, _day(row.at)))]
    for start in range(0, len(days), _PORTION):
        _cover(connection, days[start : start + _PORTION])
    ids = [row.id for row in rows]
    for start in range(0, len(ids), _PORTION):
        connection.execute(delete(checks).where(checks.c.id.in_(ids[start : start + _PORTION])))
    connection.execute(update(run_facts).where(run_facts.c.key == _FOLDED_TO), {"value": str(ids[-1])})
    return len(ids)


def _foldable(connection: Connection, before: datetime, limit: int) -> Sequence[Any]:
    """Of the next `limit` routine lines those that may be folded; the same of those that follow where none may."""
    midnight = before.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    # Its row is locked until the fold is done: two at once would fold the same lines.
    connection.execute(insert_new(connection, run_facts), {"key": _FOLDED_TO, "value": ""})
    value = connection.scalar(select(run_facts.c.value).where(run_facts.c.key == _FOLDED_TO).with_for_update())
    done, mine = int(value or 0), (checks.c.at < midnight, checks.c.outcome.in_(ROUTINE))
    rows: Sequence[Any] = ()
    while not rows:
        # So many lines first, and what each needs to be asked then: a night's million would be asked for each portion.
        routine = select(checks.c.id).where(checks.c.id > done, *mine).order_by(checks.c.id).limit(limit).subquery()
        upto = connection.scalar(select(func.max(routine.c.id)))
        if upto is None:
            break
        rows = connection.execute(_may_be_folded().where(checks.c.id > done, checks.c.id <= upto, *mine)).all()
        done = upto
    return rows


def _may_be_folded() -> Select[Any]:
    """Lines of the log in order, each with next_id, the line of its monitor that follows. A monitor's newest line
    stays: it is where the chain goes on."""
    later, earlier = checks.alias("later"), checks.alias("earlier")
    follows = later.c.monitor_id == checks.c.monitor_id, later.c.id > checks.c.id
    next_id = select(func.min(later.c.id)).where(*follows).correlate(checks).scalar_subquery()
    telling = (
        select(earlier.c.id)
        .where(earlier.c.monitor_id == checks.c.monitor_id, earlier.c.id < checks.c.id)
        .where(earlier.c.outcome.not_in(ROUTINE))
        .order_by(earlier.c.id.desc())
        .limit(1)
        .correlate(checks)
        .scalar_subquery()
    )
    rooted = select(func.max(roots.c.last_check_id)).where(roots.c.last_check_id < checks.c.id).correlate(checks)
    return (
        select(checks, next_id.label("next_id"))
        .outerjoin(states, states.c.last_check_id == checks.c.id)
        # Not EXISTS: PostgreSQL makes a join of that, and walked over the log from its start for each line.
        .where(states.c.monitor_id.is_(None), next_id.is_not(None))
        .where(rooted.scalar_subquery() >= func.coalesce(telling, 0))
        .order_by(checks.c.id)
    )


def _keep_links(connection: Connection, rows: Sequence[Any]) -> None:
    """Keep the link of each line after which no folded one follows at once, and of each that a root names."""
    going = {row.id for row in rows}
    rooted = sorted(connection.scalars(select(roots.c.last_check_id)))

    def named(row: Any) -> bool:
        place = bisect_left(rooted, row.id)
        return place < len(rooted) and rooted[place] < row.next_id

    kept = [
        {"monitor_id": row.monitor_id, "check_id": row.id, "link": row.link}
        for row in rows
        if row.link and (row.next_id not in going or named(row))
    ]
    if kept:
        connection.execute(insert(folded_links), kept)


def days_of(connection: Connection, monitor_id: str, limit: int) -> list[DayCovered]:
    """A monitor's folded days, newest first."""
    query = select(covered).where(covered.c.monitor_id == monitor_id).order_by(covered.c.day.desc()).limit(limit)
    return [DayCovered(**row._mapping) for row in connection.execute(query)]


def covered_around(monitor_id: Any, moment: datetime) -> tuple[Select[Any], Select[Any]]:
    """The folded check known nearest before a time, and the one nearest after it: of a day only the first and the last
    are known by their times."""
    mine = covered.c.monitor_id == monitor_id
    before = case((covered.c.last_at <= moment, covered.c.last_at), else_=covered.c.first_at)
    after = case((covered.c.first_at >= moment, covered.c.first_at), else_=covered.c.last_at)
    return (
        select(before).where(mine, covered.c.first_at <= moment).order_by(covered.c.day.desc()).limit(1),
        select(after).where(mine, covered.c.last_at >= moment).order_by(covered.c.day).limit(1),
    )


def covered_outcomes(
    connection: Connection, monitor_id: str, since: datetime
) -> Iterator[tuple[date, CheckOutcome, int]]:
    """How many folded checks of each day came to what."""
    query = select(covered).where(covered.c.monitor_id == monitor_id, covered.c.last_at >= since)
    for row in connection.execute(query):
        day = date.fromisoformat(row.day)
        yield day, CheckOutcome.NOT_MODIFIED, row.not_modified
        yield day, CheckOutcome.UNCHANGED, row.checks - row.not_modified


def proof_of(rows: Sequence[Any], before: str = "") -> str:
    """The SHA-256 over lines of the log as JSON; before: the proof over the lines of the same day folded earlier."""
    hashed = hashlib.sha256(before.encode())
    for row in rows:
        hashed.update(json.dumps([_plain(getattr(row, name)) for name in _COLUMNS], ensure_ascii=False).encode())
    return hashed.hexdigest()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _day(at: datetime) -> str:
    return at.astimezone(UTC).date().isoformat()


def _cover(connection: Connection, days: Sequence[tuple[tuple[str, str], Sequence[Any]]]) -> None:
    """Write these days' rows; of a day that has one already, a row for both."""
    # By monitors and by days: asked for by pairs, 5,000 of them take 0.5 to 1 s, so 0.14.
    monitors, dates = ({key[part] for key, _ in days} for part in (0, 1))
    there = select(covered).where(covered.c.monitor_id.in_(monitors), covered.c.day.in_(dates)).with_for_update()
    known = {(row.monitor_id, row.day): row for row in connection.execute(there)}
    rows = [_folded(key, lines, known.get(key)) for key, lines in days]
    old = [{f"of_{name}" if name in _KEY else name: value for name, value in row.items()} for row in rows
           if (row["monitor_id"], row["day"]) in known]  # fmt: skip
    new = [row for row in rows if (row["monitor_id"], row["day"]) not in known]
    if new:
        connection.execute(insert(covered), new)
    if old:
        mine = covered.c.monitor_id == bindparam("of_monitor_id"), covered.c.day == bindparam("of_day")
        connection.execute(update(covered).where(*mine), old)


def _folded(key: tuple[str, str], lines: Sequence[Any], known: Any) -> dict[str, Any]:
    """The row of a day; known: what was folded of it before."""
    spans = [(line.at, line.at, line.id, line.id) for line in lines]
    if known is not None:
        spans.append((known.first_at, known.last_at, known.first_id, known.last_id))
    return {
        "monitor_id": key[0],
        "day": key[1],
        "checks": len(lines) + (known.checks if known else 0),
        "not_modified": sum(line.outcome == CheckOutcome.NOT_MODIFIED for line in lines)
        + (known.not_modified if known else 0),
        "first_at": min(span[0] for span in spans),
        "last_at": max(span[1] for span in spans),
        "first_id": min(span[2] for span in spans),
        "last_id": max(span[3] for span in spans),
        "proof": proof_of(lines, known.proof if known else ""),
    }

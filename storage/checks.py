"""The log of visits, and what each visit does to its monitor's state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, insert, literal, null, select, update

from monitors.records import Check, CheckOutcome, FailureKind, Quality
from storage.columns import Moment
from storage.tables import checks, states

_SAME_TEXT = (CheckOutcome.UNCHANGED, CheckOutcome.NOT_MODIFIED)
_NO_PAGE = (CheckOutcome.FAILED, CheckOutcome.BLOCKED)
# A visit may be recorded late, by a run whose lease ended long before. Beyond a day it is the clock that jumped.
_LATEST_STRAGGLER = timedelta(days=1)
_CHECK_FIELDS = tuple(field.name for field in fields(Check))


@dataclass(frozen=True, slots=True)
class CheckWrite:
    """A visit without new text, to be recorded.

    etag, last_modified: the validators of the answer; after UNCHANGED they replace the stored ones, after NOT_MODIFIED
    only where not "". raw, fingerprint: of the body that was seen, "" where none was. next_check_at: overrides the
    plan made by the claim (back-off, Retry-After).
    """

    check: Check
    etag: str = ""
    last_modified: str = ""
    raw: str = ""
    fingerprint: str = ""
    next_check_at: datetime | None = None


def record_checks(connection: Connection, writes: Sequence[CheckWrite]) -> list[int]:
    """Log the visits, bring each monitor's state up to date and end the leases; return the checks' ids."""
    return [_record(connection, write) for write in writes]


def log_check(connection: Connection, check: Check) -> int:
    """Write one line of the log."""
    row = {name: getattr(check, name) for name in _CHECK_FIELDS}
    return connection.execute(insert(checks).returning(checks.c.id), row).scalar_one()


def end_lease(check: Check, next_check_at: datetime | None) -> dict[str, Any]:
    """The columns that give a monitor back: its lease ends, unless a later claim holds it by now; the plan stands
    unless it is overridden."""
    mine = states.c.leased_at.is_(None) | (states.c.leased_at <= check.at)
    plan = states.c.next_check_at if next_check_at is None else literal(next_check_at, Moment)
    return {
        "lease_until": case((mine, null()), else_=states.c.lease_until),
        "due_at": case((mine, plan), else_=states.c.due_at),
        "next_check_at": plan,
    }


def checks_of(connection: Connection, monitor_id: str, limit: int) -> list[Check]:
    """The latest visits of a monitor, newest first."""
    query = select(checks).where(checks.c.monitor_id == monitor_id).order_by(checks.c.id.desc()).limit(limit)
    return [_check(row) for row in connection.execute(query)]


def last_checks(connection: Connection) -> dict[str, Check]:
    """The latest visit of every monitor that was visited, by monitor id."""
    query = select(checks).join(states, states.c.last_check_id == checks.c.id)
    return {row.monitor_id: _check(row) for row in connection.execute(query)}


def _record(connection: Connection, write: CheckWrite) -> int:
    check = write.check
    check_id = log_check(connection, check)
    # A visit older than the last one known must not bring old validators back: a 304 to them would hide a change.
    values = {"last_check_id": check_id, "last_check_at": check.at, **_seen(write), **_planned(write)}
    connection.execute(
        update(states).where(states.c.monitor_id == check.monitor_id, _not_a_straggler(check.at)).values(values)
    )
    return check_id


def _not_a_straggler(at: datetime) -> ColumnElement[bool]:
    last = states.c.last_check_at
    return last.is_(None) | (last <= at) | (last > at + _LATEST_STRAGGLER)


def _planned(write: CheckWrite) -> dict[str, Any]:
    interrupted = write.check.failure is FailureKind.INTERRUPTED
    plan = write.check.at if interrupted and write.next_check_at is None else write.next_check_at
    return end_lease(write.check, plan)


def _seen(write: CheckWrite) -> dict[str, Any]:
    check = write.check
    if check.outcome in _NO_PAGE:
        return {} if check.failure is FailureKind.INTERRUPTED else _failed(check.at)
    named = {
        "etag": write.etag,
        "last_modified": write.last_modified,
        "last_raw": write.raw,
        "fingerprint": write.fingerprint,
    }
    replaced = ("etag", "last_modified") if check.outcome is not CheckOutcome.NOT_MODIFIED else ()
    kept = {name: value for name, value in named.items() if value or name in replaced}
    return {**kept, "last_ok_at": check.at, "failures": 0, "failing_since": None}


def _failed(at: datetime) -> dict[str, Any]:
    since = case((states.c.failing_since.is_(None), literal(at, Moment)), else_=states.c.failing_since)
    return {"failures": states.c.failures + 1, "failing_since": since}


def _check(row: Row[*tuple[Any, ...]]) -> Check:
    return Check(
        monitor_id=row.monitor_id,
        at=row.at,
        outcome=CheckOutcome(row.outcome),
        url=row.url,
        status=row.status,
        quality=Quality(row.quality) if row.quality else None,
        rule=row.rule,
        failure=FailureKind(row.failure) if row.failure else None,
        message=row.message,
        snapshot=row.snapshot,
        milliseconds=row.milliseconds,
        size=row.size,
    )

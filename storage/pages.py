"""A page whose text is new: all that follows from it, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from monitors.captures import NOT_KNOWN
from monitors.records import Alert, Change, Check, Delivery, Exchange, ListedItem, Monitor, Version
from storage.alert_states import confirm_alert, take_back
from storage.catalogue import add_monitors, put_items
from storage.chain import Line, SnapshotInfo, capture_text, lock_heads, sha_of
from storage.changes import put_alert, put_change
from storage.checks import LEASE_END, CheckWrite, lease_end, log_checks, record_checks, seconds_of
from storage.errors import StaleWrite
from storage.outbox import owe
from storage.snapshots import put_snapshot, put_version, showed_before, version_row
from storage.tables import states


@dataclass(frozen=True, slots=True)
class PageWrite:
    """One page's outcome, to be recorded whole or not at all.

    version: id 0, its snapshot is body_sha, whose body is already kept; None for an event without new text (the page
    is gone, is back, has moved), where body_sha is "" and the check is recorded as CheckWrite says.
    expected_version: the monitor's latest version when the new one was compared with it, 0 for none.
    change and alert: their ids and version ids are filled in; None where there is nothing to compare or to tell.
    deliveries: their alert id is filled in, and they are due at once unless next_try_at says otherwise.
    pace: see CheckWrite. headers: lower-case names; exchange: how else the body came. items, new_monitors: what a
    listing showed. confirms, takes_back: the waiting alert that this second look confirms or takes back, 0 for none.
    """

    check: Check
    version: Version | None
    body_sha: str
    media_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    exchange: Exchange = NOT_KNOWN
    etag: str = ""
    last_modified: str = ""
    fingerprint: str = ""
    expected_version: int = 0
    change: Change | None = None
    alert: Alert | None = None
    deliveries: Sequence[Delivery] = ()
    new_monitors: Sequence[Monitor] = ()
    items: Sequence[ListedItem] = ()
    slots: tuple[str, ...] = ()
    stencil: str = ""
    next_check_at: datetime | None = None
    pace: timedelta | None = None
    confirms: int = 0
    takes_back: int = 0


def record_page(connection: Connection, write: PageWrite) -> Change | None:
    """Record the page; return the change with its ids. Raises StaleWrite when another run was faster."""
    check = write.check
    _fence(connection, check.monitor_id, write.expected_version)
    if write.version is None:
        record_checks(connection, [_without_text(write)])
        version_id = 0
    else:
        version_id = _put_text(connection, write, write.version)
    add_monitors(connection, write.new_monitors, check.at, from_config=False)
    put_items(connection, check.monitor_id, write.items, check.at)
    if write.confirms:
        confirm_alert(connection, write.confirms, check.at)
    if write.takes_back:
        take_back(connection, write.takes_back, check.at)
    return _tell(connection, write, version_id)


def record_technical(connection: Connection, version: Version, change: Change) -> Version:
    """Store the text of an old snapshot as another extractor takes it, with the change that says so; see the Store."""
    _fence(connection, version.monitor_id, version.id)
    number = put_version(connection, version)
    advanced = update(states).where(states.c.monitor_id == version.monitor_id)
    connection.execute(advanced, {"latest_version": number})
    put_change(connection, replace(change, old_version=version.id, new_version=number))
    return replace(version, id=number)


def _fence(connection: Connection, monitor_id: str, expected: int) -> None:
    """Lock the monitor's state and refuse if the comparison was made with a version that is no longer the latest."""
    query = select(states.c.latest_version).where(states.c.monitor_id == monitor_id).with_for_update()
    latest = connection.execute(query).scalar_one() or 0
    if latest != expected:
        raise StaleWrite(
            f"{monitor_id}: compared with version {expected}, but version {latest} is the latest by now; "
            "the next check compares anew"
        )


def _without_text(write: PageWrite) -> CheckWrite:
    return CheckWrite(
        write.check,
        etag=write.etag,
        last_modified=write.last_modified,
        fingerprint=write.fingerprint,
        next_check_at=write.next_check_at,
        pace=write.pace,
    )


def _put_text(connection: Connection, write: PageWrite, version: Version) -> int:
    """The check with all that its link covers: how the body came, where it is new to the monitor, and the version."""
    check = write.check
    version = replace(version, monitor_id=check.monitor_id, snapshot=write.body_sha)
    new = not showed_before(connection, check.monitor_id, write.body_sha)
    came = SnapshotInfo(
        check.monitor_id, write.body_sha, check.at, check.url, check.status, write.media_type, check.size,
        write.headers, write.exchange,
    )  # fmt: skip
    row = version_row(version)
    line = Line(check, sha_of(capture_text(came)) if new else "", row["sha"])
    [check_id], [link] = log_checks(connection, lock_heads(connection, [check.monitor_id]), [line])
    if new:
        put_snapshot(connection, came, check_id)
    version_id = put_version(connection, version, check_id, row)
    _advance(connection, write, check_id, version_id, link)
    return version_id


def _advance(connection: Connection, write: PageWrite, check_id: int, version_id: int, link: str) -> None:
    check = write.check
    values = {
        "chain": link,
        "etag": write.etag,
        "last_modified": write.last_modified,
        "last_raw": write.body_sha,
        "fingerprint": write.fingerprint,
        "latest_version": version_id,
        "last_check_id": check_id,
        "last_check_at": check.at,
        "last_ok_at": check.at,
        "failures": 0,
        "failing_since": None,
        "slots": write.slots,
        "stencil": write.stencil,
        "whole_at": check.at,
        **({} if write.pace is None else {"pace": seconds_of(write.pace)}),
        **LEASE_END,
    }
    advanced = update(states).where(states.c.monitor_id == check.monitor_id).values(values)
    connection.execute(advanced, lease_end(check, write.next_check_at))


def _tell(connection: Connection, write: PageWrite, version_id: int) -> Change | None:
    if write.change is None:
        return None
    change = replace(
        write.change,
        monitor_id=write.check.monitor_id,
        old_version=write.expected_version,
        new_version=version_id,
    )
    return tell(connection, change, write.alert, write.deliveries)


def tell(connection: Connection, change: Change, alert: Alert | None, deliveries: Sequence[Delivery]) -> Change:
    """Store a change with its alert and what is owed to whom; return it with its id."""
    stored = put_change(connection, change)
    if alert is not None:
        told = put_alert(connection, replace(alert, change_id=stored.id))
        owe(connection, told, deliveries, change.at)
    return stored

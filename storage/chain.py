"""The hash chain over the checks of a monitor: what was seen, in an order that nobody can alter without a trace.

    link of a check = SHA-256 of "LINK BEFORE\\nLINE\\n"        (64 zeros before the first one)

LINE is the check as one line of JSON with sorted keys. Where the check brought a body that was new to the monitor, it
holds the SHA-256 of the capture's text (how the bytes came), where it brought a version, that of the version's text; so
the chain covers bytes, headers and words. All of it can be checked with printf and sha256sum; docs/how-to/evidence.md.

The newest link of each monitor stands with its state as well, so that no check can be cut off the end. Links are made
under the lock of that row: two runs that record the same monitor at once make one chain, not a fork.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from monitors.captures import NOT_KNOWN
from monitors.records import Check, Exchange, Version
from storage.rows import plain_json, to_text
from storage.tables import states

NOTHING = "0" * 64
_SORTED = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_AT_ONCE = 500  # names in one IN (...): below SQLite's and PostgreSQL's limits on parameters


@dataclass(frozen=True, slots=True)
class Line:
    """What a link is made of. capture, version: SHA-256 of their texts, "" where the check brought none."""

    check: Check
    capture: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """One body of a monitor as it first arrived. url: the final one; headers: lower-case names; size: bytes; exchange:
    what else is known of how it came."""

    monitor_id: str
    sha: str
    at: datetime
    url: str
    status: int | None
    media_type: str
    size: int
    headers: tuple[tuple[str, str], ...]
    exchange: Exchange = NOT_KNOWN


@dataclass(slots=True)
class Head:
    """Where a monitor's chain stands; last_at: when the latest check was made that its state knows."""

    link: str
    last_at: datetime | None


def line_text(line: Line) -> str:
    check = line.check
    return to_text(replace(line, check=replace(check, at=check.at.astimezone(UTC))))


def next_link(before: str, text: str) -> str:
    """The link that follows; before: "" or NOTHING for the first one."""
    return hashlib.sha256(f"{before or NOTHING}\n{text}\n".encode()).hexdigest()


def capture_text(info: SnapshotInfo) -> str:
    """How a body came, as one line."""
    return to_text(replace(info, at=info.at.astimezone(UTC))) + "\n"


def version_text(version: Version, segments: Iterable[object] | None = None) -> str:
    """A version as lines of JSON: who made it of what, with the reader's text; then its segments, one a line.
    segments: as they are stored, where the version comes from there: a field that older code wrote counts too."""
    head = {
        "extractor": plain_json(version.extractor),
        "monitor_id": version.monitor_id,
        "snapshot": version.snapshot,
        "text": plain_json(version.text),
        "title": plain_json(version.title),
    }
    lines = [head, *(map(plain_json, version.segments) if segments is None else segments)]
    return "".join(f"{_SORTED.encode(line)}\n" for line in lines)


def sha_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def lock_heads(connection: Connection, monitor_ids: Iterable[str]) -> dict[str, Head]:
    """Lock the states of these monitors, in the order of ids as everyone does, and say where their chains stand."""
    names = sorted(set(monitor_ids))
    heads = {name: Head("", None) for name in names}
    for start in range(0, len(names), _AT_ONCE):
        query = (
            select(states.c.monitor_id, states.c.chain, states.c.last_check_at)
            .where(states.c.monitor_id.in_(names[start : start + _AT_ONCE]))
            .order_by(states.c.monitor_id)
            .with_for_update()
        )
        for name, link, last_at in connection.execute(query):
            heads[name] = Head(link, last_at)
    return heads


def linked(heads: dict[str, Head], lines: Sequence[Line]) -> list[str]:
    """The links of these checks, in their order; the heads move on."""
    links = []
    for line in lines:
        head = heads[line.check.monitor_id]
        head.link = next_link(head.link, line_text(line))
        links.append(head.link)
    return links

"""The JSON that each page's twin gives: the same facts under stable names. Times are ISO 8601 in UTC."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from monitors.question import Question
from monitors.records import Change, Monitor, Source, Version
from storage import ChangeRow, SnapshotInfo, VersionSummary


def plain(value: object) -> Any:
    """Dataclasses, enums, times and tuples as JSON knows them; numbers that JSON lacks (infinity) are null."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, timedelta):
        return value.total_seconds()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value


def change_line(row: ChangeRow) -> dict[str, object]:
    """A change in a list: the names that `visitwatch changes list --json` uses, passages as a count."""
    change, reading = row.change, row.change.reading
    return {
        "id": change.id,
        "monitor": row.monitor.id,
        "source": row.source.id,
        "jurisdiction": row.source.jurisdiction,
        "url": change.url or row.monitor.url,
        "at": change.at,
        "since": change.since,
        "cause": change.cause,
        "kind": change.kind,
        "grade": change.grade,
        "relevant": reading.relevant,
        "direction": reading.direction,
        "severity": reading.severity,
        "topics": reading.topics,
        "facts": reading.facts,
        "headline": reading.headline,
        "passages": len(change.passages),
    }


def whole_change(change: Change, monitor: Monitor, source: Source) -> dict[str, object]:
    """One change with all that decided it. Spans are [start, end) into the versions' segment texts, one a line."""
    return {
        **change_line(ChangeRow(change, monitor, source)),
        "findings": change.reading.findings,
        "why": change.reading.why,
        "passages": change.passages,
        "old_version": change.old_version or None,
        "new_version": change.new_version or None,
    }


def second_reading(question: Question | None) -> dict[str, object] | None:
    """What a second reader says of a change, and who it was; None where nobody was asked or no usable answer came."""
    if question is None or question.reading is None:
        return None
    return {"model": question.model, "at": question.at, **plain(question.reading)}


def version_stamp(version: Version | VersionSummary | None) -> dict[str, object] | None:
    """A version without its texts."""
    if version is None:
        return None
    return {
        "id": version.id,
        "monitor": version.monitor_id,
        "at": version.at,
        "snapshot": version.snapshot,
        "extractor": version.extractor,
        "title": version.title,
        "characters": version.characters if isinstance(version, VersionSummary) else len(version.text),
    }


def snapshot_facts(snapshot: SnapshotInfo | None) -> dict[str, object] | None:
    """Where the bytes came from; not the site's headers, which may hold cookies."""
    if snapshot is None:
        return None
    return {name: getattr(snapshot, name) for name in ("sha", "at", "url", "status", "media_type", "size")}

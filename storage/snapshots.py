"""Snapshots and the versions derived from them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from monitors.records import Exchange, Extractor, Segment, Version
from storage.chain import SnapshotInfo, sha_of, version_text
from storage.engine import insert_new
from storage.rows import pack, packed_beside, packed_json, plain_json, text_beside, unpack, unpack_many
from storage.tables import extractors, monitors, snapshots, states, versions
from storage.words import index_version


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """A version without its texts. characters: length of the reader's text."""

    id: int
    monitor_id: str
    snapshot: str
    at: datetime
    extractor: Extractor
    title: str
    characters: int


def showed_before(connection: Connection, monitor_id: str, sha: str) -> bool:
    """Whether this monitor showed these bytes before; the first answer that brought them is the one that is kept."""
    query = select(snapshots.c.sha).where(snapshots.c.monitor_id == monitor_id, snapshots.c.sha == sha)
    return connection.execute(query).first() is not None


def put_snapshot(connection: Connection, info: SnapshotInfo, check_id: int) -> None:
    """Note how this monitor's bytes came, with that check."""
    row = {name: getattr(info, name) for name in ("monitor_id", "sha", "at", "url", "status", "media_type", "size")}
    packed = {"headers": pack(info.headers), "exchange": pack(info.exchange), "check_id": check_id}
    connection.execute(insert(snapshots), {**row, **packed})


def version_row(version: Version) -> dict[str, Any]:
    """What is kept of a version wherever it stands, "sha" among it: the SHA-256 of its text in the chain."""
    segments = plain_json(version.segments)
    packed = packed_json(segments)
    return {
        "sha": sha_of(version_text(version, segments)),
        "monitor_id": version.monitor_id,
        "snapshot": version.snapshot,
        "at": version.at,
        "characters": len(version.text),
        "title": version.title,
        "segments": packed,
        "text": "",
        "packed_text": packed_beside(version.text, packed),
    }


def put_version(
    connection: Connection, version: Version, check_id: int | None = None, row: dict[str, Any] | None = None
) -> int:
    """Store a version and return its id. check_id: the check that brought it, None where it was derived anew; row: its
    `version_row`, where the caller has made it already."""
    stands = {"check_id": check_id, "extractor_id": _extractor_id(connection, version.extractor)}
    made = {**(row or version_row(version)), **stands}
    version_id = connection.execute(insert(versions).returning(versions.c.id), made).scalar_one()
    index_version(connection, version_id, version.title, version.segments)
    return version_id


def one_version(connection: Connection, version_id: int) -> Version | None:
    row = connection.execute(whole_versions().where(versions.c.id == version_id)).first()
    return None if row is None else whole_version(row)


def latest_version(connection: Connection, monitor_id: str) -> Version | None:
    query = whole_versions().join(states, states.c.latest_version == versions.c.id)
    row = connection.execute(query.where(states.c.monitor_id == monitor_id)).first()
    return None if row is None else whole_version(row)


def sibling_versions(connection: Connection, monitor_id: str, limit: int) -> list[Version]:
    """The latest versions of other active monitors on the same host, newest first."""
    host = select(monitors.c.host).where(monitors.c.id == monitor_id).scalar_subquery()
    query = (
        whole_versions()
        .join(states, states.c.latest_version == versions.c.id)
        .join(monitors, monitors.c.id == states.c.monitor_id)
        .where(monitors.c.host == host, monitors.c.host != "", monitors.c.active, monitors.c.id != monitor_id)
        .order_by(versions.c.id.desc())
        .limit(limit)
    )
    return [whole_version(row) for row in connection.execute(query)]


def versions_of(connection: Connection, monitor_id: str, first: int = 0) -> list[VersionSummary]:
    """All versions of a monitor, or those from that id on, oldest first."""
    return _summaries(connection, versions.c.monitor_id == monitor_id, versions.c.id >= first)


def some_summaries(connection: Connection, ids: Collection[int]) -> dict[int, VersionSummary]:
    """These versions by their ids, without their texts."""
    return {summary.id: summary for summary in _summaries(connection, versions.c.id.in_(list(ids)))}


def _summaries(connection: Connection, *which: ColumnElement[bool]) -> list[VersionSummary]:
    query = (
        select(
            versions.c.id,
            versions.c.monitor_id,
            versions.c.snapshot,
            versions.c.at,
            extractors.c.name,
            extractors.c.version,
            extractors.c.options,
            versions.c.title,
            versions.c.characters,
        )
        .join(extractors, extractors.c.id == versions.c.extractor_id)
        .where(*which)
        .order_by(versions.c.id)
    )
    return [
        VersionSummary(number, name, sha, at, Extractor(by, stamp, options), title, characters)
        for number, name, sha, at, by, stamp, options, title, characters in connection.execute(query)
    ]


def snapshot_info(connection: Connection, sha: str, monitor_id: str) -> SnapshotInfo | None:
    query = select(snapshots).where(snapshots.c.sha == sha).order_by(snapshots.c.at).limit(1)
    if monitor_id:
        query = query.where(snapshots.c.monitor_id == monitor_id)
    row = connection.execute(query).first()
    return None if row is None else info_of(row)


def info_of(row: Any) -> SnapshotInfo:
    headers = tuple((name, value) for name, value in unpack_many(tuple[str, str], row.headers))
    exchange = unpack(Exchange, row.exchange) if row.exchange is not None else Exchange()
    return SnapshotInfo(
        row.monitor_id, row.sha, row.at, row.url, row.status, row.media_type, row.size, headers, exchange
    )


def _extractor_id(connection: Connection, extractor: Extractor) -> int:
    row = {"name": extractor.name, "version": extractor.version, "options": extractor.options}
    connection.execute(insert_new(connection, extractors), row)
    query = select(extractors.c.id).where(
        extractors.c.name == extractor.name,
        extractors.c.version == extractor.version,
        extractors.c.options == extractor.options,
    )
    return connection.execute(query).scalar_one()


def whole_versions() -> Any:
    """A query of versions with the stamp of who made their text."""
    stamp = (extractors.c.name.label("by"), extractors.c.version.label("stamp"), extractors.c.options)
    return select(versions, *stamp).join(extractors, extractors.c.id == versions.c.extractor_id)


def whole_version(row: Row[*tuple[Any, ...]]) -> Version:
    return Version(
        monitor_id=row.monitor_id,
        snapshot=row.snapshot,
        at=row.at,
        extractor=Extractor(row.by, row.stamp, row.options),
        title=row.title,
        text=readable(row),
        segments=unpack_many(Segment, row.segments),
        id=row.id,
    )


def readable(row: Any) -> str:
    """The readable text of a version's row, in whichever of the two ways it is kept; raises what a damaged row
    raises."""
    return row.text if row.packed_text is None else text_beside(row.packed_text, row.segments)


def body_names(connection: Connection) -> list[str]:
    """The SHA-256 of every body that a snapshot names."""
    return list(connection.scalars(select(snapshots.c.sha).distinct().order_by(snapshots.c.sha)))

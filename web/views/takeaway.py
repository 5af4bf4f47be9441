"""Tables and packages to take away, cases for measuring, and one change as a sheet of paper."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

from fastapi import HTTPException
from fastapi.responses import Response, StreamingResponse

from monitors.records import Version
from web.catalogue import owner_of
from web.filters import AskedChanges, RowId
from web.passages import foremost
from web.room import InRoom, Room, Shown
from web.takeaway import CHANGE_FIELDS, citation, csv_lines, every_change, json_lines, judged_cases, write_package
from web.twins import whole_change

CHUNK = 64 * 1024
IN_MEMORY = 8 * 1024 * 1024
ON_A_SHEET = 8  # passages


def as_csv(room: InRoom, asked: AskedChanges) -> StreamingResponse:
    rows = every_change(room.store, asked.wanted())
    return _file(csv_lines(CHANGE_FIELDS, rows), "text/csv; charset=utf-8", "changes.csv")


def as_json_lines(room: InRoom, asked: AskedChanges) -> StreamingResponse:
    return _file(json_lines(every_change(room.store, asked.wanted())), "application/x-ndjson", "changes.ndjson")


def as_package(room: InRoom, asked: AskedChanges) -> StreamingResponse:
    """The data package; made whole before the first byte leaves, so that what breaks is told."""
    made = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  closed after the last byte
    write_package(room.store, asked.wanted(), made, room.clock())
    made.seek(0)

    def chunks() -> Iterator[bytes]:
        with made:
            while data := made.read(CHUNK):
                yield data

    return StreamingResponse(chunks(), media_type="application/zip", headers=_named("visitwatch.zip"))


def as_cases(room: InRoom) -> StreamingResponse:
    return _file(json_lines(judged_cases(room.store)), "application/x-ndjson", "cases.jsonl")


def capture(room: InRoom, version_id: RowId) -> Response:
    """The bytes as they were captured, as a file of no kind that a browser shows."""
    version = room.store.version(version_id)
    if version is None:
        raise HTTPException(404)
    headers = {**_named(f"{version.snapshot}.bin"), "content-security-policy": "sandbox"}
    return Response(room.store.body(version.snapshot), media_type="application/octet-stream", headers=headers)


def evidence(room: InRoom, change_id: RowId) -> Shown:
    """One change on one sheet."""
    found = room.store.change(change_id)
    if found is None:
        raise HTTPException(404)
    monitor, source = owner_of(room.store, found.monitor_id)
    old, new = (_version(room, number) for number in (found.old_version, found.new_version))
    cited = citation(found, monitor, source, room.address(f"/changes/{change_id}"), room.clock())
    return Shown(
        "evidence.html",
        {
            "change": found,
            "monitor": monitor,
            "source": source,
            "sides": [(label, one, _snapshot(room, one)) for label, one in (("Before", old), ("After", new))],
            "passages": foremost(found, ON_A_SHEET),
            "citation": cited,
            "address": room.address(f"/changes/{change_id}"),
            "review": room.store.review(change_id),
        },
        lambda: {**whole_change(found, monitor, source), "citation": cited},
    )


def _version(room: Room, number: int) -> Version | None:
    return room.store.version(number) if number else None


def _snapshot(room: Room, version: Version | None) -> object:
    return room.store.snapshot(version.snapshot, version.monitor_id) if version else None


def _file(lines: Iterator[str], media_type: str, name: str) -> StreamingResponse:
    return StreamingResponse((line.encode() for line in lines), media_type=media_type, headers=_named(name))


def _named(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}

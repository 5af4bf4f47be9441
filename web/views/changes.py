"""All changes under filters, and one change with its evidence."""

from __future__ import annotations

from fastapi import HTTPException

from monitors.records import Change, Version
from storage import Store
from web.catalogue import by_name, jurisdictions_of, owner_of
from web.filters import AskedChange, AskedChanges, ChangesAsked, RowId
from web.passages import sort_passages
from web.room import InRoom, Shown
from web.twins import change_line, second_reading, version_stamp, whole_change


def changes(room: InRoom, asked: AskedChanges) -> Shown:
    # One more than is shown tells whether there is a next page.
    found = room.store.changes(asked.wanted(limit=asked.limit + 1))
    rows, more = found[: asked.limit], len(found) > asked.limit
    older = asked.query(before=rows[-1].change.id) if more else None
    sources = room.store.sources()
    return Shown(
        "changes.html",
        {
            "rows": rows,
            "asked": asked,
            "older": older,
            "sources": by_name(sources),
            "jurisdictions": jurisdictions_of(sources),
            "feed": asked.query(since=None, until=None, every=None, before=None, limit=None),
        },
        lambda: {
            "changes": [change_line(row) for row in rows],
            "next": room.address(f"/changes.json?{older}") if older else None,
        },
        asked.query(),
    )


def change(room: InRoom, change_id: RowId, asked: AskedChange) -> Shown:
    found = room.store.change(change_id)
    if found is None:
        raise HTTPException(404)
    monitor, source = owner_of(room.store, found.monitor_id)
    question = room.store.question(change_id)
    old, new = (_version(room.store, one) for one in (found.old_version, found.new_version))
    said = room.store.annotations(change_id)
    return Shown(
        "change.html",
        {
            "change": found,
            "monitor": monitor,
            "source": source,
            "old": old,
            "new": new,
            "question": question,
            "passages": sort_passages(found),
            "view": asked.view,
            "older": _older(room.store, found),
            "address": room.address(f"/changes/{change_id}"),
            "said": said,
        },
        lambda: {
            **whole_change(found, monitor, source),
            "annotations": said,
            "second_reading": second_reading(question),
            "page": room.address(f"/changes/{change_id}"),
            "versions": {"old": version_stamp(old), "new": version_stamp(new)},
        },
    )


def _version(store: Store, version_id: int) -> Version | None:
    return store.version(version_id) if version_id else None


def _older(store: Store, change: Change) -> int | None:
    """The next older visiting news, for reading on."""
    found = store.changes(ChangesAsked().wanted(before_id=change.id, limit=1))
    return found[0].change.id if found else None

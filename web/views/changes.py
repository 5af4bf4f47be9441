"""All changes under filters, and one change with its evidence."""

from __future__ import annotations

from dataclasses import replace

from fastapi import HTTPException

from monitors.records import Annotation, Direction, Label, Severity, Version
from monitors.review import judgements
from monitors.sought import Said, Sought, excerpt
from storage import ChangeRow, Store
from web.catalogue import MOST_LISTED, by_name, jurisdictions, owner_of
from web.filters import AskedChange, AskedChanges, RowId
from web.passages import sort_passages
from web.room import Asking, InRoom, Shown
from web.twins import change_line, second_reading, version_stamp, whole_change
from web.views.triage import newer, older
from web.visitor import Visitor

LONGEST_TEXT = 20_000  # of each full text on a change's page; the version's own page shows more


def changes(room: InRoom, asked: AskedChanges) -> Shown:
    # One more than is shown tells whether there is a next page.
    found = room.store.changes(asked.wanted(limit=asked.limit + 1))
    rows, more = found[: asked.limit], len(found) > asked.limit
    older_ones = asked.query(before=rows[-1].change.id) if more else None
    counts = room.store.facets(asked.wanted())
    ids = [row.change.id for row in rows]
    return Shown(
        "changes.html",
        {
            "rows": rows,
            "asked": asked,
            "older": older_ones,
            "counts": counts,
            "total": counts["total"][""],
            "reviews": room.store.reviews(ids),
            "excerpts": {row.change.id: _excerpt(row, asked.sought) for row in rows},
            "sources": by_name(room.store.some_sources(_offered(counts["source"], asked.source))),
            "jurisdictions": jurisdictions(room.store),
            "feed": asked.query(since=None, until=None, every=None, before=None, limit=None),
        },
        lambda: {
            "total": counts["total"][""],
            "facets": {name: found for name, found in counts.items() if name != "total"},
            "changes": [change_line(row) for row in rows],
            "next": room.address(f"/changes.json?{older_ones}") if older_ones else None,
        },
        asked.query(),
    )


def change(room: InRoom, visitor: Asking, change_id: RowId, asked: AskedChange) -> Shown:
    found = room.store.change(change_id)
    if found is None:
        raise HTTPException(404)
    monitor, source = owner_of(room.store, found.monitor_id)
    question = room.store.question(change_id)
    old, new = (_version(room.store, one) for one in (found.old_version, found.new_version))
    said = without_names(room.store.annotations(change_id), visitor)
    review = room.store.review(change_id)
    # One edit of a template: the other pages of the host that tell the same words.
    fellows = [row for row in room.store.members(change_id) if row.change.id != change_id]
    return Shown(
        "change.html",
        {
            "change": found,
            "monitor": monitor,
            "source": source,
            "old": old,
            "new": new,
            "question": question,
            "captures": [_capture(room.store, one) for one in (old, new)],
            "longest": LONGEST_TEXT,
            "passages": sort_passages(found),
            "asked": asked,
            "view": asked.view,
            "older": older(room, change_id, asked),
            "newer": newer(room, change_id, asked),
            "address": room.address(f"/changes/{change_id}"),
            "said": said,
            "fellows": fellows,
            "review": review,
            "labels": list(Label),
            "all_directions": list(Direction),
            "all_severities": list(Severity),
            "mine": next((one for one in judgements(said) if one.author == _name(visitor)), None),
        },
        lambda: {
            **whole_change(found, monitor, source),
            "annotations": said,
            "second_reading": second_reading(question),
            "review": review.state,
            "same_edit": [row.change.id for row in fellows],
            "page": room.address(f"/changes/{change_id}"),
            "versions": {"old": version_stamp(old), "new": version_stamp(new)},
        },
        asked.query(),
    )


def _offered(counts: dict[str, int], chosen: tuple[str, ...]) -> set[str]:
    """The sources to choose from: those with most changes, and those chosen already. All of 1,700 made the page five
    times as long; each source's own page leads to its changes too."""
    return set(sorted(counts, key=lambda one: -counts[one])[:MOST_LISTED]) | set(chosen)


def without_names(said: list[Annotation], visitor: Visitor) -> list[Annotation]:
    """What analysts said, for whoever reads: their names are for those who have an account."""
    if visitor.account:
        return said
    numbers: dict[str, str] = {}
    return [replace(one, author=numbers.setdefault(one.author, f"analyst {len(numbers) + 1}")) for one in said]


def _name(visitor: Visitor) -> str:
    return visitor.account.name if visitor.account else ""


def _excerpt(row: ChangeRow, asked: Sought | None) -> tuple[Said, ...]:
    """Where a change says what was looked for."""
    if asked is None:
        return ()
    texts = [text for one in row.change.passages for text in (one.after, one.before) if text]
    return excerpt([*texts, row.change.reading.headline], asked)


def _version(store: Store, version_id: int) -> Version | None:
    return store.version(version_id) if version_id else None


def _capture(store: Store, version: Version | None) -> object:
    return store.snapshot(version.snapshot, version.monitor_id) if version else None

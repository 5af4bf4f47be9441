"""One version: the reader's text, and all segments that comparisons use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from fastapi import HTTPException

from monitors.records import Segment, Version
from monitors.sought import Said, marked, places, sought
from storage import Store
from web.catalogue import owner_of
from web.filters import AskedVersion, ChangesAsked, RowId
from web.room import InRoom, Shown
from web.twins import snapshot_facts, version_stamp

MOST_SEGMENTS = 5_000  # a 200-page PDF has about as many; the twin holds all
LONGEST_TEXT = 500_000
MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Section:
    """Neighbouring segments under the same headings."""

    heading: tuple[str, ...]
    segments: tuple[Segment, ...]


def version(room: InRoom, version_id: RowId, asked: AskedVersion) -> Shown:
    found = room.store.version(version_id)
    if found is None:
        raise HTTPException(404)
    monitor, source = owner_of(room.store, found.monitor_id)
    snapshot = room.store.snapshot(found.snapshot, found.monitor_id)
    before, after = neighbours(version_id, [one.id for one in room.store.versions(found.monitor_id)])
    return Shown(
        "version.html",
        {
            "version": found,
            "monitor": monitor,
            "source": source,
            "snapshot": snapshot,
            "before": before,
            "after": after,
            "change": change_into(room.store, found),
            "text": _marked(found.text[:LONGEST_TEXT], asked.q),
            "asked": asked,
            "hits": _hits(found, asked.q),
            "text_more": max(0, len(found.text) - LONGEST_TEXT),
            "sections": list(sections(found.segments[:MOST_SEGMENTS])),
            "segments_more": max(0, len(found.segments) - MOST_SEGMENTS),
        },
        lambda: {
            **(version_stamp(found) or {}),
            "capture": snapshot_facts(snapshot),
            "before": before,
            "after": after,
            "text": found.text,
            "segments": found.segments,
        },
        asked.query(),
    )


def _marked(text: str, query: str) -> tuple[Said, ...]:
    """The text, cut where it says what was looked for."""
    wanted = sought(query)
    if wanted is None:
        return (Said(text),) if text else ()
    return marked(text, places(text, wanted))


def _hits(found: Version, query: str) -> list[tuple[Said, ...]]:
    """The segments that say what was looked for; some are not in the reader's text."""
    wanted = sought(query)
    if wanted is None:
        return []
    spans = ((segment.text, places(segment.text, wanted)) for segment in found.segments)
    return [marked(text, hits) for text, hits in spans if hits][:MOST_HITS]


def neighbours(version_id: int, ids: list[int]) -> tuple[int | None, int | None]:
    """The versions before and after one, of the same monitor (ids oldest first)."""
    before = [one for one in ids if one < version_id]
    after = [one for one in ids if one > version_id]
    return (before[-1] if before else None), (after[0] if after else None)


def change_into(store: Store, version: Version) -> int | None:
    """The change that led to a version; it was first seen when the version was."""
    asked = ChangesAsked(every=True).wanted(
        monitors=(version.monitor_id,), since=version.at, until=version.at + timedelta(seconds=1)
    )
    return next((row.change.id for row in store.changes(asked) if row.change.new_version == version.id), None)


def sections(segments: Iterable[Segment]) -> Iterator[Section]:
    """Segments in page order, cut where the headings above them change."""
    heading: tuple[str, ...] = ()
    gathered: list[Segment] = []
    for segment in segments:
        if segment.heading != heading and gathered:
            yield Section(heading, tuple(gathered))
            gathered = []
        heading = segment.heading
        gathered.append(segment)
    if gathered:
        yield Section(heading, tuple(gathered))

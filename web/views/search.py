"""Full-text search over all versions: which pages ever said something, when first and when last."""

from __future__ import annotations

from dataclasses import dataclass

from monitors.records import Version
from monitors.sought import Said, excerpt
from storage import MonitorListed, SaidBy, VersionSummary
from web.catalogue import jurisdictions, offered
from web.filters import AskedSearch
from web.room import InRoom, Shown
from web.twins import version_stamp

PAGE = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A monitor that said it; still: its latest version does."""

    listed: MonitorListed
    said: SaidBy
    first: VersionSummary
    last: Version
    excerpt: tuple[Said, ...]

    @property
    def still(self) -> bool:
        return self.listed.state.latest_version == self.said.last


def search(room: InRoom, asked: AskedSearch) -> Shown:
    found = _hits(room, asked)
    hits, more = found[:PAGE], len(found) > PAGE
    following = asked.query(before=hits[-1].said.last) if more else None
    listed, typed = offered(room.store, asked.source)
    return Shown(
        "search.html",
        {
            "asked": asked,
            "hits": hits,
            "following": following,
            "sources": listed,
            "typed": typed,
            "jurisdictions": jurisdictions(room.store),
        },
        lambda: {
            "hits": [_line(hit) for hit in hits],
            "next": room.address(f"/search.json?{following}") if following else None,
        },
        asked.query(),
    )


def _hits(room: InRoom, asked: AskedSearch) -> list[Hit]:
    wanted = asked.sought
    if wanted is None:
        return []
    said = room.store.said_by(
        wanted, jurisdictions=asked.jurisdiction, kinds=asked.kind, sources=asked.source, before=asked.before,
        limit=PAGE + 1,
    )  # fmt: skip
    listed = room.store.some_monitors({one.monitor_id for one in said})
    # Of the first version only its day is shown; a text takes a millisecond to unpack.
    firsts = room.store.some_summaries({one.first for one in said})
    lasts = room.store.some_versions({one.last for one in said})
    return [
        Hit(
            listed[one.monitor_id],
            one,
            firsts[one.first],
            lasts[one.last],
            excerpt((segment.text for segment in lasts[one.last].segments), wanted),
        )
        for one in said
        if one.monitor_id in listed
    ]


def _line(hit: Hit) -> dict[str, object]:
    return {
        "monitor": hit.listed.monitor.id,
        "url": hit.listed.monitor.url,
        "source": hit.listed.source,
        "versions": hit.said.count,
        "first": version_stamp(hit.first),
        "last": version_stamp(hit.last),
        "still": hit.still,
        "excerpt": "".join(piece.text for piece in hit.excerpt),
    }

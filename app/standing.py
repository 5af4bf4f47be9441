"""How a monitor stands beyond its text: gone, moved, or emptied. Each is told only after spaced confirmation.

Pure decisions over a small record that is kept in the database under "standing:<monitor>". A failed or blocked capture
is never a removal by itself: a page counts as removed when at least three checks in a row over two days found it gone
(404, 410, or a page that says so); as moved when three checks over two days were led to the same other address; and a
page that lost most of its text keeps its old version until the loss has stood for a day and three checks.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from monitors.diff import compare
from monitors.records import (
    Cause,
    Change,
    ChangeKind,
    Check,
    Direction,
    FailureKind,
    Grade,
    Passage,
    Quality,
    Reading,
    Severity,
    Version,
)

TIMES = 3
GONE_FOR = timedelta(hours=48)
LOST_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Run:
    """The same observation in a row of checks: since the first, last seen at the last of them."""

    what: str = ""
    since: str = ""
    times: int = 0
    last: str = ""

    def again(self, what: str, at: datetime) -> Run:
        """One more check; another observation starts a new run."""
        if what != self.what:
            return Run(what, at.isoformat(), 1, at.isoformat())
        return replace(self, times=self.times + 1, last=at.isoformat())

    def stands(self, at: datetime, length: timedelta) -> bool:
        """Seen often enough, over a long enough time."""
        return self.times >= TIMES and at - datetime.fromisoformat(self.since) >= length


@dataclass(frozen=True, slots=True)
class Standing:
    """gone, moved, lost: runs of observations; removed, moved_to: what has been told ("" where nothing was)."""

    gone: Run = Run()
    moved: Run = Run()
    lost: Run = Run()
    removed: str = ""
    moved_to: str = ""

    @property
    def plain(self) -> bool:
        """Nothing out of the ordinary."""
        return self == Standing()


def load(text: str) -> Standing:
    if not text:
        return Standing()
    kept = json.loads(text)
    gone, moved, lost = (Run(**kept[name]) for name in ("gone", "moved", "lost"))
    return Standing(gone, moved, lost, kept["removed"], kept["moved_to"])


def dump(standing: Standing) -> str:
    return "" if standing.plain else json.dumps(asdict(standing))


def is_gone(check: Check) -> bool:
    """The site itself says that there is no such page. A server that does not answer says nothing."""
    return check.failure is FailureKind.NOT_FOUND or check.quality is Quality.SOFT_404


def after_trouble(standing: Standing, check: Check) -> tuple[Standing, ChangeKind | None]:
    """A failed or blocked check; REMOVED once, when the page has stood gone for two days."""
    if not is_gone(check):
        return replace(standing, gone=Run()), None
    gone = standing.gone.again("gone", check.at)
    if standing.removed or not gone.stands(check.at, GONE_FOR):
        return replace(standing, gone=gone), None
    return replace(standing, gone=gone, removed=check.at.isoformat()), ChangeKind.REMOVED


def after_page(standing: Standing, check: Check, asked: str) -> tuple[Standing, ChangeKind | None]:
    """A good check: RETURNED where the page had been told as removed, MOVED once, when it has stood elsewhere."""
    settled = replace(standing, gone=Run(), lost=Run())
    if standing.removed:
        return replace(settled, removed=""), ChangeKind.RETURNED
    if same_place(asked, check.url):
        return replace(settled, moved=Run(), moved_to=""), None
    moved = standing.moved.again(check.url, check.at)
    if standing.moved_to == check.url or not moved.stands(check.at, GONE_FOR):
        return replace(settled, moved=moved), None
    return replace(settled, moved=moved, moved_to=check.url), ChangeKind.MOVED


def after_loss(standing: Standing, check: Check) -> tuple[Standing, bool]:
    """A capture that lost most of its text; True when the loss has stood for a day and is to be believed."""
    lost = standing.lost.again("lost", check.at)
    return replace(standing, gone=Run(), lost=lost), lost.stands(check.at, LOST_FOR)


def same_place(one: str, other: str) -> bool:
    """Addresses that differ in scheme, "www." or a trailing slash only are one place."""
    return _place(one) == _place(other)


def _place(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query


def seen_since(kind: ChangeKind, before: Standing, last_ok: datetime | None) -> datetime | None:
    """From when an event's interval runs. before: how the monitor stood until this check. A page that was removed was
    last there at the last good check; one that is back was gone until the last check that found it so; one that moved
    has led elsewhere since the first check that was led there."""
    known = {
        ChangeKind.RETURNED: before.gone.last or before.removed,
        ChangeKind.MOVED: before.moved.since,
    }.get(kind, "")
    return datetime.fromisoformat(known) if known else last_ok


def event_change(kind: ChangeKind, check: Check, old: Version, since: datetime | None, reading: Reading) -> Change:
    """The change that tells an event; it has no new version."""
    return Change(
        monitor_id=check.monitor_id,
        at=check.at,
        since=since,
        old_version=old.id,
        new_version=0,
        cause=Cause.CONTENT,
        grade=Grade.HIGH,
        passages=_passages(kind, old),
        reading=reading,
        kind=kind,
        url=check.url,
    )


def _passages(kind: ChangeKind, old: Version) -> tuple[Passage, ...]:
    return compare(old.segments, ()).passages if kind is ChangeKind.REMOVED else ()


def event_reading(kind: ChangeKind, check: Check, before: Standing, reading_of_removal: Reading) -> Reading:
    """Events are worded as observations. A page's removal is read from what it said; the others change no terms."""
    if kind is ChangeKind.REMOVED:
        first = datetime.fromisoformat(before.gone.since) if before.gone.since else check.at
        said = f"The page has not been there since at least {first.day} {first:%B %Y}; it held visiting terms"
        if not reading_of_removal.relevant:
            return Reading(relevant=False, headline=said.removesuffix("; it held visiting terms"))
        return replace(reading_of_removal, headline=said, direction=Direction.UNCLEAR, severity=Severity.MAJOR)
    said = (
        "The page is there again"
        if kind is ChangeKind.RETURNED
        else f"The page's address now leads to {check.url}; it may have moved"
    )
    return Reading(
        relevant=reading_of_removal.relevant,
        direction=Direction.NEUTRAL,
        severity=Severity.MINOR if reading_of_removal.relevant else Severity.NONE,
        topics=reading_of_removal.topics,
        headline=said,
        why=("three checks over two days saw the same",) if kind is ChangeKind.MOVED else (),
    )

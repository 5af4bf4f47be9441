"""What a round hands from step to step: the result of one visit, and what is told of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from app.page_decision import Answered
from app.standing import Standing
from monitors.diff import Comparison
from monitors.extract import Document
from monitors.records import Change, Check, CheckOutcome, Fetched, ListedItem, Monitor, NotModified, Source, Version
from storage.snapshots import VersionSummary


@dataclass(frozen=True, slots=True)
class ItemsWrite:
    """What a listing showed: all its items, and the monitors for those that are new."""

    listed: tuple[ListedItem, ...]
    monitors: tuple[Monitor, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """One visit on its way to the database. new is set only for an ok capture whose text may differ; technical: the
    old text as today's extractor takes it, where another one made the stored version; standing: what is to be kept of
    how the monitor stands, None where that is unchanged; event: removed, returned or moved; stencil: what varies on the
    page without meaning, None where nothing was learned; unread: the latest version of a page that is not
    read yet, since all that differs may be what always does; flipped: a second look a moment later showed the old text
    again, so that the visit tells nothing either way; frames: monitors for frames that the page's host serves."""

    answered: Answered
    check: Check
    raw: str = ""
    mark: str = ""
    next_check_at: datetime | None = None
    document: Document | None = None
    new: Version | None = None
    old: Version | None = None
    technical: Version | None = None
    comparison: Comparison | None = None
    unread: VersionSummary | None = None
    needs_again: bool = False
    needs_siblings: bool = False
    needs_browser: bool = False
    rendered: bool = False
    standing: Standing | None = None
    event: Change | None = None
    slots: tuple[str, ...] = ()
    stencil: str | None = None
    flipped: bool = False
    frames: tuple[Monitor, ...] = ()
    items: ItemsWrite | None = None

    @property
    def bare(self) -> bool:
        """Whether it comes to a line in the log of checks and no more, so that many can be written at once."""
        parts = (self.new, self.standing, self.event, self.items, self.technical)
        return all(part is None for part in parts) and not self.frames

    def validators(self) -> tuple[str, str]:
        """ETag and Last-Modified of the answer, "" where the site sent none."""
        outcome = self.answered.outcome
        if not isinstance(outcome, Fetched | NotModified):
            return "", ""
        headers = dict(reversed(outcome.headers))
        return headers.get("etag", ""), headers.get("last-modified", "")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one monitor's visit came to, for the run's report."""

    monitor: Monitor
    source: Source
    outcome: CheckOutcome
    message: str = ""
    change: Change | None = None
    alerted: bool = False
    owed: int = 0


def log_seen(log: logging.Logger, seen: Seen) -> None:
    """A visit's line in the log of a long-running process, where it has something to say."""
    if seen.message:
        log.info("%s: %s: %s", seen.monitor.id, seen.outcome.value, seen.message)
    if seen.alerted and seen.change is not None:
        log.info("%s: alert: %s", seen.monitor.id, seen.change.reading.headline)

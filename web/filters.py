"""What a reader may ask of a list, as GET parameters: checked, limited, and put into links again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Path, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from monitors.records import Cause, Direction, ReviewState, Severity, SourceKind, Topic
from monitors.sought import LONGEST_QUERY, Sought, sought
from monitors.sources import JURISDICTION, SLUG
from storage import ChangeQuery, MonitorQuery, Standing

PAGE_SIZE = 50
LARGEST_PAGE = 200
LARGEST_ID = 2**63 - 1  # what a database can hold

_EARLIEST, _LATEST = date(1990, 1, 1), date(2200, 1, 1)

Slug = Annotated[str, Field(pattern=rf"^{SLUG.pattern}$", max_length=100)]
Place = Annotated[str, Field(pattern=rf"^{JURISDICTION.pattern}$", max_length=6)]
RowId = Annotated[int, Path(ge=1, le=LARGEST_ID)]
MonitorId = Annotated[str, Path(pattern=rf"^{SLUG.pattern}$")]
SourceId = MonitorId
PlaceCode = Annotated[str, Path(pattern=rf"^{JURISDICTION.pattern}$")]


def _without_empty(value: Any) -> Any:
    """Forms send "" for what was left open."""
    return [item for item in value if item != ""] if isinstance(value, list) else value


def _or_none(value: Any) -> Any:
    return None if value == "" else value


def _day(value: Any) -> Any:
    """Only YYYY-MM-DD: pydantic by itself would take a bare number for seconds since 1970."""
    if not isinstance(value, str) or value == "":
        return None if value == "" else value
    if len(value) != 10:
        raise ValueError("write a day as 2026-03-03")
    return date.fromisoformat(value)


Day = Annotated[Annotated[date, Field(ge=_EARLIEST, le=_LATEST)] | None, BeforeValidator(_day)]
Several = BeforeValidator(_without_empty)
MOST_VALUES = 60
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_QUERY)]


class Asked(BaseModel):
    """A misspelt parameter is refused: left out in silence it would show more than was asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def pairs(self, **instead: object) -> Iterator[tuple[str, str]]:
        """The parameters that differ from their default, `instead` put over them; None leaves one out."""
        for name, field in type(self).model_fields.items():
            value = instead.get(name, getattr(self, name))
            if value is None or value == field.get_default(call_default_factory=True):
                continue
            for item in value if isinstance(value, tuple) else (value,):
                yield name, _written(item)

    def query(self, **instead: object) -> str:
        """The same as a query string."""
        return urlencode(list(self.pairs(**instead)))


class ChangesAsked(Asked):
    """Filters of /changes. q: words to be found; since and until are days in UTC, until not included; every: also
    what is no visiting news; before: continue after the change of that id."""

    q: Words = ""

    topic: Annotated[tuple[Topic, ...], Several, Field(max_length=MOST_VALUES)] = ()
    direction: Annotated[tuple[Direction, ...], Several, Field(max_length=MOST_VALUES)] = ()
    severity: Annotated[tuple[Severity, ...], Several, Field(max_length=MOST_VALUES)] = ()
    jurisdiction: Annotated[tuple[Place, ...], Several, Field(max_length=MOST_VALUES)] = ()
    kind: Annotated[tuple[SourceKind, ...], Several, Field(max_length=MOST_VALUES)] = ()
    source: Annotated[tuple[Slug, ...], Several, Field(max_length=MOST_VALUES)] = ()
    monitor: Annotated[tuple[Slug, ...], Several, Field(max_length=MOST_VALUES)] = ()
    review: Annotated[tuple[ReviewState, ...], Several, Field(max_length=MOST_VALUES)] = ()
    since: Day = None
    until: Day = None
    every: bool = False
    before: Annotated[Annotated[int, Field(ge=1, le=LARGEST_ID)] | None, BeforeValidator(_or_none)] = None
    limit: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE

    def wanted(self, **instead: Any) -> ChangeQuery:
        """What to ask the store for."""
        asked: dict[str, Any] = {
            "since": _midnight(self.since),
            "until": _midnight(self.until),
            "topics": self.topic,
            "directions": self.direction,
            "severities": self.severity,
            "jurisdictions": self.jurisdiction,
            "sources": self.source,
            "monitors": self.monitor,
            "kinds": self.kind,
            "reviews": self.review,
            "words": self.sought,
            "cause": None if self.every else Cause.CONTENT,
            "relevant": None if self.every else True,
            "limit": self.limit,
            "before_id": self.before,
        }
        return ChangeQuery(**{**asked, **instead})

    @property
    def sought(self) -> Sought | None:
        return sought(self.q)

    @property
    def search(self) -> str:
        """The same words and sources for /search."""
        asked = SearchAsked(q=self.q, jurisdiction=self.jurisdiction, kind=self.kind, source=self.source)
        return asked.query()

    @property
    def queue(self) -> str:
        """These filters without the place in the list, to be carried along."""
        return self.query(before=None, limit=None, view=None)


class FeedAsked(Asked):
    """Filters of the feeds; those of /changes that make sense for what is yet to come."""

    topic: Annotated[tuple[Topic, ...], Several, Field(max_length=MOST_VALUES)] = ()
    direction: Annotated[tuple[Direction, ...], Several, Field(max_length=MOST_VALUES)] = ()
    severity: Annotated[tuple[Severity, ...], Several, Field(max_length=MOST_VALUES)] = ()
    jurisdiction: Annotated[tuple[Place, ...], Several, Field(max_length=MOST_VALUES)] = ()
    kind: Annotated[tuple[SourceKind, ...], Several, Field(max_length=MOST_VALUES)] = ()
    source: Annotated[tuple[Slug, ...], Several, Field(max_length=MOST_VALUES)] = ()
    monitor: Annotated[tuple[Slug, ...], Several, Field(max_length=MOST_VALUES)] = ()

    def wanted(self) -> ChangeQuery:
        """What to ask the store for."""
        given = {name: getattr(self, name) for name in FeedAsked.model_fields}
        return ChangesAsked(**given).wanted(limit=PAGE_SIZE)


class MonitorsAsked(Asked):
    """Filters of /monitors; after: continue after the monitor of that id."""

    standing: Annotated[tuple[Standing, ...], Several, Field(max_length=MOST_VALUES)] = ()
    jurisdiction: Annotated[tuple[Place, ...], Several, Field(max_length=MOST_VALUES)] = ()
    kind: Annotated[tuple[SourceKind, ...], Several, Field(max_length=MOST_VALUES)] = ()
    source: Annotated[tuple[Slug, ...], Several, Field(max_length=MOST_VALUES)] = ()
    q: Words = ""
    after: Annotated[Slug | None, BeforeValidator(_or_none)] = None
    limit: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = 100

    def wanted(self, **instead: Any) -> MonitorQuery:
        """What to ask the store for."""
        asked = MonitorQuery(self.standing, self.jurisdiction, self.kind, self.source, self.q, self.after or "")
        return replace(asked, **{"limit": self.limit, **instead})


class SearchAsked(Asked):
    """What /search looks for in all versions. before: continue after the page whose last such version has that id."""

    q: Words = ""
    jurisdiction: Annotated[tuple[Place, ...], Several, Field(max_length=MOST_VALUES)] = ()
    kind: Annotated[tuple[SourceKind, ...], Several, Field(max_length=MOST_VALUES)] = ()
    source: Annotated[tuple[Slug, ...], Several, Field(max_length=MOST_VALUES)] = ()
    before: Annotated[Annotated[int, Field(ge=1, le=LARGEST_ID)] | None, BeforeValidator(_or_none)] = None

    @property
    def sought(self) -> Sought | None:
        return sought(self.q)


class LoginAsked(Asked):
    """Where to go on to after logging in."""

    next: Annotated[str, StringConstraints(max_length=2_000)] = "/"


class SourcesAsked(Asked):
    """after: go on after that source, by name."""

    after: Annotated[Slug | None, BeforeValidator(_or_none)] = None


class PanelAsked(Asked):
    """One place or all."""

    jurisdiction: Annotated[Place | None, BeforeValidator(_or_none)] = None


class AsOfAsked(Asked):
    """What was said at the end of a day (UTC). after: go on after that monitor."""

    day: Day = None
    jurisdiction: Annotated[Place | None, BeforeValidator(_or_none)] = None
    kind: Annotated[SourceKind | None, BeforeValidator(_or_none)] = None
    after: Annotated[Slug | None, BeforeValidator(_or_none)] = None


class TodayAsked(Asked):
    """How far back the first page looks."""

    days: Annotated[int, Field(ge=1, le=90)] = 7


class Layout(StrEnum):
    """How the words of a change are laid out."""

    INLINE = "inline"
    SIDE = "side"


class ChangeAsked(ChangesAsked):
    """How the words are laid out, and the filters of the list that is being read through."""

    view: Layout = Layout.INLINE


class VersionAsked(Asked):
    """Words to be marked in the text."""

    q: Words = ""


class CompareAsked(Asked):
    """Two versions of one monitor."""

    old: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    new: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    view: Layout = Layout.INLINE


AskedChanges = Annotated[ChangesAsked, Query()]
AskedFeed = Annotated[FeedAsked, Query()]
AskedMonitors = Annotated[MonitorsAsked, Query()]
AskedLogin = Annotated[LoginAsked, Query()]
AskedSources = Annotated[SourcesAsked, Query()]
AskedPanel = Annotated[PanelAsked, Query()]
AskedAsOf = Annotated[AsOfAsked, Query()]
AskedSearch = Annotated[SearchAsked, Query()]
AskedVersion = Annotated[VersionAsked, Query()]
AskedCompare = Annotated[CompareAsked, Query()]
AskedToday = Annotated[TodayAsked, Query()]
AskedChange = Annotated[ChangeAsked, Query()]


def _midnight(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), UTC)


def _written(value: object) -> str:
    return ("1" if value else "0") if isinstance(value, bool) else str(value)

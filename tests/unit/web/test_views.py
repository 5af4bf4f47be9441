"""The pure parts of the views: sorting passages, strips of days, sections, coverage, JSON."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from monitors.records import (
    Cause,
    Change,
    CheckOutcome,
    Direction,
    Finding,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Reading,
    Segment,
    Severity,
    Source,
    SourceKind,
    Topic,
)
from storage import MonitorState
from web.filters import ChangesAsked, Standing
from web.passages import LONGEST, MOST_SHOWN, ShownPassage, foremost, sort_passages
from web.standing import MonitorRow, coverage, coverage_by_kind, inactive
from web.twins import plain
from web.views.monitors import STRIP_DAYS, strip
from web.views.sources import month_names
from web.views.versions import neighbours, sections

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def change_of(*passages: Passage) -> Change:
    return Change("m", NOW, None, 1, 2, Cause.CONTENT, Grade.HIGH, passages, Reading(relevant=True))


def passage(kind: PassageKind, grade: Grade, before: str = "a", after: str = "b") -> Passage:
    return Passage(kind, grade, before, after)


def test_a_sheet_of_paper_holds_the_passages_that_decided_in_page_order() -> None:
    finding = Finding((Topic.IN_PERSON,), Direction.RESTRICTIVE, Severity.CRITICAL, passages=(9, 11))
    change = change_of(*(passage(PassageKind.REWORDED, Grade.HIGH) for _ in range(12)))
    group = foremost(replace(change, reading=Reading(relevant=True, findings=(finding,))), 4)
    assert [one.number for one in group.shown] == [0, 1, 9, 11] and group.more == 8


def test_passages_are_sorted_but_keep_their_numbers() -> None:
    sorted_ = sort_passages(
        change_of(
            passage(PassageKind.MOVED, Grade.HIGH),
            passage(PassageKind.ADDED, Grade.NORMAL),
            passage(PassageKind.REMOVED, Grade.LOW),
            passage(PassageKind.REWORDED, Grade.HIGH),
        )
    )
    numbers = [[one.number for one in group.shown] for group in (sorted_.telling, sorted_.moved, sorted_.small)]
    assert numbers == [[1, 3], [0], [2]]


def test_only_so_many_passages_are_shown_and_the_rest_is_counted() -> None:
    telling = sort_passages(change_of(*[passage(PassageKind.ADDED, Grade.HIGH)] * (MOST_SHOWN + 7))).telling
    assert (len(telling.shown), telling.more, telling.count) == (MOST_SHOWN, 7, MOST_SHOWN + 7)


def test_the_words_of_both_sides() -> None:
    shown = ShownPassage(0, passage(PassageKind.REWORDED, Grade.HIGH, "It costs $9 now.", "It costs $12 now."))
    old, new = shown.sides
    assert [(piece.op, piece.text) for piece in old] == [("equal", "It costs "), ("delete", "$9"), ("equal", " now.")]
    assert [(piece.op, piece.text) for piece in new] == [("equal", "It costs "), ("insert", "$12"), ("equal", " now.")]


def test_a_passage_beyond_bearing_is_cut_and_says_so() -> None:
    shown = ShownPassage(0, passage(PassageKind.ADDED, Grade.HIGH, "", "x" * (LONGEST + 1)))
    assert shown.cut
    assert sum(len(piece.text) for piece in shown.pieces) == LONGEST
    assert not ShownPassage(0, passage(PassageKind.ADDED, Grade.HIGH)).cut


def test_a_strip_has_every_day_with_its_most_telling_outcome() -> None:
    found = {
        date(2026, 11, 23): {CheckOutcome.FAILED: 1},
        date(2026, 11, 21): {CheckOutcome.UNCHANGED: 1, CheckOutcome.CHANGED: 1, CheckOutcome.FAILED: 1},
        date(2026, 11, 20): {CheckOutcome.BLOCKED: 1, CheckOutcome.NOT_MODIFIED: 1},
    }
    assert [(one.day.day, one.outcome, one.checks) for one in strip(found, NOW.date())] == [
        (20, CheckOutcome.NOT_MODIFIED, 2),
        (21, CheckOutcome.CHANGED, 3),
        (22, None, 0),
        (23, CheckOutcome.FAILED, 1),
    ]


def test_a_strip_is_no_longer_than_it_may_be() -> None:
    days = strip({date(2025, 10, 1): {CheckOutcome.FIRST: 1}}, NOW.date())
    assert (len(days), days[0].day) == (STRIP_DAYS, date(2026, 8, 26))
    assert strip({}, NOW.date()) == []


def test_sections_are_cut_where_the_heading_changes() -> None:
    made = sections([Segment("a", ("X",)), Segment("b", ("X",)), Segment("c"), Segment("d", ("X",))])
    found = [(section.heading, [segment.text for segment in section.segments]) for section in made]
    assert found == [(("X",), ["a", "b"]), ((), ["c"]), (("X",), ["d"])]
    assert list(sections([])) == []


@pytest.mark.parametrize(("one", "around"), [(3, (None, 5)), (5, (3, 9)), (9, (5, None))])
def test_neighbours(one: int, around: tuple[int | None, int | None]) -> None:
    assert neighbours(one, [3, 5, 9]) == around


def row(name: str, kind: SourceKind = SourceKind.JAIL, active: bool = True, **state: object) -> MonitorRow:
    stands = MonitorState(name, NOW, NOW, NOW, 0, None, 1, None, "", timedelta(days=1))
    return MonitorRow(
        Monitor(name, "s", "u", active=active), Source("s", "S", kind, "US-TX"), replace(stands, **state), None
    )


ROWS = [
    row("a"),
    row("b", failures=2, failing_since=NOW - 3 * DAY),
    row("c", failures=5, failing_since=NOW - DAY),
    row("d", kind=SourceKind.VENDOR, last_ok_at=None, failures=3, failing_since=NOW - 9 * DAY),
    row("e", kind=SourceKind.NEWS, active=False, failures=1, failing_since=NOW),
]


def test_how_monitors_stand() -> None:
    assert [one.standing for one in ROWS] == [
        Standing.GOOD, Standing.FAILING, Standing.FAILING, Standing.NEVER, Standing.INACTIVE,
    ]  # fmt: skip
    assert [one.failing for one in ROWS] == [False, True, True, True, False]


def test_coverage_counts_active_monitors_only() -> None:
    counts = {
        "jail": {Standing.GOOD: 1, Standing.FAILING: 2},
        "vendor": {Standing.NEVER: 1},
        "news": {Standing.INACTIVE: 1},
    }
    all_of_them = coverage(counts)
    assert (all_of_them.active, all_of_them.good, all_of_them.failing, all_of_them.never) == (4, 1, 2, 1)
    assert all_of_them.share == 0.25
    assert coverage({}).share == 1.0
    assert list(coverage_by_kind(counts)) == [SourceKind.VENDOR, SourceKind.JAIL]
    assert inactive(counts) == 1


def test_months_are_named_without_gaps() -> None:
    assert month_names(datetime(2026, 3, 31, tzinfo=UTC), 5) == ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]


def test_filters_go_into_links_and_back() -> None:
    asked = ChangesAsked(
        topic=(Topic.FEES, Topic.MAIL), direction=(Direction.MIXED,), since=date(2026, 3, 1), every=True, limit=20
    )
    assert asked.query() == "topic=fees&topic=mail&direction=mixed&since=2026-03-01&every=1&limit=20"
    assert asked.query(before=7, limit=None).endswith("&every=1&before=7")
    assert ChangesAsked().query() == ""


def test_days_are_midnights_in_utc() -> None:
    wanted = ChangesAsked(since=date(2026, 3, 1), until=date(2026, 3, 2)).wanted()
    assert (wanted.since, wanted.until) == (datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC))


def test_without_being_asked_only_visiting_news_is_wanted() -> None:
    assert (ChangesAsked().wanted().relevant, ChangesAsked().wanted().cause) == (True, Cause.CONTENT)
    assert (ChangesAsked(every=True).wanted().relevant, ChangesAsked(every=True).wanted().cause) == (None, None)


def test_a_filter_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        ChangesAsked.model_validate({"topics": ["fees"]})


def test_json_has_no_infinity_and_times_end_in_z() -> None:
    assert plain([math.inf, -math.inf, math.nan, 1.5, True]) == [None, None, None, 1.5, True]
    assert plain({Direction.MIXED: (NOW, DAY)}) == {"mixed": ["2026-11-23T12:00:00Z", 86400.0]}

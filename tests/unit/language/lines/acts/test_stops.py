"""Lines that stop all visits, in the place of others: the change that nobody may miss."""

# ruff: noqa: E501  a line of a page reads better whole

from __future__ import annotations

import pytest

from monitors.language.lines.acts.stops import stops
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import reading_of_page as reading
from tests.unit.language.reading import whole_reading

PAGE = "Notices\n{}\n{}\nThe records office closes at 4."
ABOVE = ["Video visits are offered daily.", "Jail tours for schools resume in September.", "The web store has moved."]
STOPS = [
    "Visits are suspended until further notice.",
    "All visitation at the jail has been cancelled.",
    "NOTICE: Effective immediately, all in-person visits are temporarily suspended due to staffing.",
    "There will be no visits until further notice.",
    "Due to illness, social visiting is on hold.",
    "For the time being nobody can be visited; we will say when that changes.",
    "Until further notice there will be no visits.",
]
OTHERS = [
    "Visits are held on Sunday.",
    "Visiting hours are 9 to 3.",
    "Visitors are limited to one per inmate until further notice.",
    "Visits are by appointment only.",
    "The lobby is being painted.",
]


def rules(found: object) -> set[str]:
    return {rule for finding in found.findings for rule in finding.rules}  # type: ignore[attr-defined]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("stop", STOPS)
def test_a_stop_in_the_place_of_another_line_is_told(stop: str, other: str, above: str) -> None:
    found = reading(PAGE.format(above, other), PAGE.format(above, stop))
    assert (found.relevant, found.direction) == (True, Direction.RESTRICTIVE)
    assert found.severity.rank >= Severity.MAJOR.rank and Topic.SUSPENSION in found.topics


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("other", ["Visits are held on Sunday.", "Visits are by appointment.", "Visiting has resumed."])
@pytest.mark.parametrize("stop", STOPS)
def test_a_rule_of_visits_in_the_place_of_a_stop_is_its_end(stop: str, other: str, above: str) -> None:
    found = reading(PAGE.format(above, stop), PAGE.format(above, other))
    assert (found.relevant, found.direction) == (True, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visits are suspended until further notice.", "Until further notice, visits are suspended."),
        ("All visits are cancelled due to flu.", "Visiting is on hold because of flu."),
        ("School tours are offered on Friday.", "School tours are suspended."),
    ],
)
def test_the_same_stop_in_other_words_and_other_stops_tell_nothing(before: str, after: str) -> None:
    assert not reading(PAGE.format(ABOVE[2], before), PAGE.format(ABOVE[2], after)).relevant


@pytest.mark.parametrize(
    "line",
    [
        "Visits are suspended for anyone who brings in a phone.",
        "Attorney visits are suspended until further notice.",
        "Visits are suspended except for lawyers.",
        "Visits are suspended on Saturday.",
        "Visits are suspended on May 6.",
        "Visits were suspended last spring.",
        "Video visits are suspended until further notice.",
        "In-person visits are suspended in B Pod.",
    ],
)
def test_narrower_stops_are_left_to_rules_and_reader(line: str) -> None:
    found = reading(PAGE.format(ABOVE[2], "Visits are held on Sunday."), PAGE.format(ABOVE[2], line))
    assert "S8-stop" not in rules(found)


def test_a_stop_where_patients_are_visited_is_none_of_ours() -> None:
    before, after = "Patients may have two visitors.", "All visiting is suspended until further notice."
    found = whole_reading(PAGE.format("", before), PAGE.format("", after), title="Medical Center: visiting a patient")
    assert "S8-stop" not in rules(found)


@pytest.mark.parametrize(
    "new",
    [
        "The suspension of visits has been made permanent.",
        "As of today, the ban on visits is now permanent.",
    ],
)
def test_a_stop_made_permanent_is_critical(new: str) -> None:
    page = "Lockers are free.\n\n{}\n\nDress modestly."
    told = reading(page.format("Visits are suspended until further notice."), page.format(new))
    assert (told.direction, told.severity) == (Direction.RESTRICTIVE, Severity.CRITICAL)


@pytest.mark.parametrize(
    "line",
    [
        "Due to a shortage of deputies all visitation is suspended starting this Saturday, until further notice.",
        "Visits are suspended effective Monday.",
    ],
)
def test_the_day_from_which_a_stop_holds_is_no_day_for_which_it_holds(line: str) -> None:
    assert stops(units(plain_segments(line))[0])
    assert not stops(units(plain_segments("Visits are suspended from Monday to Wednesday."))[0])


@pytest.mark.parametrize(
    "stop", ["I have therefore put visits on hold.", "We have suspended all visits.", "The jail has called off visits."]
)
def test_a_stop_told_by_who_stops_them_is_one(stop: str) -> None:
    found = whole_reading("Visits are on Sunday.\nBring a coat.", f"{stop}\nBring a coat.")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)


def test_what_somebody_may_call_off_is_no_stop() -> None:
    found = whole_reading(
        "Visits are on Sunday.", "Visits are on Sunday.\nThe jail commander can call off visits at any time."
    )
    assert "S8-stop" not in rules(found)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("I can't keep the visiting shed safe, so nobody will be called out to it till I post otherwise.", True),
        ("Nobody can be seen at visiting time until we post otherwise.", True),
        ("Nobody is admitted to visiting without a card until we say otherwise.", False),
        ("Nobody will be called out to the shop until further notice.", False),
    ],
)
def test_nobody_is_seen_until_somebody_says_so(line: str, told: bool) -> None:
    assert stops(units(plain_segments(line))[0]) is told


def test_a_closure_whose_last_day_is_gone_is_open_ended() -> None:
    was = "The ceiling came down, so nobody can be seen in person from January 20 through January 31.\nIt will open again on February 1."
    now = "The ceiling came down, so nobody can be seen in person.\nThe visiting room stays shut until we post otherwise here."
    found = whole_reading(was, now)
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)
    assert not found.facts

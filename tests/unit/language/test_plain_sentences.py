"""Sentences that jails post every day. Scores are averages; these may never fall silent or turn round."""

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, whole_reading
from tests.unit.language.reading import reading_of_page as reading


@pytest.mark.parametrize(
    "line",
    [
        "All in-person visits are suspended until further notice.",
        "In-person visitation has been suspended.",
        "Visitation is suspended effective immediately.",
        "No visits until further notice.",
        "Visitation has been cancelled for all housing units due to staffing.",
        "Effective March 1, all visits will be by video only.",
        "On-site visits have ended; all visits are by video.",
        "Contact visits are no longer permitted.",
        "Children under 18 may not visit.",
        "Video visits now cost $12.",
        "Se suspenden todas las visitas hasta nuevo aviso.",
    ],
)
def test_a_new_line_that_takes_is_restrictive(line: str) -> None:
    found = reading(PAGE, f"{PAGE}\n{line}")
    assert (found.relevant, found.direction) == (True, Direction.RESTRICTIVE)


@pytest.mark.parametrize(
    "line",
    [
        "In-person visits resume on Monday.",
        "Contact visits have resumed.",
        "Starting June 1, in-person visits will be available again.",
        "The suspension of visits has been lifted.",
        "Video visits are now free.",
        "Visiting hours have been extended to Friday.",
        "Las visitas en persona se reanudan el lunes.",
    ],
)
def test_a_new_line_that_gives_is_restorative(line: str) -> None:
    found = reading(PAGE, f"{PAGE}\n{line}")
    assert (found.relevant, found.direction) == (True, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("costs $9", "costs $12", Direction.RESTRICTIVE),
        ("20 minutes", "15 minutes", Direction.RESTRICTIVE),
        ("two visits", "one visit", Direction.RESTRICTIVE),
        ("on Saturday and Sunday", "on Saturday", Direction.RESTRICTIVE),
        ("on Saturday and Sunday", "by video only", Direction.RESTRICTIVE),
        ("two visits", "three visits", Direction.RESTORATIVE),
        ("costs $9 for 20 minutes", "is free", Direction.RESTORATIVE),
    ],
)
def test_a_moved_term_goes_its_way(old: str, new: str, direction: Direction) -> None:
    found = reading(PAGE, PAGE.replace(old, new))
    assert (found.relevant, found.direction) == (True, direction)


@pytest.mark.parametrize(
    "line",
    [
        "The lobby will be painted next week.",
        "Court is closed on Monday.",
        "Sheriff Hobbs was sworn in on Friday.",
    ],
)
def test_a_new_line_about_something_else_is_silent(line: str) -> None:
    assert not reading(PAGE, f"{PAGE}\n{line}").relevant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visitors may come without an appointment.", "Visits must be booked 24 hours ahead."),
        ("Walk-ins are welcome.", "Visits must be scheduled at least 48 hours in advance."),
    ],
)
def test_walk_ins_that_have_to_book_are_told(old: str, new: str) -> None:
    found = reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}")
    assert (found.relevant, found.direction) == (True, Direction.RESTRICTIVE)
    back = reading(f"{PAGE}\n{new}", f"{PAGE}\n{old}")
    assert (back.relevant, back.direction) == (True, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    "notice",
    [
        "On account of flu in the jail, visitation is suspended until further notice.",
        "In-person visits have been suspended indefinitely due to staffing.",
        "There will be no visits until further notice.",
    ],
)
def test_a_stop_without_a_last_day_that_is_taken_down_is_over(notice: str) -> None:
    found = reading(f"{PAGE}\n{notice}", PAGE)
    assert (found.relevant, found.direction) == (True, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    "notice",
    [
        "All visits are suspended through January 15, 2026 because of flu.",
        "Visitation is cancelled until Monday, May 3, due to a water main break.",
    ],
)
def test_a_stop_that_ran_out_is_taken_down_in_silence(notice: str) -> None:
    assert not reading(f"{PAGE}\n{notice}", PAGE).relevant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Funerals: an inmate may be escorted to a burial.", "Funerals: no inmate is escorted to a burial."),
        ("Student visits may be arranged by the Chief.", "Student visits are suspended this school year."),
        ("The museum in the old jail is open on Sunday.", "The museum in the old jail is closed on Sunday."),
        ("Parenting-time exchange is on Friday from 4 to 6.", "Parenting-time exchange is on Friday from 5 to 7."),
    ],
)
def test_other_subjects_of_a_page_of_visits_are_silent(old: str, new: str) -> None:
    assert not reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}").relevant


def test_visits_that_stop_beside_another_subject_are_told() -> None:
    found = reading(PAGE, f"{PAGE}\nAll visits, tours and volunteer programs are suspended until further notice.")
    assert (found.relevant, found.direction) == (True, Direction.RESTRICTIVE)
    assert any(why.startswith("L-reader") and why.endswith("; here the rules are believed") for why in found.why)


def test_the_only_line_on_video_is_the_service_and_not_its_price() -> None:
    rest = PAGE.replace("A visit from home costs $9 for 20 minutes.\n", "")
    gone, come = reading(PAGE, rest), reading(rest, PAGE)
    assert (gone.relevant, gone.direction) == (True, Direction.RESTRICTIVE)
    assert (come.relevant, come.direction) == (True, Direction.RESTORATIVE)


def test_a_second_price_beside_other_video_visits_is_a_price() -> None:
    found = reading(PAGE, f"{PAGE}\nA video visit at night costs $12.")
    assert not any("D7-service" in finding.rules for finding in found.findings)


def test_numbered_booths_out_of_service_end_no_visits() -> None:
    found = reading(PAGE, f"{PAGE}\nVisiting booths 3 and 4 are out of service.")
    assert found.severity is not Severity.CRITICAL
    assert found.facts == ()


@pytest.mark.parametrize(
    "rest", ["", "4.2 [Deleted.]", "Section 4.2: Intentionally omitted.", "4.2 (Repealed by Amendment 3)"]
)
def test_a_mark_in_the_place_of_a_clause_is_no_clause(rest: str) -> None:
    page = "Agreement on Video Visitation\n4.1 The terminals are free to County.\n{}\n4.3 Notices go to the Sheriff."
    ban = "4.2 County shall end all visits in person on installation."
    found = whole_reading(page.format(ban), page.format(rest), title="Agreement", kind="contract")
    assert found.direction is Direction.RESTORATIVE
    elsewhere = "4.2 County shall supply electric power and parking on installation."
    assert not whole_reading(page.format(elsewhere), page.format(rest), title="Agreement", kind="contract").relevant

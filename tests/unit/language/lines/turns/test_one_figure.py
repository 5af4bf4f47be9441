"""Lines of which one figure differs, or that tell one figure in other words."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import facts, whole_reading

PAGES = (
    "Visiting\nPlease arrive early.\n{line}\nThe records office closes at 4.",
    "Jail Information\nVisitors must dress appropriately.\n{line}\nMail is opened and inspected.",
)


def read(old: str, new: str, page: str):  # type: ignore[no-untyped-def]
    return whole_reading(page.format(line=old), page.format(line=new))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("easier", "harder", "fact"),
    [
        ("Visitors must be 17 or older.", "Visitors must be 18 or older.", {"min_age": (17.0, 18.0)}),
        ("Minimum age | 16", "Minimum age | 18", {"min_age": (16.0, 18.0)}),
        ("Visitors must be 12+.", "Visitors must be 16+.", {"min_age": (12.0, 16.0)}),
        ("Children under 12 need an adult.", "Children under 16 need an adult.", {}),
        ("Minors 15 and under must have a parent with them.", "Minors 17 and under must have a parent with them.", {}),
        (
            "Visitors must be 17 or older unless with a parent.",
            "Visitors must be 18 or older unless with a parent.",
            {},
        ),
        ("Off-site video visits: $9/visit", "Off-site video visits: $12/visit", {"video_fee_usd": (9.0, 12.0)}),
        ("Three visits weekly per inmate", "Two visits weekly per inmate", {"visits_per_week": (3.0, 2.0)}),
        (
            "Each inmate is entitled to two (2) visits per week at no charge.",
            "Each inmate is entitled to one (1) visit per week at no charge.",
            {"free_visits_per_week": (2.0, 1.0)},
        ),
        (
            "Visitation is offered 12 hours per week.",
            "Visitation is offered 8 hours per week.",
            {"schedule_hours_per_week": (12.0, 8.0)},
        ),
        (
            "Visits must be booked 24 hours in advance.",
            "Book your visit three days ahead.",
            {"booking_lead_hours": (24.0, 72.0)},
        ),
        ("Inmates may have two visits per week.", "One visit per week is allowed.", {"visits_per_week": (2.0, 1.0)}),
        ("Visitors must be 17 or older.", "You must be 18 to visit.", {"min_age": (17.0, 18.0)}),
        (
            "There is no limit on the number of visits.",
            "Inmates may have two visits per week.",
            {"visits_per_week": (None, 2.0)},
        ),
    ],
)
def test_a_figure_that_moved_is_told_both_ways(
    easier: str, harder: str, fact: dict[str, tuple[float | None, float]], page: str
) -> None:
    worse, better = read(easier, harder, page), read(harder, easier, page)
    assert (worse.direction, better.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert facts(worse) == fact


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("No one under 18 may visit.", "Visitors must be 18 years of age or older."),
        ("Visits must be booked 24 hours in advance.", "Visits must be booked one day in advance."),
        ("Inmates may have two visits per week.", "Inmates may have (2) two visits each week."),
        ("Inmates may be visited twice a week.", "Inmates may have 2 visits per week."),
        ("Commissary orders cost $3 to deliver.", "Commissary orders cost $5 to deliver."),
        ("The chaplain visits four times a month.", "The chaplain visits two times a month."),
        ("Inmates may shower three times a week.", "Inmates may shower two times a week."),
        ("Inmates get 60 minutes of recreation a day.", "Inmates get 45 minutes of recreation a day."),
        ("The fee for a money transfer at the kiosk is $2.", "The fee for a money transfer at the kiosk is $4."),
        ("Deputies must be 21 or older.", "Deputies must be 18 or older."),
    ],
)
def test_the_same_figure_and_figures_of_others_tell_nothing(old: str, new: str, page: str) -> None:
    assert not read(old, new, page).relevant
    assert not read(new, old, page).relevant


def test_figures_are_weighed_together_with_what_else_changed() -> None:
    page = "Visiting\n{price}\n{length}\nThe records office closes at 4."
    old = page.format(price="Video visits cost $9.", length="Video visits last 30 minutes.")
    new = page.format(price="Video visits cost $6.", length="Video visits last 20 minutes.")
    assert whole_reading(old, new).direction is not Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [("Please arrive 15 minutes before your visit.", "Please arrive 30 minutes before your visit.")],
)
def test_earlier_arrival_is_no_gain(shorter: str, longer: str) -> None:
    assert read(shorter, longer, PAGES[0]).direction is Direction.RESTRICTIVE
    assert read(longer, shorter, PAGES[0]).direction is Direction.RESTORATIVE


def test_a_day_that_lost_its_visits_is_not_the_same_figure_in_other_words() -> None:
    held, none = (f"The first Sunday of each month there are {visits}." for visits in ("visits", "no visits"))
    assert read(held, none, PAGES[0]).direction is Direction.RESTRICTIVE
    assert read(none, held, PAGES[0]).direction is Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "term", "lower", "higher"),
    [
        ("A video visit from home at door p3 costs ${}.00 for 20 minutes.", "video_fee_usd", 62, 63),
        ("A video visit from home at door p3 costs ${}.00 for 20 minutes.", "video_fee_usd", 77, 78),
        ("The county receives a commission of {}% of video visit revenue.", "commission_pct", 55, 56),
        ("The county receives a commission of {}% of video visit revenue.", "commission_pct", 60, 60.5),
    ],
)
def test_a_small_step_of_a_large_figure_is_told(line: str, term: str, lower: float, higher: float) -> None:
    cheap, dear = (f"Visits are on Sunday.\n{line.format(figure)}\nBring a photo ID." for figure in (lower, higher))
    for sides, direction in (((cheap, dear), Direction.RESTRICTIVE), ((dear, cheap), Direction.RESTORATIVE)):
        found = whole_reading(*sides)
        assert (found.relevant, found.direction) == (True, direction) and term in facts(found)


def test_a_time_to_book_that_is_told_twice_on_one_page_is_one_figure() -> None:
    page = "Booking your visit\nUse the scheduling page.\n{line}\nDoors open a little before the hour."
    soon = "You may book as late as one day (24 hours) before the visit."
    early = "You may book as late as three days before the visit."
    worse, better = read(soon, early, page), read(early, soon, page)
    assert (worse.direction, better.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert facts(worse) == {"booking_lead_hours": (24.0, 72.0)}


def test_the_same_time_without_its_brackets_tells_nothing() -> None:
    page = "Booking your visit\nUse the scheduling page.\n{line}\nDoors open a little before the hour."
    told = "You may book as late as one day (24 hours) before the visit."
    assert not read(told, told.replace(" (24 hours)", ""), page).relevant
    assert read(told, told.replace("one day (24 hours)", "24 hours (one day)"), page).direction is not Direction.MIXED

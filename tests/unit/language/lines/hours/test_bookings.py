"""Visits that need an appointment, and visits that need none."""

import pytest

from monitors.language.claims.booking import booking
from monitors.language.words.wording import canonical
from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, reading, reading_of_page, rules

NONE_NEEDED = [
    "Walk-in visits are welcome.",
    "No appointment is needed to visit.",
    "You do not need to schedule your visit.",
    "Visitors may come without an appointment.",
    "Visits need not be scheduled ahead.",
    "Reservations are optional.",
    "There is no need to book.",
    "There is no need to call or to book.",
    "We no longer turn away visitors with no appointment.",
    "Nobody will be turned away without an appointment.",
    "Just show up.",
    "Reservations: You need not make one.",
    "Appointments: none needed.",
    "Nobody has to book a visit.",
]
NEEDED = [
    "Walk-in visits are not accepted.",
    "An appointment is required to visit.",
    "You must schedule your visit by phone.",
    "Weekend visits have to be booked.",
    "You cannot visit without a reservation.",
    "No walk-ins.",
    "We only see visitors who have a reservation.",
    "We have to turn away people with no booking.",
    "Visits are by appointment only.",
    "Do not just show up; reservations are mandatory.",
    "People who simply turn up will be sent home.",
]


@pytest.mark.parametrize(("line", "told"), [*((line, 1) for line in NONE_NEEDED), *((line, -1) for line in NEEDED)])
def test_whether_a_line_asks_for_a_booking(line: str, told: int) -> None:
    assert booking(canonical(line)) == told


@pytest.mark.parametrize(
    "line",
    [
        "Do I have to book?",
        "The officer will not book for you over the telephone.",
        "Visits are no longer first come, first served.",
        "Flu shots are given without an appointment.",
        "If an inmate does not show up, your visit is credited back.",
    ],
)
def test_lines_that_ask_for_none_and_give_none(line: str) -> None:
    assert booking(canonical(line)) == 0


@pytest.mark.parametrize("free", NONE_NEEDED[:5])
@pytest.mark.parametrize("needed", NEEDED[:3])
def test_a_booking_that_is_needed_now_is_told_or_the_reverse(free: str, needed: str) -> None:
    for before, after, direction in ((free, needed, Direction.RESTRICTIVE), (needed, free, Direction.RESTORATIVE)):
        found = reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
        assert (found.direction, found.severity) == (direction, Severity.MINOR) and rules(found) == {"P-booking"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("No appointment is needed to visit.", "You do not need to schedule your visit."),
        ("You must schedule your visit.", "An appointment is required to visit."),
        ("No appointment is needed for tours.", "Tours must be scheduled."),
        ("Walk-ins are welcome at the records window.", "The records window is by appointment only."),
    ],
)
def test_other_words_and_other_doors_are_silent(before: str, after: str) -> None:
    assert not reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}").relevant


def test_what_the_page_says_besides_is_no_news() -> None:
    page = f"{PAGE}\nWalk-ins are welcome on Sunday; on Saturday an appointment is required.\n"
    before, after = f"{page}\nVisits need no appointment.", f"{page}\nVisits must be scheduled."
    assert "P-booking" in rules(reading_of_page(before, after))
    page = f"{PAGE}\nVisits of families must be scheduled ahead.\n"
    assert rules(reading_of_page(f"{page}\nWalk-ins are welcome.", f"{page}\nNo walk-ins.")) != {"P-booking"}


@pytest.mark.parametrize(
    "line",
    [
        "Online scheduling of visits is temporarily unavailable.",
        "Scheduling visits online is unavailable.",
        "The visit scheduling system is down for maintenance.",
        "Booking of visits by phone is suspended.",
    ],
)
def test_one_way_to_book_that_is_down_stops_no_visit(line: str) -> None:
    for sides in ((PAGE, f"{PAGE}\n{line}"), (f"{PAGE}\n{line}", PAGE)):
        found = reading_of_page(*sides)
        assert rules(found) == {"S3-channel"}
        assert found.direction is Direction.NEUTRAL
        assert found.severity is Severity.MINOR


def test_booking_of_all_visits_that_is_suspended_is_a_stop() -> None:
    found = reading_of_page(PAGE, f"{PAGE}\nVisit scheduling is suspended until further notice.")
    assert found.direction is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    ("line", "sign"), [("Walk-ins are welcome to visit.", 1), ("Visits are by appointment only.", -1)]
)
def test_a_line_on_bookings_that_comes_or_goes_alone_is_told(line: str, sign: int) -> None:
    way = {1: Direction.RESTORATIVE, -1: Direction.RESTRICTIVE}
    came, went = reading_of_page(PAGE, f"{PAGE}\n{line}"), reading_of_page(f"{PAGE}\n{line}", PAGE)
    assert (came.direction, went.direction) == (way[sign], way[-sign])
    assert rules(came) == rules(went) == {"P-booking"}


def test_a_line_on_bookings_is_left_to_the_reader_where_the_page_says_how_visits_are_booked() -> None:
    page = f"{PAGE}\nCall ahead to arrange a visit."
    assert "L-reader" in rules(reading_of_page(page, f"{page}\nVisits are by appointment only."))


def test_a_booking_at_another_desk_is_none_of_visits() -> None:
    assert "P-booking" not in rules(reading_of_page(PAGE, f"{PAGE}\nVisits to the dentist are by appointment only."))


@pytest.mark.parametrize(
    "told",
    [
        "You may not make an appointment for the same day.",
        "Visits cannot be booked on the day itself.",
        "No same-day bookings.",
    ],
)
def test_who_may_not_book_for_the_same_day_must_book_the_day_before(told: str) -> None:
    before = "Appointments must be made by the day before."
    assert booking(canonical(told)) == -1
    assert not reading(f"{PAGE}\n{before}", f"{PAGE}\n{told}").relevant
    found = reading(f"{PAGE}\nSame-day bookings are possible.", f"{PAGE}\n{told}")
    assert rules(found) & {"Q-booking_lead_hours", "P-booking"}
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MINOR)


def test_what_one_does_without_a_booking_is_no_other_term() -> None:
    old = f"{PAGE}\nEvery visit needs an appointment, made through the clerk. Without one you will not be seated."
    new = f"{PAGE}\nYou no longer need an appointment for any visit: take a number at the hall and wait to be called."
    found = reading_of_page(old, new)
    assert rules(found) == {"P-booking"}
    assert found.direction is Direction.RESTORATIVE

"""Lines of visiting days and hours: what they lost or gained is counted, and the same week in other words is silent."""

# ruff: noqa: E501  a pair of lines reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Reading, Severity
from tests.unit.language.reading import facts, reading_of_page, rules

RULES = "Visitation\n\n{lines}\n\nBring a photo ID.\n\nAll visitors are searched.\n\nChildren must be with a parent."


def of_lines(before: str, after: str) -> Reading:
    return reading_of_page(*(RULES.format(lines=text.replace(" // ", "\n\n")) for text in (before, after)))


@pytest.mark.parametrize(
    ("fuller", "less", "level"),
    [
        ("Visits start at noon and end at 6 p.m. on Fridays.", "Visits start at noon and end at 5 p.m. on Fridays.", "minor"),
        ("Visiting is open 12 hours a day, seven days a week.", "Visiting is open 10 hours a day, seven days a week.", "minor"),
        ("Visiting is held on Saturdays.", "Visiting is held on alternate Saturdays.", "major"),
        ("Visitation: second and fourth Tuesday of the month, 6-8", "Visitation: second Tuesday of the month, 6-8", "major"),
        ("Visits may be made any weekday after 1 p.m. and before 5 p.m.", "Visits may be made any weekday after 1 p.m. and before 3 p.m.", "major"),
        ("Visiting is available on all days.", "Visiting is available on all days except Wednesday.", "major"),
        ("Weekend visiting only: Saturday 9-3, Sunday 9-3", "Weekend visiting only: Saturday 9-3", "major"),
        ("We do not have visits on Tuesday; every other day the visiting room is open 9 to 4.",
         "We do not have visits on Tuesday or Wednesday; every other day the visiting room is open 9 to 4.", "major"),
        ("Visits are daily from 1 to 5 p.m.", "Visits are daily from 1 to 5 p.m. // There are no visits on Wednesday.", "major"),
        ("Work release inmates may be visited on Sunday from 8 a.m. to noon.",
         "Work release inmates may be visited on Sunday from 8 a.m. to 10 a.m.", "minor"),
        ("Juveniles may be visited Saturday and Wednesday 1-3. // Adults may be visited Sunday 9-3.",
         "Juveniles may be visited Saturday 1-3. // Adults may be visited Sunday 9-3.", "minor"),
        ("MON | TUE | WED | THU | FRI | SAT | SUN // 9-11 | - | 9-11 | - | 9-11 | 1-4 | 1-4", "MON | TUE | WED | THU | FRI | SAT | SUN // 9-11 | - | 9-11 | - | - | 1-4 | 1-4", "major"),
        ("Unit | Sat | Sun // North | 9-11 | 9-11 // South | 1-3 | 1-3", "Unit | Sat | Sun // North | 9-11 | 9-11 // South | 1-3 | closed", "minor"),
        ("Day | Start | End // Saturday | 9:00 AM | 3:00 PM // Sunday | 9:00 AM | 3:00 PM",
         "Day | Start | End // Saturday | 9:00 AM | 3:00 PM // Sunday | 9:00 AM | 1:00 PM", "minor"),
        ("Weekend visiting is held at 9 a.m., 11 a.m., 1 p.m. and 3 p.m.", "Weekend visiting is held at 9 a.m., 11 a.m. and 1 p.m.", "major"),
        ("End: 3 PM // Days: Saturday and Sunday", "End: 1 PM // Days: Saturday and Sunday", "minor"),
    ],
)  # fmt: skip
def test_fewer_days_hours_or_weeks_are_a_loss(fuller: str, less: str, level: str) -> None:
    loss, gain = of_lines(fuller, less), of_lines(less, fuller)
    assert (loss.direction, gain.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert loss.severity is Severity(level)


def test_what_was_counted_is_told() -> None:
    found = of_lines("Visits run from 9 to noon daily.", "Visits run from 9 to 11 daily.")
    assert facts(found) == {"schedule_hours_per_week": (21.0, 14.0)}
    found = of_lines("Visits are every Sunday, 1-4.", "Visits are every other Sunday, 1-4.")
    assert facts(found) == {"visit_weekends_per_month": (4.0, 2.0)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("All visits take place between 9 and 11 on Saturday mornings.", "All visits take place between 10 and noon on Saturday mornings."),
        ("Women visit on Wednesday from 1 to 3 and men on Friday from 1 to 3.", "Women visit on Friday from 1 to 3 and men on Wednesday from 1 to 3."),
        ("Visits are on the first and third Sunday of the month.", "Visits are on the second and fourth Sunday of the month."),
    ],
)  # fmt: skip
def test_a_shift_or_a_swap_is_neutral_and_minor(before: str, after: str) -> None:
    for found in (of_lines(before, after), of_lines(after, before)):
        assert (found.relevant, found.direction, found.severity) == (True, Direction.NEUTRAL, Severity.MINOR)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visits: Saturday 9 AM - 3 PM", "Visits: Sat. 0900-1500"),
        ("Visits are on alternating Sundays.", "Visits are every second Sunday."),
        ("Visiting: Wednesday 7pm-9pm", "Visiting is on Wednesday evening from seven to nine."),
        ("Visiting is from 1:00 to 3:00 on Monday afternoon and on Thursday afternoon.", "Visiting is on Monday and Thursday afternoon from 1:00 to 3:00."),
        ("Last names A through L | Sat | 1-4 // Last names M through Z | Sun | 1-4", "A-L: Saturday, 1-4 // M-Z: Sunday, 1-4"),
        ("Day | Visiting hours // Saturday | 8:00 AM - 11:00 AM // Sunday | 1:00 PM - 4:00 PM", "Saturday: 8 to 11 a.m. // Sunday: 1 to 4 p.m."),
        ("The barber visits every Tuesday, 9 to 11.", "The barber visits every Tuesday, 9 to noon."),
        ("Choir practice is in the visiting room, Tuesday 7-9 p.m.", "Choir practice is in the visiting room, Thursday 7-8 p.m."),
        ("New inmates are booked in between 7 a.m. and 11 p.m.", "New inmates are booked in between 9 a.m. and 9 p.m."),
        ("Inmates go to the yard from 9 to 10 and from 2 to 3.", "Inmates go to the yard from 9 to 10."),
        ("Civil papers: 8:30-4:00, Mon-Thu", "Civil papers: 8:30-4:30, Mon-Fri"),
        ("Attorneys' line: Mon-Fri 8-6", "Attorneys' line: Mon-Fri 9-5"),
    ],
)  # fmt: skip
def test_the_same_week_and_other_hours_are_silent(before: str, after: str) -> None:
    assert not of_lines(before, after).relevant
    assert not of_lines(after, before).relevant


def test_parts_of_the_day_without_clocks_are_not_the_same_week() -> None:
    both, one = "We hold morning and afternoon visits on Saturday.", "We hold morning visits only on Saturday."
    assert of_lines(both, one).direction is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        ("Thursday visits are walk-in; Saturday visits are by appointment.", "Thursday and Saturday visits are by appointment."),
        ("Visits on weekdays are by appointment; on weekends no appointment is needed.", "Visits are by appointment every day."),
        ("Visitors may come without an appointment on Sunday from 1 to 4.", "Visitors need an appointment on Sunday from 1 to 4."),
        ("Reservations for Sunday visits close on Saturday at noon.", "Reservations for Sunday visits close on Friday at noon."),
        ("The last visit of the day begins at 7:30 p.m.", "The last visit of the day begins at 6:30 p.m."),
        ("Doors to the visiting room close at 8:00 p.m. and visits end at 8:30 p.m.", "Doors to the visiting room close at 7:00 p.m. and visits end at 7:30 p.m."),
        ("Visiting room is open on county holidays.", "Visiting room is closed on county holidays."),
    ],
)  # fmt: skip
def test_bookings_last_moments_and_holidays_are_minor(easier: str, harder: str) -> None:
    loss, gain = of_lines(easier, harder), of_lines(harder, easier)
    assert (loss.direction, loss.severity) == (Direction.RESTRICTIVE, Severity.MINOR)
    assert (gain.direction, gain.severity) == (Direction.RESTORATIVE, Severity.MINOR)


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Visiting hours on Thanksgiving Day will be 9 a.m. to 11 a.m. instead of 9 a.m. to 3 p.m.", Direction.RESTRICTIVE),
        ("Saturday, June 13: visiting until 8 p.m. instead of 4 p.m.", Direction.RESTORATIVE),
        ("For Father's Day, June 21, visiting is extended to 6 p.m.", Direction.RESTORATIVE),
    ],
)  # fmt: skip
def test_hours_of_one_day_against_the_usual_ones(line: str, direction: Direction) -> None:
    found = of_lines("", line)
    assert (found.direction, found.severity) == (direction, Severity.MINOR)
    assert "S3-special-day" in rules(found)


def test_one_holiday_in_place_of_all_is_a_gain() -> None:
    found = of_lines("Visiting is canceled on all federal holidays.", "Visiting is canceled on Christmas Day only.")
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.MINOR)

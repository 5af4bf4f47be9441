"""Hours of a telephone or office are no visiting hours."""

from __future__ import annotations

import pytest

from monitors.language.pages.desks import of_desk_hours
from monitors.language.pages.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import PAGE, reading_of_page, whole_reading


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Call the visiting line Monday to Friday 8 to 4.", "Call the visiting line Monday to Friday 9 to 4."),
        (
            "To schedule a visit call 555-0100 Monday through Friday, 8 a.m. to 4 p.m.",
            "To schedule a visit call 555-0199 Monday through Thursday, 9 a.m. to 4 p.m.",
        ),
        ("The visitation office is open weekdays 8 to 5.", "The visitation office is open weekdays 8 to 4."),
        ("", "To book, call 555-0142 between 8 a.m. and 4 p.m."),
        (
            "Questions about visits? Phone 555-0142, 8-4 on weekdays.",
            "Questions about visits? Phone 555-0142, 8-3 on weekdays.",
        ),
        ("Tuesday, 6:00 p.m., Commission Chambers", "Wednesday, 5:30 p.m., Commission Chambers"),
        ("The next board meeting is on Monday at 9 a.m.", "The next board meeting is on Tuesday at 10 a.m."),
        (
            "Questions about the schedule: 555-0142, Monday to Friday, 8:00 AM - 4:00 PM.",
            "Questions about the schedule: 555-0142, Monday to Friday, 7:30 AM - 3:30 PM.",
        ),
    ],
)
def test_other_hours_of_a_telephone_or_office_tell_nothing(before: str, after: str) -> None:
    for sides in ((before, after), (after, before)):
        assert not reading_of_page(*(f"{PAGE}\n{line}" for line in sides)).relevant


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Visits are Monday 8 a.m. to 4 p.m.; call 555-0100 to book.",
            "Visits are Monday 8 a.m. to noon; call 555-0100 to book.",
        ),
        (
            "Visiting hours: Tuesday 1-5 p.m. Call 555-0100 with questions.",
            "Visiting hours: Tuesday 1-3 p.m. Call 555-0100 with questions.",
        ),
    ],
)
def test_visiting_hours_beside_a_telephone_number_are_told(before: str, after: str) -> None:
    assert reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}").direction is Direction.RESTRICTIVE


def test_a_row_is_of_the_desk_that_its_first_cell_names() -> None:
    was = "Main lobby | 6 am - 10 pm | 8 am - 8 pm\nVisitation desk (answers calls) | 8 - 4 | 8 - 4"
    now = was.replace("calls) | 8 - 4 | 8 - 4", "calls) | 9 - 3 | closed")
    assert not whole_reading(was, now, title="Who is open when?").relevant
    visits = was.replace("Visitation desk (answers calls)", "Visits")
    assert whole_reading(visits, visits.replace("Visits | 8 - 4 | 8 - 4", "Visits | 9 - 3 | closed")).relevant


@pytest.mark.parametrize(
    "line", ["Public counter: Monday to Thursday, 7:30 a.m. to 5 p.m.", "Fingerprints: Wednesday, 1 p.m. to 3 p.m."]
)
def test_a_label_names_the_desk_whose_hours_follow(line: str) -> None:
    assert of_desk_hours(units(plain_segments(line))[0])
    assert not of_desk_hours(units(plain_segments(line.replace(line.partition(":")[0], "Families")))[0])

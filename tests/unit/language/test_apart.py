"""A line in the place of another one that has nothing to do with it: together they sound like one line reworded."""

from __future__ import annotations

import pytest

from monitors.language.pages.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import reading_of_page as reading

PAGE = "Visiting\n{}\n{}\nThe records office closes at 4."
ABOVE = ["Video visits are offered daily.", "Jail tours for schools resume in September."]
OTHERS = ["The lobby is being painted.", "Visitors must wear masks.", "The commissary web store has moved."]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Contact visits are no longer permitted.", Direction.RESTRICTIVE),
        ("Weekend visits have been discontinued.", Direction.RESTRICTIVE),
        ("Children under 18 may not visit.", Direction.RESTRICTIVE),
        ("Attorney visits are now by video only.", Direction.RESTRICTIVE),
        ("In-person visits resume on Monday.", Direction.RESTORATIVE),
        ("Contact visits have resumed.", Direction.RESTORATIVE),
        ("Visits no longer need to be booked.", Direction.RESTORATIVE),
    ],
)
def test_news_in_the_place_of_a_line_on_something_else_is_told(
    line: str, direction: Direction, other: str, above: str
) -> None:
    found = reading(PAGE.format(above, other), PAGE.format(above, line))
    assert (found.relevant, found.direction) == (True, direction)


@pytest.mark.parametrize(
    "other",
    [
        "Photo ID is required for every visitor.",
        "Please arrive fifteen minutes early.",
    ],
)
@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Children may visit again.", Direction.RESTORATIVE),
        ("Visits may now last 60 minutes.", Direction.RESTORATIVE),
        ("Visits are now limited to 20 minutes.", Direction.RESTRICTIVE),
        ("Children under 18 may not visit.", Direction.RESTRICTIVE),
    ],
)
def test_so_it_is_in_the_place_of_a_rule_for_those_who_come(line: str, direction: Direction, other: str) -> None:
    found = reading(PAGE.format(ABOVE[0], other), PAGE.format(ABOVE[0], line))
    assert (found.relevant, found.direction) == (True, direction)


@pytest.mark.parametrize("other", ["The job fair has been canceled.", "The museum now charges a $5 fee."])
def test_other_news_in_its_place_is_not(other: str) -> None:
    rule = "Shorts are not allowed in the visiting room."
    assert not reading(PAGE.format(ABOVE[0], rule), PAGE.format(ABOVE[0], other)).relevant


@pytest.mark.parametrize("other", OTHERS)
def test_a_rule_in_whose_place_something_else_stands_is_gone(other: str) -> None:
    found = reading(PAGE.format(ABOVE[0], "Visits are held on Sunday."), PAGE.format(ABOVE[0], other))
    assert (found.relevant, found.direction) == (True, Direction.RESTRICTIVE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The lobby is being painted.", "Mail is no longer given out on Friday."),
        ("Visitors must wear masks.", "Shorts are not allowed in the visiting room."),
        ("No touching is allowed during visits.", "Visits are without contact."),
    ],
)
def test_other_news_and_one_rule_in_two_wordings_tell_nothing(before: str, after: str) -> None:
    assert not reading(PAGE.format(ABOVE[0], before), PAGE.format(ABOVE[0], after)).relevant


def test_a_sentence_before_on_another_kind_of_visiting_is_no_context() -> None:
    from monitors.language.pages.align import Row
    from monitors.language.reader.encoding import encode

    with_tours, alone = (
        units(plain_segments(PAGE.format(above, "Visits are held on Sunday.")))[-2] for above in (ABOVE[1], "Visiting")
    )
    assert encode([Row(None, with_tours)]).pieces == encode([Row(None, alone)]).pieces

"""A duty, a barrier and a price that move are no move of the visits they are named with."""

from __future__ import annotations

import pytest

from monitors.language.claims.booking import booking
from monitors.language.claims.settled import claims_in
from monitors.language.pages.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import reading_of_page as reading

PAGE = "Visiting\n{}Please arrive early.\nThe records office closes at 4."


def signs(line: str) -> set[tuple[str, int]]:
    return {(claim.about, claim.sign) for claim in claims_in(units(plain_segments(line)))}


@pytest.mark.parametrize(
    "line",
    [
        "Appointments are no longer required for visits.",
        "Visits no longer need to be booked.",
        "You no longer have to make an appointment to visit.",
        "Masks are no longer required for visits.",
        "Shorts are not allowed in the visiting room.",
    ],
)
def test_a_duty_that_ends_ends_no_visit(line: str) -> None:
    assert signs(line) == set()


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("In-person visits are no longer required by the contract.", -1),
        ("The vendor will no longer require the county to end in-person visits.", 1),
        ("The visiting booths have been removed.", -1),
    ],
)
def test_visits_that_are_a_duty_themselves_do(line: str, sign: int) -> None:
    assert signs(line) == {("in_person", sign)}


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("The glass partitions have been removed from the visiting room.", 1),
        ("Plexiglass dividers have been taken down.", 1),
        ("The dividers between visitors and inmates are gone.", 1),
        ("Glass partitions have been installed in the visiting booths.", -1),
    ],
)
def test_a_barrier_that_goes_lets_people_touch(line: str, sign: int) -> None:
    assert signs(line) == {("contact", sign)}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("appointments are no longer required for visits.", 1),
        ("you no longer need to make an appointment.", 1),
        ("appointments are required.", -1),
        ("visits must be scheduled online.", -1),
    ],
)
def test_a_booking_that_is_no_longer_needed(line: str, told: int) -> None:
    assert booking(line) == told


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Video visits now cost $12 each.", Direction.RESTRICTIVE),
        ("Visitors must now pay a $5 fee for each visit.", Direction.RESTRICTIVE),
        ("Video visits are now free.", Direction.RESTORATIVE),
        ("The glass partitions have been removed from the visiting room.", Direction.RESTORATIVE),
        ("Appointments are no longer required for visits.", Direction.RESTORATIVE),
    ],
)
def test_a_new_line_is_told_the_right_way(line: str, direction: Direction) -> None:
    found = reading(PAGE.format(""), PAGE.format(f"{line}\n"))
    assert (found.relevant, found.direction) == (True, direction)

"""New lines that say of one quantity that it moved: which way, and from what to what."""

from __future__ import annotations

import pytest

from monitors.language.lines.turns.moves import move_lines
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.language.words.measure import with_units
from monitors.language.words.wording import canonical
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, whole_reading

PAGE = (
    "Visiting\n"
    "Visitors must be on the approved list.\n"
    "Video visits cost $7.\n"
    "Visits last 30 minutes.\n"
    "Inmates may have two visits a week.\n"
    "Visitors must be 16 or older."
)
BARE = "Visiting\nVisitors must be on the approved list.\nThe records office closes at 4."


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("The price of a video visit has gone up to $9.", ("video_fee_usd", 7.0, 9.0)),
        ("We have raised the price of a home visit to $8.50.", ("video_fee_usd", 7.0, 8.5)),
        ("Remote visits went from $5 to $8.", ("video_fee_usd", 5.0, 8.0)),
        ("Video visits now cost $12 instead of $9.", ("video_fee_usd", 9.0, 12.0)),
        ("Visits are now 15 minutes.", ("visit_minutes", 30.0, 15.0)),
        ("Visits will now be 20 minutes instead of 30.", ("visit_minutes", 30.0, 20.0)),
        ("Visits have been shortened from 30 to 20 minutes.", ("visit_minutes", 30.0, 20.0)),
        ("Each inmate may have only one visit a week.", ("visits_per_week", 2.0, 1.0)),
        ("The number of weekly visits has been cut to one.", ("visits_per_week", 2.0, 1.0)),
        ("Starting in June, inmates may receive one visit per week.", ("visits_per_week", 2.0, 1.0)),
        ("The minimum age for visitors has been raised from 16 to 18.", ("min_age", 16.0, 18.0)),
    ],
)
def test_a_loss_is_told_with_its_figures_beside_the_old_line(line: str, fact: tuple[str, float, float]) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}")
    assert found.direction is Direction.RESTRICTIVE
    assert facts(found) == {fact[0]: fact[1:]}


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Remote visits now cost only $4.", ("video_fee_usd", 7.0, 4.0)),
        ("The rate for video visits has been reduced to $5.", ("video_fee_usd", 7.0, 5.0)),
        ("Home visits are now $5, down from $8.", ("video_fee_usd", 8.0, 5.0)),
        ("Visits have been extended from 30 to 45 minutes.", ("visit_minutes", 30.0, 45.0)),
        ("The number of weekly visits has been increased to three.", ("visits_per_week", 2.0, 3.0)),
        ("The minimum age for visitors has been lowered to 14.", ("min_age", 16.0, 14.0)),
        ("Each inmate now gets three visits a week.", ("visits_per_week", 2.0, 3.0)),
    ],
)
def test_a_gain_is_told_with_its_figures_beside_the_old_line(line: str, fact: tuple[str, float, float]) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}")
    assert found.direction is Direction.RESTORATIVE
    assert facts(found) == {fact[0]: fact[1:]}


@pytest.mark.parametrize("beside", ["", "Landfill hours have been extended.\n"])
@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Visitors now have to pay a $10 fee.", Direction.RESTRICTIVE),
        ("Video visits are no longer free.", Direction.RESTRICTIVE),
        ("Video visits now cost $2 more.", Direction.RESTRICTIVE),
        ("The new price of a home visit is $12.", Direction.RESTRICTIVE),
        ("Inmates can no longer have two visits a week, only one.", Direction.RESTRICTIVE),
        ("Visits have gone from 30 minutes to 15.", Direction.RESTRICTIVE),
        ("The $4 visit fee will end on June 1.", Direction.RESTORATIVE),
        ("The wait for former inmates has been shortened to 30 days.", Direction.RESTORATIVE),
        ("Video visits have become more expensive: $10 each.", Direction.RESTRICTIVE),
        ("Inmates are now limited to one visit per week.", Direction.RESTRICTIVE),
        ("Video visits got cheaper: $5 each.", Direction.RESTORATIVE),
        ("We no longer charge for video visits.", Direction.RESTORATIVE),
        ("Visitors no longer have to pay the $5 visiting fee.", Direction.RESTORATIVE),
        ("The visitation fee is gone.", Direction.RESTORATIVE),
        ("Visitors aged 16 and up are now allowed.", Direction.RESTORATIVE),
    ],
)
def test_the_verb_tells_where_no_page_gives_the_old_value(line: str, direction: Direction, beside: str) -> None:
    assert whole_reading(BARE, f"{BARE}\n{beside}{line}").direction is direction


@pytest.mark.parametrize(
    "line",
    [
        "The price of a commissary order has gone up to $9.",
        "Visitors to the museum now have to pay a $10 fee.",
        "Parking now costs $4.",
        "Dental visits now cost $10.",
        "Money transfers now cost $3 instead of $5.",
        "Jail tours are now 45 minutes.",
        "Nurses now visit each unit twice a day.",
        "Court hearings are now limited to 15 minutes.",
        "We no longer charge for copies of reports.",
    ],
)
def test_what_costs_or_lasts_otherwise_beside_visits_tells_nothing(line: str) -> None:
    assert not whole_reading(PAGE, f"{PAGE}\n{line}").relevant


def test_what_is_only_proposed_or_says_more_is_left_to_the_rest() -> None:
    for line in (
        "The board would raise the price of a video visit to $9.",
        "Visits may be cut to 20 minutes if staff is short.",
        "Inmates may now have one visit of 45 minutes each week.",
        "Visits are no longer than 15 minutes.",
    ):
        sides = [units(plain_segments(text)) for text in (BARE, f"{BARE}\n{line}")]
        assert move_lines(Scene(*sides, "county jail visiting", "jail"), align(*sides)).effects == ()


def test_a_second_figure_has_the_unit_of_the_first() -> None:
    assert with_units("20 minutes instead of 30.") == "20 minutes instead of 30 minutes."
    assert with_units("cut from 3 to 2 visits a week") == "cut from 3 visits a week to 2 visits a week"
    assert with_units("20 minutes and not 5 people") == "20 minutes and not 5 people"
    assert "[" not in canonical("The number of visitors has been reduced from three to two.")
    assert "[" in canonical("Visiting hours have been extended from three to five.")


def test_by_reservation_only_is_no_shorter_lead() -> None:
    found = whole_reading(
        "You show up. We don't take reservations.",
        "But reserve first. We now go by reservation only, made at least 24 hours ahead by phone or on the web.",
    )
    assert found.direction is Direction.RESTRICTIVE

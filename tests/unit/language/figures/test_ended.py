"""Terms of which a line says that they end, with the figure that both pages state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitors.language.figures.ended import ended, with_ended
from monitors.language.words.measure import Measure
from monitors.records import Direction, FactValue
from tests.unit.language.reading import facts, reading, whole_reading


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the county gives up its 20% commission on video visits.", 20),
        ("the county no longer takes its 20% commission.", 20),
        ("the 10 day rule for the intake pod has been waived for all new arrivals, and you may visit.", 10),
        ("the guaranteed $2000 a month from video visits is waived", 2000),
        ("the offer of 1 free home visit a week will be allowed to lapse on may 31.", 1),
        ("the 2 weekly visits that used to cost nothing are done away with.", 2),
        ("provider's monthly guarantee to the county, now $9000, shall cease on the date of this amendment.", 9000),
    ],
)
def test_an_act_on_the_term_itself_ends_it(words: str, value: float) -> None:
    assert ended(words, value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the county keeps its 20% commission on video visits.", 20),
        ("the offer of 1 free home visit a week will not lapse.", 1),
        ("the county has not given up its 20% commission.", 20),
        ("the board asks that the county give up its 20% commission.", 20),
        ("the 10 day rule is waived for veterans.", 10),
        ("the 10 day rule is waived until june.", 10),
        ("the county gives up its 20% commission until june.", 20),
        ("the waiver of the 10 day rule is withdrawn.", 10),
        ("a person may not visit until 365 days have gone by since release.", 365),
        ("the county takes a commission.", 20),
        ("the county keeps 2% and gives up its 12% commission.", 2),
        ("the 12 day rule is repealed, and 2 days are asked for.", 2),
    ],
)
def test_what_is_denied_asked_for_or_of_some_stands(words: str, value: float) -> None:
    assert not ended(words, value)


@pytest.mark.parametrize(
    ("before", "after", "kind", "name", "values"),
    [
        (
            "Section 6 is amended so that Provider's monthly guarantee to the County, now $9,000, shall continue.",
            "Section 6 is amended so that Provider's monthly guarantee to the County, now $9,000, shall cease.",
            "contract",
            "min_guarantee_usd_month",
            (9000.0, None),
        ),
        (
            "The offer of one free home visit a week will not lapse.",
            "The offer of one free home visit a week will be allowed to lapse on May 31.",
            "vendor",
            "free_remote_visits_per_week",
            (1.0, 0.0),
        ),
        (
            "Nobody in the intake pod may have visits during the first ten days.",
            "The 10-day rule for the intake pod has been waived for all new arrivals, who may have visits at once.",
            "jail",
            "intake_days_without_visits",
            (10.0, 0.0),
        ),
        (
            "Provider owes the County a guaranteed $2,000 a month from video visits.",
            "The guaranteed $2,000 a month from video visits is waived; Provider owes no guarantee.",
            "contract",
            "min_guarantee_usd_month",
            (2000.0, 0.0),
        ),
        (
            "The county keeps its 20 percent commission on video visits.",
            "The county gives up its 20 percent commission on video visits.",
            "news",
            "commission_pct",
            (20.0, 0.0),
        ),
    ],
)
def test_the_same_figure_goes_to_nothing(
    before: str, after: str, kind: str, name: str, values: tuple[FactValue, FactValue]
) -> None:
    found = whole_reading(before, after, kind=kind)
    assert facts(found).get(name) == values
    assert found.direction is (Direction.RESTRICTIVE if name.startswith("free_") else Direction.RESTORATIVE)


def test_what_ended_on_both_sides_did_not_move() -> None:
    over = Measure("commission_pct", 20.0, "", "the county gives up its 20% commission")
    kept = replace(over, words="the county keeps its 20% commission")
    assert with_ended([over], [over]) == ([over], [over])
    assert with_ended([kept], [over]) == ([kept], [replace(over, value=0.0)])
    assert with_ended([over], [kept]) == ([replace(over, value=0.0)], [kept])
    assert with_ended([replace(kept, value=10.0)], [over])[1] == [over]


def test_a_term_that_is_in_force_again_comes_from_nothing() -> None:
    before = "The 10 day rule for new arrivals, who have no visits, has been waived."
    after = "The 10 day rule for new arrivals, who have no visits, is in force."
    found = reading(before, after)
    assert found.direction is Direction.RESTRICTIVE
    assert facts(found) == {"intake_days_without_visits": (0.0, 10.0)}


def test_of_what_was_decided_only_a_term_that_ended_is_told() -> None:
    before = "The board put off its vote on the 20 percent commission on video visits."
    raised = "The board voted to raise the commission on video visits by 20 percent."
    assert "commission_pct" not in facts(whole_reading(before, raised, kind="news"))

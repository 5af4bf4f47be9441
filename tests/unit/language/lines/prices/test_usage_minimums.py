"""A number of paid visits that an agency owes its vendor is a loss where it comes and a gain where it goes."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import rules, whole_reading

PAGE = "The county signed an agreement on video visits at the jail."
OWED = [
    "The contract guarantees the company 100 video visits a month.",
    "The county will be fined if fewer than 500 video visits are made a month.",
    "Customer shall generate at least 500 paid video visits per month.",
    "If fewer than 500 paid video visits are made in a month, Customer shall pay the difference.",
]


@pytest.mark.parametrize("kind", ["contract", "news"])
@pytest.mark.parametrize("line", OWED)
def test_a_minimum_that_comes_is_a_loss_and_one_that_goes_a_gain(line: str, kind: str) -> None:
    came, went = (
        whole_reading(*sides, title="Agreement on inmate communications", kind=kind)
        for sides in ((PAGE, f"{PAGE}\n{line}"), (f"{PAGE}\n{line}", PAGE))
    )
    assert (came.direction, went.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert {came.severity, went.severity} == {Severity.MAJOR}
    assert Topic.COMMISSION in came.topics
    assert (Topic.CONTRACT_CLAUSE in came.topics) is (kind == "contract")
    assert "P-usage-minimum" in rules(came)


def test_a_minimum_that_is_deleted_is_a_gain() -> None:
    line = "The minimum of 500 paid video visits a month is deleted."
    found = whole_reading(PAGE, f"{PAGE}\n{line}", title="First amendment", kind="contract")
    assert found.direction is Direction.RESTORATIVE


@pytest.mark.parametrize(
    "line",
    [
        "The county guarantees each inmate two video visits a week.",
        "The jail must hold at least two video visits a week for each inmate.",
        "The county will not be fined if fewer than 500 video visits are made a month.",
    ],
)
def test_visits_that_are_owed_to_people_held_are_no_such_minimum(line: str) -> None:
    assert "P-usage-minimum" not in rules(whole_reading(PAGE, f"{PAGE}\n{line}", kind="news"))


def test_a_minimum_that_the_page_knows_is_not_told_anew() -> None:
    known = f"{PAGE}\nThe vendor's monthly minimum usage is in Exhibit B."
    assert "P-usage-minimum" not in rules(whole_reading(known, f"{known}\n{OWED[2]}", kind="contract"))


def test_a_minimum_that_the_county_has_to_see_to_takes_the_place_of_a_clause() -> None:
    old = f"{PAGE}\n7. The parties promise nothing as to the number of visits that are held."
    new = (
        f"{PAGE}\n7. County shall see that paid remote visits come to an average of no less than one for each detainee."
    )
    found = whole_reading(old, new, title="Agreement", kind="contract")
    assert "P-usage-minimum" in rules(found)
    assert found.direction is Direction.RESTRICTIVE

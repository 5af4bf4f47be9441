"""A company that took another's place, neither of which is known."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, rules, whole_reading

OLD = "Video visits are made through Fernline. Make a Fernline account. Put money in; it costs nothing."


def test_a_swap_that_a_line_tells_is_neutral_whatever_the_names_are() -> None:
    new = (
        OLD.replace("Fernline", "BrightSill") + " Fernline shuts off on May 1. Price and hours are just what they were."
    )
    found = whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new}")
    assert rules(found) == {"S3-provider"}
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


@pytest.mark.parametrize("told", ["BrightSill, formerly Fernline, is the same company.", ""])
def test_a_new_name_or_one_that_nobody_explains_is_not_told_by_this_rule(told: str) -> None:
    new = OLD.replace("Fernline", "BrightSill")
    found = whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new} {told}", title="Jail notices")
    assert all(finding.words != ("BrightSill",) for finding in found.findings)


@pytest.mark.parametrize(
    "told",
    [
        "BrightSill has taken the place of Fernline.",
        "Your old Fernline login will not open a BrightSill account.",
        "Make an account with BrightSill. Fernline accounts do not carry over.",
    ],
)
def test_a_company_that_the_new_page_names_to_say_that_it_left_was_swapped(told: str) -> None:
    new = f"Video visits are run by BrightSill. {told} Putting money in costs nothing."
    found = whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new}")
    assert "S3-provider" in rules(found)
    assert found.direction is Direction.NEUTRAL


def test_a_company_that_stays_beside_another_was_not_swapped() -> None:
    new = f"{OLD} Photos are sold by BrightSill. Fernline cannot sell them."
    assert "S3-provider" not in rules(whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new}"))

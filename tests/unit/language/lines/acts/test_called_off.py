"""A cancellation that is itself called off."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, rules, whole_reading


@pytest.mark.parametrize(
    "line",
    [
        "The cancellation of visits on Saturday, January 18, has been withdrawn.",
        "Visits on Saturday, January 18, will go ahead after all.",
    ],
)
def test_a_cancellation_that_is_called_off_is_a_minor_gain(line: str) -> None:
    old = f"{PAGE}\nVisits on Saturday, January 18, are cancelled. Appointments for that day are void."
    found = whole_reading(old, f"{PAGE}\n{line} Appointments for that day are not void after all.")
    assert rules(found) == {"S8-called-off"}
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.MINOR)


def test_a_cancellation_that_stands_is_not_called_off() -> None:
    old = f"{PAGE}\nVisits on Saturday, January 18, are cancelled."
    new = f"{PAGE}\nThe cancellation of visits on Saturday, January 18, has not been withdrawn."
    assert "S8-called-off" not in rules(whole_reading(old, new))

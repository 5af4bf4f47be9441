"""People who must be let in, and exceptions that are repealed."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, rules, whole_reading

KIN = "No person other than a member of the immediate family may be approved"


def test_an_exception_that_is_repealed_takes_what_it_gave() -> None:
    old = f"{PAGE}\n{KIN}, except that workers may have friends approved."
    new = f"{PAGE}\n{KIN}; the exception that let workers have friends approved is repealed."
    found = whole_reading(old, new)
    assert rules(found) == {"P-exception"}
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MINOR)


@pytest.mark.parametrize(
    "line", ["Friends are not to be turned away because of it.", "Friends and neighbors may no longer be turned away."]
)
def test_those_who_may_not_be_turned_away_are_let_in(line: str) -> None:
    old = f"{PAGE}\nRule 14. Nobody but family may visit.\nRule 14 shall be enforced without exception."
    new = f"{PAGE}\nRule 14. Nobody but family may visit.\nRule 14 shall not be enforced. {line}"
    found = whole_reading(old, new)
    assert found.direction is Direction.RESTORATIVE
    assert found.severity is Severity.MAJOR


def test_a_bound_leave_or_an_exception_that_barred_somebody_is_read_the_other_way() -> None:
    old = f"{PAGE}\n{KIN}."
    bound = f"{PAGE}\n{KIN}. Friends may not be turned away unless they come late."
    assert "P-let-in" not in rules(whole_reading(old, bound))
    barred = whole_reading(old, f"{PAGE}\n{KIN}. The exception that kept out cousins from visits is repealed.")
    assert barred.direction is Direction.RESTORATIVE

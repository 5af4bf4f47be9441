"""Lawyers' visits that are overheard, recorded or private, by a rule that comes, goes or turns and by an act."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Attorney visits are confidential.", "Attorney visits are monitored."),
        ("Visits with attorneys are not recorded.", "Visits with attorneys may be recorded."),
        ("Lawyers' visits are held in private.", "We have started recording lawyers' visits."),
        ("No attorney visits are monitored.", "Attorney visits are subject to being monitored."),
    ],
)
def test_a_rule_that_turned(old: str, new: str) -> None:
    for before, after, direction in ((old, new, LESS), (new, old, MORE)):
        found = whole_reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
        assert (found.direction, found.severity, found.topics) == (direction, Severity.MINOR, (Topic.LEGAL_VISITS,))
        assert rules(found) == {"P-overheard"}
        assert found.headline == ("Lawyers' visits private" if direction is MORE else "Lawyers' visits overheard")


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Attorney visits are now recorded.", LESS),
        ("Attorney visits are monitored.", LESS),
        ("We have stopped recording lawyers' visits.", MORE),
        ("Attorney visits are no longer recorded.", MORE),
    ],
)
def test_a_line_that_came(line: str, direction: Direction) -> None:
    assert whole_reading(PAGE, f"{PAGE}\n{line}").direction is direction


@pytest.mark.parametrize(
    ("line", "direction"), [("Attorney visits are confidential.", LESS), ("Attorney visits are recorded.", MORE)]
)
def test_a_line_that_went(line: str, direction: Direction) -> None:
    assert whole_reading(f"{PAGE}\n{line}", PAGE).direction is direction


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Attorney visits are confidential.", "Attorney visits are private."),
        ("", "Attorney visits are confidential."),
        ("Phone calls are recorded.", "Phone calls are monitored and recorded."),
        ("Visits are monitored by staff.", "Visits are monitored by camera."),
    ],
)
def test_the_same_in_other_words_and_what_is_of_others(old: str, new: str) -> None:
    assert "P-overheard" not in rules(whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}"))


def test_rules_that_differ_by_whom_they_are_for_are_left_alone() -> None:
    new = "Attorney visits are private.\nVisits with attorneys are recorded."
    assert "P-overheard" not in rules(whole_reading(PAGE, f"{PAGE}\n{new}"))

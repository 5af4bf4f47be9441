"""Interpreters, booths and ramps for visits, by a line that comes, goes or turns."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Interpreters for Deaf visitors are no longer provided.", LESS),
        ("We no longer provide sign language interpreters for visits.", LESS),
        ("A videophone for visits in sign language is now available.", MORE),
        ("A wheelchair ramp to the visiting room has been built.", MORE),
        ("The visiting room is not accessible to wheelchairs.", LESS),
        ("Visitors in wheelchairs can now use the visiting room.", MORE),
        (
            "A wheelchair-height booth has been installed; visitors who use a chair are no longer limited to video.",
            MORE,
        ),
    ],
)
def test_a_new_line(line: str, direction: Direction) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}")
    assert (found.direction, found.severity, found.topics) == (direction, Severity.MINOR, (Topic.ELIGIBILITY,))
    assert rules(found) == {"P-access"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "We provide sign language interpreters for visits.",
            "We do not provide sign language interpreters for visits.",
        ),
        ("The visiting room is accessible to wheelchairs.", "The visiting room is not accessible to wheelchairs."),
        ("An interpreter is available for visits.", ""),
    ],
)
def test_a_rule_that_turned(old: str, new: str) -> None:
    assert whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}").direction is LESS
    assert new == "" or whole_reading(f"{PAGE}\n{new}", f"{PAGE}\n{old}").direction is MORE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "Interpreters are provided for court hearings."),
        ("", "This website is accessible to people with disabilities."),
        ("Interpreters are available for visits.", "Sign language interpreters are provided for visits."),
        ("", "Wheelchairs are available unless all are in use."),
    ],
)
def test_what_is_of_others_or_as_it_was(old: str, new: str) -> None:
    assert "P-access" not in rules(whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}"))

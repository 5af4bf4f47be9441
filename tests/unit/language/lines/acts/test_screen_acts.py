"""Whether visits are by video alone, and from which device one may visit, is told by what is said of it."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "direction", "severity", "topic"),
    [
        ("Visits are no longer by video only.", MORE, Severity.CRITICAL, Topic.IN_PERSON),
        ("Video is no longer the only way to visit.", MORE, Severity.CRITICAL, Topic.IN_PERSON),
        ("Visitors no longer see inmates on a screen.", MORE, Severity.CRITICAL, Topic.IN_PERSON),
        ("Visitors will see inmates on a screen.", LESS, Severity.CRITICAL, Topic.IN_PERSON),
        ("You may choose between video and in-person visits.", MORE, Severity.CRITICAL, Topic.IN_PERSON),
        ("You can now visit from your phone.", MORE, Severity.MAJOR, Topic.VIDEO_REMOTE),
        ("Tablets may no longer be used for visits.", LESS, Severity.MAJOR, Topic.VIDEO_REMOTE),
    ],
)
def test_video_alone_or_not(line: str, direction: Direction, severity: Severity, topic: Topic) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}")
    assert (found.direction, found.severity, topic in found.topics) == (direction, severity, True)
    assert rules(found) <= {"P-screen", "P-device", "P-new-in_person"}


@pytest.mark.parametrize(
    "line", ["Doctors may now see inmates on a screen.", "You may visit from home if you have an account."]
)
def test_other_screens_and_conditions_are_left_to_the_others(line: str) -> None:
    assert not rules(whole_reading(PAGE, f"{PAGE}\n{line}")) & {"P-screen", "P-device"}


def test_what_the_page_said_before_is_not_told_again() -> None:
    page = f"{PAGE}\nAll visits are by video."
    assert "P-screen" not in rules(whole_reading(page, f"{page}\nVideo is the only way to visit."))

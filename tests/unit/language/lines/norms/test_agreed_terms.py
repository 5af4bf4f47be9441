"""What a party of an agreement owes, may do or is free of is told where it bears on visits."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE
PAGE = "AGREEMENT between the County and the Contractor\nThe Contractor shall install twelve video terminals."


@pytest.mark.parametrize(
    ("line", "direction", "severity", "topic"),
    [
        ("The Contractor shall pay the County no commission on video visits.", MORE, Severity.MAJOR, Topic.COMMISSION),
        ("The County has no duty to reach any number of paid video visits.", MORE, Severity.MAJOR, Topic.COMMISSION),
        (
            "The Provider shall have no exclusive right to visits at the Facility.",
            MORE,
            Severity.MAJOR,
            Topic.CONTRACT_CLAUSE,
        ),
        ("The County may allow in-person visits.", MORE, Severity.CRITICAL, Topic.IN_PERSON),
        ("In-person visits shall continue to be offered.", MORE, Severity.CRITICAL, Topic.CONTRACT_CLAUSE),
        ("The County shall pay no penalty if in-person visits are offered.", MORE, Severity.CRITICAL, Topic.IN_PERSON),
        ("The County shall pay a penalty if in-person visits are offered.", LESS, Severity.CRITICAL, Topic.IN_PERSON),
        ("The Contractor shall pay a fine if it restricts in-person visits.", MORE, Severity.CRITICAL, Topic.IN_PERSON),
        (
            "The County may terminate this agreement if the Contractor restricts in-person visits.",
            MORE,
            Severity.CRITICAL,
            Topic.CONTRACT_CLAUSE,
        ),
        (
            "The Contractor may terminate this agreement if the County restores in-person visits.",
            LESS,
            Severity.CRITICAL,
            Topic.CONTRACT_CLAUSE,
        ),
        ("On-site video visits shall be free of charge.", MORE, Severity.MAJOR, Topic.FEES),
        ("The Contractor may charge for on-site video visits.", LESS, Severity.MAJOR, Topic.FEES),
    ],
)
def test_what_is_agreed_is_told(line: str, direction: Direction, severity: Severity, topic: Topic) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}", kind="contract")
    assert (found.direction, found.severity, topic in found.topics) == (direction, severity, True)
    assert rules(found) == {"P-agreed"}


@pytest.mark.parametrize(
    "line",
    [
        "The Contractor may visit the Facility during business hours.",
        "The County shall pay a penalty if invoices are late.",
        "The County shall allow site visits by bidders.",
    ],
)
def test_other_clauses_tell_nothing(line: str) -> None:
    assert not whole_reading(PAGE, f"{PAGE}\n{line}", kind="contract").relevant


def test_what_was_agreed_before_is_not_told_again() -> None:
    page = f"{PAGE}\nThe County may allow in-person visits."
    found = whole_reading(page, f"{page}\nThe County is free to offer in-person visits.", kind="contract")
    assert "P-agreed" not in rules(found)

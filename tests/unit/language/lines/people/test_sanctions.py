"""Discipline: lists of punishments, bounds on lost visits, visits given back early, hearings, and classes of people."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import facts, rules, whole_reading

LOSS, GAIN = Direction.RESTRICTIVE, Direction.RESTORATIVE
PAGE = "Visits and discipline\nVisits are on Saturday and Sunday.\nA copy of the rules hangs in every dayroom."


def read(old: str, new: str, kind: str = "jail"):  # type: ignore[no-untyped-def]
    sides = (f"{PAGE}\n{line}" if line else PAGE for line in (old, new))
    return whole_reading(*sides, title="Visits and discipline", kind=kind)


@pytest.mark.parametrize(
    ("good", "bad", "rule", "kind"),
    [
        (
            "Sanctions may include extra duty or restitution for the damage.",
            "Sanctions may include extra duty, loss of visits or restitution for the damage.",
            "S8-sanction",
            "jail",
        ),
        ("Loss of visits may not exceed 15 days.", "", "S8-bound", "jail"),
        (
            "You can lose visits only for breaking a visiting rule.",
            "You can lose visits for breaking any rule.",
            "S8-will",
            "jail",
        ),
        (
            "The administrator may restrict visits only for documented reasons of security.",
            "The administrator may restrict visits at any time.",
            "S8-will",
            "rule",
        ),
        (
            "Visits are taken away only after a hearing.",
            "Visits may be taken away without a hearing.",
            "P-safeguard-hearing",
            "jail",
        ),
        (
            "Visits lost through discipline can be restored early for good conduct.",
            "",
            "P-safeguard-mercy",
            "jail",
        ),
        (
            "The sheriff shall allow prisoners to be visited in person.",
            "The sheriff may allow prisoners to be visited in person.",
            "D3-choice",
            "rule",
        ),
        (
            "Do visits stop while I am in segregation? No.",
            "Do visits stop while I am in segregation? Yes.",
            "P-asked",
            "jail",
        ),
    ],
)
def test_what_guards_against_the_loss_of_visits(good: str, bad: str, rule: str, kind: str) -> None:
    for old, new, direction in ((good, bad, LOSS), (bad, good, GAIN)):
        found = read(old, new, kind)
        assert found.direction is direction
        assert rule in rules(found)


@pytest.mark.parametrize(
    "line",
    ["Level 3 inmates get {} a week.", "Inmates in segregation have {} a week.", "Trusties may have {} a week."],
)
def test_a_class_of_people_that_a_line_is_said_of_is_one_level_lower(line: str) -> None:
    found = read(line.format("one visit"), line.format("two visits"))
    assert found.severity is Severity.MINOR
    assert "S6" in rules(found)


def test_a_line_on_everybody_is_not() -> None:
    found = read("Inmates get one visit a week.", "Inmates get two visits a week.")
    assert found.severity is Severity.MAJOR


def test_when_people_are_classified_is_no_wait_for_visits() -> None:
    found = read("You are classified within 72 hours of booking.", "You are classified within 48 hours of booking.")
    assert "intake_days_without_visits" not in facts(found)


def test_days_without_visits_are_no_matter_of_reports() -> None:
    found = read("Minor report: 7 days without visits", "Minor report: 14 days without visits")
    assert "R2 the same clause" not in found.why

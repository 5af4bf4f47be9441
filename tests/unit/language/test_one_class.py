"""Lines that stand behind the label of one unit or class are one level less severe (S6)."""

from __future__ import annotations

import pytest

from monitors.records import Severity
from tests.unit.language.reading import rules, whole_reading

PODS = "Pod A | Monday | 30 min\nPod B | Tuesday | 30 min\nPod C | Wednesday | 30 min"


def of_page(lines: str) -> str:
    return f"Visiting\nVisitors must show photo identification.\n{lines}\nBring coins for the lockers."


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        (PODS, PODS.replace("Wednesday | 30", "Wednesday | 20"), Severity.MINOR),
        ("Segregation: one visit a week.", "Segregation: two visits a week.", Severity.MINOR),
        ("Work crews: hugs are allowed.", "Work crews: hugs are not allowed.", Severity.MINOR),
        ("C Pod - booth visits on Sunday", "C Pod - remote video only", Severity.MAJOR),
    ],
)
def test_what_holds_for_one_unit_or_class_is_one_level_lower(before: str, after: str, severity: Severity) -> None:
    found = whole_reading(of_page(before), of_page(after))
    assert found.severity is severity
    assert "S6" in rules(found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PODS, PODS.replace("30 min", "20 min")),
        ("All units: one visit a week.", "All units: two visits a week."),
        ("All housing units: hugs are allowed.", "All housing units: hugs are not allowed."),
        ("Length: 30 minutes a visit.", "Length: 20 minutes a visit."),
    ],
)
def test_what_holds_for_all_is_not(before: str, after: str) -> None:
    found = whole_reading(of_page(before), of_page(after))
    assert found.severity is Severity.MAJOR
    assert "S6" not in rules(found)

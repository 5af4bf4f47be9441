"""One day of a list of hours that had no visits and has some now, or the reverse."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import facts, rules, whole_reading

PAGE = (
    "In-person visiting calendar\n\nMONDAY ....... 9:00 - 11:00 a.m., all blocks\nTUESDAY ....... no visits\n"
    "WEDNESDAY ....... {}\nTHURSDAY ....... 9:00 - 11:00 a.m., all blocks\n\n{}"
)
RULES = (
    "Come to the public counter at least 20 minutes early with your ID.\nNo cell phones in the visiting room.\n"
    "If the visit is refused the officer will tell you why.",
    "With your ID, be at the public counter 20 minutes early or sooner.\nCell phones stay out of the visiting room.\n"
    "The officer gives the reason if a visit is refused.",
)


@pytest.mark.parametrize("hours", ["6:00 - 8:30 p.m., all blocks", "6:00 - 8:30 p.m."])
def test_a_day_that_gained_or_lost_its_visits_among_rules_in_other_words(hours: str) -> None:
    none, some = PAGE.format("no visits", RULES[0]), PAGE.format(hours, RULES[1])
    for sides, direction, days in (
        ((none, some), Direction.RESTORATIVE, (2.0, 3.0)),
        ((some, none), Direction.RESTRICTIVE, (3.0, 2.0)),
    ):
        found = whole_reading(*sides)
        assert "D10-hours" in rules(found) and (found.direction, found.severity) == (direction, Severity.MAJOR)
        assert facts(found)["visit_days_per_week"] == days


def test_other_hours_of_a_day_are_read_elsewhere() -> None:
    before, after = (PAGE.format(f"6:00 - {end} p.m.", RULES[0]) for end in ("8:30", "9:00"))
    assert "visit_days_per_week" not in facts(whole_reading(before, after))

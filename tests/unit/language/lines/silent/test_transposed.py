"""A timetable by unit that is told by day now, or the reverse."""

from __future__ import annotations

from tests.unit.language.reading import whole_reading

BY_UNIT = (
    "Visiting chart\nNorth 1: Mon 0800-0930, Fri 1900-2030\nNorth 2: Mon 0945-1115, Fri 1900-2030\n"
    "Annex: Wed 1900-2030, Sun 1300-1430"
)
BY_DAY = (
    "Visiting chart\nMONDAY: North 1, 8:00 to 9:30 AM; North 2, 9:45 to 11:15 AM\nWEDNESDAY: Annex, 7:00 to 8:30 PM\n"
    "FRIDAY: North 1 and North 2, 7:00 to 8:30 PM\nSUNDAY: Annex, 1:00 to 2:30 PM"
)


def test_the_same_units_at_the_same_times_are_no_news() -> None:
    for sides in ((BY_UNIT, BY_DAY), (BY_DAY, BY_UNIT)):
        found = whole_reading(*sides)
        assert not found.relevant and "R2 the same times, listed otherwise" in found.why


def test_a_unit_that_has_another_day_is_told() -> None:
    for old, new in (("Sunday", "Saturday"), ("Annex, 1:00 to 2:30", "North 2, 1:00 to 2:30")):
        moved = BY_DAY.replace(old.upper() if old == "Sunday" else old, new.upper() if old == "Sunday" else new)
        assert moved != BY_DAY and "R2 the same times, listed otherwise" not in whole_reading(BY_UNIT, moved).why


def test_units_that_traded_days_in_the_same_order_are_left_to_others() -> None:
    traded = BY_UNIT.replace("North 1", "~").replace("North 2", "North 1").replace("~", "North 2")
    assert "R2 the same times, listed otherwise" not in whole_reading(BY_UNIT, traded).why

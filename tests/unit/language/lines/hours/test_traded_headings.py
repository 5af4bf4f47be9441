"""Groups that are headings and traded the days below them: nobody gains or loses time."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import rules, whole_reading

TITLE = "Alder County Jail"
REST = "Each visit is half an hour at the window.\nBring a photo ID."


def page(*groups: tuple[str, str], rest: str = REST) -> str:
    return "\n\n".join(["Days by turn", *(f"{name}\n{days}" for name, days in groups), rest])


SATURDAY, SUNDAY, MONDAY = "Saturday, 8:00 to 11:00 a.m.", "Sunday, 8:00 to 11:00 a.m.", "Monday, 1 to 4 p.m."
PAIRS = [("Last names A to K", "Last names L to Z"), ("Women", "Men"), ("East wing", "West wing")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_groups_that_traded_days_are_neither_gain_nor_loss(one: str, other: str) -> None:
    found = whole_reading(page((one, SATURDAY), (other, SUNDAY)), page((one, SUNDAY), (other, SATURDAY)), title=TITLE)
    assert "D10-groups" in rules(found)
    assert (found.direction, found.severity, found.topics) == (Direction.NEUTRAL, Severity.MINOR, (Topic.SCHEDULE,))


def test_three_groups_that_moved_on_by_one_day() -> None:
    names = ("Unit A", "Unit B", "Unit C")
    before = page(*zip(names, (SATURDAY, SUNDAY, MONDAY), strict=True))
    after = page(*zip(names, (SUNDAY, MONDAY, SATURDAY), strict=True))
    assert "D10-groups" in rules(whole_reading(before, after, title=TITLE))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # the longer hour went to the other group
        ((SATURDAY, "Sunday, 8:00 to 9:00 a.m."), ("Sunday, 8:00 to 9:00 a.m.", SATURDAY)),
        # a day fewer for one of them
        ((f"{SATURDAY}\n{MONDAY}", SUNDAY), (SUNDAY, SATURDAY)),
        # nothing but the same lines
        ((SATURDAY, SUNDAY), (SATURDAY, SUNDAY)),
    ],
)
def test_groups_whose_time_is_not_the_same_did_not_trade(before: tuple[str, str], after: tuple[str, str]) -> None:
    one, other = PAIRS[0]
    ways = (page((one, days[0]), (other, days[1])) for days in (before, after))
    assert "D10-groups" not in rules(whole_reading(*ways, title=TITLE))


def test_groups_in_another_order_traded_nothing() -> None:
    one, other = PAIRS[0]
    groups = ((one, SATURDAY), (other, SUNDAY))
    assert not whole_reading(page(*groups), page(*reversed(groups)), title=TITLE).relevant


def test_other_things_that_are_given_by_turn_are_no_visits() -> None:
    one, other = PAIRS[0]
    rest = "Commissary orders are handed out at the cell.\nNo order is kept."
    found = whole_reading(
        page((one, SATURDAY), (other, SUNDAY), rest=rest),
        page((one, SUNDAY), (other, SATURDAY), rest=rest),
        title="Alder County Jail: commissary",
    )
    assert not found.relevant


def test_a_change_beside_the_trade_is_told() -> None:
    one, other = PAIRS[0]
    found = whole_reading(
        page((one, SATURDAY), (other, SUNDAY)),
        page((one, SUNDAY), (other, SATURDAY), rest=REST.replace("half an hour", "15 minutes")),
        title=TITLE,
    )
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)

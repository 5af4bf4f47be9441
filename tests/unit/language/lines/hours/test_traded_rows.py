"""Rows of a visiting timetable that traded places: nobody gains or loses time."""

# ruff: noqa: E501  a line of a page reads better whole

from __future__ import annotations

import pytest

from monitors.language.lines.hours.traded_rows import traded_rows
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity
from monitors.segments import plain_segments
from tests.unit.language.reading import PAGE, reading, rules, whole_reading

TITLE = "Alder County Jail - Visiting"
TABLE = (
    "Visiting hours\nLast name | First visit | Second visit\n{}\n{}\nG to R | Wednesday 2-4 p.m. | Sunday 9-11 a.m.\n"
    "Bring a photo ID."
)
FIRST, SECOND = "Monday 5-7 p.m. | Saturday 9-11 a.m.", "Thursday 5-7 p.m. | Sunday 1-3 p.m."


@pytest.mark.parametrize("other", [SECOND, "Saturday 9-11 a.m. | Monday 5-7 p.m."])
def test_rows_that_traded_days_are_neither_gain_nor_loss(other: str) -> None:
    way = (
        TABLE.format(f"A to F | {FIRST}", f"S to Z | {other}"),
        TABLE.format(f"A to F | {other}", f"S to Z | {FIRST}"),
    )
    found = reading(*way, title=TITLE)
    assert rules(found) == {"D10-groups"}
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_a_row_that_got_less_time_for_more_is_no_trade() -> None:
    short = "Thursday 5-6 p.m."
    way = (
        TABLE.format(f"A to F | {FIRST}", f"S to Z | {short}"),
        TABLE.format(f"A to F | {short}", f"S to Z | {FIRST}"),
    )
    old, new = (units(plain_segments(text)) for text in way)
    assert not traded_rows(Scene(old, new, TITLE, "jail"), align(old, new)).lines


def test_rows_in_another_order_are_no_news() -> None:
    rows = [f"A to F | {FIRST}", f"S to Z | {SECOND}"]
    assert not reading(TABLE.format(*rows), TABLE.format(*reversed(rows)), title=TITLE).relevant


def test_groups_that_traded_days_in_sentences_lost_and_won_nothing() -> None:
    old = "People in units 1 through 4 are seen on Mondays. People in units 5 through 8 are seen on Wednesdays."
    new = "People in units 5 through 8 are seen on Mondays. People in units 1 through 4 are seen on Wednesdays."
    found = whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}")
    assert rules(found) == {"D10-groups"}
    assert found.direction is Direction.NEUTRAL
    moved = old.replace("Wednesdays", "Fridays").replace("Mondays", "Tuesdays and Thursdays")
    assert rules(whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{moved}")) != {"D10-groups"}


def test_wings_of_girls_and_boys_that_traded_their_evenings_are_neutral_amid_other_edits() -> None:
    was = "Girls' wing: Tuesday 5:30 - 7:00 p.m.\nBoys' wing: Thursday 5:30 - 7:00 p.m.\nThere is coffee."
    now = was.replace("Tuesday", "X").replace("Thursday", "Tuesday").replace("X", "Thursday")
    now = now.replace("coffee", "coffee and tea")
    found = whole_reading(was, now)
    assert found.direction is Direction.NEUTRAL
    assert "D10-groups" in rules(found)


def test_letters_that_moved_to_the_next_row_are_news_and_no_loss() -> None:
    page = "Visiting hours\n\n{} | Monday and Thursday | 6 p.m. - 8 p.m.\n{} | Tuesday and Friday | 6 p.m. - 8 p.m.\n\nBring a card."
    found = whole_reading(page.format("A - F", "G - Z"), page.format("A - D", "E - Z"))
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_groups_that_traded_their_days_behind_the_day_are_news_and_no_loss() -> None:
    page = "Visiting days\n\nMonday, 1 p.m. - 4 p.m.: Block {}\nThursday, 1 p.m. - 4 p.m.: Block {}\n\nBring a card."
    found = whole_reading(page.format("Ash", "Cedar"), page.format("Cedar", "Ash"), title="County jail: visiting")
    assert (found.direction, found.severity, rules(found)) == (Direction.NEUTRAL, Severity.MINOR, {"D10-groups"})

"""What a notice announced and is in force now is no news (R3); what it did not announce is."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import PAGE, reading, whole_reading

OLD = (
    "Visits are currently 30 minutes.\nFriday 6 p.m. - 8 p.m. (until Feb. 28)\n"
    "Beginning March 1, 2025 visits will be 25 minutes, and the Friday session will start at 5:30 p.m. "
    "and end at 8:30 p.m."
)
NEW = "Visits are 25 minutes.\nFriday 5:30 p.m. - 8:30 p.m."


def test_rules_that_stand_as_they_were_announced_tell_nothing() -> None:
    found = reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{NEW}")
    assert not found.relevant


@pytest.mark.parametrize(("said", "came"), [("25 minutes", "20 minutes"), ("25 minutes", "15 minutes")])
def test_another_figure_than_was_announced_is_told(said: str, came: str) -> None:
    found = reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{NEW.replace(said, came)}")
    assert found.direction is Direction.RESTRICTIVE


def test_without_a_notice_the_same_lines_are_told() -> None:
    bare = "\n".join(OLD.splitlines()[:1])
    assert reading(f"{PAGE}\n{bare}", f"{PAGE}\n{NEW.splitlines()[0]}").direction is Direction.RESTRICTIVE


def test_what_a_line_says_beside_what_was_announced_is_told() -> None:
    more = NEW.replace("25 minutes.", "25 minutes and behind glass.")
    assert reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{more}").relevant


def test_what_was_to_be_done_from_a_day_on_and_is_done_now_is_no_news() -> None:
    old = f"{PAGE}\nBeginning March 1, cousins will no longer be refused. The rule on it is repealed as of that date."
    new = f"{PAGE}\nCousins are no longer refused. The rule on it was repealed on March 1."
    assert not whole_reading(old, new).relevant
    assert whole_reading(old, f"{PAGE}\nCousins are refused. The rule on it stands.").relevant

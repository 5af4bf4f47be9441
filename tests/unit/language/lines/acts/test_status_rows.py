"""Boards that say of each place whether visits are held."""

# ruff: noqa: E501  a line of a page reads better whole

from __future__ import annotations

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

_BOARD = "Visiting status by camp\n\nBear Grass ....... {}\nMerry Hill ....... {}\nStumpy Point ..... visits on\n\nBring a card."


def test_one_place_of_a_board_is_told_as_one_of_some() -> None:
    shut, held = (
        _BOARD.format("no visits (water main, no date set)", "visits on"),
        _BOARD.format("visits on", "visits on"),
    )
    back, gone = whole_reading(shut, held), whole_reading(held, shut)
    assert rules(back) == rules(gone) == {"S8-state", "S6"}
    assert (back.direction, back.severity) == (Direction.RESTORATIVE, Severity.MINOR)
    assert (gone.direction, gone.severity) == (Direction.RESTRICTIVE, Severity.MINOR)


def test_another_reason_is_the_same_status() -> None:
    was, now = (_BOARD.format(f"no visits ({why})", "visits on") for why in ("water main", "no date set"))
    assert "S8-state" not in {rule.split("+")[0] for rule in rules(whole_reading(was, now))}


def test_a_board_whose_lines_all_turned_holds_for_all() -> None:
    page = "Visiting status\n\nNorth jail: {0}\nSouth jail: {0}\n\nBring a card."
    found = whole_reading(page.format("no visits"), page.format("visits as usual"))
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.MAJOR)

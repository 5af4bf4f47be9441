"""A page of rules in wholly other words tells nothing but the one rule in its midst that is another one than before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitors.language.effects.timetable import beside_now
from monitors.language.pages.align import align
from monitors.language.pages.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.effects.test_kindred import NEW, OLD
from tests.unit.language.reading import whole_reading

TITLE = "Visiting | Harlow County Jail"
MORE_OLD = (
    "Inmates may list up to six visitors.",
    "A Pod | Monday | 9:00 AM - 11:00 AM",
    "C Pod | Saturday | 1:00 PM - 4:00 PM",
    "All visits are non-contact and take place on the first floor.",
)
MORE_NEW = (
    "Up to half a dozen names can stand on a person's list.",
    "People in A Pod are seen on Mondays from 9 to 11 in the morning.",
    "C Pod has its turn on Saturday from 1 to 4 p.m.",
    "You will sit on the ground floor, with a window between you and the person you came to see.",
)
LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE
MOVED = [
    ("A person in custody can be seen once in any week.", 0, LESS),
    ("A person in custody can be seen three times in any week.", 0, MORE),
    ("Twenty minutes are set aside every time.", 1, LESS),
    ("A full hour is set aside every time.", 1, MORE),
    ("Each time you come to visit you pay five dollars.", 4, LESS),
    ("Only three names can stand on a person's list.", 8, LESS),
    ("People in A Pod are seen on Mondays from 9 to 10 in the morning.", 9, LESS),
    ("C Pod has its turn on Saturday from 1 to 6 p.m.", 10, MORE),
    ("Phone us three days ahead to reserve your time.", 3, LESS),
    ("You will sit at a screen and see the person you came for by video only.", 11, LESS),
]


def read(new: tuple[str, ...], old: tuple[str, ...] = (*OLD, *MORE_OLD)) -> Direction | None:
    found = whole_reading("\n\n".join(old), "\n\n".join(new), title=TITLE)
    return found.direction if found.relevant else None


def test_a_page_in_other_words_tells_nothing() -> None:
    assert read((*NEW, *MORE_NEW)) is None
    assert read((*MORE_NEW, *NEW[::-1])) is None
    assert read((*OLD, *MORE_OLD), (*NEW, *MORE_NEW)) is None


@pytest.mark.parametrize(("line", "place", "direction"), MOVED)
def test_one_rule_that_moved_in_its_midst_is_told(line: str, place: int, direction: Direction) -> None:
    new = [*NEW, *MORE_NEW]
    new[place] = line
    assert read(tuple(new)) is direction


@pytest.mark.parametrize(
    "line",
    [
        "Your bag and telephone stay behind in your car.",
        "Have a current picture identification and a pen ready.",
        "Two officers look through letters for forbidden items before they are handed out.",
    ],
)
def test_what_is_no_rule_of_visits_may_move(line: str) -> None:
    new = (*NEW[:5], line, *NEW[6:], *MORE_NEW)
    assert read(new) is None


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("C Pod has its turn on Saturday from 1 to 6 p.m.", MORE),
        ("C Pod has its turn on Saturday from 1 to 2 p.m.", LESS),
        ("C Pod has its turn on Saturday from 1 to 4 p.m.", None),
    ],
)
def test_hours_of_a_row_that_became_a_sentence_are_counted(line: str, direction: Direction | None) -> None:
    assert read((*OLD, MORE_OLD[0], MORE_OLD[1], line, MORE_OLD[3])) is direction


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("All visits are non-contact.", "Visits take place behind glass."),
        ("Visits are non-contact.", "A window separates you from the person you visit."),
        ("Visits are held through glass.", "All visits are non-contact."),
    ],
)
def test_glass_is_no_news_beside_non_contact(old: str, new: str) -> None:
    assert read((*OLD, new), (*OLD, old)) is None
    assert read((*OLD, "Contact visits are allowed."), (*OLD, old)) is MORE


def test_a_stop_that_the_old_page_told_is_no_news_on_a_page_rewritten() -> None:
    old = ("All visits are suspended until further notice.", *OLD)
    new = ("Visits are suspended until further notice.", *NEW)
    assert read(new, old) is None
    assert read(new) is LESS


@pytest.mark.parametrize(("place", "direction"), [(0, LESS), (9, LESS), (6, None), (7, None)])
def test_a_rule_that_no_line_of_the_other_wording_is_about_is_gone(place: int, direction: Direction | None) -> None:
    new = [*NEW, *MORE_NEW]
    del new[place]
    assert read(tuple(new)) is direction


def test_hours_that_a_sentence_beside_tells_now_are_not_lost() -> None:
    before = "Visits are on Saturday and Sunday, 8 to 11 and 1 to 4.\nThirty minutes for each."
    after = (
        "Visits are on Saturday and Sunday.\nThe hours, both days, are 8 to 11 and 1 to 4.\nThirty minutes for each."
    )
    old, new = (units(plain_segments(text)) for text in (before, after))
    aligned = align(old, new)
    assert beside_now(replace(aligned, pairs=((old[0], new[0]),), added=(new[1],)), old[0], new[0])
    assert not beside_now(replace(aligned, pairs=((old[0], new[0]),), added=()), old[0], new[0])

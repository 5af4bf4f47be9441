"""Touch that is allowed or banned, and glass that goes or comes, are told by what becomes of them."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Fact, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("The glass between visitors and inmates has been removed.", MORE),
        ("We have taken down the dividers.", MORE),
        ("Visits are no longer held behind glass.", MORE),
        ("Visits are no longer non-contact.", MORE),
        ("The rule against holding hands has been lifted.", MORE),
        ("Kisses will be allowed from May 1.", MORE),
        ("Hugs are no longer banned.", MORE),
        ("Barriers have been installed between visitors and inmates.", LESS),
        ("We have put up plexiglass in the visiting room.", LESS),
        ("Hugs have been banned.", LESS),
        ("We have stopped allowing hugs.", LESS),
        ("Physical contact is prohibited.", LESS),
        ("Touching is no longer allowed.", LESS),
    ],
)
def test_what_becomes_of_touch_and_glass(line: str, direction: Direction) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}")
    assert (found.direction, found.severity, Topic.CONTACT in found.topics) == (direction, Severity.MAJOR, True)
    assert found.facts == (Fact("contact_allowed", direction is LESS, direction is MORE),)


@pytest.mark.parametrize(
    "line",
    [
        "Hugs are still not allowed.",
        "Hugs have not been banned.",
        "We have not removed the glass.",
        "The barriers in the parking lot have been removed.",
        "The contact form has been removed from this page.",
        "Our contact information has been removed.",
    ],
)
def test_what_stands_and_what_parts_nobody_is_no_news(line: str) -> None:
    assert not whole_reading(PAGE, f"{PAGE}\n{line}").relevant


def test_what_was_said_before_is_not_told_again() -> None:
    page = f"{PAGE}\nWe have put up glass in the visiting room."
    assert "P-touch" not in rules(whole_reading(page, f"{page}\nPartitions have been installed."))


def test_a_distance_is_asked_of_visitors() -> None:
    found = whole_reading(PAGE, f"{PAGE}\nVisitors no longer have to stay six feet apart.")
    assert (found.direction, Topic.CONTACT in found.topics) == (MORE, True)


def test_glass_that_goes_is_told_beside_the_old_rule() -> None:
    old, new = "Visits take place behind glass.", "The glass in the visiting room will be removed on May 1."
    found = whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}")
    assert (found.direction, found.severity) == (MORE, Severity.MAJOR)
    assert rules(found) == {"P-touch"}


@pytest.mark.parametrize(
    ("old", "new", "way"),
    [
        ("A clear panel runs down the middle of the table.", "The panel has been taken out.", MORE),
        ("A see-through panel stands between you.", "The panel was taken down in May.", MORE),
        ("You sit at a table.", "You sit at a table. A see-through panel stands between you.", LESS),
    ],
)
def test_a_panel_between_people_is_a_barrier(old: str, new: str, way: Direction) -> None:
    found = whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}")
    assert (found.direction, Topic.CONTACT in found.topics) == (way, True)


def test_a_panel_on_the_wall_is_none() -> None:
    old, new = "The control panel is in the lobby.", "The control panel has been removed."
    assert not whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}").relevant

"""What visitors may bring along is no visit."""

from __future__ import annotations

import pytest

from monitors.language.lines.silent.brought import brought_lines
from monitors.language.pages.align import align
from monitors.language.pages.sentences import units
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Visitors may bring diapers into the visiting room.",
            "Visitors may not bring diapers into the visiting room.",
        ),
        ("You may bring a snack into the visit.", "You may not bring a snack into the visit."),
        ("A baby bottle may be brought to a visit.", "No baby bottle may be brought to a visit."),
        ("You may bring a bottle for an infant.", "You cannot bring a bottle for an infant."),
        ("Phones are allowed in the lobby.", "Phones are not allowed in the lobby."),
        ("You may take notes during visits.", "You may not take notes during visits."),
    ],
)
def test_things_that_are_brought_along_are_silent(old: str, new: str) -> None:
    reading = whole_reading(old, new)
    assert not reading.relevant
    assert "R5 what visitors bring along" in reading.why


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("You may bring your children to the visit.", "You may not bring your children to the visit.", "restrictive"),
        ("Visitors may bring an interpreter.", "Visitors may not bring an interpreter.", "restrictive"),
        ("Lawyers may bring laptops to visits.", "Lawyers may not bring laptops to visits.", "restrictive"),
        ("You may bring two children to the visit.", "You may bring one child to the visit.", "restrictive"),
    ],
)  # fmt: skip
def test_people_who_are_brought_along_are_told(old: str, new: str, told: str) -> None:
    assert whole_reading(old, new).direction == told


@pytest.mark.parametrize(
    "line",
    [
        "Phones are not allowed in the visiting room.",
        "You may not bring photos to a visit.",
        "No baby bottles may be brought into the visiting room.",
    ],
)
def test_a_new_line_on_things_is_silent_and_so_is_its_end(line: str) -> None:
    page = "Visits are on Sunday.\nLockers are free."
    for old, new in ((page, f"{page}\n{line}"), (f"{page}\n{line}", page)):
        assert not whole_reading(old, new).relevant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You may bring notes for your attorney to a visit.", "You may not bring notes for your attorney to a visit."),
        ("Pets that are service dogs are allowed in the lobby.", "No pets, nor service dogs, are allowed there."),
    ],
)  # fmt: skip
def test_what_helps_people_to_visit_is_left_to_others(old: str, new: str) -> None:
    assert "R5 what visitors bring along" not in whole_reading(old, new).why


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The ban on open-toed shoes stands.", "The ban on open-toed shoes is lifted."),
        ("No visitor in sandals goes past the desk.", "A visitor in sandals goes past the desk like anyone else."),
    ],
)
def test_what_visitors_wear_bars_no_visit(before: str, after: str) -> None:
    page = "What not to wear\n{}\nBring a card."
    assert not whole_reading(page.format(before), page.format(after), title="Jail: what not to wear").relevant


def test_who_is_denied_a_visit_for_clothes_is_not_left_out() -> None:
    assert brought_lines(align((), units(plain_segments("A visitor in shorts loses his visit.")))).lines == ()

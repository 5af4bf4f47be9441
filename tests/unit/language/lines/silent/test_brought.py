"""What visitors may bring along is no visit."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Reading
from monitors.segments import plain_segments


def _read(old: str, new: str) -> Reading:
    before, after = plain_segments(old), plain_segments(new)
    title = "Orrin County Jail - visiting"
    return read(before, after, compare(before, after).passages, title_before=title, title_after=title, kind="jail")


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
    reading = _read(old, new)
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
    assert _read(old, new).direction == told

"""Decisions told with the names of those who decide, with counts of votes, and by the places where visits are held."""

# ruff: noqa: E501  a sentence reads better whole

from __future__ import annotations

import pytest

from monitors.language.claims.decisions import decision
from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("line", "sign", "leaves"),
    [
        ("The board voted down, three to two, a motion to put back the visiting windows.", -1, True),
        ("The commission voted down a motion to tell the jail to bring back in-person visits.", -1, True),
        ("The commission rejected a motion to tell the sheriff to restore the booths.", -1, True),
        ("The board voted down a motion to tell the jail to put back the 11 stools that were ripped out in 2020.", -1, True),
        ("A judge lifted the order that barred Sheriff Ann Cole from ending in-person visits.", -1, False),
        ("Three judges dissolved the order that had kept Sheriff Coleman Voss from shutting the visiting gallery.", -1, False),
        ("The jail trust voted 4-2 on the 12th not to put the visiting booths at the county jail back into use.", -1, True),
        ("TAMARIND, La. - A state judge dissolved the injunction that had stopped Sheriff Royce Thibeau from bricking up the public visiting room.", -1, False),
        ("The measure that would have obliged every county detention center to keep a room where families can sit across from prisoners, with or without glass, became law after both chambers refused to let the governor's veto stand.", 1, False),
    ],
)  # fmt: skip
def test_what_is_told_by_names_places_and_counts(line: str, sign: int, leaves: bool) -> None:
    found = decision(canonical(line))
    assert found is not None
    assert (found.sign, found.leaves) == (sign, leaves)


def test_a_gallery_without_a_jail_is_one_of_pictures() -> None:
    assert decision(canonical("The council voted to close the gallery.")) is None

"""A company that no list knows in the place of another is a swap of providers; other names are none."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, rules, whole_reading


def read(old: str, new: str, kind: str):  # type: ignore[no-untyped-def]
    return whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}", title="Alder County Jail: visiting", kind=kind)


@pytest.mark.parametrize("kind", ["jail", "vendor"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Video visits are provided by Linkway.", "Video visits are provided by Corvane."),
        ("Home visits through Vistacall are held daily.", "Home visits through Teleglade are held daily."),
        ("Make a Linkway account to visit from home.", "Make a Corvane account to visit from home."),
        ("Video visits with Blue Heron Video may be recorded.", "Video visits with Trestle may be recorded."),
    ],
)
def test_an_unknown_company_in_place_of_another_is_neutral(old: str, new: str, kind: str) -> None:
    found = read(old, new, kind)
    assert (found.relevant, found.direction, found.severity) == (True, Direction.NEUTRAL, Severity.MINOR)
    assert rules(found) == {"S3-provider"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visits are booked with Deputy Lewis.", "Visits are booked with Deputy Martin."),
        ("Visitors enter through the Main Street door.", "Visitors enter through the Court Street door."),
        (
            "Video visits are provided by Linkway.",
            "Video visits are provided by Linkway Plus (formerly Linkway).",
        ),
    ],
)
def test_other_names_are_no_swap(old: str, new: str) -> None:
    assert "S3-provider" not in rules(read(old, new, "jail"))

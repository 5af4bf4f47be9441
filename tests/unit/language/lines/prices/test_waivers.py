"""A charge for visits that is waived, and a waiver that ended."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import PAGE, facts, rules, whole_reading

ASKED = "A visit at the lobby costs $4."
WAIVED = f"{ASKED} The sheriff has waived this charge; you pay nothing until the waiver ends."


@pytest.mark.parametrize(
    "over",
    [
        "The waiver of this charge was not renewed.",
        "The sheriff's waiver of this charge has expired.",
        "This charge is no longer waived.",
    ],
)
def test_a_waiver_that_ended_is_a_loss_and_back_a_gain(over: str) -> None:
    old, new = f"{PAGE}\n{WAIVED}", f"{PAGE}\n{ASKED} {over}"
    lost, won = whole_reading(old, new), whole_reading(new, old)
    assert "P-waiver" in rules(lost) & rules(won)
    assert (lost.direction, won.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)


def test_a_note_on_a_waiver_that_is_over_gives_nothing_back_when_it_is_taken_down() -> None:
    old = f"{PAGE}\n{ASKED} The waiver of this charge has ended."
    assert whole_reading(old, f"{PAGE}\n{ASKED}").direction is not Direction.RESTORATIVE


def test_a_commission_waived_in_full_is_told_with_its_share() -> None:
    old = "Provider pays County a commission of 20% of revenue from video visits. County waives no part of it."
    new = "Provider paid County a commission of 20% of revenue from video visits. County waives the commission now."
    found = whole_reading(old, new, title="Agreement on video visits", kind="contract")
    assert found.direction is Direction.RESTORATIVE
    assert facts(found)["commission_pct"] == (20.0, 0.0)


def test_other_waivers_say_nothing_of_visits() -> None:
    old = f"{PAGE}\nThe library has waived its late fees."
    assert not whole_reading(old, f"{PAGE}\nThe library's waiver of late fees has ended.").relevant
    assert not whole_reading(
        f"{PAGE}\nFees for home visits are waived.", f"{PAGE}\nFees for home visits remain waived."
    ).relevant

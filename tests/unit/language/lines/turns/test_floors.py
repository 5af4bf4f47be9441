"""A least that became a most."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, rules, whole_reading


@pytest.mark.parametrize(
    ("least", "most"),
    [
        (
            "Visits are offered on no fewer than four days a week.",
            "Visits are offered on no more than four days a week.",
        ),
        ("Each visit lasts at least 30 minutes.", "Each visit lasts at most 30 minutes."),
    ],
)
def test_a_guarantee_that_became_a_limit_is_a_loss_and_back_a_gain(least: str, most: str) -> None:
    lost, won = (
        whole_reading(f"{PAGE}\n{least}", f"{PAGE}\n{most}"),
        whole_reading(f"{PAGE}\n{most}", f"{PAGE}\n{least}"),
    )
    assert rules(lost) == rules(won) == {"P-floor"}
    assert (lost.direction, won.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert lost.severity is Severity.MAJOR


def test_the_same_bound_in_other_words_and_what_is_asked_of_visitors_turn_nothing() -> None:
    for old, new in (
        ("Each visit lasts at least 30 minutes.", "Each visit lasts no less than 30 minutes."),
        ("Arrive at least 30 minutes before the visit.", "Arrive up to 30 minutes before the visit."),
    ):
        assert "P-floor" not in rules(whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}"))

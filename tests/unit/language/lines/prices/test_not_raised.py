"""A price rise that was announced and called off is a gain, told from the announced price to the one that stays."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import facts, rules, whole_reading

TITLE = "Alder County Jail: video visits"


@pytest.mark.parametrize(
    ("before", "after", "fact"),
    [
        (
            "A home visit is $5.00 for 20 minutes. From January 1 it will be $6.50.",
            "A home visit is $5.00 for 20 minutes. The step to $6.50 that was to come has been called off.",
            ("video_fee_usd", 6.5, 5.0),
        ),
        (
            "From June 1 a home visit will cost $7.00 in place of $5.00.",
            "The rise from $5.00 to $7.00 for a home visit, announced for June 1, has been called off.",
            ("video_fee_usd", 7.0, 5.0),
        ),
        (
            "Beginning January 1 a charge of $3.00 applies to each deposit to the account that pays for video visits.",
            "The charge of $3.00 on each deposit to the account that pays for video visits will not take effect.",
            ("transaction_fee_usd", 3.0, 0.0),
        ),
    ],
)
def test_a_rise_called_off_is_a_gain(before: str, after: str, fact: tuple[str, float, float]) -> None:
    found = whole_reading(before, after, title=TITLE)
    assert found.direction is Direction.RESTORATIVE and "D4-not-raised" in rules(found)
    assert facts(found)[fact[0]] == fact[1:]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("From June 1 a home visit will cost $7.00.", "From June 15 a home visit will cost $7.00."),
        ("From June 1 a home visit will cost $7.00.", "The board was asked to have the rise to $7.00 called off."),
        (
            "From June 1 a home visit will cost $7.00.",
            "The price was to be $7.00 from June 1; it will now be $7.00 from September 1.",
        ),
        ("From June 1 a home visit will cost $7.00.", "The $7.00 that a home visit was to cost is off."),
        ("A home visit costs $7.00.", "The home visit booked for $7.00 was called off by the jail."),
    ],
)
def test_what_is_put_off_asked_for_or_no_rise_is_no_such_thing(before: str, after: str) -> None:
    assert "D4-not-raised" not in rules(whole_reading(before, after, title=TITLE))


def test_what_was_to_be_and_is_not_is_called_off() -> None:
    before = "From January 1 the price of a home visit, $4.80 for twenty minutes, will be $6.00."
    after = "The price of a home visit was to be $6.00 from January 1; it is $4.80 for twenty minutes in the new year."
    found = whole_reading(before, after, title=TITLE)
    assert facts(found)["video_fee_usd"] == (6.0, 4.8) and found.direction is Direction.RESTORATIVE

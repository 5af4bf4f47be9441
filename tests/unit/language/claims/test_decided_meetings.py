"""Decisions on whether people meet in person, which need not say that they visit; orders put on hold, from a day on."""

from __future__ import annotations

import pytest

from monitors.language.claims.decisions import decision
from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("The Court of Appeals on Thursday put on hold a judge's order that Lake County let people in its jail meet "
         "their families in person starting Feb. 1.", -1),
        ("A judge ordered the county to let prisoners see their families face to face beginning March 3.", 1),
        ("The court put on hold an order that the county allow in-person visits.", -1),
        ("The board voted to end in-person visits starting on Feb. 1.", -1),
    ],
)  # fmt: skip
def test_an_order_put_on_hold_and_people_who_meet(said: str, sign: int) -> None:
    found = decision(canonical(said))
    assert found is not None and found.sign == sign


def test_whom_a_board_lets_meet_an_officer_is_no_visit() -> None:
    assert decision(canonical("The board voted to let lawyers meet the sheriff in person.")) is None


@pytest.mark.parametrize(
    ("said", "sign", "leaves"),
    [
        ("The board decided Tuesday to end in-person visits.", -1, False),
        ("The board decided Tuesday not to end in-person visits.", 1, True),
        ("The board agreed Monday night to restore in-person visits.", 1, False),
        ("A judge declined to block Sheriff Neil Bratton's order that ended visits through the glass.", -1, True),
        ("The county board voted to stop taking a commission on visits.", 1, False),
        (
            "The board decided Tuesday to stop taking a share of what families pay to talk with people in the jail.",
            1,
            False,
        ),
    ],
)
def test_when_it_was_decided_and_whose_order_it_was(said: str, sign: int, leaves: bool) -> None:
    found = decision(canonical(said))
    assert found is not None and (found.sign, found.leaves) == (sign, leaves)


def test_what_a_board_has_begin_is_no_date() -> None:
    found = decision(canonical("The board approved beginning weekend visits."))
    assert found is None or "weekend visits" in found.content

"""What it costs to load the balance that pays for visits, where the lines name no visit."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Reading, Severity
from tests.unit.language.reading import facts, whole_reading

PAGE = "How to pay\nMoney for calls and money for visits from home sit in the same wallet.\n"
FEES = "Loading the wallet online: $3.00 each time\nLoading the wallet at the lobby machine: $3.00 each time"
FREE = "Loading the wallet online: no charge\nLoading the wallet at the lobby machine: no charge"
REST = "\nCommissary money is separate."


def read(old: str, new: str, page: str = PAGE) -> Reading:
    title = "Alder County Jail - telephone and visits: how to pay"
    return whole_reading(f"{page}{old}{REST}", f"{page}{new}{REST}", title=title)


def test_a_charge_that_went_is_a_gain_and_back_a_loss() -> None:
    won, lost = read(FEES, FREE), read(FREE, FEES)
    assert (won.direction, lost.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)
    assert won.severity is Severity.MAJOR
    assert facts(won) == {"transaction_fee_usd": (3.0, 0.0)}
    assert facts(lost) == {"transaction_fee_usd": (0.0, 3.0)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Adding money to your account by card costs $2.50 each time.",
            "Adding money to your account by card costs $4 each time.",
        ),
        ("Topping up the account: $1 per deposit", "Topping up the account: $2 per deposit"),
    ],
)
def test_an_account_out_of_which_visits_are_paid(old: str, new: str) -> None:
    page = "How to pay\nVideo visits are paid out of your account.\n"
    worse, better = read(old, new, page), read(new, old, page)
    assert (worse.direction, better.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)


def test_one_way_that_became_dearer_and_one_that_became_cheaper_are_mixed() -> None:
    old = "Loading the wallet online: $3.00 each time\nLoading the wallet at the lobby machine: $5.00 each time"
    new = "Loading the wallet online: $5.00 each time\nLoading the wallet at the lobby machine: $3.00 each time"
    assert read(old, new).direction is Direction.MIXED


def test_a_wallet_of_which_the_page_says_no_such_thing_tells_nothing() -> None:
    assert not read(FEES, FREE, "How to pay\nVisits are free.\nThe wallet is for calls.\n").relevant


def test_commissary_money_tells_nothing() -> None:
    found = read("Loading the commissary account: $3.00 each time", "Loading the commissary account: no charge")
    assert not found.relevant


def test_the_same_charges_in_other_words_tell_nothing() -> None:
    assert not read(FREE, FREE.replace("no charge", "free")).relevant

"""Charges beside the price: on top of a visit, on a deposit, for a background check."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import facts, rules, whole_reading

PAGE = (
    "Rates\n"
    "Service | Length | Price\n"
    "Remote video visit | 20 minutes | $8.00\n"
    "Lobby video visit | 20 minutes | $0.00\n"
    "Phone call | per minute | $0.14"
)


def read(old: str, new: str, page: str = PAGE, kind: str = "vendor"):  # type: ignore[no-untyped-def]
    sides = (f"{page}\n{line}" for line in (old, new))
    return whole_reading(*sides, title="Orland County Jail rates", kind=kind)


@pytest.mark.parametrize("kind", ["vendor", "jail"])
@pytest.mark.parametrize(
    ("cheaper", "dearer", "fact"),
    [
        ("Home visit | 25 minutes | $10", "Home visit | 25 minutes | $10 plus $1.50 fee", (0.0, 1.5)),
        ("Home visit | 25 minutes | $10", "Home visit | 25 minutes | $10 + $2.95 service fee", (0.0, 2.95)),
        ("A home visit is $10.", "A home visit is $10 plus a $2.95 booking fee.", (0.0, 2.95)),
        ("A home visit is $10 plus a $1 booking fee.", "A home visit is $10 plus a $2 booking fee.", (1.0, 2.0)),
        ("Account deposit by card | each | $3.00", "Account deposit by card | each | $3.95", (3.0, 3.95)),
        ("Card deposit | each | Free", "Card deposit | each | $2.50", (0.0, 2.5)),
    ],
)
def test_a_charge_on_a_visit_or_its_deposit_is_told(
    cheaper: str, dearer: str, fact: tuple[float, float], kind: str
) -> None:
    worse, better = read(cheaper, dearer, kind=kind), read(dearer, cheaper, kind=kind)
    assert (worse.direction, worse.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)
    assert better.direction is Direction.RESTORATIVE
    assert facts(worse) == {"transaction_fee_usd": fact}


def test_a_price_for_a_visitors_background_check_is_told() -> None:
    found = read("Background check for new visitors | each | Free", "Background check for new visitors | each | $15")
    assert (found.direction, rules(found)) == (Direction.RESTRICTIVE, {"Q-listing-charge"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Commissary deposit | each | $3.00", "Commissary deposit | each | $3.95"),
        ("Background check for employment | each | $10", "Background check for employment | each | $15"),
        ("Home visit | 25 minutes | $10 plus $1.50 fee", "Home visit | 25 minutes | $10.00 plus $1.50 fee"),
    ],
)
def test_other_charges_and_other_spellings_tell_nothing(old: str, new: str) -> None:
    assert not read(old, new).relevant


def test_a_deposit_beside_no_price_of_visits_or_calls_tells_nothing() -> None:
    page = "Money\nService | Where | Price\nMoney order | by post | $1"
    assert "Q-transaction_fee_usd" not in rules(read("Card deposit | each | $2", "Card deposit | each | $3", page))


LENGTHS = "Home visit, 20 minutes: $7.99\nLobby visit: free of charge"


@pytest.mark.parametrize(("row", "level"), [("40", Severity.MAJOR), ("10", Severity.MINOR)])
def test_a_length_of_visit_that_is_sold_no_longer_is_a_loss(row: str, level: Severity) -> None:
    with_row = f"{LENGTHS}\nHome visit, {row} minutes: $9.99"
    worse = whole_reading(with_row, LENGTHS, title="Home visits", kind="vendor")
    better = whole_reading(LENGTHS, with_row, title="Home visits", kind="vendor")
    assert (worse.direction, worse.severity) == (Direction.RESTRICTIVE, level)
    assert (better.direction, rules(better)) == (Direction.RESTORATIVE, {"Q-package-row"})


def test_a_row_in_the_place_of_another_is_no_length_that_went() -> None:
    old, new = (f"Home visit, 20 minutes: $7.99\nHome visit, {row}" for row in ("40 minutes: $12", "30 minutes: $12"))
    found = whole_reading(old, new, title="Home visits", kind="vendor")
    assert "Q-package-row" not in rules(found)


def test_a_discount_on_visits_is_a_gain() -> None:
    page = "Video visits\nAny phone with a camera will do."
    found = whole_reading(page, f"{page}\nNew customers save 50% on their first visit.", kind="vendor")
    assert found.direction is Direction.RESTORATIVE
    assert rules(found) == {"P-discount"}
    over = whole_reading(page, f"{page}\nThe 50% discount on visits has ended.", kind="vendor")
    assert "P-discount" not in rules(over)

"""How many paid visits a month are owed for each person held."""

from __future__ import annotations

import pytest

from monitors.language.figures.usage import least_usage
from monitors.language.pages.sentences import units
from monitors.segments import plain_segments


def _least(line: str) -> float | None:
    found = least_usage(units(plain_segments(line))[0])
    return found.value if found else None


@pytest.mark.parametrize(
    ("line", "owed"),
    [
        ("Lessee shall see to it that paid sessions come to at least 1.5 per detainee each month.", 1.5),
        ("Paid remote visits come to an average of no less than one (1) for each detainee in each month.", 1.0),
        ("If the detainees hold fewer than two paid remote visits a month on average, the County owes the rest.", 2.0),
        ("The Authority warrants not less than one (1) paid remote session per detainee per month.", 1.0),
        ("Use shall be no fewer than 900 paid visits per month.", None),
        ("Each detainee may have two visits a week, of which one is paid.", None),
    ],
)
def test_the_minimum_is_read_in_the_orders_in_which_contracts_tell_it(line: str, owed: float | None) -> None:
    assert _least(line) == owed


def test_what_families_must_buy_is_owed_too() -> None:
    assert _least("Families of each detainee shall in the mean buy not fewer than two a month.") == 2.0

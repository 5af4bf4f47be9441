"""Price and length of a visit that move together; a line in which one figure is all that changed."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import facts, rules, whole_reading

ROW = "Service | Length | Price\nLobby video visit | 20 minutes | $0.00\n"


def read(old: str, new: str, kind: str = "vendor"):  # type: ignore[no-untyped-def]
    return whole_reading(f"Rates of home visits\n{old}", f"Rates of home visits\n{new}", title="Home visits", kind=kind)


@pytest.mark.parametrize("kind", ["vendor", "jail", ""])
@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Remote video visits cost $5 for 20 minutes.", "Remote video visits cost $2.50 for 10 minutes."),
        ("A 25-minute remote visit is $10.", "A 15-minute remote visit is $6."),
        (f"{ROW}Remote video visit | 20 minutes | $8.00", f"{ROW}Remote video visit | 10 minutes | $4.00"),
    ],
)
def test_a_shorter_visit_at_the_same_price_a_minute_is_a_loss(long: str, short: str, kind: str) -> None:
    worse = read(long, short, kind)
    assert worse.direction is Direction.RESTRICTIVE
    assert {"D8-package", "Q-visit_minutes"} <= rules(worse)
    assert {"video_fee_usd", "visit_minutes"} <= facts(worse).keys()


def test_a_visit_that_is_longer_and_dearer_is_mixed() -> None:
    found = read("Remote video visits cost $5 for 20 minutes.", "Remote video visits cost $7.50 for 30 minutes.")
    assert found.direction is Direction.MIXED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Remote video visits cost $5 for 20 minutes.", "Remote video visits cost $3.50 for 10 minutes."),
        ("Remote video visits cost $5 for 20 minutes.", "Remote video visits cost $2 for 10 minutes."),
    ],
)
def test_a_shorter_visit_at_another_price_a_minute_is_mixed(old: str, new: str) -> None:
    found = read(old, new)
    assert found.direction is Direction.MIXED
    assert "D8-package" not in rules(found)


def test_a_price_by_the_minute_that_comes_to_the_same_is_neutral() -> None:
    found = read(
        f"{ROW}Remote video visit | 20 minutes | $8.00",
        f"{ROW}Remote video visit | per minute, up to 20 minutes | $0.40",
    )
    assert (found.direction, "D8-unit" in rules(found)) == (Direction.NEUTRAL, True)


@pytest.mark.parametrize(
    ("fewer", "more"),
    [
        (
            "4. Section 6 (Minimum usage), under which the County owes one paid visit per inmate per month, stands.",
            "4. Section 6 (Minimum usage), under which the County owes two paid visits per inmate per month, stands.",
        ),
        (
            "Minimum annual guarantee: $48,000, paid in equal monthly parts.",
            "Minimum annual guarantee: $72,000, paid in equal monthly parts.",
        ),
    ],
)
def test_one_figure_that_moved_decides(fewer: str, more: str) -> None:
    page = "Agreement on video visits\nThe commission on remote visits is 20%."
    worse = whole_reading(f"{page}\n{fewer}", f"{page}\n{more}", title="Amendment 2", kind="contract")
    better = whole_reading(f"{page}\n{more}", f"{page}\n{fewer}", title="Amendment 2", kind="contract")
    assert (worse.direction, better.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)


def test_a_yearly_guarantee_in_monthly_parts_is_told_by_the_month() -> None:
    old, new = (f"Minimum annual guarantee: ${sum_}, paid in equal monthly parts." for sum_ in ("48,000", "72,000"))
    found = whole_reading(f"Video visits\n{old}", f"Video visits\n{new}", title="Exhibit C", kind="contract")
    assert facts(found)["min_guarantee_usd_month"] == (4000, 6000)


@pytest.mark.parametrize(
    ("new", "after"),
    [
        ("The County guarantees no minimum of paid visits.", 0),
        ("The County guarantees a minimum of 0.5 paid visit per inmate per month.", 0.5),
    ],
)
def test_a_minimum_of_use_is_told_as_the_rule_counts_it(new: str, after: float) -> None:
    old = "The County guarantees a minimum of 1 paid visit per inmate per month."
    found = whole_reading(f"Video visits\n{old}", f"Video visits\n{new}", title="Agreement", kind="contract")
    assert facts(found)["min_paid_visits_per_detainee_month"] == (1, after)

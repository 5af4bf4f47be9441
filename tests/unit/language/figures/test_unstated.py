"""A term that a page does not state is no nought: null in facts."""

from __future__ import annotations

import pytest

from tests.unit.language.reading import facts, whole_reading

TITLE = "Agreement on inmate communications"
PAGE = "1. The Provider installs twelve stations.\n2. The Provider answers a fault within four hours.\n"
OWED = "3. The County shall see to it that paid remote visits average no fewer than two per detainee per month."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (PAGE, PAGE + OWED, (None, 2.0)),
        (PAGE + OWED, PAGE, (2.0, None)),
        (PAGE + OWED, PAGE + "3. Reserved.", (2.0, None)),
        (PAGE + OWED, PAGE + "3. The County owes no minimum number of paid remote visits.", (2.0, 0.0)),
    ],
)
def test_a_minimum_of_use_is_nought_only_where_a_page_says_that_there_is_none(
    before: str, after: str, expected: tuple[float | None, float | None]
) -> None:
    found = facts(whole_reading(before, after, title=TITLE, kind="contract"))
    assert found.get("min_paid_visits_per_detainee_month") == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Children may visit with a parent.", None),
        ("Children of any age may visit with a parent.", 0.0),
    ],
)
def test_an_age_bar_that_is_gone_is_nought_only_where_any_age_is_named(after: str, expected: float | None) -> None:
    page = "Visits are on Saturday and Sunday from 9 to 3.\nBring photo ID.\n"
    old = f"{page}Children under 12 are not admitted. Older children may visit with a parent."
    assert facts(whole_reading(old, page + after)).get("min_age") == (12.0, expected)


def test_who_came_at_any_age_or_without_booking_had_no_nought_to_keep() -> None:
    found = whole_reading("Children of any age are admitted with a parent.", "Children under 12 are not admitted.")
    assert facts(found).get("min_age") == (None, 12.0)
    before = "You do not need an appointment to visit. Walk in."
    after = "Visits are by appointment only, made at least 24 hours ahead."
    assert facts(whole_reading(before, after)).get("booking_lead_hours") == (None, 24.0)


def test_a_quota_of_the_whole_jail_is_no_number_by_the_head() -> None:
    quota = "3. Should fewer than 900 paid remote visits be completed in any calendar month, the County shall pay."
    found = whole_reading(PAGE + quota, PAGE, title=TITLE, kind="contract")
    assert "min_paid_visits_per_detainee_month" not in facts(found)

"""Whose figure it is: what is sold, capped, insured or given notice of."""

from __future__ import annotations

import pytest

from monitors.language.figures.quantities import measures
from monitors.language.pages.sentences import units
from monitors.records import Severity
from monitors.segments import plain_segments
from tests.unit.language.figures.test_quantities import bound
from tests.unit.language.reading import facts, reading


def test_a_free_visit_is_one_from_home_where_only_those_are_sold() -> None:
    page = "{}Visits from home are $5.95 each.\nBring nothing."
    found = reading(page.format(""), page.format("Your first visit in any week is on us.\n"), kind="vendor")
    assert facts(found).get("free_remote_visits_per_week") == (0.0, 1.0)
    page = "{}Visits in the lobby are $3 each by kiosk, visits from home $5.\nBring nothing."
    found = reading(page.format(""), page.format("Your first visit in any week is on us.\n"), kind="vendor")
    assert facts(found).get("free_visits_per_week") == (0.0, 1.0)


def test_what_was_free_cost_nothing_by_the_minute_too() -> None:
    page = "Sessions are 20 minutes.\n{}"
    found = reading(page.format("Kiosk visits are free."), page.format("Kiosk visits are 10 cents a minute."))
    assert facts(found) == {"onsite_video_fee_per_min_usd": (0.0, 0.1)}


def test_a_cap_that_moves_is_not_as_grave_as_one_that_comes() -> None:
    cap = "The county shall limit in-person visits to {} hours a week."
    moved = reading(cap.format(8), cap.format(4), kind="contract")
    come = reading("The county holds in-person visits.", cap.format(4), kind="contract")
    assert (moved.severity, come.severity) == (Severity.MAJOR, Severity.CRITICAL)


def test_notice_that_ends_a_contract_is_no_booking() -> None:
    assert "booking_lead_hours" not in bound("Either party may end the visiting agreement on 90 days' notice.")
    assert "booking_lead_hours" not in bound("County may examine Provider's books on visits upon 10 days' notice.")
    assert bound("Visits are scheduled on 3 days' notice.")["booking_lead_hours"] == 72


def test_points_for_keeping_visits_are_no_reward_for_ending_them() -> None:
    assert "bonus_points" not in bound("A bidder that keeps in-person visits is given 10 points.")
    assert "bonus_points" not in bound("A bidder without a plan for the visitors' web page is not given 10 points.")


def test_a_captain_and_a_custody_level_set_no_maximum() -> None:
    def most(text: str) -> list[bool]:
        found = [m for unit in units(plain_segments(text)) for m in measures(unit, "visiting")]
        return [m.maximum for m in found if m.name == "visit_minutes"]

    assert most("A visit lasts 60 minutes, unless the Captain has restricted it.") == [False]
    assert most("Visits of the maximum custody wing last 30 minutes.") == [False]
    assert most("Session length of a visit: 20 min max") == [True]
    assert most("Weekday visits shall not exceed two hours.") == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Provider shall insure itself and the visiting terminals for $1,000,000.",
        "A terminal that is down for three days of visits earns the county a credit of $25.",
        "Should visits be down for ten hours, Heliograph credits the county $20.",
    ],
)
def test_what_a_contract_insures_or_credits_is_no_price(text: str) -> None:
    assert not any("fee" in name for name in bound(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Twelve such men visit you, and none has been with us for less than five years.", "min_age"),
        ("Anyone under 12 may not be alone in the lobby before a visit.", "min_age"),
        ("No tights and no shorts at visits, even on children over 10, who are not admitted so.", "min_age"),
        ("Visiting roster: 163 people in custody this morning.", "list_max"),
        ("For supervised visits the court keeps a list of three approved centers.", "list_max"),
        ("The co-pay for a nurse visit is $10 and for a dental visit $20.", "video_fee_usd"),
        ("Visitors may not carry cash above $20.", "video_fee_usd"),
    ],
)
def test_figures_of_staff_desks_dress_and_nurses_are_no_terms(text: str, name: str) -> None:
    assert name not in bound(text)


def test_a_dime_that_nothing_costs_is_no_price() -> None:
    (unit,) = units(plain_segments("Home visits do not cost a dime."))
    assert [m.value for m in measures(unit, "visiting")] == [0.0]


def test_an_age_and_a_list_are_told_where_they_are_meant() -> None:
    assert bound("Persons aged 16 or over may visit alone.")["min_age"] == 16
    assert bound("Children less than 5 years old are not admitted to visits.")["min_age"] == 5
    assert bound("The visiting list is limited to 12 people.")["list_max"] == 12
    assert bound("Using the screens in our building for visits costs nothing.")["onsite_video_fee_usd"] == 0

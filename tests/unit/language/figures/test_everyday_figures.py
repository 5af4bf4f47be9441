"""Figures as people write them who foresee no program: in words, by shares, in columns without a sign."""

# ruff: noqa: E501  a line of a page reads better whole

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.figures.test_quantities import bound
from tests.unit.language.reading import PAGE, facts, reading, reading_of_page, whole_reading


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Nobody who has yet to turn ten is admitted to visits.", "min_age", 10),
        ("You must have reached your twelfth birthday to visit; those under 18 come with a parent.", "min_age", 12),
        ("No resident may have more than six approved visitors at a time.", "list_max", 6),
        ("A visiting list may carry no more than ten approved visitors, family and friends together.", "list_max", 10),
        ("Form 11 of the visiting list has room for a score of names.", "list_max", 20),
        ("For a person who is not a relative there is a further wait before visits: 30 days.", "wait_days_friends", 30),
        ("We hold visits two weekends out of each month.", "visit_weekends_per_month", 2),
        ("Each resident gets three visits every two weeks.", "visits_per_week", 1.5),
        ("Residents are entitled to one visit fortnightly with family.", "visits_per_week", 0.5),
        ("Visits are held every other week.", "visits_per_month", 2),
        ("Paid sessions average no less than two and a half per detainee each month.", "min_paid_visits_per_detainee_month", 2.5),
        ("Whatever the receipts from visits, the County shall get not less than $78,000 in each year.", "min_guarantee_usd_month", 6500),
        ("Each video visit costs a fee of $2.75 for each load.", "transaction_fee_usd", 2.75),
        ("A lobby visit once a week costs nobody a dime.", "free_visits_per_week", 1),
        ("We pay the host a portion of what families spend on visits; the average was 27 percent.", "commission_pct", 27),
    ],
)  # fmt: skip
def test_a_figure_is_bound_to_its_term(text: str, name: str, value: float) -> None:
    assert bound(text).get(name) == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("You must book a visit not less than 2 full days before.", "min_age"),
        ("At checkout you will see four lines.", "list_max"),
        ("Home video visits are $0.22 per minute, in blocks of 10 minutes.", "visit_minutes"),
        ("Recording of a video visit, to the account holder | $15.00 | 10 days", "transaction_fee_usd"),
    ],
)
def test_a_figure_of_another_thing_is_not(text: str, name: str) -> None:
    assert name not in bound(text)


def test_prices_in_a_column_need_no_sign() -> None:
    page = (
        "NorthLine Visit | Whitaker County | site 0417\n\nPRODUCT | LENGTH | PRICE (USD)\n"
        "Home video visit | 20 min | {}\nHome video visit | 40 min | 9.99"
    )
    found = whole_reading(page.format("5.99"), page.format("7.49"), kind="vendor")
    assert (found.direction, facts(found)) == (Direction.RESTRICTIVE, {"video_fee_usd": (5.99, 7.49)})


def test_days_without_visits_stand_under_their_column() -> None:
    page = "Penalties for rule violations\n\nViolation | Duty | Store | Visits\nRefusing an order | 12 hrs | 30 days | lost for {}"
    found = whole_reading(page.format("30 days"), page.format("a fortnight"))
    assert facts(found) == {"discipline_days_without_visits": (30.0, 14.0)}
    assert found.severity is Severity.MINOR


def test_weekends_a_month_say_it_all() -> None:
    page = "Visits are on the lawn, {}, both days, ten until three.\nBring a chair."
    found = whole_reading(
        page.format("every weekend of the month"), page.format("the first and the third weekend of the month")
    )
    assert facts(found) == {"visit_weekends_per_month": (4.0, 2.0)}


def test_a_term_of_which_news_says_that_it_ended_was_something_before() -> None:
    page = "The jail holds 200 people."
    found = reading(page, f"{page}\nGone is the county's 20 percent commission on video visits.", kind="news")
    assert ("commission_pct", (20.0, 0.0)) in facts(found).items()


def test_a_price_by_the_minute_states_both_prices() -> None:
    was = f"{PAGE}\nA remote session runs for 25 minutes and costs $7.50."
    now = f"{PAGE}\nA remote session is now billed by the minute, at 20 cents, up to 25 minutes."
    found = reading_of_page(was, now)
    assert facts(found).get("video_fee_per_min_usd") == (None, 0.2)


def test_figures_that_were_asked_for_and_are_decided_are_told() -> None:
    told = "It {} the price of a visit from home from 28 cents a minute to 19{}."
    was = f"Draft minutes\nThe sheriff laid an amendment before the board.\n{told.format('would bring', '')}\nIt was laid over."
    now = (
        f"Minutes\nThe sheriff laid an amendment before the board.\n{told.format('brings', '')}\nPassed, five to none."
    )
    found = whole_reading(was, now, title="County board minutes", kind="news")
    assert (found.direction, facts(found).get("video_fee_per_min_usd")) == (Direction.RESTORATIVE, (0.28, 0.19))


def test_the_severity_of_figures_follows_from_them() -> None:
    page = "The visiting list is handed in at booking. It may be changed every {} days."
    found = whole_reading(page.format(30), page.format(90))
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Records: online request, pick-up by appointment 72 hours ahead", "booking_lead_hours"),
        ("Deliver to your door for $5.25 a week, video edition included.", "video_fee_usd"),
    ],
)
def test_other_business_of_an_office_has_figures_of_its_own(text: str, name: str) -> None:
    assert name not in bound(text)


def test_a_share_that_is_not_carried_over_is_nought() -> None:
    page = "Under paragraph 8 the County {} paid 31 percent of what families spend on remote visits.\n{}"
    was = page.format("is", "Counsel recommends that paragraph 8 be kept.")
    now = page.format(
        "has been",
        "Paragraph 8 is not carried over: the County will take nothing from any visit under the renewed agreement.",
    )
    found = whole_reading(was, now, title="Renewal memorandum", kind="contract")
    assert (found.direction, facts(found)) == (Direction.RESTORATIVE, {"commission_pct": (31.0, 0.0)})


def test_a_cap_that_is_struck_out_leaves_none() -> None:
    was = "The County holds the hall open for visiting across the glass for not more than ten hours in any week."
    now = "The former limit of ten hours in any week on visiting across the glass is struck out."
    found = whole_reading(
        f"{was}\nSigned.", f"{now}\nSigned.", title="Order amending the video agreement", kind="contract"
    )
    assert (found.severity, facts(found)) == (Severity.CRITICAL, {"inperson_hours_per_week_cap": (10.0, None)})
    assert found.headline == "In-person visiting no longer limited, was 10 hours a week"


def test_a_window_that_is_free_costs_not_nothing_and_minutes_more_are_no_length() -> None:
    line = "When all four windows are free you may be asked if you want ten minutes more."
    assert not bound(line)
    assert bound("Windows are free of charge.") == {"video_fee_usd": 0.0}

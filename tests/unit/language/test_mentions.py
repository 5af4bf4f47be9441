"""Figures of a text: which are found, with which unit, and what they come to in the unit of a fact."""

import pytest

from monitors.language.mentions import Mention, in_unit_of, mentions, tokens, week
from monitors.language.wording import canonical


def told(text: str) -> list[tuple[float, str]]:
    return [(mention.value, mention.unit) for mention in mentions(canonical(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Half an hour costs six dollars.", [(30, "minute"), (6, "$")]),
        ("Two (2) visits a week of forty minutes", [(2, ""), (1, "week"), (40, "minute")]),
        ("The county keeps 12 per cent.", [(12, "%")]),
        ("Lobby visits are free.", [(0, "free")]),
        ("There is no limit on visits.", [(-1, "unlimited")]),
        ("Wait 30 calendar days.", [(30, "day")]),
        ("Visit twice.", [(2, "")]),
        ("Newcomers may be seen right away.", [(0, "now")]),
        ("Nobody comes during their first week", [(1, "week")]),
        ("Four hours of training", [(4, "")]),
    ],
)
def test_figures_are_found_with_their_units(text: str, found: list[tuple[float, str]]) -> None:
    assert told(text) == found


def test_a_mention_points_at_its_tokens() -> None:
    text = canonical("A home visit costs $9.50 today.")
    (price,) = [mention for mention in mentions(text) if mention.unit == "$"]
    assert tokens(text)[price.start : price.end] == ("$9.5",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Remote visits are 25c a minute.", [(0.25, "minute", False, False)]),
        ("A visit costs $6.75 per visit.", [(6.75, "visit", False, False)]),
        ("The regular price of a remote visit is $9.00.", [(9, "", True, False)]),
        (
            "The price drops from 30 cents a minute to 21.",
            [(0.3, "minute", False, True), (0.21, "minute", False, False)],
        ),
        ("It will rise from 21 to 28 cents a minute.", [(0.21, "minute", False, True), (0.28, "minute", False, False)]),
        ("Calls are sold by the minute, at 16 cents.", [(0.16, "minute", False, False)]),
        ("It costs from $5 to $9.", [(5, "", False, False), (9, "", False, False)]),
    ],
)
def test_a_price_says_what_it_is_for_and_which_of_two_holds(
    text: str, found: list[tuple[float, str, bool, bool]]
) -> None:
    prices = [one for one in mentions(canonical(text)) if one.unit == "$"]
    assert [(one.value, one.per, one.usual, one.past) for one in prices] == found


@pytest.mark.parametrize(
    ("value", "unit", "name", "wanted"),
    [
        (2, "day", "booking_lead_hours", 48),
        (1, "year", "waiting_days", 365),
        (12, "month", "waiting_days", 365),
        (3, "month", "list_lock_days", 90),
        (1, "hour", "visit_minutes", 60),
        (0, "free", "video_fee_usd", 0),
        (-1, "unlimited", "min_age", 0),
        (0, "now", "intake_days_without_visits", 0),
        (6, "$", "visit_minutes", None),
        (20, "minute", "video_fee_usd", None),
        (3, "day", "visits_per_week", None),
        (5, "%", "commission_pct", 5),
    ],
)
def test_a_figure_in_the_unit_of_a_fact(value: float, unit: str, name: str, wanted: float | None) -> None:
    assert in_unit_of(Mention(value, unit, 0, 1), name) == wanted


def test_a_week_is_added_up_over_days_and_clocks() -> None:
    assert week(canonical("Tuesday and Thursday 9 a.m. to noon, Sunday 1-5 p.m.")) == (3, 10)
    assert week("no days at all") == (0, 0)

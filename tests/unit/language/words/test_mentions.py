"""Figures of a text: which are found, with which unit, and what they come to in the unit of a fact."""

import pytest

from monitors.language.words.mentions import Mention, in_unit_of, mentions, tokens, week
from monitors.language.words.wording import canonical


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
        ("Allow five (5) business days.", [(5, "day")]),
        ("Call (570) 555-0132, ext. 14, or 1-800-555-0199 to book 2 visits.", [(2, "")]),
        ("Visit twice.", [(2, "")]),
        ("Newcomers may be seen right away.", [(0, "now")]),
        ("Nobody comes during their first week", [(1, "week")]),
        ("Four hours of training", [(4, "")]),
        ("Ninety quiet days follow.", [(90, "day")]),
        ("Two people for hours", [(2, "")]),
        ("Minutes: 45", [(45, "minute")]),
        ("You may come as often as you like.", [(-1, "unlimited")]),
        ("A nickel a minute, and a dime for the next.", [(0.05, "$"), (0.1, "$")]),
        ("It costs two and a half dollars.", [(2.5, "$")]),
        ("The price is six-fifty.", [(6.5, "$")]),
        ("Five and twenty minutes make a turn.", [(25, "minute")]),
        ("Half a year without visits", [(6, "month")]),
        ("1½ hours", [(90, "minute")]),
        ("A couple of visits", [(2, "")]),
        ("The county's cut is one tenth.", [(10, "%")]),
        ("It pays one part in eight of what it takes.", [(12.5, "%")]),
        ("A fifth of revenue comes to the city.", [(20, "%")]),
        ("A third of the visitors came, a fifth of the hour passed.", []),
        ("Visits are at the county's expense.", [(0, "free")]),
        ("The ten-minute limit is lifted to thirty.", [(10, "minute"), (30, "minute")]),
        ("The rate, now 31 cents, falls to 15.", [(0.31, "$"), (0.15, "$")]),
        ("One hour at least, at most two.", [(60, "minute"), (2, "")]),
        ("A minimum of one hour and a maximum that is three.", [(60, "minute"), (3, "hour")]),
        ("From 20 minutes to 3 visits", [(20, "minute"), (3, "")]),
        ("Sittings are a half-hour and you are welcome to two in a week.", [(30, "minute"), (2, ""), (1, "week")]),
        ("Minutes a visit | 60 | 90", [(60, "minute"), (90, "minute")]),
        ("Four fifty for twenty minutes.", [(4.5, "$"), (20, "minute")]),
        ("Video is $0.07 a minute, of which a fourth comes to the counties.", [(0.07, "$"), (25, "%")]),
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
    ("text", "past"),
    [
        ("Visits last 45 minutes (were 30).", [False, True]),
        ("The share was 35 percent and is 45 percent.", [True, False]),
        ("It costs $4, up from $3.", [False, True]),
        ("A visit costs $7 in place of $5.", [False, True]),
        ("A visit was 30 minutes.", [False]),  # no other one that holds
        ("The visit costs $5 and lasts 20 minutes.", [False, False]),
    ],
)
def test_a_figure_that_holds_no_more_is_marked(text: str, past: list[bool]) -> None:
    assert [one.past for one in mentions(canonical(text))] == past


@pytest.mark.parametrize(
    ("value", "unit", "name", "wanted"),
    [
        (2, "day", "booking_lead_hours", 48),
        (60, "minute", "booking_lead_hours", 1),
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

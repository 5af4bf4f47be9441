"""Furniture by siblings, slots, dates, counters and the guard of visiting words."""

from __future__ import annotations

from datetime import date

import pytest

from monitors.furniture import (
    guarded,
    is_copyright,
    is_counter,
    is_todays_date,
    learn,
    slot_of,
    speaks_of_visits,
    volatile_slots,
)
from monitors.records import Segment
from monitors.segments import key, with_key
from tests.unit.text.reading import segments


def one(text: str) -> Segment:
    return with_key(Segment(text))


@pytest.mark.parametrize(
    "text",
    [
        "Visitors to this page: 48211",
        "Please visit our website",
        "When visiting this site you agree",
        "Visit us on Facebook",
        "Site visitors today: 12",
        "Road resurfacing begins on Alder Street",
    ],
)
def test_visits_of_web_pages_are_no_visits(text: str) -> None:
    assert not speaks_of_visits(text)


@pytest.mark.parametrize(
    "text", ["Visits are suspended", "Visit our website to book a visit", "Las visitas se realizan"]
)
def test_visits_of_people_are(text: str) -> None:
    assert speaks_of_visits(text)


def test_a_heading_guards_what_stands_under_it() -> None:
    assert guarded(Segment("9 to 4", ("County Jail", "Visiting hours")))
    assert not guarded(Segment("9 to 4", ("Visiting", "Court hours")))


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Last updated March 2, 2026", "last updated @"),
        ("Ticket 4411 now served", "ticket # now served"),
        ("Posted on 3/2/2026 by staff", "posted on @ by staff"),
        ("9:00 a.m. to 4:00 p.m.", ""),
        ("The price is $9.00 now", ""),
        ("Stay for 30 minutes", ""),
        ("Children under 12 must wait", ""),
        ("Call 555-010-0100", ""),
        ("48211", ""),
        ("Visits resume March 2, 2026", ""),
        ("Section 12 applies", ""),
    ],
)
def test_slots_are_digits_that_cannot_mean_a_rule(text: str, slot: str) -> None:
    assert slot_of(key(text)) == slot


def test_two_fetches_minutes_apart_teach_the_volatile_slots() -> None:
    first = segments("<p>Ticket 4411 now served</p><p>Open until 4:00 p.m.</p><p>Deposit takes 2 days</p>")
    second = segments("<p>Ticket 4419 now served</p><p>Open until 5:00 p.m.</p><p>Deposit takes 3 days</p>")
    assert volatile_slots(first, second) == frozenset({"ticket # now served"})
    assert volatile_slots(first, first) == frozenset()


def test_a_sibling_teaches_what_is_shared_and_not_its_title() -> None:
    furniture = learn([segments("<title>Purchasing</title><h4>News</h4><p>Burn ban lifted</p>")])
    assert furniture.shows(one("BURN BAN LIFTED."))
    assert furniture.shows_under_heading(with_key(Segment("Burn ban lifted", ("News",))))
    assert not furniture.shows_under_heading(with_key(Segment("Burn ban lifted", ("Jail",))))
    assert not furniture.shows(one("Purchasing"))
    assert not learn([]).shows(one("Burn ban lifted"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Monday, March 2, 2026", True),
        ("Today is 3/2/2026", True),
        ("2 March 2026", True),
        ("2026-03-02 10:32", True),
        ("March 1, 2026", True),  # a page's clock may be a time zone behind
        ("March 9, 2026", False),
        ("Visits resume March 2, 2026", False),
        ("10:32", False),
    ],
)
def test_todays_date_is_recognised_in_its_spellings(text: str, shown: bool) -> None:
    assert is_todays_date(one(text), date(2026, 3, 2)) is shown
    assert not is_todays_date(one(text), None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Share 48", "Share 51"),
        ("Share 48 Tweet 12", "Share 51 Tweet 12"),
        ("1,204 views", "1,210 views"),
        ("Page views: 300", "Page views: 301"),
        ("Visitors to this page: 48211", "Visitors to this page: 48212"),
        ("212 out of 304 found this helpful", "214 out of 307 found this helpful"),
        ("This page has been accessed 12,907 times.", "This page has been accessed 12,951 times."),
        ("Average rating: 3.4 (88 ratings)", "Average rating: 3.5 (91 ratings)"),
        ("4.2 out of 5 (880 reviews)", "4.3 out of 5 (912 reviews)"),
        ("Was this page helpful? 8 of 14 people said yes.", "Was this page helpful? 9 of 16 people said yes."),
        ("14 users online", "9 users online"),
        ("In custody today: 214", "In custody today: 220"),
        ("In custody: 214 inmates", "In custody: 219 inmates"),
        ("Population: 7,604 as of March 1, 2026", "Population: 7,611 as of March 2, 2026"),
    ],
)
def test_counters_are_known_by_their_form(before: str, after: str) -> None:
    assert is_counter(one(before), one(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Online appointments: limit 4", "Online appointments: limit 2"),
        ("Online bookings: 4", "Online bookings: 2"),
        ("Tickets: 40 online", "Tickets: 25 online"),
        ("Cells are shared by 2 men.", "Cells are shared by 3 men."),
        ("Reads: 3 books, likes: 2 magazines", "Reads: 4 books, likes: 2 magazines"),
        ("Guest limit: 3", "Guest limit: 2"),
    ],
)
def test_rules_in_the_words_of_counters_are_none(before: str, after: str) -> None:
    assert not is_counter(one(before), one(after))


def test_a_copyright_line_with_a_rule_in_it_is_none() -> None:
    assert is_copyright(one("© 2026 Wexford County. All rights reserved."))
    assert not is_copyright(one("(c) 2026 Wexford County. Lobby closes at 8 p.m."))
    assert not is_copyright(one("© 2026 Wexford County. Visits by video."))


def test_counters_count_and_prices_do_not() -> None:
    assert is_counter(one("Shared 12 times"), one("Shared 15 times"))
    assert not is_counter(one("Shared 12 times"), one("Shared 12 hours"))
    assert not is_counter(one("Calls cost $2"), one("Calls cost $3"))

"""One canonical wording for clocks, days, money, numbers and durations."""

import pytest

from monitors.language.words.concepts import concepts, shape
from monitors.language.words.numbers import figures, number_of
from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 a.m. to noon", "[0900-1200]"),
        ("1-4 p.m.", "[1300-1600]"),
        ("from half past noon until 2:30 p.m.", "[1230-1430]"),
        ("half past eight to ten in the morning", "[0830-1000]"),
        ("from a quarter to 9 until a quarter after 11", "[0845-1115]"),
        ("from eight in the morning to nine thirty in the evening", "[0800-2130]"),
        ("1:00 o'clock p.m. to 5:00 o'clock p.m.", "[1300-1700]"),
        ("prior to 0830 hours", "prior to @0830"),
        ("a Monday, a Wednesday or a Friday", "a {mon}, a {wed} or a {fri}"),
        ("de lunes a miércoles", "{mon,tue,wed}"),
        ("200 Block 1:00 to 3:00 pm", "200 block [1300-1500]"),
        ("0900-1100", "[0900-1100]"),
        ("8a-11a", "[0800-1100]"),
        ("8a - 3p", "[0800-1500]"),
        ("10:30a to 1p", "[1030-1300]"),
        ("pods 8a and 9b", "pods 8a and 9b"),
        ("9 to 3", "[0900-1500]"),
        ("6 to 9", "[1800-2100]"),
        ("from seven in the morning until six at night", "[0700-1800]"),
        ("9 a.m. to 12 noon", "[0900-1200]"),
        ("around the clock", "[0000-2400]"),
        ("Mon-Wed-Fri", "{mon,wed,fri}"),
        ("Mon. - Wed.", "{mon,tue,wed}"),
        ("Saturday and Sunday", "{sat,sun}"),
        ("Monday, Wednesday & Friday", "{mon,wed,fri}"),
        ("sábado y domingo", "{sat,sun}"),
        ("every evening", "{mon,tue,wed,thu,fri,sat,sun}"),
        ("on weekends", "on {sat,sun}"),
        ("on weeknights", "on {mon,tue,wed,thu,fri}"),
        ("on business days", "on {mon,tue,wed,thu,fri}"),
        ("5 business days", "5 business days"),
        ("half an hour", "30 minutes"),
        ("a pair at most", "2 at most"),
        ("a pair of gloves each", "2 gloves each"),
        ("two working weeks", "10 business days"),
        ("an hour and a half", "90 minutes"),
        ("1/2 hr", "30 minutes"),
        ("1 1/2 hours", "90 minutes"),
        ("one and one-half (1.5) paid visits", "1.5 paid visits"),
        ("21 or 28 cents", "$0.21 or $0.28"),
        ("from 30 cents to 21", "from $0.3 to $0.21"),
        ("three quarters of an hour", "45 minutes"),
        ("an hour and a quarter", "75 minutes"),
        ("one hour and fifteen minutes", "75 minutes"),
        ("two hours and a half", "2.5 hours"),
        ("two-thirds of an hour", "40 minutes"),
        ("forty-five-minute", "45 minutes"),
        ("two (2)", "2"),
        ("a dozen", "12"),
        ("20¢", "$0.2"),
        ("thirty-five (35) cents", "$0.35"),
        ("$.30", "$0.3"),
        ("7.50 USD", "$7.5"),
        ("five dollars", "$5"),
        ("two dollars and a half", "$2.5"),
        ("seven dollars fifty for the whole", "$7.5 for the whole"),
        ("$5 20 minutes", "$5 20 minutes"),
        ("thus you sat across the table in the sun", "thus you sat across the table in the sun"),
        ("Sat & Sun on the hour", "{sat,sun} on the hour"),
        ("twenty percent (20%)", "20%"),
        ("on Friday, on Saturday and on Sunday", "on {fri,sat,sun}"),
        ("Seven days, 7:30 a.m. to 9 p.m.", "{mon,tue,wed,thu,fri,sat,sun}, [0730-2100]"),
        ("1 p.rn. to 4 p.rn., thirty (3O) minutes", "[1300-1600], 30 minutes"),
        ("Visits are on Sundav between 12:3O p.m. and 3:3O p.m.", "visits are on {sun} [1230-1530]"),
        ("$1,200", "$1200"),
    ],
)
def test_one_spelling(text: str, expected: str) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text", ["windows 9 to 14", "cells 1 to 8", "rejected, 4-3", "15 to 20 minutes", "seats 1-8", "groups of 8 to 12"]
)
def test_no_clock_where_a_number_counts_something_else(text: str) -> None:
    assert "[" not in canonical(text)


def test_number_words() -> None:
    assert number_of("one hundred and twenty") == 120
    assert figures("two and two") == "2 and 2"
    assert figures("las visitas duran treinta minutos") == "las visitas duran 30 minutos"
    assert figures("no one may enter") == "no one may enter"


def test_synonyms_are_one_concept() -> None:
    assert concepts(canonical("Each inmate may have two visits.")) == concepts(
        canonical("Each incarcerated person can have two (2) sessions.")
    )


def test_negation_keeps_its_place() -> None:
    assert concepts("agency shall not be required to offer") != concepts("agency shall be required not to offer")


def test_scanning_damage_keeps_the_shape_but_numbers_count() -> None:
    assert shape(canonical("ln-person visiting is availabIe")) == shape(canonical("In-person visiting is available"))
    assert shape("it costs $0.2 a minute") != shape("it costs $0.9 a minute")


def test_text_read_in_the_wrong_encoding_is_mended() -> None:
    assert canonical("Itâ€™s 9â€“11 a.m.") == canonical("It’s 9–11 a.m.")


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Each visit lasts 45 minutes, not 30 as before.", "each visit lasts 45 minutes instead of 30."),
        ("Twelve hours a week, in lieu of the 4 hours heretofore required.", "12 hours a week instead of 4 hours."),
        ("Visits are at tables, no longer behind glass.", "visits are at tables instead of behind glass."),
        ("The price goes from 25 to 40 cents.", "the price rises from $0.25 to $0.4."),
        ("Visits went from 30 to 20 minutes.", "visits falls from 30 to 20 minutes."),
        ("The last visit begins at 7:30 p.m. instead of 8 p.m.", "the last visit begins at @1930 instead of @2000"),
        ("The app went from 4.2.1 to 4.3 today.", "the app went from 4.2.1 to 4.3 today."),
        ("It goes from 1.2 to 1.2.3.", "it goes from 1.2 to 1.2.3."),
    ],
)
def test_what_a_figure_was_before(text: str, wording: str) -> None:
    assert canonical(text) == wording


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("two twenty-minute visits a week", "2 20 minutes visits a week"),
        ("the first of the two twelve-month renewals", "the first of the 2 12 month renewals"),
        ("twenty-five visitors", "25 visitors"),
        ("one hundred and twenty days", "120 days"),
        ("two hundred fifty thousand", "250000"),
        ("three dozen names", "36 names"),
    ],
)
def test_two_numbers_side_by_side_are_not_added(said: str, told: str) -> None:
    assert canonical(said) == told


@pytest.mark.parametrize(
    ("text", "expected"), [("3 visits per wk.", "3 visits per week"), ("2 wks ahead", "2 weeks ahead")]
)
def test_weeks_are_written_out(text: str, expected: str) -> None:
    assert canonical(text).rstrip(".") == expected


@pytest.mark.parametrize(
    ("said", "kept"),
    [("slots open seven days ahead", True), ("open 7 days before the visit", True), ("open 7 days a week", False)],
)
def test_seven_days_ahead_are_no_days_of_the_week(said: str, kept: bool) -> None:
    assert ("7 days" in canonical(said)) is kept


def test_between_two_days_are_all_of_them() -> None:
    assert canonical("any two days between Wednesday and Sunday") == canonical("any two days Wednesday through Sunday")
    assert canonical("Wednesday and Sunday") == "{wed,sun}"

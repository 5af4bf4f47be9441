"""One line that tells one figure of one term, in quite other words or by itself."""

# ruff: noqa: E501  a pair of lines reads better on one line

from __future__ import annotations

import pytest

from monitors.language.figures.quantities import measures
from monitors.language.pages.sentences import units
from monitors.records import Direction, Reading
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, rules, whole_reading

PAGE = "Visiting\nBring photo ID.\n{line}\nAll visitors are searched."
GAIN, LOSS = Direction.RESTORATIVE, Direction.RESTRICTIVE


def read(old: str, new: str) -> Reading:
    return whole_reading(PAGE.format(line=old), PAGE.format(line=new))


@pytest.mark.parametrize(
    ("old", "new", "direction", "fact"),
    [
        ("Visitors must be at least 16 years old.", "Minimum age to visit: 18", LOSS, {"min_age": (16.0, 18.0)}),
        (
            "Persons who have been released are barred from visiting for 60 days.",
            "People released from this jail must wait six months before they visit.",
            LOSS,
            {"waiting_days": (60.0, 180.0)},
        ),
        (
            "New arrivals wait 14 days for their first visit.",
            "New inmates may not have visits for the first 7 days.",
            GAIN,
            {"intake_days_without_visits": (14.0, 7.0)},
        ),
        (
            "Minimum notice | 48 hours before the visit",
            "All visits need twenty-four (24) hours' notice.",
            GAIN,
            {"booking_lead_hours": (48.0, 24.0)},
        ),
        (
            "How many people can visit together? Three.",
            "Each visit is limited to five visitors.",
            GAIN,
            {"visitors_max": (3.0, 5.0)},
        ),
        (
            "A person in custody can be visited three times weekly.",
            "Your weekly allotment is two visits.",
            LOSS,
            {"visits_per_week": (3.0, 2.0)},
        ),
    ],
)
def test_one_term_in_quite_other_words(
    old: str, new: str, direction: Direction, fact: dict[str, tuple[float, float]]
) -> None:
    found = read(old, new)
    assert (found.direction, facts(found)) == (direction, fact)


@pytest.mark.parametrize(
    ("line", "came", "fact"),
    [
        ("You have to be 18 or older to visit.", LOSS, {"min_age": (None, 18.0)}),
        ("Friends will not be let in to visit until 10 days have passed.", LOSS, {"wait_days_friends": (0.0, 10.0)}),
        ("Visits are withheld for 7 days after a disciplinary hearing.", LOSS, {"discipline_days_without_visits": (0.0, 7.0)}),
        ("Each inmate receives two free visits per week.", GAIN, {"free_visits_per_week": (0.0, 2.0)}),
        ("Every week each resident gets three visits free of charge.", GAIN, {"free_visits_per_week": (0.0, 3.0)}),
    ],
)  # fmt: skip
def test_a_bar_or_a_free_visit_that_came(
    line: str, came: Direction, fact: dict[str, tuple[float | None, float]]
) -> None:
    found = read("", line)
    assert (found.direction, facts(found)) == (came, fact)
    gone = read(line, "")
    assert gone.direction is (LOSS if came is GAIN else GAIN)
    assert [(name, was) for name, (was, _) in facts(gone).items()] == [(name, now) for name, (_, now) in fact.items()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visits may not exceed 30 minutes.", "Visits may last up to 30 minutes."),
        ("", "Visitors over the age of 12 walk through the metal detector."),
        ("Children under 10 must be supervised in the lobby at all times.", "Children under 12 must be supervised in the lobby at all times."),
        ("Mail for released inmates is kept for five days.", "Mail for released inmates is kept for ten days."),
        ("In-person visits are offered.", "Visits take place face to face."),
    ],
)  # fmt: skip
def test_what_is_no_news(old: str, new: str) -> None:
    assert not read(old, new).relevant


@pytest.mark.parametrize(
    ("some", "none"),
    [
        ("In-person visits are offered.", "There are no in-person visits."),
        ("In-person visitation: Yes", "The jail does not offer in-person visits."),
    ],
)
def test_a_form_of_visits_that_turned_in_quite_other_words(some: str, none: str) -> None:
    assert read(some, none).direction is LOSS
    assert read(none, some).direction is GAIN


def test_what_has_no_limit_any_more() -> None:
    found = read("The visiting list is limited to 10 people.", "Any number of people may be on the visiting list.")
    assert (found.direction, facts(found)) == (GAIN, {"list_max": (10.0, None)})
    found = read("Visitors under 16 are not admitted.", "Visitors of all ages are welcome.")
    assert (found.direction, facts(found)) == (GAIN, {"min_age": (16.0, 0.0)})
    other = read("The visiting list is limited to 10 people.", "There is no limit on changes to the visiting list.")
    assert "P-limit" not in rules(other)


@pytest.mark.parametrize(
    ("line", "values", "fact"),
    [
        ("Regular price of a remote visit: ${}", ("8", "10"), "regular_video_fee_usd"),
        ("Visiting weekends per month: {}", ("2", "3"), "visit_weekends_per_month"),
        ("The price of a video visit at the jail is ${}.", ("2.50", "3.50"), "onsite_video_fee_usd"),
        ("Onsite visits cost ${} for 20 minutes.", ("5", "2"), "onsite_video_fee_usd"),
        ("Friends of an inmate may not visit for the first {} days.", ("30", "90"), "wait_days_friends"),
        ("Visits may not be longer than {} minutes.", ("30", "20"), "visit_minutes_max"),
        ("The first {} visits each week are free.", ("2", "3"), "free_visits_per_week"),
        ("Former inmates: {} days after release", ("30", "60"), "waiting_days"),
        (
            "Inmates must be in custody for {} days before they can have a visit.",
            ("3", "5"),
            "intake_days_without_visits",
        ),
        ("Visits by home computer or phone are held {} times a week.", ("3", "2"), "remote_visits_per_week"),
    ],
)
def test_whose_figure_it_is(line: str, values: tuple[str, str], fact: str) -> None:
    found = read(*(line.format(value) for value in values))
    assert facts(found) == {fact: tuple(map(float, values))}


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Anyone held here within the past six months may not visit.", "waiting_days", 180.0),
        ("We allow a total of 3 visits in a seven-day week.", "visits_per_week", 3.0),
        ("Visiting lists can be updated once every 90 days.", "list_lock_days", 90.0),
        ("Visitors on list: 10", "list_max", 10.0),
        ("Visitors per booth | 2", "visitors_max", 2.0),
        ("Minimum paid visits per inmate per month: 2", "min_paid_visits_per_detainee_month", 2.0),
        ("We cover the cost of one home video visit each week.", "free_remote_visits_per_week", 1.0),
    ],
)
def test_figures_bound_to_terms(line: str, name: str, value: float) -> None:
    told = measures(units(plain_segments(line))[-1], "alder county jail: visiting")
    assert [(m.name, m.value) for m in told] == [(name, value)]


@pytest.mark.parametrize(
    ("question", "answer", "name", "value"),
    [
        ("How far ahead must I book a visit?", "24 hours.", "booking_lead_hours", 24.0),
        ("How many people can be on the visiting list?", "8", "list_max", 8.0),
        ("How many visits can an inmate have?", "Two each week.", "visits_per_week", 2.0),
    ],
)
def test_figures_that_answer_a_question(question: str, answer: str, name: str, value: float) -> None:
    told = measures(units(plain_segments(f"{question} {answer}"))[-1], "alder county jail: visiting")
    assert [(m.name, m.value) for m in told] == [(name, value)]
